import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { translator } from '../../../shared/texts/translate.ts'
import type { PhoneMode } from '../phone/identities.ts'
import { RESULTS } from './places.ts'

export const t = translator('en')

/** The page is fed by an emulated computer, which may be busy with other things too: everything may take its time. */
export const PATIENCE_MS = 90_000

export type Visit = { readonly page: Page; readonly phones: string }
export type BrowserRule = { readonly sentence: string; run(visit: Visit): Promise<void> }

export const panel = (page: Page) => page.locator('.phone-panel')

export const waitForMode = (page: Page, mode: PhoneMode): Promise<void> =>
  panel(page)
    .locator('.mode-badge', { hasText: t(`mode.${mode}`) })
    .waitFor()

export const shoot = (page: Page, name: string) =>
  page.screenshot({ path: join(RESULTS, `${name}.png`), fullPage: true })

const rail = (page: Page, name: string) => page.getByRole('link', { name: t(name), exact: true }).first()

/** From wherever the page is to the first screen: a guide that has ended or has not begun is put away. */
export const home = async (page: Page) => {
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

export const historyRow = async (page: Page, text: string): Promise<Locator> => {
  await home(page)
  await rail(page, 'nav.history').click()
  const row = page.locator('.case-row', { hasText: text }).first()
  await row.waitFor()
  return row
}

export const leaveCase = async (page: Page) => {
  await home(page)
  const leave = page.getByRole('button', { name: t('case.leave'), exact: true }).first()
  const question = page.getByRole('heading', { name: t('home.title') })
  await leave.or(question).first().waitFor()
  if (await leave.isVisible()) await leave.click()
  await question.waitFor()
}

/** From the first screen to the card of "enter DFU". */
export const showDfuCard = async (page: Page) => {
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

export const assistedWay = (page: Page) =>
  page.getByRole('radio', { name: t('guide-screen.way.assisted'), exact: true })
