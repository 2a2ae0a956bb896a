import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { PAGE_URL } from './page-answer.ts'
import { SMALLEST, type windowPlace } from './window-place.ts'

const PRELOAD = join(import.meta.dirname, '../preload/preload.cjs')

export type OpenOptions = {
  readonly place: ReturnType<typeof windowPlace>
  /** Where in the app it opens (`#/history`); empty for the first screen. */
  readonly hash: string
  /** false: for a look that nobody sees. */
  readonly show: boolean
}

/**
 * Makes the app's window: the page in a sandbox, isolated from everything but the bridge of the preload. `loaded` rejects when the page
 * cannot be read.
 */
export function openWindow({ place, hash, show }: OpenOptions): { window: BrowserWindow; loaded: Promise<void> } {
  const { maximized, ...bounds } = place
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
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
      navigateOnDragDrop: false,
      // cues must come on time while another window is in front
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  })
  window.once('ready-to-show', () => {
    if (!show) return
    if (maximized) window.maximize()
    window.show()
  })
  return { window, loaded: window.loadURL(`${PAGE_URL}${hash}`) }
}
