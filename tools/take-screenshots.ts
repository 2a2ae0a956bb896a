// npm run screenshots [folder]: walks the whole way (4013, practice, checklist, DFU, hand-over, history) and takes its pictures
// at two sizes in light and dark, for the README and for looking at them.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { actOnCues, obedient, practise, showCard, start, verdict } from '../tests/e2e/person.ts'
import { goTo, openCase, t } from '../tests/e2e/screens.ts'
import { openServeDoor } from '../tests/e2e/serve-fixture.ts'
import { findChromium } from './find-chromium.ts'

const SIZES = { narrow: { width: 1024, height: 640 }, wide: { width: 1440, height: 900 } }
const folder = process.argv[2] ?? join(import.meta.dirname, '../test-results/screens')
mkdirSync(folder, { recursive: true })

const hands = obedient({ guide: 'dfu', family: 'face-id', way: 'manual', from: 'normal', power: 'side' })

/** One walk; `take` names the picture of what is on screen now. */
async function walk(
  page: Page,
  door: Awaited<ReturnType<typeof openServeDoor>>,
  take: (name: string) => Promise<void>,
) {
  await practise(page, door)
  await page.locator('.phone-panel').getByText(t('mode.normal')).first().waitFor()
  await take('home')
  await openCase(page, 'The iPhone could not be restored. An unknown error occurred (4013).')
  await take('checklist')
  await page.getByRole('button', { name: t('case.leave') }).click()
  await showCard(page, 'dfu')
  await take('card')
  await actOnCues(page, hands)
  await start(page)
  const guide = page.locator('.guide')
  for (const phase of ['hold-power', 'add-second', 'keep-second']) {
    await page.locator(`.guide[data-phase="${phase}"]`).waitFor({ timeout: 60_000 })
    await take(phase === 'add-second' ? 'guide' : phase)
  }
  await verdict(page).waitFor({ timeout: 60_000 })
  await take(`ended-${(await guide.getAttribute('data-stage')) ?? 'unknown'}`)
  await page
    .getByRole('button', { name: t('guide-screen.go-on') })
    .first()
    .click()
  await take('handover')
  await goTo(page, 'history')
  await take('history')
}

const executablePath = (await findChromium()) ?? undefined
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--mute-audio'] })
for (const [size, viewport] of Object.entries(SIZES))
  for (const colorScheme of ['light', 'dark'] as const) {
    const door = await openServeDoor(2)
    const page = await (await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })).newPage()
    try {
      await walk(page, door, async (name) => {
        await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) })
        console.log(`${name} ${size} ${colorScheme}`)
      })
    } catch (error) {
      await page.screenshot({ path: join(folder, `failed-${size}-${colorScheme}.png`) })
      console.error(error)
      process.exitCode = 1
    } finally {
      await page.context().close()
      await door.end()
    }
  }
await browser.close()
