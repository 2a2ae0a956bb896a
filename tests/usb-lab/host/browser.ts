import assert from 'node:assert/strict'
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Locator, type Page } from 'playwright'
import { translator } from '../../../shared/texts/translate.ts'
import { findChromium } from '../../../tools/find-chromium.ts'
import { callPhones } from '../phone/control.ts'
import type { PhoneMode } from '../phone/identities.ts'
import type { RuleResult } from '../protocol.ts'
import { followGuide } from './hands.ts'
import { RESULTS } from './places.ts'

const t = translator('en')

/** The page is fed by an emulated computer: everything may take its time. */
const PATIENCE_MS = 30_000

type Visit = { readonly page: Page; readonly phones: string }
type BrowserRule = { readonly sentence: string; run(visit: Visit): Promise<void> }

const panel = (page: Page) => page.locator('.phone-panel')

const waitForMode = (page: Page, mode: PhoneMode): Promise<void> =>
  panel(page)
    .locator('.mode-badge', { hasText: t(`mode.${mode}`) })
    .waitFor()

const shoot = (page: Page, name: string) => page.screenshot({ path: join(RESULTS, `${name}.png`), fullPage: true })

const rail = (page: Page, name: string) => page.getByRole('link', { name: t(name), exact: true }).first()

/** From wherever the page is to the first screen: a guide that has ended or has not begun is put away. */
const home = async (page: Page) => {
  const putAway = ['guide-screen.finish', 'guide-screen.go-on', 'guide-screen.back'].map((key) =>
    page.locator('.guide').getByRole('button', { name: t(key), exact: true }),
  )
  const ways = putAway.reduce((all, one) => all.or(one), rail(page, 'nav.home'))
  for (let turn = 0; turn < 3; turn += 1) {
    await ways.first().waitFor()
    if (await rail(page, 'nav.home').isVisible()) break
    for (const button of putAway) {
      if (!(await button.isVisible())) continue
      await button.click()
      await button.waitFor({ state: 'hidden' })
    }
  }
  await rail(page, 'nav.home').click()
}

const historyRow = async (page: Page, text: string): Promise<Locator> => {
  await home(page)
  await rail(page, 'nav.history').click()
  const row = page.locator('.case-row', { hasText: text }).first()
  await row.waitFor()
  return row
}

const leaveCase = async (page: Page) => {
  await home(page)
  const leave = page.getByRole('button', { name: t('case.leave'), exact: true })
  const question = page.getByRole('heading', { name: t('home.title') })
  await leave.or(question).first().waitFor()
  if (await leave.isVisible()) await leave.click()
  await question.waitFor()
}

/** From the first screen to the card of "enter DFU". */
const showDfuCard = async (page: Page) => {
  await page.getByRole('button', { name: t('home.guides') }).click()
  await page
    .getByRole('button', { name: t('guide-choice.dfu') })
    .first()
    .click()
  const agree = page.getByRole('checkbox', { name: t('before.agree') })
  const card = page.locator('.guide[data-stage="card"]')
  await agree.or(card).first().waitFor()
  if (await agree.isVisible()) {
    await agree.check()
    await page.getByRole('button', { name: t('before.start', { guide: t('guide-choice.dfu') }) }).click()
  }
  await card.waitFor()
}

const guideIntoDfu = async ({ page, phones }: Visit, product: string, way: 'manual' | 'assisted') => {
  const start = way === 'assisted' ? 'recovery' : 'normal'
  await leaveCase(page)
  await callPhones(phones, 'unplug', { phone: 'eleven' })
  // The seed draws the ECID as well: two phones need two, or the app rightly takes them for one.
  const seed = way === 'assisted' ? 7 : 20
  const setup = { seed, product, start, cable: 'signals', boardFaults: false } as const
  await callPhones(phones, 'world', { setup, socket: 'root-b' })
  await waitForMode(page, start)
  await showDfuCard(page)
  const radio = page.getByRole('radio', { name: t(`guide-screen.way.${way}`), exact: true })
  // The page shows it as chosen when the app inside has agreed.
  await radio.click()
  await page.locator('input[type="radio"]:checked').and(radio).waitFor()
  await shoot(page, `card-${way}`)
  const request = { guide: 'dfu', family: 'face-id', way, from: start, power: 'side' } as const
  const again = page.getByRole('button', { name: t('guide-screen.again'), exact: true })
  let verdict = await followGuide(page, phones, request)
  // On a busy computer the hands get the word late; people miss too, and try again from where the phone is then.
  if (verdict !== 'entered' && way === 'manual' && (await again.isVisible())) {
    await again.click()
    await page.locator('.guide[data-stage="card"]').waitFor()
    verdict = await followGuide(page, phones, request)
  }
  await shoot(page, `verdict-${way}`)
  const truth = await callPhones(phones, 'truth', null)
  assert.equal(verdict, 'entered', `the phone itself: ${JSON.stringify(truth?.notes)}`)
  assert.equal(truth?.inDfu, true, 'the phone itself is in DFU')
  assert.deepEqual(
    truth?.mishaps.filter(({ what }) => what === 'sos'),
    [],
  )
}

