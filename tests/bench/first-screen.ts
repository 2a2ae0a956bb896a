import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright'
import { inDigits, median, percentile } from './figures.ts'
import { launchBrowser } from './page.ts'
import type { BenchRow } from './row.ts'

const ROUNDS = 9

/** A page with a field and nothing else, from a server that does nothing else. */
const EMPTY_SERVER = `
const page = '<!doctype html><title>empty</title><input id="what-happened">'
const server = require('node:http').createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end(page)
})
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'))
`

/** Runs in the page: tells when the first screen's field had been drawn and could be typed into. */
function watchForField(): void {
  const look = () => {
    const field = document.querySelector<HTMLInputElement>('#what-happened')
    if (field === null || field.disabled) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => void Reflect.get(window, 'benchUsable')(), 0))
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { subtree: true, childList: true, attributes: true })
}

type Start = { readonly linkMs: number; readonly usableMs: number }

async function linkOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('the server has no voice')
  for await (const line of createInterface({ input: server.stdout })) {
    const link = /http:\/\/127\.0\.0\.1:\S+/.exec(line)?.[0]
    if (link) return link
  }
  throw new Error('the server ended before it was ready')
}

/** One start, from the process's birth to the field in a fresh window of a browser that runs already. */
async function start(browser: Browser, args: readonly string[]): Promise<Start> {
  const context = await browser.newContext({ viewport: { width: 1180, height: 780 } })
  const page = await context.newPage()
  const usable = Promise.withResolvers<number>()
  await page.exposeFunction('benchUsable', () => usable.resolve(performance.now()))
  await page.addInitScript(watchForField)
  const bornMs = performance.now()
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  try {
    const link = await linkOf(server)
    const linkMs = performance.now() - bornMs
    await page.goto(link, { waitUntil: 'commit' })
    return { linkMs, usableMs: (await usable.promise) - bornMs }
  } finally {
    await context.close()
    server.kill('SIGKILL')
    await ended
  }
}

const said = (starts: readonly Start[]): string => {
  const usable = starts.map(({ usableMs }) => usableMs)
  const link = median(starts.map(({ linkMs }) => linkMs))
  return `n ${usable.length}, ${inDigits(percentile(usable, 0))} to ${inDigits(percentile(usable, 1))}, link after ${inDigits(link)}`
}

/**
 * From the serve door's process being born to its first screen's field, drawn and ready, beside an empty Node server with
 * an empty page. In turns, medians; the browser runs already, each start gets a fresh window without a cache.
 */
export async function benchFirstScreen(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-bench-'))
  const serve = join(import.meta.dirname, '../../dist/serve/serve.js')
  const ours = [serve, '--no-open', '--database', join(folder, 'history.sqlite')]
  const empty = ['-e', EMPTY_SERVER]
  const browser = await launchBrowser()
  try {
    // the first of each fills the disk's cache and makes the database
    await start(browser, ours)
    await start(browser, empty)
    const starts = { ours: [] as Start[], empty: [] as Start[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      starts.ours.push(await start(browser, ours))
      starts.empty.push(await start(browser, empty))
    }
    const usable = (each: readonly Start[]) => median(each.map(({ usableMs }) => usableMs))
    const [own, against] = [usable(starts.ours), usable(starts.empty)]
    return [
      {
        ...{ name: 'serve door: process born → first usable screen, median', unit: 'ms', load: 'idle', ratio: null },
        ...{ ours: own, against, againstName: 'empty Node server and page' },
        ...{ aim: 'beside it', detail: `ours ${said(starts.ours)}; empty ${said(starts.empty)}` },
      },
    ]
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
