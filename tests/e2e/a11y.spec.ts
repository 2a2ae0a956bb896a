import { expectNothingFound } from './look-for-faults.ts'
import { goTo, openApp, openCase, startPractice, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('axe finds nothing on the first screen, the guides, the history and the settings', async ({ door, page }) => {
      await openApp(page, door)
      await expectNothingFound(page)
      await page.getByRole('button', { name: t('home.guides') }).click()
      await expectNothingFound(page)
      await goTo(page, 'history')
      await expectNothingFound(page)
      await goTo(page, 'settings')
      await expectNothingFound(page)
    })

    test('axe finds nothing on the checklist, the end of a case and its page in the history', async ({
      door,
      page,
    }) => {
      await openApp(page, door)
      await openCase(page, '4013')
      await expectNothingFound(page)
      await page.getByRole('button', { name: t('case.end') }).click()
      await expectNothingFound(page)
      await page.getByRole('button', { name: t('outcome.fixed') }).click()
      await page.getByRole('link', { name: t('closed.history') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('4013')
      await expectNothingFound(page)
    })

    test('axe finds nothing in practice', async ({ door, page }) => {
      await openApp(page, door)
      await goTo(page, 'practise')
      await expectNothingFound(page)
      await startPractice(page)
      await expectNothingFound(page)
    })
  })

test('the thread can be begun by keyboard alone: type, Enter, and the step has the focus', async ({ door, page }) => {
  await openApp(page, door)
  await page.keyboard.press('Tab')
  await page.keyboard.type('4013')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: t('plan.title'), exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('Ctrl-K finds a place by its name and a code by its number, and Escape leaves everything as it was', async ({
  door,
  page,
}) => {
  await openApp(page, door)
  const field = page.getByRole('textbox', { name: t('palette.title') })
  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await expectNothingFound(page)
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('hist')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: t('history.title') })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('4014')
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('error.4014.title'))).toBeVisible()
  await expect(page.getByRole('heading', { name: t('plan.title'), exact: true })).toBeVisible()
})
