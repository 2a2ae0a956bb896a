import type { Page } from 'playwright/test'
import { USUAL_MODEL } from '../../renderer/features/practice/models.ts'
import type { PRACTICE_TROUBLES, PracticeSetup } from '../../shared/contract/contract.ts'
import type { ButtonFamily } from '../../shared/knowledge/vocabulary.ts'
import { actOnCues, kinds, type Moves, obedient, practise, showCard, start, verdict } from './person.ts'
import { goTo, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

/** What goes wrong although the hands are right, each as a story: what is shown first, the cues, the verdict and the way on. */

type Trouble = (typeof PRACTICE_TROUBLES)[number]
type Choice = {
  readonly family?: ButtonFamily
  readonly state?: PracticeSetup['start']
  readonly trouble?: Trouble
}

const begin =
  ({ family = 'home', state = 'normal', trouble = 'none' }: Choice) =>
  async (page: Page) => {
    await goTo(page, 'practise')
    await page.getByRole('radio', { name: t(`guide-screen.family.${family}`) }).check()
    await page.getByRole('radio', { name: t(`practice-screen.start.${state}`), exact: true }).check()
    await page.getByLabel(t('practice-screen.trouble')).selectOption(trouble)
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
const ASSISTED: Moves = obedient({ ...REQUEST, guide: 'dfu', way: 'assisted', from: 'recovery' })

test.use({ practiceRate: 4 })
/** Hands at a browser's keyboard are as late as this computer is busy, and a late hand is a miss: a story may be told again. */
test.describe.configure({ retries: 2 })

test('an id that is not DFU’s where DFU was expected: maybe-dfu asks what only the person sees, and goes on with their yes', async ({
  door,
  page,
}) => {
  await practise(page, door, begin({ trouble: 'other-id' }))
  await showCard(page, 'dfu')
  await nameModel(page)
  const cues = await actOnCues(page, DFU)
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'maybe-dfu', { timeout: 40_000 })
  expect(kinds(cues).slice(-3)).toEqual(['release', 'let-go', 'miss'])
  const question = page.getByRole('group', { name: t('guide-screen.maybe-dfu') })
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: t('guide-screen.maybe-dfu.yes') }).click()
  await expect(page.locator('.guide')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('handover.dfu.title.linux'))
})

test('DFU’s id with another tag than the ROM’s: soft-dfu says that it may not restore', async ({ door, page }) => {
  await practise(page, door, begin({ trouble: 'not-the-rom' }))
  await showCard(page, 'dfu')
  await nameModel(page)
  const cues = await actOnCues(page, DFU)
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'soft-dfu', { timeout: 40_000 })
  expect(kinds(cues).at(-1)).toBe('miss')
  await expect(verdict(page)).toContainText(t('verdict.soft-dfu'))
  await expect(verdict(page)).toContainText(t('change.hold-longer-before-black'))
})

test('a phone in recovery that may be opened is offered the computer’s help first', async ({ door, page }) => {
  await practise(page, door, begin({ state: 'recovery' }))
  await showCard(page, 'dfu')
  await expect(page.getByRole('radio', { name: t('guide-screen.way.assisted') })).toBeChecked()
  await page.getByRole('radio', { name: t('guide-screen.way.manual') }).click()
  await expect(page.getByRole('radio', { name: t('guide-screen.way.manual') })).toBeChecked()
})

test('the card of an iPod touch 7 says that the sources disagree about its button', async ({ door, page }) => {
  await practise(page, door, async (on) => {
    await goTo(on, 'practise')
    await on.getByRole('radio', { name: t('guide-screen.family.solid-home') }).check()
    await on.getByLabel(t('practice-screen.model')).selectOption('iPod9,1')
    await on.getByRole('radio', { name: t('practice-screen.start.recovery'), exact: true }).check()
    await on.getByRole('button', { name: t('practice-screen.begin') }).click()
    await expect(on.getByRole('heading', { name: t('home.title') })).toBeVisible()
  })
  await showCard(page, 'dfu')
  await expect(page.locator('.guide')).toContainText(t('family.ipod-9-disputed'))
})

test('a phone that another program holds is offered by hand first, without a failed attempt', async ({
  door,
  page,
}) => {
  await practise(page, door, begin({ state: 'recovery', trouble: 'held' }))
  await showCard(page, 'dfu')
  await expect(page.locator('.guide')).toContainText(t('guide-screen.way.not-possible.busy'))
  await expect(page.getByRole('radio', { name: t('guide-screen.way.manual') })).toBeChecked()
  await expect(page.getByRole('radio', { name: t('guide-screen.way.assisted') })).toBeDisabled()
  await expect(verdict(page)).toHaveCount(0)
})

test('a program that takes the phone at Start: taken-by-other, nothing was sent, and by hand goes first now', async ({
  door,
  page,
}) => {
  await practise(page, door, begin({ state: 'recovery', trouble: 'taken' }))
  await showCard(page, 'dfu')
  await expect(page.getByRole('radio', { name: t('guide-screen.way.assisted') })).toBeChecked()
  const cues = await actOnCues(page, ASSISTED)
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'taken-by-other', { timeout: 40_000 })
  expect(kinds(cues).at(-1)).toBe('miss')
  await expect(verdict(page)).toContainText(t('reason.driver'))
  const ways = verdict(page).getByRole('button')
  await expect(ways.first()).toHaveText(t('guide-screen.other-way.manual'))
})

test('an empty battery: nothing-returned, after it was said that it is still waited for', async ({ door, page }) => {
  await practise(page, door, begin({ trouble: 'battery' }))
  await showCard(page, 'dfu')
  await nameModel(page)
  const cues = await actOnCues(page, DFU)
  await start(page)
  await expect(page.locator('.guide')).toContainText(t('guide-screen.waiting.still'), { timeout: 40_000 })
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'nothing-returned', { timeout: 40_000 })
  expect(kinds(cues)).toContain('still-waiting')
  await expect(verdict(page)).toContainText(t('reason.battery'))
})

test('a plug that slips out at the first sight of DFU: lost-after-dfu', async ({ door, page }) => {
  await practise(page, door, begin({ trouble: 'loose-plug' }))
  await showCard(page, 'dfu')
  await nameModel(page)
  const cues = await actOnCues(page, DFU)
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'lost-after-dfu', { timeout: 50_000 })
  expect(kinds(cues)).toContain('let-go')
  expect(kinds(cues).at(-1)).toBe('miss')
  await expect(verdict(page)).toContainText(t('verdict.lost-after-dfu'))
})

test('with motion reduced the same story is told, and nothing moves', async ({ door, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await practise(page, door, begin({ state: 'recovery' }))
  await showCard(page, 'exit-recovery')
  await expect(page.getByRole('radio', { name: t('guide-screen.way.assisted') })).toBeChecked()
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', /running|waiting|settling/)
  const moving = await page.evaluate(
    () => document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 1).length,
  )
  expect(moving).toBe(0)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'entered', { timeout: 40_000 })
})
