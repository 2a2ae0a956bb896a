import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base } from 'playwright/test'

const SERVE = join(import.meta.dirname, '../../dist/serve/serve.js')
const STARTS_WITHIN_MS = 20_000

/** The built serve door, running as a process of its own with a database of its own. */
export type ServeDoor = {
  /** The one-time link of the running process. */
  link(): string
  readonly databaseFile: string
  /** What it said on stderr so far, over all its runs. */
  log(): string
  /** SIGKILL: no goodbye, nothing flushed. Resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM, and its exit code. */
  stop(): Promise<number | null>
  /** Starts it again on the same database; a page must be sent to the new link. */
  start(): Promise<string>
}

type Running = { process: ChildProcess; link: string }

async function startServe(args: string[], onLog: (text: string) => void): Promise<Running> {
  const child = spawn(process.execPath, [SERVE, '--no-open', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stderr.setEncoding('utf8').on('data', onLog)
  const link = await new Promise<string>((found, failed) => {
    const late = setTimeout(() => failed(new Error('the serve door did not start in time')), STARTS_WITHIN_MS)
    child.on('exit', (code) => failed(new Error(`the serve door ended with ${code} before it was ready`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /http:\/\/127\.0\.0\.1:\S+/.exec(line)?.[0]
      clearTimeout(late)
      if (url) found(url)
    })
  })
  return { process: child, link }
}

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

/** Starts the serve door. `end` stops it and removes its folder. */
export async function openServeDoor(practiceRate: number): Promise<ServeDoor & { end(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'handhold-e2e-'))
  const databaseFile = join(folder, 'history.sqlite')
  const said: string[] = []
  const start = () =>
    startServe(['--database', databaseFile, '--practice-rate', String(practiceRate)], (text) => said.push(text))
  let running = await start()
  const signal = async (name: 'SIGKILL' | 'SIGTERM') => {
    running.process.kill(name)
    return ended(running.process)
  }
  return {
    databaseFile,
    link: () => running.link,
    log: () => said.join(''),
    kill: async () => void (await signal('SIGKILL')),
    stop: () => signal('SIGTERM'),
    async start() {
      running = await start()
      return running.link
    },
    async end() {
      await signal('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Tests against the built serve door. `practiceRate` is how fast practice runs against life (10 unless a test says
 * `test.use({ practiceRate: 1 })`). `door` is the process; `page` is not opened yet: `await page.goto(door.link())`.
 */
export const test = base.extend<{ door: ServeDoor }, { practiceRate: number }>({
  practiceRate: [10, { option: true, scope: 'worker' }],
  door: async ({ practiceRate }, use) => {
    const door = await openServeDoor(practiceRate)
    await use(door)
    await door.end()
  },
})

export { expect } from 'playwright/test'
