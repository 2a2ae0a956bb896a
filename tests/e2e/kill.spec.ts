import { USUAL_MODEL } from '../../renderer/features/practice/models.ts'
import { start } from './person.ts'
import { goTo, openApp, openCase, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

test('killed in the middle of a guide: the case is on the table again, and the attempt is named as interrupted', async ({
  door,
  page,
}) => {
  await openApp(page, door)
  await openCase(page, '4013')
  const step = page.getByRole('heading', { level: 1 })
  const plan = page.getByRole('region', { name: t('plan.title') })
  await plan.getByRole('button', { name: t('step.A5.title') }).click()
  await expect(step).toHaveText(t('step.A5.title'))
  await page.getByRole('button', { name: t('step.start-guide.restart') }).click()
  // nothing is plugged in, so the person says which phone it is
  await page
    .locator('.guide')
    .getByLabel(/model is not known/)
    .selectOption({ value: USUAL_MODEL['face-id'] })
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', 'running')

  await door.kill()
  await door.start()
  await openApp(page, door)
  await expect(page.getByRole('heading', { name: t('plan.title'), exact: true })).toBeVisible()
  await expect(step).toHaveText(t('step.A5.title'))

  await goTo(page, 'history')
  await page.getByRole('main').getByRole('link').filter({ hasText: '4013' }).first().click()
  await expect(page.getByRole('main')).toContainText(t('verdict.name.interrupted'))
  await expect(page.getByRole('main')).toContainText(t('verdict.interrupted'))
})

test('a page that outlives the app says that the connection is gone, and does not pretend', async ({ door, page }) => {
  await openApp(page, door)
  await door.kill()
  await expect(page.getByText(t('link.lost'))).toBeVisible()
})
