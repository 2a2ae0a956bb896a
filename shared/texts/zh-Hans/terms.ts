import type { Terms } from '../terms.ts'

/** The terms in simplified Chinese; see `../terms.ts`. Labels as in Apple's Chinese programs, from memory and not checked against them. */
export const terms: Terms = {
  button: {
    home: '主屏幕按钮',
    side: '侧边按钮',
    top: '顶部按钮',
    'volume-up': '调高音量按钮',
    'volume-down': '调低音量按钮',
    'volume-near-top': '靠近顶部按钮的音量按钮',
    'volume-far-from-top': '远离顶部按钮的音量按钮',
  },
  buttonInText: {
    home: '主屏幕按钮',
    side: '侧边按钮',
    top: '顶部按钮',
    'volume-up': '调高音量',
    'volume-down': '调低音量',
    'volume-near-top': '靠近',
    'volume-far-from-top': '远离',
  },
  product: { finder: '访达', appleDevices: 'Apple 设备', itunes: 'iTunes' },
  label: { update: '更新', restore: '恢复', trust: '信任', allow: '允许', backUpNow: '立即备份' },
  verb: {
    keep: ['不要松开', '继续按住'],
    avoid: ['不要按住', '不要再按住', '不要按', '什么都不要按', '再碰'],
    letGo: ['松开'],
    hold: ['按住', '都按下', '加按'],
    press: ['按一下'],
  },
  erase: ['抹掉'],
  emergency: ['紧急'],
}
