// What the computer's own system does for an app: menus, messages, power. Kept as facts that a test can look at.
import type Electron from 'electron'
import { Emitter, notPlayed, strict } from './strict.ts'

type Template = Electron.MenuItemConstructorOptions

class MenuItem {
  readonly id: string
  readonly label: string
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly type: string
  readonly submenu: Menu | null
  enabled: boolean
  readonly #click: Template['click']
  constructor(template: Template) {
    this.id = template.id ?? ''
    this.label = template.label ?? ''
    this.role = template.role
    this.accelerator = template.accelerator as string | undefined
    this.type = template.type ?? (template.submenu ? 'submenu' : 'normal')
    this.enabled = template.enabled ?? true
    this.#click = template.click
    this.submenu = Array.isArray(template.submenu) ? Menu.buildFromTemplate(template.submenu) : null
    if (this.label === '' && this.role === undefined && this.type !== 'separator')
      throw new Error('electron stand-in: a menu item needs a label, a role, or to be a separator')
  }
  click() {
    this.#click?.(this as never, undefined, {} as never)
  }
}

export class Menu {
  static #shown: Menu | null = null
  static buildFromTemplate = (template: Template[]): Menu => new Menu(template.map((each) => new MenuItem(each)))
  static setApplicationMenu = (menu: Menu | null) => void (Menu.#shown = menu)
  static getApplicationMenu = (): Menu | null => Menu.#shown
  readonly items: MenuItem[]
  constructor(items: MenuItem[] = []) {
    this.items = items
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

export class Notification extends Emitter<'click' | 'show' | 'close'> {
  static isSupported = (): boolean => true
  readonly title: string
  readonly body: string
  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super('Notification', ['click', 'show', 'close'])
    this.title = title
    this.body = body
  }
  show() {}
  close() {}
}

/** Nobody sits here: a test puts its own answer in place, or the app stops. */
const unanswered = (what: string) => () => notPlayed(`dialog.${what} (a test must answer it)`)
export const dialog = strict('dialog', {
  showMessageBox: unanswered('showMessageBox'),
  showMessageBoxSync: unanswered('showMessageBoxSync'),
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showErrorBox: (title: string, content: string) => console.error(`[error box] ${title}: ${content}`),
})

export const powerMonitor = strict(
  'powerMonitor',
  new Emitter('powerMonitor', ['suspend', 'resume', 'shutdown', 'lock-screen', 'unlock-screen']),
)

let lastBlocker = 0
const blocking = new Set<number>()
export const powerSaveBlocker = strict('powerSaveBlocker', {
  start: (kind: string): number => {
    if (kind !== 'prevent-display-sleep' && kind !== 'prevent-app-suspension') notPlayed(`powerSaveBlocker ${kind}`)
    blocking.add((lastBlocker += 1))
    return lastBlocker
  },
  stop: (id: number): boolean => blocking.delete(id),
  isStarted: (id: number): boolean => blocking.has(id),
})

const DISPLAY = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
export const screen = strict('screen', { getAllDisplays: () => [DISPLAY], getPrimaryDisplay: () => DISPLAY })

/** Nothing leaves this computer in a test. */
export const shell = strict('shell', {
  openExternal: () => notPlayed('shell.openExternal'),
  openPath: () => notPlayed('shell.openPath'),
  showItemInFolder: () => notPlayed('shell.showItemInFolder'),
})
export const clipboard = strict('clipboard', { writeText: () => notPlayed('clipboard.writeText') })
export const crashReporter = strict('crashReporter', {
  start(options: Electron.CrashReporterStartOptions) {
    if (options.uploadToServer !== false) throw new Error('electron stand-in: crashes must not be uploaded')
  },
})
