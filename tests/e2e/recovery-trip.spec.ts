import { goTo, openApp, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

test('a phone in recovery leaves it in one click, and the panel says what USB showed then', async ({ door, page }) => {
  await openApp(page, door)
  await goTo(page, 'practise')
  await page.getByRole('radio', { name: t('practice-screen.start.recovery') }).check({ force: true })
  await page.getByRole('button', { name: t('practice-screen.begin') }).click()
  const panel = page.locator('.phone-panel')
  await panel.getByRole('button', { name: t('trip.leave.go'), exact: true }).click()
  await expect(panel.locator('.recovery-trip')).toContainText(
    t('trip.leave.done', { seconds: 0 }).split(',')[0] ?? 'never',
    { timeout: 30_000 },
  )
  await expect(panel).toContainText(t('mode.normal'))
  // practice has no system to ask: entering is not offered there
  await expect(panel.getByText(t('trip.enter.offer'))).toHaveCount(0)
})
