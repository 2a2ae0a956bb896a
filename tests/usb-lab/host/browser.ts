import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { findChromium } from '../../../tools/find-chromium.ts'
import type { RuleResult, VisitName } from '../protocol.ts'
import { MUX_VISIT } from './mux-visit.ts'
import { type BrowserRule, PATIENCE_MS, shoot, type Visit } from './pages.ts'
import { RESULTS } from './places.ts'
import { RESTRICTED } from './restricted-visit.ts'
import { WHOLE } from './whole-visit.ts'

const slug = ({ sentence }: BrowserRule) => sentence.replaceAll(/[^a-z]+/gi, '-').slice(0, 40)

const VISITS: Readonly<Record<VisitName, readonly BrowserRule[]>> = {
  whole: WHOLE,
  mux: MUX_VISIT,
  restricted: RESTRICTED,
}

const runRule = async (rule: BrowserRule, visit: Visit): Promise<RuleResult> => {
  const startedMs = performance.now()
  const { sentence } = rule
  const result = (outcome: RuleResult['outcome'], detail: string): RuleResult => {
    return { room: 'the whole app', sentence, outcome, tookMs: Math.round(performance.now() - startedMs), detail }
  }
  try {
    await rule.run(visit)
    return result('passed', '')
  } catch (error) {
    const name = `failed-${slug(rule)}`
    await shoot(visit.page, name).catch(() => {})
    const lastState = join(RESULTS, 'last-state.json')
    if (existsSync(lastState)) renameSync(lastState, join(RESULTS, `${name}.json`))
    return result('failed', error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

/** What the app last said of itself, for the report of a rule that failed. */
const keepLastState = (page: Page) => {
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).includes('"phonesSeen"')) writeFileSync(join(RESULTS, 'last-state.json'), payload)
    }),
  )
}

/** Visits the app that runs inside with a Chromium out here. Tells of each rule as it ends. */
export const visitApp = async (
  name: VisitName,
  url: string,
  phones: string,
  onResult: (result: RuleResult) => void,
): Promise<void> => {
  const rules = VISITS[name]
  const executablePath = await findChromium()
  if (executablePath === null) {
    const skipped = {
      room: 'the whole app',
      outcome: 'skipped',
      tookMs: 0,
      detail: 'there is no Chromium here',
    } as const
    for (const { sentence } of rules) onResult({ ...skipped, sentence })
    return
  }
  const browser: Browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(PATIENCE_MS)
    keepLastState(page)
    await page.goto(url)
    const only = new RegExp(process.env['LAB_SENTENCES'] ?? '')
    for (const rule of rules.filter(({ sentence }) => only.test(sentence)))
      onResult(await runRule(rule, { page, phones }))
  } finally {
    await browser.close()
  }
}
