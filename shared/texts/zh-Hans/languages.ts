/** Choosing a language, and saying where a text has not been translated. Names of languages stand in `languages.ts`, each in itself. */
export const languages = {
  'settings.language': '语言',
  'settings.language.what': '屏幕、图示和语音提示。来自 Apple 程序的内容保持其原样。',
  'settings.language.system': '跟随系统',
  'languages.in-english': '英文',
} as const
