import type { Page } from 'playwright/test'
import { USUAL_MODEL } from '../../renderer/features/practice/models.ts'
import type { PracticeSetup } from '../../shared/contract/contract.ts'
import type { ButtonFamily } from '../../shared/knowledge/vocabulary.ts'
import { actOnCues, kinds, obedient, practise, showCard, start, verdict } from './person.ts'
import { goTo, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

/** A click and its pause last 1.2 s: at twice life's pace a busy computer's hands still meet them. */
test.use({ practiceRate: 2 })
/** Hands at a browser's keyboard are as late as this computer is busy, and a late hand is a miss: a story may be told again. */
test.describe.configure({ retries: 2 })

/** Begins practice with the usual model of a family, in a certain state. */
const begin = (family: ButtonFamily, state: PracticeSetup['start']) => async (page: Page) => {
  await goTo(page, 'practise')
  await page.getByRole('radio', { name: t(`guide-screen.family.${family}`) }).check()
  await page.getByRole('radio', { name: t(`practice-screen.start.${state}`), exact: true }).check()
  await page.getByRole('button', { name: t('practice-screen.begin') }).click()
  await expect(page.getByRole('heading', { name: t('home.title') })).toBeVisible()
}

const POWER = { home: 'side', 'solid-home': 'side', 'face-id': 'side', 'ipad-no-home': 'top' } as const

for (const family of ['home', 'solid-home', 'ipad-no-home'] as const)
  test(`the buttons of the family ${family} lead into DFU by hand`, async ({ door, page }) => {
    await practise(page, door, begin(family, 'normal'))
    await showCard(page, 'dfu')
    // A running phone of before 2018 does not tell its model: the person does.
    const model = page.locator('.guide').getByLabel(/model is not known/)
    if (await model.isVisible()) await model.selectOption({ value: USUAL_MODEL[family] })
    await expect(page.locator('.guide-header')).toContainText(t(`guide.dfu`))
    await expect(model).toBeHidden()
    const request = { guide: 'dfu', family, way: 'manual', from: 'normal', power: POWER[family] } as const
    const cues = await actOnCues(page, obedient(request))
    await start(page)
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'entered', { timeout: 40_000 })
    expect(kinds(cues).slice(-3)).toEqual(['release', 'let-go', 'success'])
  })

test('held on past the Apple logo, the phone goes into recovery', async ({ door, page }) => {
  await practise(page, door, begin('face-id', 'normal'))
  await showCard(page, 'recovery')
  await actOnCues(
    page,
    obedient({ guide: 'recovery', family: 'face-id', way: 'manual', from: 'normal', power: 'side' }),
  )
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'entered', { timeout: 40_000 })
})

test('assisted, the computer restarts the phone in the middle of the hold', async ({ door, page }) => {
  await practise(page, door, begin('face-id', 'recovery'))
  await showCard(page, 'dfu')
  await page.getByRole('radio', { name: t('guide-screen.way.assisted') }).click()
  await expect(page.getByRole('radio', { name: t('guide-screen.way.assisted') })).toBeChecked()
  const request = { guide: 'dfu', family: 'face-id', way: 'assisted', from: 'recovery', power: 'side' } as const
  await actOnCues(page, obedient(request))
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-phase', 'both-before-restart')
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'entered', { timeout: 40_000 })
})
