/** What the window's shell says: menus, notifications, questions on the way out. */
export const desktop = {
  'desktop.menu.settings': 'Ajustes',
  'desktop.menu.go-home': 'Reparar',
  'desktop.menu.go-practise': 'Practicar',
  'desktop.menu.go-history': 'Historial',
} as const
