// What is inside a window: one page of Chromium.
import type { CDPSession, Page } from 'playwright'
import { toApp } from './session.ts'
import { Emitter, notPlayed, preventable, strict } from './strict.ts'

const EVENTS = [
  ...(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'] as const),
  ...(['did-finish-load', 'did-fail-load', 'render-process-gone', 'unresponsive', 'responsive', 'destroyed'] as const),
  ...(['preload-error', 'console-message', 'before-input-event', 'context-menu'] as const),
]

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }
type Attached = { readonly page: Page; readonly cdp: CDPSession; readonly targetId: string }

let lastId = 0

/** What `webContents` of a window plays. The page is there a moment after it; what is asked of it before waits for that. */
export class WebContents extends Emitter<(typeof EVENTS)[number]> {
  readonly id = (lastId += 1)
  readonly mainFrame: { readonly url: string }
  attached: Attached | null = null
  isGone = false
  openHandler: OpenHandler | null = null
  /** Replaced when the preload has been joined. */
  send: (channel: string, ...args: unknown[]) => void = () => notPlayed('webContents.send before there is a page')
  readonly #whenAttached = Promise.withResolvers<Attached>()

  constructor() {
    super('webContents', EVENTS)
    const address = () => this.getURL()
    this.mainFrame = {
      get url() {
        return address()
      },
    }
  }
  attach(attached: Attached) {
    this.attached = attached
    this.#whenAttached.resolve(attached)
  }
  getURL = (): string => toApp(this.attached?.page.url() ?? '')
  getTitle = (): Promise<string> => notPlayed('webContents.getTitle')
  isDestroyed = (): boolean => this.isGone
  isCrashed = (): boolean => this.isGone
  setWindowOpenHandler = (handler: OpenHandler) => void (this.openHandler = handler)
  forcefullyCrashRenderer = () =>
    void this.#whenAttached.promise.then(({ cdp }) => cdp.send('Page.crash').catch(() => {}))
  close = () => void this.#whenAttached.promise.then(({ page }) => page.close())
  async printToPDF(options: { printBackground?: boolean } = {}): Promise<Buffer> {
    const { cdp } = await this.#whenAttached.promise
    const { data } = await cdp.send('Page.printToPDF', { printBackground: options.printBackground ?? false })
    return Buffer.from(data, 'base64')
  }
  /** Whether the app lets the page go there; Electron asks for every way there but `loadURL`. */
  mayGo(url: string, isTop: boolean): boolean {
    const details = { url: toApp(url), isMainFrame: isTop }
    const frameEvent = preventable(details)
    this.emit('will-frame-navigate', frameEvent)
    const event = preventable(details)
    if (isTop) this.emit('will-navigate', event, details.url)
    return !frameEvent.defaultPrevented && !event.defaultPrevented
  }
}

export const createContents = (): WebContents => strict('webContents', new WebContents())
