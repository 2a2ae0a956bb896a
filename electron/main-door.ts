import { app, dialog, ipcMain, powerMonitor, shell } from 'electron'
import about from '../package.json' with { type: 'json' }
import { portChannel } from '../shared/contract/channel.ts'
import { languageFor } from '../shared/texts/languages.ts'
import { loadTranslator } from '../shared/texts/load.ts'
import { type Translate, translator } from '../shared/texts/translate.ts'
import { type App, buildApp } from './build.ts'
import { caseFilesIn } from './case-files.ts'
import { defaultDatabaseFile } from './host-system.ts'
import { createLeaving } from './leaving.ts'
import type { openLogFile } from './log-file.ts'
import { keepAwake } from './main-awake.ts'
import { chooseCaseFiles, openCaseFile, savePdf } from './main-files.ts'
import { showMenu } from './main-menu.ts'
import type { MenuCommand } from './main-menu-plan.ts'
import { showNotice } from './main-notices.ts'
import { PAGE_URL } from './page-answer.ts'
import { noticesBetween } from './shell-notices.ts'
import { takeSeat } from './shell-seat.ts'
import { shellWishes, type Unsafe, type Worlds } from './shell-wishes.ts'
import { keepWindow, type WindowKeeper } from './window-keeper.ts'
import { isOurPage } from './window-locks.ts'

export type Log = ReturnType<typeof openLogFile>
export type DoorSetup = {
  readonly log: Log
  /** false: a check that nobody looks at. */
  readonly show: boolean
  /** `:memory:` or a file; the usual one when left out. */
  readonly databaseFile?: string
  /** Exported cases that the start was asked to open. */
  readonly caseFiles: readonly string[]
  /** Our page has asked for the wire and got it. */
  readonly onScreen?: () => void
}

/** Only our own page, in its top frame, may ask for the wire. */
function letScreensIn(services: App, log: Log, onScreen: () => void): void {
  ipcMain.on('handhold:connect', (event) => {
    const frame = event.senderFrame
    const [port] = event.ports
    if (!port) return
    if (isOurPage({ frame, topFrame: event.sender.mainFrame }, PAGE_URL)) {
      services.connect(portChannel(port))
      return onScreen()
    }
    log.write(`refused a connection from ${frame?.url ?? 'a frame that has gone'}`)
    port.close()
  })
}

/** Asks whether to leave while something runs. */
async function askToLeave(t: Translate, keeper: WindowKeeper, why: Unsafe): Promise<boolean> {
  const window = keeper.current()
  const question = {
    type: 'warning' as const,
    message: t(`desktop.leave.${why}`),
    detail: t(`desktop.leave.${why}.detail`),
    buttons: [t('desktop.leave.stay'), t('desktop.leave.leave')],
    defaultId: 0,
    cancelId: 0,
  }
  const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))
  return response === 1
}

/** Door 1: the desktop app. One window, one wire to it, everything else refused. */
export async function openDoor(setup: DoorSetup): Promise<void> {
  const { log } = setup
  let t = translator('en')
  let language = ''
  let worlds: Worlds = { real: null, practice: null }
  let closed = false
  const awake = keepAwake()
  const services = buildApp({
    door: 'desktop',
    databaseFile: setup.databaseFile ?? (process.env['HANDHOLD_DATABASE'] || defaultDatabaseFile()),
    appVersion: about.version,
    practiceRate: Number(process.env['HANDHOLD_PRACTICE_RATE']) || 1,
    log: (line) => log.write(line),
  })

  const leaving = createLeaving(
    () => shellWishes(worlds).unsafe,
    (why) => askToLeave(t, keeper, why),
  )
  const keeper: WindowKeeper = keepWindow({
    log: (line) => log.write(line),
    show: setup.show,
    mayClose() {
      if (closed || leaving.may()) return true
      leaving.request(() => app.quit())
      return false
    },
    onHopeless() {
      dialog.showErrorBox(t('desktop.crash.title'), t('desktop.crash.body', { file: log.file }))
      leaving.allow()
      app.quit()
    },
  })

  const openCase = async (path: string) => {
    const hash = await openCaseFile(t, seat, path)
    if (hash === null) return
    keeper.bringForward()
    keeper.go(hash)
  }
  const run = (command: MenuCommand) => {
    if (command.kind === 'go') return keeper.go(command.hash)
    if (command.kind === 'show-log') return shell.showItemInFolder(log.file)
    const window = keeper.current()
    if (window === null) return
    if (command.kind === 'save-pdf') return void savePdf(t, window)
    return void chooseCaseFiles(t, window).then((paths) => paths.forEach((path) => void openCase(path)))
  }
  const speak = (set: string) => {
    const tag = languageFor(set, app.getPreferredSystemLanguages())
    if (tag === language) return
    language = tag
    const show = (texts: Translate) => {
      t = texts
      showMenu(t, run)
    }
    loadTranslator(tag).then(show, (error: unknown) =>
      log.write(`the texts of ${tag} cannot be read: ${String(error)}`),
    )
  }
  const seat = takeSeat(
    services,
    (now, before) => {
      worlds = now
      const wishes = shellWishes(now)
      keeper.setOnTop(wishes.onTop)
      awake.set(wishes.keepAwake)
      if (now.real) speak(now.real.settings.language)
      if (now.real === before.real || now.real === null || keeper.current()?.isFocused()) return
      for (const notice of noticesBetween(before.real, now.real)) showNotice(t, notice, () => keeper.bringForward())
    },
    (line) => log.write(line),
  )
  showMenu(t, run)

  letScreensIn(services, log, setup.onScreen ?? (() => {}))
  powerMonitor.on('suspend', () => services.host('host.suspended'))
  powerMonitor.on('resume', () => services.host('host.resumed'))
  // the system ends the session: asking would only hold it up
  powerMonitor.on('shutdown', () => leaving.allow())
  app.on('second-instance', (_event, args) => {
    keeper.bringForward()
    for (const path of caseFilesIn(args.slice(1))) void openCase(path)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void openCase(path)
  })
  app.on('activate', () => keeper.bringForward())
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    leaving.request(() => {
      closed = true
      void services.close().finally(() => app.quit())
    })
  })
  await keeper.open()
  for (const path of setup.caseFiles) void openCase(path)
}