const RULES: readonly BrowserRule[] = [
  {
    sentence: 'a browser outside follows the phone from its system over recovery into DFU, as one and the same phone',
    async run({ page, phones }) {
      await panel(page).getByText(t('phone.nothing'), { exact: true }).waitFor()
      for (const mode of ['normal', 'recovery', 'dfu'] as const) {
        await callPhones(phones, 'plug', { phone: 'eleven', mode, socket: 'root-a' })
        await waitForMode(page, mode)
        assert.equal(await panel(page).locator('.phone-card').count(), 1, 'one phone')
        await shoot(page, `mode-${mode}`)
      }
      await panel(page).getByRole('heading', { name: 'iPhone 11', exact: true }).waitFor()
    },
  },
  {
    sentence: 'a case opened with error 4013 for that phone is found in the history under both',
    async run({ page }) {
      await page.getByLabel(t('home.field.label')).fill('4013')
      await page.getByRole('button', { name: t('home.go'), exact: true }).click()
      await page.getByRole('button', { name: t('case.leave'), exact: true }).waitFor()
      await shoot(page, 'case')
      const row = await historyRow(page, t('complaint.code', { code: '4013' }))
      assert.match(await row.innerText(), /iPhone 11/)
      await shoot(page, 'history')
    },
  },
  {
    sentence: 'pulling the phone out is seen in the browser',
    async run({ page, phones }) {
      await home(page)
      await waitForMode(page, 'dfu')
      await callPhones(phones, 'unplug', { phone: 'eleven' })
      await page
        .locator('.mode-badge', { hasText: t('phone.not-on-usb') })
        .first()
        .waitFor()
    },
  },
  {
    sentence: 'a complete guided DFU by hand: who does what the screen says enters DFU, over the real kernel',
    run: (visit) => guideIntoDfu(visit, 'iPhone12,1', 'manual'),
  },
  {
    sentence: 'a complete guided DFU with the computer restarting the phone out of recovery, over the real kernel',
    run: (visit) => guideIntoDfu(visit, 'iPhone10,6', 'assisted'),
  },
  {
    sentence: 'the guided attempts are in the history with their verdict',
    async run({ page }) {
      const row = await historyRow(page, 'iPhone X')
      await row.click()
      await page.getByText(t('verdict.name.entered')).first().waitFor()
      await shoot(page, 'history-case')
    },
  },
]

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
    await shoot(visit.page, `failed-${RULES.indexOf(rule)}`).catch(() => {})
    const lastState = join(RESULTS, 'last-state.json')
    if (existsSync(lastState)) renameSync(lastState, join(RESULTS, `failed-${RULES.indexOf(rule)}.json`))
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
export const visitApp = async (url: string, phones: string, onResult: (result: RuleResult) => void): Promise<void> => {
  const executablePath = await findChromium()
  if (executablePath === null) {
    const skipped = {
      room: 'the whole app',
      outcome: 'skipped',
      tookMs: 0,
      detail: 'there is no Chromium here',
    } as const
    for (const { sentence } of RULES) onResult({ ...skipped, sentence })
    return
  }
  const browser: Browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(PATIENCE_MS)
    keepLastState(page)
    await page.goto(url)
    const only = new RegExp(process.env['LAB_SENTENCES'] ?? '')
    for (const rule of RULES.filter(({ sentence }) => only.test(sentence)))
      onResult(await runRule(rule, { page, phones }))
  } finally {
    await browser.close()
  }
}
