/** What the window's shell says: menus, notifications, questions on the way out. */
export const desktop = {
  'desktop.menu.settings': 'الإعدادات',
  'desktop.menu.go-home': 'إصلاح',
  'desktop.menu.go-practise': 'تدريب',
  'desktop.menu.go-history': 'السجل',
} as const
