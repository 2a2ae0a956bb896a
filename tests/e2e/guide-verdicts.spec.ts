import type { Page } from 'playwright/test'
import { USUAL_MODEL } from '../../renderer/features/practice/models.ts'
import type { PracticeSetup } from '../../shared/contract/contract.ts'
import { actOnCues, kinds, type Moves, obedient, practise, showCard, start, verdict } from './person.ts'
import { goTo, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

/** What practice can bring about besides success, each as a story: the hands, the cues, the verdict, the words and the score. */

type Choice = { readonly state?: PracticeSetup['start']; readonly cable?: PracticeSetup['cable'] }

/** Begins practice with an iPhone that has a Home button: no clicks, so that a busy computer does not spoil the story. */
const begin =
  ({ state = 'normal', cable = 'signals' }: Choice = {}) =>
  async (page: Page) => {
    await goTo(page, 'practise')
    await page.getByRole('radio', { name: t('guide-screen.family.home') }).check()
    await page.getByRole('radio', { name: t(`practice-screen.start.${state}`), exact: true }).check()
    await page.getByRole('radio', { name: t(`practice-screen.cable.${cable}`), exact: true }).check()
    await page.getByRole('button', { name: t('practice-screen.begin') }).click()
    await expect(page.getByRole('heading', { name: t('home.title') })).toBeVisible()
  }

/** A running phone of before 2018 does not tell its model: the person does. */
async function nameModel(page: Page): Promise<void> {
  const model = page.locator('.guide').getByLabel(/model is not known/)
  await model.selectOption({ value: USUAL_MODEL.home })
  await expect(model).toBeHidden()
}

const REQUEST = { family: 'home', way: 'manual', from: 'normal', power: 'side' } as const
const DFU: Moves = obedient({ ...REQUEST, guide: 'dfu' })

/** Half a second of this computer is three of the phone's. */
test.use({ practiceRate: 6 })
const THREE_SECONDS = 500
/** Hands at a browser's keyboard are as late as this computer is busy, and a late hand is a miss: a story may be told again. */
test.describe.configure({ retries: 2 })

test('both held on past the tone: came-back-in-recovery, and the score shows what was held too long', async ({
  door,
  page,
}) => {
  await practise(page, door, begin())
  await showCard(page, 'dfu')
  await nameModel(page)
  const cues = await actOnCues(page, { ...DFU, 'release keep-second': [], 'let-go null': [] })
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'came-back-in-recovery', { timeout: 45_000 })
  expect(kinds(cues)).toContain('release')
  expect(kinds(cues).at(-1)).toBe('miss')
  await expect(verdict(page)).toContainText(t('reason.held-too-long'))
  const score = page.getByRole('region', { name: /of 100/ })
  await expect(score).toContainText(t('practice-screen.bar.release', { power: t('button.side'), second: '' }))
  // back in recovery the phone was asked whether it may be opened: the other way is proposed, and goes first
  const ways = verdict(page).getByRole('button')
  await expect(ways.first()).toHaveText(t('guide-screen.other-way.assisted'))
})

test('the first button let go although recovery was wanted: other-mode', async ({ door, page }) => {
  await practise(page, door, begin())
  await showCard(page, 'recovery')
  await nameModel(page)
  const hands = obedient({ ...REQUEST, guide: 'recovery' })
  await actOnCues(page, { ...hands, 'left both-until-picture': [`wait ${THREE_SECONDS}`, 'up s'] })
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'other-mode', { timeout: 45_000 })
  await expect(verdict(page)).toContainText(t('verdict.recovery-other-mode'))
})

test('outside a guide the same buttons lead into DFU too, and the panel says that nobody here asked for it', async ({
  door,
  page,
}) => {
  await practise(page, door, begin())
  // letters are typed into the field otherwise
  await page.locator('.practice-phone h2').click()
  await page.keyboard.down('s')
  await page.keyboard.down('h')
  await expect(page.locator('.practice-phone figcaption')).toContainText(t('drawing.screen.black'), {
    timeout: 20_000,
  })
  await page.waitForTimeout(THREE_SECONDS)
  await page.keyboard.up('s')
  await expect(page.locator('.phone-panel')).toContainText(t('verdict.unasked'), { timeout: 20_000 })
  await page.keyboard.up('h')
})

test('a phone that USB does not show and that nobody touched: nothing-returned, and never timed', async ({
  door,
  page,
}) => {
  await practise(page, door, begin({ state: 'off' }))
  await showCard(page, 'dfu')
  if (
    await page
      .locator('.guide')
      .getByLabel(/model is not known/)
      .isVisible()
  )
    await nameModel(page)
  await actOnCues(page, {})
  await start(page)
  const black = page.getByRole('button', { name: t('guide-screen.confirm.hold-both-unseen') })
  await expect(black).toBeVisible({ timeout: 20_000 })
  await expect(page.getByTestId('guide-count')).toBeHidden()
  await black.click()
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'nothing-returned', { timeout: 30_000 })
})

test('a cable that cannot signal: after two tries one question, and with its answer the cable is named as likely', async ({
  door,
  page,
}) => {
  await practise(page, door, begin({ cable: 'cannot-signal' }))
  await showCard(page, 'dfu')
  await nameModel(page)
  await page.getByLabel(t('guide-screen.cable')).fill('white, 1 m')
  await actOnCues(page, DFU)
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', /came-back/, { timeout: 30_000 })
  const question = page.getByRole('group', {
    name: t('guide-screen.question.released-at-tone', { power: t('button.side') }),
  })
  await expect(question).toBeHidden()
  await page.getByRole('button', { name: t('guide-screen.again') }).click()
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', 'ended', { timeout: 30_000 })
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: t('guide-screen.question.yes') }).click()
  await expect(question).toBeHidden()
  await expect(verdict(page)).toContainText(t('change.try-other-cable.lightning'))
  await expect(verdict(page).locator('li.is-likely')).toContainText(t('reason.cable-cannot-signal'))
})

test('Start asks for the model first where USB does not tell it', async ({ door, page }) => {
  await practise(page, door, begin())
  await showCard(page, 'dfu')
  await start(page)
  await expect(page.getByRole('alert')).toContainText(t('guide-screen.assumed.first'))
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', 'card')
  await expect(page.locator('.guide').getByLabel(/model is not known/)).toBeFocused()
  await page.getByRole('button', { name: t('guide-screen.assumed.newer') }).click()
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', /lead-in|running/)
})

test('a broken button: the card says which ways remain', async ({ door, page }) => {
  await practise(page, door, begin({ state: 'recovery' }))
  await showCard(page, 'dfu')
  await page.getByText(t('broken.title')).click()
  await page.getByRole('radio', { name: t('button.home') }).check()
  await expect(page.locator('.broken-buttons')).toContainText(t('broken.none.dfu'))
  await expect(page.locator('.broken-buttons')).toContainText(t('broken.by-hand'))
})
