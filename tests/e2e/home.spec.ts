import { expect, openServeDoor, test } from './serve-fixture.ts'
import { goTo, openApp, openCase, startPractice, t } from './screens.ts'

test('the first screen asks what happened and says how USB stands, and its title has the focus', async ({
  door,
  page,
}) => {
  await openApp(page, door)
  const title = page.getByRole('heading', { level: 1, name: t('home.title') })
  await expect(title).toBeFocused()
  await expect(page.getByRole('complementary')).toContainText(
    new RegExp(`${t('phone.nothing')}|${t('phone.usb-unavailable')}`),
  )
})

test('a pasted dialog opens a case with the code that is in it', async ({ door, page }) => {
  await openApp(page, door)
  const dialog = 'The iPhone “Anna” could not be restored. An unknown error occurred (1413).'
  await page.getByLabel(t('home.field.label')).fill(dialog)
  await expect(page.getByText(t('home.field.code', { code: '1413' }))).toBeVisible()
  await openCase(page, dialog)
  await expect(page.getByText(t('complaint.code', { code: '1413' }), { exact: true })).toBeVisible()
})

test('a virtual iPhone shows up by name and mode, and leaves when its cable is pulled out', async ({ door, page }) => {
  await openApp(page, door)
  await startPractice(page)
  const panel = page.getByRole('complementary', { name: t('phone.title', { count: 1 }), exact: true })
  await expect(panel).toContainText(
    t('phone.one-of', { names: 'iPhone 11, iPhone 11 Pro, iPhone 11 Pro Max, iPhone SE (2nd gen)' }),
  )
  await expect(panel).toContainText(t('mode.normal'))
  await page.getByRole('button', { name: t('practice-screen.unplug') }).click()
  await expect(panel).toContainText(t('phone.not-on-usb'))
})

test('a phone in recovery is offered Update first, and no button names DFU', async ({ door, page }) => {
  await openApp(page, door)
  await goTo(page, 'practise')
  await page.getByRole('radio', { name: t('practice-screen.start.recovery') }).check({ force: true })
  await page.getByRole('button', { name: t('practice-screen.begin') }).click()
  const offer = page.getByRole('region', { name: t('recovery-offer.title') })
  await expect(offer.getByRole('button')).toHaveText([t('recovery-offer.update'), t('recovery-offer.leave')])
  await offer.getByRole('button', { name: t('recovery-offer.update') }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('step.D1.title') })).toBeVisible()
  await expect(page.getByText(t('handover.recovery.data'))).toBeVisible()
})

test('a case that is left open waits on the first screen and goes on where it stood', async ({ door, page }) => {
  await openApp(page, door)
  await openCase(page, '4013')
  await page.getByRole('button', { name: t('step.already') }).click()
  const second = page.getByRole('heading', { level: 1 })
  // the look at the computer may put another step first; the one that the person chose stays
  const plan = page.getByRole('region', { name: t('plan.title') })
  await plan.getByRole('button', { name: t('step.A6.title') }).click()
  await expect(second).toHaveText(t('step.A6.title'))
  await page.getByRole('button', { name: t('case.leave') }).click()
  await page
    .getByRole('button', { name: new RegExp(`${t('complaint.code', { code: '4013' })}.*${t('shelf.go')}`) })
    .click()
  await expect(second).toHaveText(t('step.A6.title'))
})

test('when the door is killed the screen says so, and is right again when a door is back', async ({ page }) => {
  const door = await openServeDoor(10)
  try {
    await openApp(page, door)
    await door.kill()
    await expect(page.getByRole('alertdialog', { name: t('link.lost') })).toBeVisible()
    await page.goto(await door.start())
    await expect(page.getByRole('heading', { name: t('home.title') })).toBeVisible()
    await expect(page.getByRole('alertdialog')).toBeHidden()
  } finally {
    await door.end()
  }
})
