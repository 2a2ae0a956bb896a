import { type Browser, chromium, type Page } from 'playwright'
import playwrightConfig from '../../playwright.config.ts'
import { clockOffset } from './figures.ts'
import { type PageNews, watchPage } from './watch-page.ts'

const CLOCK_QUESTIONS = 300
const NEWS_WITHIN_MS = 20_000

/** A Chromium with the switches of the end-to-end tests. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(playwrightConfig.use?.launchOptions)

/** The app in a real Chromium, its clock joined to this process's. */
export type BenchPage = {
  readonly page: Page
  /** How far the joined clocks may be apart. */
  readonly clockOffByMs: number
  /** A moment of the page (`performance.now()`) on this process's clock. */
  toProcessMs(pageMs: number): number
  /** The next news from now on that fit; ask before what leads to them. Rejects when they do not come. */
  next<T extends PageNews>(what: string, fits: (news: PageNews) => news is T): Promise<T>
  /** Hears all news from now on, until the returned end is called. */
  listen(hear: (news: PageNews) => void): () => void
  close(): Promise<void>
}

/** Both clocks are the computer's monotonic one from different beginnings, so one difference serves for the whole page. */
async function joinClocks(page: Page) {
  const readings: Parameters<typeof clockOffset>[0][number][] = []
  for (let question = 0; question < CLOCK_QUESTIONS; question += 1) {
    const askedAtMs = performance.now()
    const theirsMs = await page.evaluate(() => performance.now())
    readings.push({ askedAtMs, theirsMs, gotAtMs: performance.now() })
  }
  return clockOffset(readings)
}

/** Opens the app's first screen, and gestures once, so that it may sound. */
export async function openBenchPage(link: string): Promise<BenchPage> {
  const browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 1180, height: 780 } })
  const listeners = new Set<(news: PageNews) => void>()
  await page.exposeFunction('benchNews', (news: PageNews) => {
    for (const hear of listeners) hear(news)
  })
  await page.addInitScript(watchPage)
  await page.goto(link)
  await page.locator('#what-happened').click()
  const { aheadMs, offByAtMostMs } = await joinClocks(page)
  return {
    page,
    clockOffByMs: offByAtMostMs,
    toProcessMs: (pageMs) => pageMs - aheadMs,
    listen(hear) {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    next: <T extends PageNews>(what: string, fits: (news: PageNews) => news is T) =>
      new Promise<T>((found, failed) => {
        const end = () => {
          listeners.delete(hear)
          clearTimeout(late)
        }
        const hear = (news: PageNews) => {
          if (!fits(news)) return
          end()
          found(news)
        }
        const late = setTimeout(() => {
          end()
          failed(new Error(`the page never showed or told: ${what}`))
        }, NEWS_WITHIN_MS)
        listeners.add(hear)
      }),
    close: () => browser.close(),
  }
}

const PAUSE_SPREAD_MS = 100

/** Waits a time that stands in no rhythm with the screen's frames. */
export const pause = (atLeastMs: number): Promise<void> =>
  new Promise((over) => setTimeout(over, atLeastMs + Math.random() * PAUSE_SPREAD_MS))
