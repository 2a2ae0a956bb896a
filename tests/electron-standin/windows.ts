// BrowserWindow: each one is a page of Chromium; what a window manager does is only kept as a fact.
import { pathToFileURL } from 'node:url'
import type Electron from 'electron'
import type { BrowserContext, CDPSession, Page, Route } from 'playwright'
import { app } from './app.ts'
import { browser } from './browser.ts'
import { createContents, type WebContents } from './contents.ts'
import { joinPreload } from './ipc.ts'
import { answer, applyPermissions, toChromium } from './session.ts'
import { Emitter, notPlayed, preventable, strict } from './strict.ts'

const EVENTS = [
  ...([
    'ready-to-show',
    'show',
    'hide',
    'focus',
    'blur',
    'close',
    'closed',
    'resize',
    'resized',
    'move',
    'moved',
  ] as const),
  ...(['maximize', 'unmaximize', 'minimize', 'restore', 'enter-full-screen', 'leave-full-screen'] as const),
  ...(['unresponsive', 'responsive', 'session-end', 'page-title-updated'] as const),
]
const OPTIONS = new Set([
  ...['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'show', 'title', 'backgroundColor', 'autoHideMenuBar'],
  ...['icon', 'webPreferences', 'titleBarStyle'],
])
const PREFERENCES = new Set([
  ...['preload', 'sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag', 'spellcheck', 'backgroundThrottling'],
  ...['autoplayPolicy', 'navigateOnDragDrop', 'devTools', 'webSecurity'],
])
/** Electron lets them be weakened; here that stops. */
const DEMANDED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  webSecurity: true,
} as const
type Rectangle = { x: number; y: number; width: number; height: number }

const windows = new Set<BrowserWindow>()
const byPage = new Map<Page, BrowserWindow>()
/** Addresses that the app itself asked for, by window: nobody is asked about those. */
const loading = new Map<BrowserWindow, string>()

function checkOptions(options: Electron.BrowserWindowConstructorOptions): void {
  const preferences = options.webPreferences ?? {}
  for (const name of Object.keys(options)) if (!OPTIONS.has(name)) notPlayed(`BrowserWindow's option ${name}`)
  for (const name of Object.keys(preferences)) if (!PREFERENCES.has(name)) notPlayed(`the web preference ${name}`)
  for (const [name, demanded] of Object.entries(DEMANDED))
    if ((Reflect.get(preferences, name) ?? demanded) !== demanded)
      throw new Error(`electron stand-in: ${name} must be ${demanded}`)
}

/** Every request of every page: pages without a window get nothing, ways elsewhere are asked about, the rest is answered. */
async function onRequest(route: Route): Promise<void> {
  const request = route.request()
  try {
    const frame = request.frame()
    const window = byPage.get(frame.page())
    if (!window) return await route.abort('blockedbyclient')
    const isTop = frame.parentFrame() === null
    const isOurs = isTop && loading.get(window) === request.url()
    if (request.isNavigationRequest() && !isOurs && !window.webContents.mayGo(request.url(), isTop))
      return await route.abort('aborted')
    await answer(route)
  } catch (error) {
    if (process.env['STANDIN_VERBOSE']) console.error('[standin]', request.url(), error)
    await route.abort('failed').catch(() => {})
  }
}

/** A page wants to open a window: the app is asked. After a "yes" the address is fetched, so that whoever counts there sees it. */
function onOpen(contents: WebContents, url: string): void {
  const { action } = contents.openHandler?.({ url }) ?? { action: 'allow' }
  if (action !== 'deny') void fetch(url)
}

let prepared: Promise<BrowserContext> | null = null
const context = (): Promise<BrowserContext> =>
  (prepared ??= browser().then(async (opened) => {
    await opened.route('**/*', onRequest)
    return opened
  }))

export class BrowserWindow extends Emitter<(typeof EVENTS)[number]> {
  static getAllWindows = (): BrowserWindow[] => [...windows]
  static getFocusedWindow = (): BrowserWindow | null => [...windows].find((each) => each.isFocused()) ?? null
  static fromWebContents = (contents: WebContents | null): BrowserWindow | null =>
    [...windows].find(({ webContents }) => webContents === contents) ?? null

