import { AxeBuilder } from '@axe-core/playwright'
import { goTo, openApp, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

test('the hint stands on the first screen until it is put off, and is not in the way of a code', async ({
  page,
  door,
}) => {
  await openApp(page, door)
  const hint = page.getByRole('region', { name: t('welcome.hint.title') })
  await expect(hint).toBeVisible()
  await expect(page.getByLabel(t('home.field.label'))).toBeVisible()
  await hint.getByRole('button', { name: t('welcome.hint.not-now') }).click()
  await expect(hint).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'))
  await expect(hint).toHaveCount(0)
})

test('the first page says what this computer needs, as the State has it, and remembers that it was seen', async ({
  page,
  door,
}) => {
  await openApp(page, door)
  await page.getByRole('link', { name: t('welcome.hint.open') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('welcome.title'))
  await expect(page.locator('[data-need=usb]')).toBeVisible()
  await expect(page.locator('[data-need=phone]')).toHaveText(new RegExp(t('welcome.phone.unknown')))
  await expect(page.getByText(door.databaseFile)).toBeVisible()
  await expect(page.getByLabel(t('welcome.rule.label'))).toHaveValue(/TAG\+="uaccess"/)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await page.getByRole('button', { name: t('welcome.begin') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'))
  await expect(page.getByRole('region', { name: t('welcome.hint.title') })).toHaveCount(0)
})

test('the manual is reached from the settings, and its contents lead to their sections', async ({ page, door }) => {
  await openApp(page, door)
  await goTo(page, 'settings')
  await page.getByRole('link', { name: t('manual.title'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('manual.title'))
  await page.getByRole('button', { name: t('manual.privacy.title') }).click()
  await expect(page.getByRole('heading', { name: t('manual.privacy.title') })).toBeFocused()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})
