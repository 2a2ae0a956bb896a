import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, screen } from 'electron'
import { createCrashBudget } from './crash-budget.ts'
import { openWindow } from './window.ts'
import { readPlace, type WindowPlace, windowPlace } from './window-place.ts'

export type KeeperPorts = {
  readonly log: (line: string) => void
  /** Whether the window may close now; where not, the keeper holds it and somebody is asked. */
  readonly mayClose: () => boolean
  /** It crashed too often. */
  readonly onHopeless: () => void
  readonly show: boolean
}

/** The app's one window: opened where it was, held while it must not close, replaced when its page dies. */
export type WindowKeeper = {
  current(): BrowserWindow | null
  open(hash?: string): Promise<void>
  /** In front of the person: opened, restored from the dock, focused. */
  bringForward(): void
  /** Shows a place of the app (`#/history`). */
  go(hash: string): void
  setOnTop(on: boolean): void
}

/** Of what the page complains about, so that a fault in every frame does not fill the log with one line. */
const LONGEST_LINE = 2000

/** Where it was, on this computer only. A disk that refuses costs the place, nothing else. */
function rememberedPlace() {
  const file = join(app.getPath('userData'), 'window.json')
  return {
    read(): WindowPlace | null {
      try {
        return readPlace(readFileSync(file, 'utf8'))
      } catch {
        return null
      }
    },
    write(window: BrowserWindow) {
      const place: WindowPlace = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
      try {
        writeFileSync(file, JSON.stringify(place))
      } catch {
        // the next start opens in the middle
      }
    },
  }
}

export function keepWindow({ log, mayClose, onHopeless, show }: KeeperPorts): WindowKeeper {
  const place = rememberedPlace()
  const budget = createCrashBudget(() => performance.now())
  let current: BrowserWindow | null = null
  let onTop = false

  const watch = (window: BrowserWindow) => {
    window.on('close', (event) => {
      if (mayClose()) place.write(window)
      else event.preventDefault()
    })
    window.on('closed', () => {
      if (current === window) current = null
    })
    window.webContents.on('console-message', ({ level, message }) => {
      if (level === 'error') log(`the page: ${message.slice(0, LONGEST_LINE)}`)
    })
    window.on('unresponsive', () => log('the window does not answer'))
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log(`the page of the window is gone: ${reason} (${exitCode})`)
      if (current !== window || reason === 'clean-exit') return
      place.write(window)
      const { hash } = new URL(window.webContents.getURL())
      if (!budget.spend()) return onHopeless()
      // the new one first: an app without any window ends
      void open(hash).then(() => window.destroy())
    })
  }
  const open = async (hash = ''): Promise<void> => {
    const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
    const { window, loaded } = openWindow({ place: windowPlace(place.read(), displays), hash, show })
    current = window
    watch(window)
    if (onTop) window.setAlwaysOnTop(true)
    await loaded
  }
  return {
    current: () => current,
    open,
    bringForward() {
      if (current === null) return void open()
      if (current.isMinimized()) current.restore()
      current.show()
      current.focus()
    },
    go(hash) {
      if (current === null) return void open(hash)
      current.webContents.send('handhold:go', hash)
    },
    setOnTop(on) {
      onTop = on
      if (current?.isDestroyed() === false) current.setAlwaysOnTop(on)
    },
  }
}
