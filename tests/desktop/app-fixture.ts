import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, _electron, type Page, test as base } from 'playwright/test'
import { expect } from 'playwright/test'

export const ROOT = join(import.meta.dirname, '../..')
const STANDIN = join(ROOT, 'tests/electron-standin')
const ELECTRON = join(ROOT, 'node_modules/electron')

/** Chromium refuses its sandbox to root; everybody else gets it, as the app's users do. */
const IS_ROOT = process.getuid?.() === 0

/** What runs the built app: Electron itself, or our stand-in for its program. */
export type Runner = 'standin' | 'electron'

/** Electron's own program, or null. Never asks the package: that would begin a download. */
function electronProgram(): string | null {
  const note = join(ELECTRON, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : null
  const file = name === null ? null : join(process.env['HANDHOLD_ELECTRON_DIST'] ?? join(ELECTRON, 'dist'), name)
  return file !== null && existsSync(file) ? file : null
}

/** Why this runner cannot run here; null where it can. */
export function whyNot(runner: Runner): string | null {
  if (runner === 'standin')
    return process.platform === 'win32'
      ? 'the stand-in for Electron is a shell script, which Windows does not start'
      : null
  if (electronProgram() === null)
    return 'the program of Electron is not on this machine (its package holds none until it is downloaded)'
  const noDisplay = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
  return noDisplay ? 'Electron needs a display; run it under xvfb-run' : null
}

/** Said in the report of each test that is skipped. */
export const REASONS = [whyNot('standin'), whyNot('electron')].filter((reason) => reason !== null).join('; ')

const programOf = (runner: Runner): string =>
  runner === 'standin' ? join(STANDIN, 'electron') : (electronProgram() ?? '')

export type Desk = {
  readonly folder: string
  readonly databaseFile: string
  readonly logFile: string
  /** Starts the app with this desk's folder and history; a second call starts it again after it has ended. */
  launch(...args: string[]): Promise<{ app: ElectronApplication; page: Page }>
  /** Starts its program beside Playwright, with `input` to read; gives its exit code and what it said. */
  run(args: readonly string[], input?: string): Promise<{ code: number | null; said: string }>
}

function createDesk(runner: Runner, folder: string): Desk & { end(): Promise<void> } {
  const databaseFile = join(folder, 'history.sqlite')
  const userData = join(folder, 'data')
  const env = { ...process.env, HANDHOLD_DATABASE: databaseFile, HANDHOLD_PRACTICE_RATE: '4' } as Record<string, string>
  const running = new Set<ElectronApplication>()
  return {
    folder,
    databaseFile,
    logFile: join(userData, 'logs/handhold.log'),
    async launch(...args) {
      const app = await _electron.launch({
        args: [ROOT, `--user-data-dir=${userData}`, ...args],
        env,
        chromiumSandbox: !IS_ROOT,
      })
      running.add(app)
      app.on('close', () => running.delete(app))
      const page = await app.firstWindow()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      return { app, page }
    },
    async run(args, input = '') {
      const noSandbox = IS_ROOT ? ['--no-sandbox'] : []
      const child: ChildProcess = spawn(
        programOf(runner),
        [...noSandbox, ROOT, `--user-data-dir=${userData}`, ...args],
        { env },
      )
      const said: string[] = []
      child.stdout?.setEncoding('utf8').on('data', (text: string) => said.push(text))
      child.stdin?.end(input)
      const [code] = (await once(child, 'close')) as [number | null]
      return { code, said: said.join('') }
    },
    async end() {
      for (const app of running) {
        await app.evaluate(({ app: each }) => each.exit(0)).catch(() => {})
        await app.close().catch(() => {})
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** A place on this computer that a page must never reach; `hits` counts who did. */
export type Elsewhere = { readonly url: string; hits(): number }

export const test = base.extend<{ desk: Desk; elsewhere: Elsewhere }, { runner: Runner; chosen: void }>({
  runner: ['standin', { option: true, scope: 'worker' }],
  chosen: [
    async ({ runner }, use) => {
      if (runner === 'standin') process.env['ELECTRON_OVERRIDE_DIST_PATH'] = STANDIN
      await use()
    },
    { scope: 'worker', auto: true },
  ],
  desk: async ({ runner }, use) => {
    const desk = createDesk(runner, mkdtempSync(join(tmpdir(), 'handhold-desk-')))
    await use(desk)
    await desk.end()
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  elsewhere: async ({}, use) => {
    let hits = 0
    const server = createServer((_request, response) => {
      hits += 1
      response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' })
      response.end('<!doctype html><title>elsewhere</title>')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, hits: () => hits })
    server.close()
  },
})

export { expect }
