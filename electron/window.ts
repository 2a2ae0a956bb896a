import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BrowserWindow, type Session, type WebContents } from 'electron'

/** The only page of the app; everything else is refused. */
const PAGE = join(import.meta.dirname, '../renderer/index.html')
const PRELOAD = join(import.meta.dirname, '../preload/preload.cjs')
export const PAGE_URL = pathToFileURL(PAGE).href

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** No permission is given to a page, asked or checked; no device is; and every answer carries the policy. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onHeadersReceived((details, answer) =>
    answer({ responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [POLICY] } }),
  )
}

/** A page that goes nowhere, opens nothing and embeds nothing. */
export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Opens the app's window: the page in a sandbox, isolated from everything but the bridge of the preload. Rejects when the page cannot be read. */
export async function openWindow(): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1180,
    height: 780,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: '#101418',
    autoHideMenuBar: true,
    webPreferences: {
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // cues must come on time while another window is in front
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  })
  window.once('ready-to-show', () => window.show())
  await window.loadFile(PAGE)
  return window
}
