import assert from 'node:assert/strict'
import { callPhones } from '../phone/control.ts'
import { assistedWay, type BrowserRule, home, panel, shoot, showDfuCard, t, waitForMode } from './pages.ts'

/** The app as an ordinary user runs it, on a system that announces no devices. */
export const RESTRICTED: readonly BrowserRule[] = [
  {
    sentence:
      'where the system announces no devices the app says that it lists them instead, and finds them all the same',
    async run({ page, phones }) {
      const { what, does } = { what: t('problem.usb-no-events.what'), does: t('problem.usb-no-events.do') }
      await panel(page).getByText(`${what} ${does}`, { exact: true }).waitFor()
      await callPhones(phones, 'plug', { phone: 'x', mode: 'recovery', socket: 'root-a' })
      await waitForMode(page, 'recovery')
      await shoot(page, 'listing-only')
    },
  },
  {
    sentence: 'somebody without permission is told so on the card and at the phone, with the cure, and goes on by hand',
    async run({ page }) {
      await showDfuCard(page)
      const sentence = `${t('problem.usb-no-permission.what')} ${t('problem.usb-no-permission.do')}`
      await page.locator('.guide-ways').getByText(sentence, { exact: true }).waitFor()
      assert.equal(await assistedWay(page).isDisabled(), true)
      assert.equal(await page.getByRole('radio', { name: t('guide-screen.way.manual'), exact: true }).isChecked(), true)
      await shoot(page, 'no-permission-card')
      await home(page)
      await panel(page).getByText(sentence, { exact: true }).waitFor()
      await shoot(page, 'no-permission')
    },
  },
]
