import { followGuide } from './hands.ts'
import { practise } from './person.ts'
import { answerBeforeErasing, answerUntil, goTo, openApp, openCase, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

// a busy machine answers a key 0.1 s late: at this rate that is well inside what the phone forgives
test.use({ practiceRate: 4 })

test('4013, plug in, checklist, DFU, hand-over, history: the whole way with the virtual iPhone', async ({
  door,
  page,
}) => {
  await practise(page, door)
  await openCase(page, '4013')
  await answerUntil(page, 'D3')

  await page.getByRole('button', { name: t('step.start-guide.dfu') }).click()
  const start = page.getByRole('button', { name: t('before.start', { guide: t('guide-choice.dfu') }) })
  await expect(start).toBeDisabled()
  await answerBeforeErasing(page, { backup: 'yes', appleAccount: 'yes' })
  await expect(start).toBeDisabled()
  await page.getByRole('checkbox', { name: t('before.agree.erase') }).check()
  await start.click()

  const verdict = await followGuide(page, {
    guide: 'dfu',
    family: 'face-id',
    way: 'manual',
    from: 'normal',
    power: 'side',
  })
  expect(verdict).toBe('entered')
  await page.getByRole('button', { name: t('guide-screen.go-on') }).click()

  await expect(page.getByText(t('handover.dfu.data'))).toBeVisible()
  await page.getByRole('button', { name: t('handover.restoring'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('handover.restoring.title') })).toBeVisible()
  await page.getByRole('button', { name: t('handover.worked'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('closed.title', { outcome: 'fixed' }) })).toBeVisible()

  await page.getByRole('link', { name: t('closed.history') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(t('complaint.code', { code: '4013' }))
  const attempts = page.getByRole('region', { name: t('history.case.attempts', { count: 2 }) })
  await expect(attempts.getByRole('heading', { level: 3 })).toHaveText([
    t('attempt.title', { number: 1, name: t('guide-choice.dfu') }),
    t('attempt.title', { number: 2, name: t('attempt.restore') }),
  ])
  await expect(attempts).toContainText(t('verdict.name.entered'))
  await attempts.getByText(t('timeline.list')).click()
  await expect(
    attempts
      .getByRole('listitem')
      .filter({ hasText: t('mode.dfu') })
      .first(),
  ).toBeVisible()
})

test('an answer is shown in the plan, a reason is kept, and both can be taken back', async ({ door, page }) => {
  await openApp(page, door)
  await openCase(page, '1413')
  const plan = page.getByRole('region', { name: t('plan.title') })
  const first = await page.getByRole('heading', { level: 1 }).textContent()
  await page.getByRole('button', { name: t('step.cannot') }).click()
  await page.getByLabel(t('step.cannot.why')).fill('no other cable here')
  await page.getByRole('button', { name: t('step.cannot.skip') }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(first ?? '')
  const entry = plan.getByRole('button', { name: new RegExp(first ?? '') })
  await expect(entry).toContainText(`${t('step-state.skipped')}: no other cable here`)
  await entry.click()
  await page.getByRole('button', { name: t('step.undo') }).click()
  await expect(entry).not.toContainText(t('step-state.skipped'))
})

test('no step that erases stands before one that keeps the data, and each that erases says so', async ({
  door,
  page,
}) => {
  await openApp(page, door)
  await openCase(page, '4013')
  const entries = await page
    .getByRole('region', { name: t('plan.title') })
    .getByRole('listitem')
    .allTextContents()
  const erasing = entries.map((entry) => entry.includes(t('plan.erases')))
  const professional = erasing.length - 1
  expect(erasing.indexOf(true)).toBeGreaterThan(0)
  expect(erasing.slice(erasing.indexOf(true), professional)).not.toContain(false)
})

test('a restore that failed is noted with its code, and the plan goes on', async ({ door, page }) => {
  await openApp(page, door)
  await goTo(page, 'practise')
  await page.getByRole('radio', { name: t('practice-screen.start.recovery') }).check({ force: true })
  await page.getByRole('button', { name: t('practice-screen.begin') }).click()
  await page.getByRole('button', { name: t('recovery-offer.update') }).click()
  await page.getByRole('button', { name: t('step.already-there.go') }).click()
  await page.getByRole('button', { name: t('handover.failed'), exact: true }).click()
  await page.getByLabel(t('handover.failed.which')).fill('An unknown error occurred (4014).')
  await page.getByRole('button', { name: t('handover.failed.send') }).click()
  await expect(page.getByRole('region', { name: t('plan.title') })).toContainText('4014')
})

test('a case ends as given to a professional and is found so in the history', async ({ door, page }) => {
  await openApp(page, door)
  await openCase(page, '4013')
  await page.getByRole('button', { name: t('case.end') }).click()
  await page.getByRole('button', { name: t('outcome.professional') }).click()
  await goTo(page, 'history')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText([new RegExp(t('outcome.professional'))])
})

test('before erasing: no backup of data that matters leads to a professional, and an untried Update is offered first', async ({
  door,
  page,
}) => {
  await openApp(page, door)
  await openCase(page, '4013')
  const plan = page.getByRole('region', { name: t('plan.title') })
  await plan.getByRole('button', { name: t('step.D3.title') }).click()
  await page.getByRole('button', { name: t('step.start-guide.dfu') }).click()
  await page.getByRole('button', { name: t('before.update-first') }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('step.D1.title') })).toBeVisible()
  await page.getByRole('button', { name: t('step.already') }).click()
  await plan.getByRole('button', { name: t('step.D3.title') }).click()
  await page.getByRole('button', { name: t('step.start-guide.dfu') }).click()
  await answerBeforeErasing(page, { backup: 'no', dataMatters: 'yes', appleAccount: 'yes' })
  await expect(page.getByText(t('erase.say.professional-first'))).toBeVisible()
  await answerBeforeErasing(page, { liquid: 'yes' })
  await expect(page.getByText(t('deviation.liquid'))).toBeVisible()
})
