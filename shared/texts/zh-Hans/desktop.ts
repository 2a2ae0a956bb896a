/** What the window's shell says: menus, notifications, questions on the way out. */
export const desktop = {
  'desktop.menu.settings': '设置',
  'desktop.menu.go-home': '修复',
  'desktop.menu.go-practise': '练习',
  'desktop.menu.go-history': '历史记录',
} as const
