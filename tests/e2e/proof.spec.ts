import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { answerBeforeErasing, answerUntil, goTo, openApp, openCase, startPractice, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const plan = (page: Page) => page.getByRole('region', { name: t('plan.title') })
const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).click()

async function showStep(page: Page, stepId: string): Promise<void> {
  await plan(page)
    .getByRole('button', { name: t(`step.${stepId}.title`) })
    .click()
  await expect(title(page)).toHaveText(t(`step.${stepId}.title`))
}

/** The next try failed with a code. */
async function failWith(page: Page, code: string): Promise<void> {
  await press(page, 'retry.failed')
  await page.getByLabel(t('handover.failed.which')).fill(code)
  await press(page, 'handover.failed.send')
}

/** Moves the virtual phone to another port at the port step, which ticks by itself. */
async function movePort(page: Page): Promise<void> {
  await showStep(page, 'A3')
  // USB sees it: nobody is asked
  await expect(page.getByRole('button', { name: t('step.done'), exact: true })).toHaveCount(0)
  await press(page, 'practice-screen.unplug')
  await expect(page.getByText(t('waiting.A3.away'))).toBeVisible()
  await press(page, 'practice-screen.plug-elsewhere')
  await expect(title(page)).toHaveText(t('retry.title'))
  await expect(page.locator('.earned.proved')).toContainText(t('earned.port-moved', { from: '1-1', to: '1-3' }))
}

/** Replugs at the cable step and says that it is another cable. */
async function changeCable(page: Page): Promise<void> {
  await showStep(page, 'A2')
  await press(page, 'practice-screen.unplug')
  await expect(page.getByText(t('waiting.A2.away'))).toBeVisible()
  await press(page, 'practice-screen.plug')
  await expect(page.locator('.waiting')).toContainText(t('waiting.A2.returned', { port: '' }).slice(0, 30))
  await press(page, 'step.done')
  await expect(title(page)).toHaveText(t('retry.title'))
  await expect(page.locator('.earned')).toContainText(t('earned.title.said-by-you'))
}

test('1413, port, cable, fixed: the port is proved by USB, the cable is said, and the link test says no more than it can', async ({
  door,
  page,
}) => {
  await openApp(page, door)
  await startPractice(page)
  await openCase(page, '1413')
  await movePort(page)
  await failWith(page, '1413')
  await expect(plan(page).getByRole('button', { name: t('step.A3.title') })).toContainText(
    `${t('step-state.failed')}: 1413`,
  )
  await expect(page.locator('.diagnosis')).toContainText(t('diagnosis.title'))
  await changeCable(page)
  await expect(page.getByText(t('link-test.transfers.ok', { done: 20 }))).toBeVisible()
  await expect(page.getByText(t('link-test.grade.clean-at-idle'))).toBeVisible({ timeout: 20_000 })
  await press(page, 'retry.worked')
  await expect(title(page)).toHaveText(t('closed.title', { outcome: 'fixed' }))
})

test('4013 to a professional: two tries fail, Update too, the data matters, and the case ends before anything erases', async ({
  door,
  page,
}) => {
  await openApp(page, door)
  await goTo(page, 'practise')
  await page.getByRole('radio', { name: t('practice-screen.start.recovery') }).check({ force: true })
  await press(page, 'practice-screen.begin')
  await openCase(page, '4013')
  await changeCable(page)
  await failWith(page, '4013')
  await movePort(page)
  await failWith(page, 'An unknown error occurred (4013).')
  const diagnosis = page.locator('.diagnosis')
  await diagnosis.locator('summary').first().click()
  await expect(diagnosis).toContainText(t('because.tried', { step: 'A3' }))
  await expect(diagnosis).toContainText(t('hardware.missing.computer'))
  await showStep(page, 'A7')
  await press(page, 'step.done')
  await expect(title(page)).toHaveText(t('retry.title.elsewhere'))
  await failWith(page, '4013')
  await expect(page.getByText(t('hardware.probable.no-points', { code: '4013', count: 4 }))).toBeVisible()
  await answerUntil(page, 'D1')
  await press(page, 'step.already-there.go')
  await press(page, 'handover.failed')
  await page.getByLabel(t('handover.failed.which')).fill('4013')
  await press(page, 'handover.failed.send')
  await answerUntil(page, 'D2')
  // the phone is in recovery already, and is asked about all the same before anything erases
  await press(page, 'step.already-there.questions')
  await answerBeforeErasing(page, { backup: 'no', dataMatters: 'yes', appleAccount: 'yes' })
  await expect(page.getByText(t('erase.say.professional-first'))).toBeVisible()
  await showStep(page, 'F1')
  await press(page, 'step.done')
  await press(page, 'case.end')
  await page.getByRole('button', { name: t('outcome.professional') }).click()
  await expect(title(page)).toHaveText(t('closed.title', { outcome: 'professional' }))
})

test('the library of codes: found by number inside a range, by words, and opened with its full card', async ({
  door,
  page,
}) => {
  await openApp(page, door)
  await goTo(page, 'codes')
  const list = page.getByRole('region', { name: t('codes.title') })
  expect(await list.getByRole('listitem').count()).toBeGreaterThan(110)
  const field = page.getByRole('searchbox')
  await field.fill('3777')
  await expect(list.getByRole('listitem').first()).toContainText('3100')
  await field.fill('signing server refused')
  await expect(list.getByRole('listitem').first()).toContainText('3100')
  await field.fill('The iPhone could not be restored. An unknown error occurred (4013).')
  await list.getByRole('link').first().click()
  const card = page.getByRole('article')
  await expect(card.getByRole('heading', { level: 2 })).toBeVisible()
  for (const heading of ['causes', 'steps', 'signs', 'questions', 'prevention', 'professional', 'sources'])
    await expect(card.getByRole('heading', { name: t(`codes.${heading}`), exact: true })).toBeVisible()
  await card.getByRole('button', { name: t('codes.start', { code: '4013' }) }).click()
  await expect(page.getByRole('heading', { name: t('plan.title'), exact: true })).toBeVisible()
})

/** Axe looks at the page as it is. */
async function expectNothingFound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('axe finds nothing in the library and on a card', async ({ door, page }) => {
      await openApp(page, door)
      await goTo(page, 'codes')
      await expectNothingFound(page)
      await page.getByRole('searchbox').fill('4013')
      await page
        .getByRole('region', { name: t('codes.title') })
        .getByRole('link')
        .first()
        .click()
      await expect(page.getByRole('heading', { name: t('codes.sources'), exact: true })).toBeVisible()
      await expectNothingFound(page)
    })

    test('axe finds nothing at a step that ticks by itself, at the next try and at the diagnosis', async ({
      door,
      page,
    }) => {
      await openApp(page, door)
      await startPractice(page)
      await openCase(page, '1413')
      await showStep(page, 'A3')
      await expectNothingFound(page)
      await movePort(page)
      await expectNothingFound(page)
      await failWith(page, '1413')
      await page.locator('.diagnosis summary').first().click()
      await expectNothingFound(page)
    })
  })
