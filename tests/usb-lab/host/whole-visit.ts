import assert from 'node:assert/strict'
import { callPhones } from '../phone/control.ts'
import { followGuide } from './hands.ts'
import {
  assistedWay,
  type BrowserRule,
  historyRow,
  home,
  leaveCase,
  panel,
  shoot,
  showDfuCard,
  t,
  type Visit,
  waitForMode,
} from './pages.ts'

/** Hands that are fed by a busy computer come late, as people do; nobody is late three times. */
const TRIES = 3

type Story = { readonly product: string; readonly way: 'manual' | 'assisted'; readonly seed: number }

/** One guide on one phone, from the card to the verdict. */
const tellStory = async ({ page, phones }: Visit, { product, way, seed }: Story): Promise<string> => {
  const start = way === 'assisted' ? 'recovery' : 'normal'
  await leaveCase(page)
  await callPhones(phones, 'unplug', { phone: 'eleven' })
  const setup = { seed, product, start, cable: 'signals', boardFaults: false } as const
  await callPhones(phones, 'world', { setup, socket: 'root-b' })
  await waitForMode(page, start)
  await showDfuCard(page)
  const radio = page.getByRole('radio', { name: t(`guide-screen.way.${way}`), exact: true })
  // The page shows it as chosen when the app inside has agreed.
  await radio.click()
  await page.locator('input[type="radio"]:checked').and(radio).waitFor()
  await shoot(page, `card-${way}`)
  const request = { guide: 'dfu', family: 'face-id', way, from: start, power: 'side' } as const
  return followGuide(page, phones, request)
}

const guideIntoDfu = async (visit: Visit, product: string, way: Story['way']) => {
  let verdict = ''
  const before: string[] = []
  for (let tries = 0; tries < TRIES && verdict !== 'entered'; tries += 1) {
    // The seed draws the ECID as well: two phones need two, or the app rightly takes them for one that comes out of DFU.
    const seed = (way === 'assisted' ? 7 : 20) + 100 * tries
    verdict = await tellStory(visit, { product, way, seed })
    await shoot(visit.page, `verdict-${way}`)
    const truth = await callPhones(visit.phones, 'truth', null)
    if (verdict !== 'entered') before.push(`${verdict}: ${JSON.stringify(truth?.notes)}`)
    else assert.equal(truth?.inDfu, true, 'the phone itself is in DFU')
    assert.deepEqual(
      truth?.mishaps.filter(({ what }) => what === 'sos'),
      [],
    )
  }
  assert.equal(verdict, 'entered', `the phones themselves:\n${before.join('\n')}`)
}

/** The app with all rights, from the first phone to the history of guided attempts. */
export const WHOLE: readonly BrowserRule[] = [
  {
    sentence: "what the phone's boot loader tells is read in its details, when somebody asks",
    async run({ page, phones }) {
      await callPhones(phones, 'plug', { phone: 'eleven', mode: 'recovery', socket: 'root-a' })
      await waitForMode(page, 'recovery')
      await panel(page).getByText(t('path.details'), { exact: true }).click()
      await panel(page)
        .getByRole('button', { name: t('path.loader.ask'), exact: true })
        .click()
      const { variables } = await callPhones(phones, 'state', { phone: 'eleven' })
      await panel(page)
        .getByText(variables['build-version'] ?? 'no version', { exact: true })
        .waitFor()
      await panel(page).getByText(t('path.loader.radio-error.none'), { exact: true }).waitFor()
      await panel(page).getByText(t('path.loader.refused'), { exact: true }).waitFor()
      await shoot(page, 'boot-loader')
      await callPhones(phones, 'unplug', { phone: 'eleven' })
    },
  },
  {
    sentence: 'a browser outside follows the phone from its system over recovery into DFU, as one and the same phone',
    async run({ page, phones }) {
      for (const mode of ['normal', 'recovery', 'dfu'] as const) {
        await callPhones(phones, 'plug', { phone: 'eleven', mode, socket: 'root-a' })
        await waitForMode(page, mode)
        assert.equal(await panel(page).locator('.phone-card').count(), 1, 'one phone')
        await shoot(page, `mode-${mode}`)
      }
      await panel(page).getByRole('heading', { name: 'iPhone 11', exact: true }).waitFor()
    },
  },
  {
    sentence: 'a case opened with error 4013 for that phone is found in the history under both',
    async run({ page }) {
      await page.getByLabel(t('home.field.label')).fill('4013')
      await page.getByRole('button', { name: t('home.go'), exact: true }).click()
      await page.getByRole('button', { name: t('case.leave'), exact: true }).waitFor()
      await shoot(page, 'case')
      const row = await historyRow(page, t('complaint.code', { code: '4013' }))
      assert.match(await row.innerText(), /iPhone 11/)
      await shoot(page, 'history')
    },
  },
  {
    sentence: 'pulling the phone out is seen in the browser',
    async run({ page, phones }) {
      await home(page)
      await waitForMode(page, 'dfu')
      await callPhones(phones, 'unplug', { phone: 'eleven' })
      await page
        .locator('.mode-badge', { hasText: t('phone.not-on-usb') })
        .first()
        .waitFor()
    },
  },
  {
    sentence:
      'a phone that came from DFU to recovery may be in a restore: the card says why the computer sends it nothing',
    async run({ page, phones }) {
      await leaveCase(page)
      await callPhones(phones, 'plug', { phone: 'eleven', mode: 'recovery', socket: 'root-a' })
      await waitForMode(page, 'recovery')
      await showDfuCard(page)
      const why = page.locator('.guide-ways').getByText(t('guide-screen.way.not-possible.restore'), { exact: true })
      await why.waitFor()
      assert.equal(await assistedWay(page).isDisabled(), true)
      const asked = await callPhones(phones, 'log', { phone: 'eleven' })
      const since = asked.findLastIndex(({ what }) => what === 'plugged')
      assert.deepEqual(
        asked.slice(since + 1).filter(({ what }) => what === 'transfer'),
        [],
      )
      await shoot(page, 'restore-suspected')
    },
  },
  {
    sentence: 'a complete guided DFU by hand: who does what the screen says enters DFU, over the real kernel',
    run: (visit) => guideIntoDfu(visit, 'iPhone12,1', 'manual'),
  },
  {
    sentence: 'a complete guided DFU with the computer restarting the phone out of recovery, over the real kernel',
    run: (visit) => guideIntoDfu(visit, 'iPhone10,6', 'assisted'),
  },
  {
    sentence: 'the guided attempts are in the history with their verdict',
    async run({ page }) {
      const row = await historyRow(page, 'iPhone X')
      await row.click()
      // a list that is folded has the same words
      await page.getByText(t('verdict.name.entered')).filter({ visible: true }).first().waitFor()
      await shoot(page, 'history-case')
    },
  },
]