  readonly webContents = createContents()
  /** What the app holds: the same window, without members that nobody plays. */
  readonly #self: BrowserWindow
  readonly #opened: Promise<Page>
  #bounds: Rectangle
  #facts = { visible: true, focused: true, minimized: false, maximized: false, fullScreen: false, onTop: false }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', EVENTS)
    checkOptions(options)
    this.#facts.visible = options.show ?? true
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 }
    this.#self = strict('BrowserWindow', this)
    windows.add(this.#self)
    app.emit('browser-window-created', {}, this.#self)
    app.emit('web-contents-created', {}, this.webContents)
    this.#opened = this.#open(options.webPreferences?.preload)
    return this.#self
  }

  async #open(preload: string | undefined): Promise<Page> {
    const chromium = await context()
    const blank = chromium.pages().find((page) => !byPage.has(page) && page.url() === 'about:blank')
    const page = blank ?? (await chromium.newPage())
    byPage.set(page, this.#self)
    const cdp = await chromium.newCDPSession(page)
    const { targetInfo } = await cdp.send('Target.getTargetInfo')
    const { webContents } = this
    page.on('crash', () => {
      webContents.isGone = true
      const details = { reason: 'crashed', exitCode: 5 }
      webContents.emit('render-process-gone', {}, details)
      app.emit('render-process-gone', {}, webContents, details)
    })
    page.on('close', () => this.#closed())
    page.on('pageerror', (error) => {
      console.error('[page]', error.message)
      this.webContents.emit('console-message', { level: 'error', message: `Uncaught ${error.stack ?? error.message}` })
    })
    page.on('console', (said) =>
      this.webContents.emit('console-message', {
        level: said.type() === 'error' ? 'error' : 'info',
        message: said.text(),
      }),
    )
    if (process.env['STANDIN_VERBOSE']) page.on('console', (said) => console.error('[page]', said.type(), said.text()))
    await this.#applySize(cdp)
    const whence = {
      sender: webContents,
      topFrameId: targetInfo.targetId,
      frame: () => webContents.mainFrame,
      onOpen: (url: string) => onOpen(webContents, url),
    }
    webContents.send = await joinPreload(cdp, preload, whence)
    webContents.attach({ page, cdp, targetId: targetInfo.targetId })
    return page
  }
  async #applySize(cdp: CDPSession) {
    const { width, height } = this.#bounds
    await cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
  }
  #closed() {
    if (!windows.delete(this.#self)) return
    this.webContents.isGone = true
    this.webContents.emit('destroyed')
    this.emit('closed')
    if (windows.size === 0) app.lastWindowClosed()
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#opened
    const target = toChromium(url)
    await applyPermissions(await context(), target)
    loading.set(this.#self, target.split('#')[0] ?? target)
    await page.goto(target)
    loading.delete(this.#self)
    this.webContents.emit('did-finish-load')
    this.emit('ready-to-show')
  }
  loadFile = (file: string, options: { hash?: string } = {}): Promise<void> =>
    this.loadURL(`${pathToFileURL(file).href}${options.hash ? `#${options.hash}` : ''}`)

  show = () => {
    this.#facts.visible = true
    this.emit('show')
  }
  showInactive = () => void (this.#facts.visible = true)
  isVisible = () => this.#facts.visible
  focus = () => {
    this.#facts.focused = true
    this.emit('focus')
  }
  blur = () => {
    this.#facts.focused = false
    this.emit('blur')
  }
  isFocused = () => this.#facts.focused
  minimize = () => void (this.#facts.minimized = true)
  restore = () => void (this.#facts.minimized = false)
  isMinimized = () => this.#facts.minimized
  maximize = () => void (this.#facts.maximized = true)
  unmaximize = () => void (this.#facts.maximized = false)
  isMaximized = () => this.#facts.maximized
  isFullScreen = () => this.#facts.fullScreen
  setFullScreen = (on: boolean) => void (this.#facts.fullScreen = on)
  setAlwaysOnTop = (on: boolean) => void (this.#facts.onTop = on)
  isAlwaysOnTop = () => this.#facts.onTop
  getBounds = (): Rectangle => ({ ...this.#bounds })
  getNormalBounds = (): Rectangle => ({ ...this.#bounds })
  setBounds = (bounds: Partial<Rectangle>) => {
    this.#bounds = { ...this.#bounds, ...bounds }
    this.emit('resize')
    void this.#opened.then(() => this.webContents.attached && this.#applySize(this.webContents.attached.cdp))
  }
  flashFrame = (_on: boolean) => {}
  setProgressBar = (_progress: number) => {}
  isDestroyed = () => !windows.has(this.#self)
  /** Gives whether it was let close. */
  askToClose(): boolean {
    const event = preventable()
    this.emit('close', event)
    return !event.defaultPrevented
  }
  close = () => {
    if (this.askToClose()) this.destroy()
  }
  destroy = () => {
    void this.#opened.then((page) => page.close())
    this.#closed()
  }
}

app.windows = () => [...windows]

export const webContents = strict('webContents', {
  getAllWebContents: () => [...windows].map((window) => window.webContents),
  fromDevToolsTargetId: (targetId: string) =>
    [...windows].find((window) => window.webContents.attached?.targetId === targetId)?.webContents,
})
