import { app, type BrowserWindow, ipcMain, powerMonitor, powerSaveBlocker, session } from 'electron'
import about from '../package.json' with { type: 'json' }
import { portChannel } from '../shared/contract/channel.ts'
import { buildApp } from './build.ts'
import { defaultDatabaseFile } from './host-system.ts'
import { openWindow, PAGE_URL } from './window.ts'
import { isOurPage, lockContents, lockSession } from './window-locks.ts'

const log = (line: string) => console.error(`${new Date().toISOString()} ${line}`)

/** Door 1: the desktop app. One window, one wire to it, everything else refused. */
async function openDoor(): Promise<void> {
  let window: BrowserWindow | null = null
  let blocker: number | null = null

  const hold = (on: boolean) => {
    if (on && blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep')
    if (!on && blocker !== null) {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
    window?.setAlwaysOnTop(on)
  }
  const services = buildApp({
    door: 'desktop',
    databaseFile: process.env['HANDHOLD_DATABASE'] || defaultDatabaseFile(),
    appVersion: about.version,
    practiceRate: Number(process.env['HANDHOLD_PRACTICE_RATE']) || 1,
    onAttention: hold,
    log,
  })

  powerMonitor.on('suspend', () => services.host('host.suspended'))
  powerMonitor.on('resume', () => services.host('host.resumed'))

  // only our own page, in its top frame, may ask for the wire
  ipcMain.on('handhold:connect', (event) => {
    const frame = event.senderFrame
    const [port] = event.ports
    if (!port) return
    if (isOurPage({ frame, topFrame: event.sender.mainFrame }, PAGE_URL)) services.connect(portChannel(port))
    else {
      log(`refused a connection from ${frame?.url ?? 'a frame that has gone'}`)
      port.close()
    }
  })

  const show = async () => {
    window = await openWindow()
    window.on('closed', () => (window = null))
  }
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (window === null) void show()
  })
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    void services.close().finally(() => app.quit())
  })
  await show()
}

app.on('web-contents-created', (_event, contents) => lockContents(contents))
app.on('window-all-closed', () => app.quit())

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(() => {
    lockSession(session.defaultSession)
    return openDoor()
  })
} else app.quit()
