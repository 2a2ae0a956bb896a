import { join } from 'node:path'
import { app, crashReporter, session } from 'electron'
import { caseFilesIn } from './case-files.ts'
import { openLogFile } from './log-file.ts'
import { runHere, wantedCommandLine } from './main-command-line.ts'
import { openDoor } from './main-door.ts'
import { registerPages, servePages } from './main-pages.ts'
import { runSelfCheck, wantsSelfCheck } from './main-self-check.ts'
import { lockContents, lockSession } from './window-locks.ts'

const file = openLogFile(join(app.getPath('userData'), 'logs'))
const log = {
  ...file,
  write(line: string) {
    file.write(line)
    console.error(line)
  },
}
const tell = (what: string, error: unknown) =>
  log.write(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)

/** macOS names a case that starts the app before there is anybody to open it. */
const early: string[] = []
const keepEarly = (event: { preventDefault(): void }, path: string) => {
  event.preventDefault()
  early.push(path)
}

async function begin(): Promise<void> {
  app.on('open-file', keepEarly)
  await app.whenReady()
  lockSession(session.defaultSession)
  servePages()
  if (wantsSelfCheck()) return runSelfCheck(log)
  app.off('open-file', keepEarly)
  await openDoor({ log, show: true, caseFiles: [...early, ...caseFilesIn(process.argv.slice(1))] })
}

/** Door 1: what must be said before Electron is ready, then the window. */
function openWindowDoor(): void {
  // what fails is written down here and sent nowhere
  crashReporter.start({ uploadToServer: false })
  process.on('uncaughtExceptionMonitor', (error) => tell('uncaught', error))
  process.on('unhandledRejection', (error) => tell('unhandled', error))

  app.enableSandbox()
  registerPages()
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('window-all-closed', () => app.quit())
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.write(`a process is gone: ${type}, ${reason} (${exitCode})`)
  })

  // a check stands beside an app that runs already
  if (wantsSelfCheck() || app.requestSingleInstanceLock()) {
    begin().catch((error: unknown) => {
      tell('the app could not start', error)
      app.exit(1)
    })
  } else app.quit()
}

// the command line answers before Electron is ready: no window, no page, no lock
const words = wantedCommandLine()
if (words === null) openWindowDoor()
else await runHere(words)
