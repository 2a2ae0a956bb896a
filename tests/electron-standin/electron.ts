// What `import … from 'electron'` gives in the main process: the parts that Handhold uses, played with Debian's Chromium.
// Whatever is not listed fails: a missing export does not link, a missing member or event stops with its name.
import { app } from './app.ts'
import { openForDebugging } from './browser.ts'
import { ipcMain } from './ipc.ts'
import {
  clipboard,
  crashReporter,
  dialog,
  Menu,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  screen,
  shell,
} from './system.ts'
import { protocol, session } from './session.ts'
import { BrowserWindow, webContents } from './windows.ts'

export {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  webContents,
}

/** Called once, before the app's own code runs, as in Electron. Driven from outside, Chromium is there first. */
export async function begin(debug: boolean): Promise<void> {
  if (debug) await openForDebugging()
  setImmediate(() => app.begin())
}
