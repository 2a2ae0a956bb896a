import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright'
import { findChromium } from '../../tools/find-chromium.ts'
import { makeEmptyApp, packedMb } from './empty-app.ts'
import { inDigits, median, percentile } from './figures.ts'
import type { BenchRow } from './row.ts'

const ROOT = join(import.meta.dirname, '../..')
const STANDIN = join(ROOT, 'tests/electron-standin/electron')
const ROUNDS = 7
/** Longer than the history waits before it writes, and the page's last frame. */
const SETTLED_MS = 4000

/** What the first screen loads: the page, its scripts and styles; other languages and fonts come when they are wanted. */
function firstLoad(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path = '']) => join(folder, path))
  return (
    [join(folder, 'index.html'), ...named].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000
  )
}

type Start = { readonly mainMs: number; readonly usableMs: number; readonly memoryMb: number | null }

/** The process's own resident memory; the windows' browser is a process of its own. */
const residentMb = ({ pid }: ChildProcess): number => {
  const line = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(line ?? 0) / 1024
}

/** One start on the stand-in: until its first window asks for the page, and until the page's field can be typed into. */
async function start(app: string, folder: string, settle: boolean): Promise<Start> {
  const data = mkdtempSync(join(folder, 'start-'))
  const env = {
    ...process.env,
    HANDHOLD_STANDIN_NODE: process.execPath,
    HANDHOLD_DATABASE: join(data, 'history.sqlite'),
  }
  const args = ['--remote-debugging-port=0', app, `--user-data-dir=${data}`]
  const child = spawn(STANDIN, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'exit')
  try {
    if (child.stderr === null) throw new Error('the stand-in has no voice')
    for await (const line of createInterface({ input: child.stderr })) {
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (address === undefined) continue
      // the browser is there; from here on it is the app
      const beganMs = performance.now()
      const browser = await chromium.connectOverCDP(address)
      const page = browser.contexts()[0]?.pages()[0]
      if (page === undefined) throw new Error('there is no page')
      await page.waitForURL((url) => url.protocol === 'https:', { waitUntil: 'commit' })
      const mainMs = performance.now() - beganMs
      await page.locator('#what-happened').waitFor()
      const usableMs = performance.now() - beganMs
      if (settle) await sleep(SETTLED_MS)
      const memoryMb = settle ? residentMb(child) : null
      return { mainMs, usableMs, memoryMb }
    }
    throw new Error('the app ended before it was ready')
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

const row = (
  name: string,
  unit: string,
  ours: number,
  against: number,
  againstName: string,
  more: Partial<BenchRow> = {},
): BenchRow => ({
  ...{ name, unit, ours, against, againstName, ratio: ours / against, aim: 'beside it' },
  ...more,
})
const spread = (values: readonly number[]) => `${inDigits(percentile(values, 0))} to ${inDigits(percentile(values, 1))}`

/**
 * The desktop app beside an empty one with the same tools: what its page weighs, how long a start takes on the stand-in for Electron's
 * program, what its main process holds when idle, and what goes into a package. Not Electron itself: its program is a download.
 */
export async function benchDesktop(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-bench-desktop-'))
  try {
    if ((await findChromium()) === null) throw new Error('there is no Chromium')
    const empty = join(folder, 'empty')
    await makeEmptyApp(empty)
    const starts = { ours: [] as Start[], empty: [] as Start[] }
    for (let round = -1; round < ROUNDS; round += 1) {
      const settle = round === ROUNDS - 1
      const [own, other] = [await start(ROOT, folder, settle), await start(empty, folder, settle)]
      // the first of each only fills caches
      if (round < 0) continue
      starts.ours.push(own)
      starts.empty.push(other)
    }
    const of = (which: 'ours' | 'empty', what: 'mainMs' | 'usableMs') => starts[which].map((each) => each[what])
    const timed = (name: string, what: 'mainMs' | 'usableMs') =>
      row(name, 'ms', median(of('ours', what)), median(of('empty', what)), 'empty app on the same stand-in', {
        ratio: null,
        load: 'idle',
        detail: `n ${ROUNDS}, ours ${spread(of('ours', what))}; empty ${spread(of('empty', what))}`,
      })
    const memory = (which: 'ours' | 'empty') => starts[which].at(-1)?.memoryMb ?? 0
    const packed = { ours: packedMb(null, folder), empty: packedMb(empty, folder) }
    return [
      row(
        'page of the window: what the first screen loads, gzip',
        'kB',
        firstLoad(join(ROOT, 'dist/renderer')),
        firstLoad(join(empty, 'page')),
        'empty React page',
      ),
      timed('desktop door on the stand-in: browser there → the window asks for its page, median', 'mainMs'),
      timed('desktop door on the stand-in: browser there → first usable screen, median', 'usableMs'),
      row(
        'desktop door on the stand-in: idle main process (RSS)',
        'MB',
        memory('ours'),
        memory('empty'),
        'empty app on the same stand-in',
        {
          detail: `${SETTLED_MS / 1000} s after the first screen; Node, Playwright and the stand-in are in both`,
        },
      ),
      row(
        'package for Linux x64: its archive and the native files beside it',
        'MB',
        packed.ours,
        packed.empty,
        'the same package with an empty app',
        { detail: 'packed offline with the same tool; Electron itself is the same in both and not counted' },
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
