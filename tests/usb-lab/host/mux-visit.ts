import assert from 'node:assert/strict'
import { callPhones } from '../phone/control.ts'
import { type BrowserRule, panel, shoot, t, waitForMode } from './pages.ts'

/** The words of a sentence before its number of seconds. */
const beforeSeconds = (key: string): string => t(key, { seconds: 987 }).split('987')[0] ?? ''

/** The app on a computer where Debian's usbmuxd speaks to phones that run their system. */
export const MUX_VISIT: readonly BrowserRule[] = [
  {
    sentence: 'a phone that runs says its name and version through the real usbmuxd, and nobody asks it to pair',
    async run({ page, phones }) {
      await callPhones(phones, 'plug', { phone: 'eleven', mode: 'normal', socket: 'root-a' })
      await waitForMode(page, 'normal')
      await panel(page).getByText('17.6.1').first().waitFor()
      await shoot(page, 'mux-running')
      const asked = await callPhones(phones, 'log', { phone: 'eleven' })
      assert.ok(!asked.some((record) => record.what === 'lockdown' && record.request === 'Pair'))
    },
  },
  {
    sentence: 'one click sends it into recovery, another one out again, and each time the mode that was seen is told',
    async run({ page, phones }) {
      await panel(page).getByText(t('trip.enter.offer'), { exact: true }).click()
      await panel(page).getByLabel(t('trip.enter.read'), { exact: true }).check()
      await panel(page)
        .getByRole('button', { name: t('trip.enter.go'), exact: true })
        .click()
      await waitForMode(page, 'recovery')
      await panel(page).getByText(beforeSeconds('trip.enter.done')).waitFor()
      await shoot(page, 'mux-entered')
      assert.equal((await callPhones(phones, 'state', { phone: 'eleven' })).showing?.productId, 0x1281)
      await panel(page)
        .getByRole('button', { name: t('trip.leave.go'), exact: true })
        .click()
      await waitForMode(page, 'normal')
      await panel(page).getByText(beforeSeconds('trip.leave.done')).waitFor()
      await shoot(page, 'mux-left')
      const sent = await callPhones(phones, 'log', { phone: 'eleven' })
      const transfers = sent.flatMap((record) => (record.what === 'transfer' ? [record.transfer] : []))
      // the kernel's own drivers ask too, in the running system
      const commands = transfers.filter(({ type }) => type === 0x40).map(({ text }) => text)
      assert.deepEqual(commands.slice(-3), ['setenv auto-boot true', 'saveenv', 'reboot'])
    },
  },
]
