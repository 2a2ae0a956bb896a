// The app object: its life, its folders, and one instance of it.
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeBrowser, dataFolder } from './browser.ts'
import { Emitter, preventable, strict } from './strict.ts'

const EVENTS = [
  ...(['ready', 'will-finish-launching', 'activate', 'before-quit', 'will-quit', 'quit', 'window-all-closed'] as const),
  ...(['second-instance', 'open-file', 'open-url', 'web-contents-created', 'browser-window-created'] as const),
  ...(['render-process-gone', 'child-process-gone', 'browser-window-focus', 'browser-window-blur'] as const),
]
const LOCK = join(dataFolder, 'standin-lock')
const CALLS = join(dataFolder, 'standin-calls')

type Closable = { askToClose(): boolean; destroy(): void }
type Call = { argv: string[]; cwd: string; data: unknown }

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

class App extends Emitter<(typeof EVENTS)[number]> {
  readonly isPackaged = process.env['STANDIN_PACKAGED'] === '1'
  name = 'Handhold'
  windows: () => Closable[] = () => []
  #ready = Promise.withResolvers<void>()
  #isReady = false
  #isQuitting = false
  readonly #switches = new Map<string, string>()

  constructor() {
    super('app', EVENTS)
  }
  /** Through the exported object: Playwright's loader replaces its `emit` to hold `ready` back. */
  begin() {
    this.#isReady = true
    app.emit('ready', {}, {})
    this.#ready.resolve()
  }
  whenReady = (): Promise<void> => this.#ready.promise
  isReady = (): boolean => this.#isReady
  getName = (): string => this.name
  getVersion = (): string => '0.0.0'
  getAppPath = (): string => process.env['STANDIN_APP'] ?? ''
  getPath = (name: string): string => {
    if (name === 'userData') return dataFolder
    const folder = join(name === 'temp' ? tmpdir() : dataFolder, name)
    mkdirSync(folder, { recursive: true })
    return folder
  }
  getPreferredSystemLanguages = (): string[] => ['en-GB']
  enableSandbox = (): void => {
    if (this.#isReady) throw new Error('electron stand-in: the sandbox must be enabled before ready')
  }
  setAppUserModelId = (_id: string): void => {}
  setAboutPanelOptions = (_options: object): void => {}
  readonly commandLine = strict('commandLine', {
    appendSwitch: (name: string, value = '') => void this.#switches.set(name, value),
    hasSwitch: (name: string) => this.#switches.has(name) || process.argv.some((arg) => arg.startsWith(`--${name}`)),
    getSwitchValue: (name: string) =>
      process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ??
      this.#switches.get(name) ??
      '',
  })

  requestSingleInstanceLock = (data: unknown = null): boolean => {
    mkdirSync(CALLS, { recursive: true })
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    } catch {
      if (isAlive(Number(readFileSync(LOCK, 'utf8')))) {
        const call: Call = { argv: process.argv, cwd: process.cwd(), data }
        writeFileSync(join(CALLS, `${process.pid}.json`), JSON.stringify(call))
        return false
      }
      writeFileSync(LOCK, String(process.pid))
    }
    process.on('exit', () => rmSync(LOCK, { force: true }))
    watch(CALLS, () => this.#answerCalls()).unref()
    return true
  }
  #answerCalls() {
    for (const name of readdirSync(CALLS)) {
      const file = join(CALLS, name)
      try {
        const { argv, cwd, data } = JSON.parse(readFileSync(file, 'utf8')) as Call
        rmSync(file)
        this.emit('second-instance', {}, argv, cwd, data)
      } catch {
        // half written: the next change of the folder finds it whole
      }
    }
  }

  lastWindowClosed() {
    if (this.#isQuitting) return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }
  quit = (): void => {
    if (this.#isQuitting) return
    const before = preventable()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    if (!this.windows().every((window) => window.askToClose())) return
    this.#isQuitting = true
    for (const window of this.windows()) window.destroy()
    const will = preventable()
    this.emit('will-quit', will)
    if (will.defaultPrevented) {
      this.#isQuitting = false
      return
    }
    this.exit(0)
  }
  exit = (code = 0): void => {
    this.#isQuitting = true
    this.emit('quit', {}, code)
    void closeBrowser().finally(() => process.exit(code))
  }
}

export const app = strict('app', new App())
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())
