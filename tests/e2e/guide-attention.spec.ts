import type { Page } from 'playwright/test'
import { actOnCues, kinds, obedient, practise, showCard, start, verdict } from './person.ts'
import { goTo, startPractice, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

/** Hands and eyes are elsewhere: what keeps the guide in sight, and what keeps fingers from hitting it by accident. */

test.use({ practiceRate: 4 })

test('the screen is kept awake from Start to the verdict, and no longer', async ({ door, page }) => {
  await page.addInitScript(() => {
    const asked: string[] = []
    Reflect.set(window, 'wakeLocks', asked)
    const request = (kind: string) => {
      asked.push(kind)
      return Promise.resolve({ release: () => Promise.resolve(void asked.push('released')) })
    }
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
  })
  const locks = () => page.evaluate(() => [...(Reflect.get(window, 'wakeLocks') as string[])])
  await practise(page, door)
  await showCard(page, 'dfu')
  expect(await locks()).toEqual([])
  await start(page)
  await expect.poll(locks).toEqual(['screen'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'cancelled')
  await expect.poll(locks).toEqual(['screen', 'released'])
})

test('with single-letter keys switched off no letter does anything, and none is named', async ({ door, page }) => {
  const begin = async (on: Page) => {
    await goTo(on, 'settings')
    const letters = on.locator('#setting-singleLetterKeys')
    await letters.click()
    await expect(letters).not.toBeChecked()
    await startPractice(on)
  }
  await practise(page, door, begin)
  await showCard(page, 'dfu')
  const mute = page.getByRole('button', { name: t('guide-screen.mute') })
  await expect(mute).toHaveAttribute('aria-pressed', 'false')
  await expect(mute.locator('kbd')).toHaveCount(0)
  await page.keyboard.press('m')
  await page.keyboard.down('s')
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-phase', /click|hold/)
  await expect(mute).toHaveAttribute('aria-pressed', 'false')
  await expect(page.locator('.drawing-button.is-down')).toHaveCount(0)
  await page.keyboard.up('s')
  // stopping is no letter
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'cancelled')
})

test('a window that opens over the guide in the middle of a phase stops nothing: the system is back, each cue was given', async ({
  door,
  page,
}) => {
  await practise(page, door)
  await showCard(page, 'restart')
  const hands = obedient({ guide: 'restart', family: 'face-id', way: 'manual', from: 'normal', power: 'side' })
  const cues = await actOnCues(page, hands)
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-phase', /until-logo|wait-for-system/, { timeout: 30_000 })
  await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'entered', { timeout: 40_000 })
  expect(kinds(cues)).toContain('left')
  expect(kinds(cues).slice(-2)).toEqual(['let-go', 'success'])
})
