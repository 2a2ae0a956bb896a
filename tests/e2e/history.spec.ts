import { goTo, openApp, openCase, startPractice, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

test('an empty history says what will stand there and leads back to the beginning', async ({ door, page }) => {
  await openApp(page, door)
  await goTo(page, 'history')
  await expect(page.getByRole('heading', { name: t('history.empty') })).toBeVisible()
  await page
    .getByRole('main')
    .getByRole('link', { name: t('nav.home') })
    .click()
  await expect(page.getByRole('heading', { name: t('home.title') })).toBeVisible()
})

test('practice and real cases are kept apart, and the search finds by code', async ({ door, page }) => {
  await openApp(page, door)
  for (const code of ['4013', '1413']) {
    await openCase(page, code)
    await page.getByRole('button', { name: t('case.leave') }).click()
    await expect(page.getByRole('heading', { name: t('home.title') })).toBeVisible()
  }
  await startPractice(page)
  await openCase(page, '21')
  await goTo(page, 'history')
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await page.getByRole('searchbox').fill('1413')
  await expect(rows).toHaveText([/1413/])
  await page.getByRole('searchbox').fill('')
  await page.getByRole('radio', { name: t('history.world.practice') }).check({ force: true })
  await expect(rows).toHaveText([/21/])
})

test('an open case is resumed from its page', async ({ door, page }) => {
  await openApp(page, door)
  await openCase(page, '4013')
  await page.getByRole('button', { name: t('case.leave') }).click()
  await goTo(page, 'history')
  await page.getByRole('main').getByRole('listitem').getByRole('link').click()
  await page.getByRole('button', { name: t('history.case.resume') }).click()
  await expect(page.getByRole('heading', { name: t('plan.title'), exact: true })).toBeVisible()
})
