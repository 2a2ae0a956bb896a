// The Chromium behind the windows.
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright'

/** What Electron calls userData: `--user-data-dir`, else a folder of this run. */
export const dataFolder = process.env['STANDIN_USER_DATA'] || mkdtempSync(join(tmpdir(), 'standin-'))
mkdirSync(dataFolder, { recursive: true })
const profile = join(dataFolder, 'chromium')

let opened: Promise<BrowserContext> | null = null

async function open(): Promise<BrowserContext> {
  const executablePath = process.env['STANDIN_CHROMIUM']
  if (!executablePath) throw new Error('electron stand-in: there is no Chromium')
  return chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: null,
    serviceWorkers: 'block',
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...['--remote-debugging-port=0', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      '--autoplay-policy=no-user-gesture-required',
      // Chromium itself reaches nothing, whoever drives it: every answer comes through us
      ...['--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=<-loopback>'],
    ],
  })
}

/** The one browser of this run; it comes up when it is first asked for. */
export const browser = (): Promise<BrowserContext> => (opened ??= open())

/** Says where Chromium can be driven, in the words that Playwright waits for. */
export async function openForDebugging(): Promise<void> {
  await browser()
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  console.error(`DevTools listening on ws://127.0.0.1:${port}${path}`)
}

export async function closeBrowser(): Promise<void> {
  await (await opened)?.close().catch(() => {})
}
