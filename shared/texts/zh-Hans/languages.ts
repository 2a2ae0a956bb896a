/** Choosing a language, and saying where a text has not been translated. Names of languages stand in `languages.ts`, each in itself. */
export const languages = {
  'settings.language': '语言',
  'settings.language.what': '屏幕、图示和语音提示。来自 Apple 程序的内容保持其原样。',
  'settings.language.system': '跟随系统',
  'button.home.label': '主屏幕按钮',
  'button.side.label': '侧边按钮',
  'button.top.label': '顶部按钮',
  'button.volume-up.label': '调高音量按钮',
  'button.volume-down.label': '调低音量按钮',
  'button.volume-near-top.label': '靠近顶部的 音量按钮',
  'button.volume-far-from-top.label': '远离顶部的 音量按钮',
  'languages.in-english': '英文',
} as const
