import type { Page } from 'playwright/test'
import { practise } from './person.ts'
import { goTo, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

/** Begins practice with a phone that shows the cable on its screen. */
async function inRecovery(page: Page): Promise<void> {
  await goTo(page, 'practise')
  await page.getByRole('radio', { name: t('practice-screen.start.recovery') }).check({ force: true })
  await page.getByRole('button', { name: t('practice-screen.begin') }).click()
}

test('a phone in recovery leaves it in one click, and the panel says what USB showed then', async ({ door, page }) => {
  await practise(page, door, inRecovery)
  const panel = page.locator('.phone-panel')
  await panel.getByRole('button', { name: t('trip.leave.go'), exact: true }).click()
  const done = t('trip.leave.done', { seconds: 0 }).split(',')[0] ?? 'never'
  await expect(panel.locator('.recovery-trip')).toContainText(done, { timeout: 30_000 })
  await expect(panel).toContainText(t('mode.normal'))
  // practice has no system to ask: entering is not offered there
  await expect(panel.getByText(t('trip.enter.offer'))).toHaveCount(0)
})
