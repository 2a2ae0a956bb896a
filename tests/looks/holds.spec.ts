import type { Page } from 'playwright/test'
import { STATES } from '../e2e/fixtures/states.ts'
import { stateInPhase } from './guide-moments.ts'
import { expect, test } from './story-page.ts'

test.use({ timezoneId: 'UTC', locale: 'en-US', contextOptions: { reducedMotion: 'reduce' } })

const stateOf = (name: string) => {
  const state = STATES[name]
  if (state === undefined) throw new Error(`there is no State called ${name}`)
  return state
}
const show = (page: Page, name: string) =>
  page.evaluate((state) => window.showState?.(state, state.atMs), { ...stateOf(name), atMs: 5000 })

test('a count moves nothing but its own number', async ({ page, openStory }) => {
  const state = stateInPhase('add-second')
  await openStory(page, { state, hash: '#/' })
  const shifts = await page.evaluate(async (given) => {
    const found: number[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.push(Reflect.get(entry, 'value') as number)
    }).observe({ type: 'layout-shift' })
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
    for (let laterMs = 0; laterMs <= 3000; laterMs += 100) {
      window.showState?.(given, given.atMs + laterMs)
      await drawn()
    }
    return found
  }, state)
  expect(shifts).toEqual([])
})

for (const width of [1024, 1440])
  test(`a phone that comes, at ${width}, moves nothing that a hand may be about to press`, async ({
    page,
    openStory,
  }) => {
    await page.setViewportSize({ width, height: 700 })
    await openStory(page, { state: stateOf('nothing'), hash: '#/' })
    const places = () =>
      page
        .locator('#what-happened, .code-row .button, .way, .rail a')
        .evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())))
    const before = await places()
    expect(before.length).toBeGreaterThan(8)
    for (const name of ['normal', 'recovery', 'several']) {
      await show(page, name)
      await expect(page.locator('.phone-card')).toHaveCount(stateOf(name).phones.length)
      expect(await places()).toEqual(before)
    }
  })

test('whoever wants less motion gets none', async ({ page, openStory }) => {
  for (const [state, hash] of [
    [stateOf('recovery'), '#/'],
    [stateOf('case'), '#/'],
    [stateInPhase('hold-power'), '#/'],
  ] as const) {
    await openStory(page, { state, hash })
    const moving = await page.evaluate(() => {
      const lasts = (list: string) => list.split(',').some((each) => Number.parseFloat(each) > 0)
      return [...document.querySelectorAll('*')]
        .filter((each) => {
          const { transitionDuration, animationName, animationDuration } = getComputedStyle(each)
          return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration))
        })
        .map((each) => each.outerHTML.slice(0, 120))
    })
    expect(moving).toEqual([])
  }
})

for (const hash of ['#/', '#/settings', '#/codes/4013', '#/history', '#/manual'])
  test(`with the keyboard one sees where one is, at ${hash}`, async ({ page, openStory }) => {
    await openStory(page, { state: stateOf('recovery'), hash })
    const seen: string[] = []
    const unseen: string[] = []
    for (let count = 0; count < 45; count += 1) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const here = document.activeElement
        if (here === null || here === document.body) return null
        const shows = (each: Element | null) => {
          if (each === null) return false
          const { outlineStyle, outlineWidth } = getComputedStyle(each)
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
        }
        // a field that lies unseen over its own words shows it on them
        const isShown = shows(here) || shows(here.nextElementSibling) || shows(here.parentElement)
        return { isShown, name: here.outerHTML.slice(0, 120) }
      })
      if (at === null) break
      seen.push(at.name)
      if (!at.isShown) unseen.push(at.name)
    }
    expect(seen.length).toBeGreaterThan(7)
    expect(unseen).toEqual([])
  })

for (const letters of [true, false])
  test(`the key M ${letters ? 'mutes a guide' : 'does nothing once single letters are switched off'}`, async ({
    page,
    openStory,
  }) => {
    const state = stateInPhase('hold-power')
    await openStory(page, {
      state: { ...state, settings: { ...state.settings, singleLetterKeys: letters } },
      hash: '#/',
    })
    const mute = page.locator('.guide-key[aria-pressed]')
    await expect(mute).toHaveAttribute('aria-pressed', 'false')
    await page.keyboard.press('m')
    await expect(mute).toHaveAttribute('aria-pressed', String(letters))
    await expect(mute.locator('kbd')).toHaveCount(letters ? 1 : 0)
    // what remains is reached by Tab and pressed by Enter
    await mute.focus()
    await page.keyboard.press('Enter')
    await expect(mute).toHaveAttribute('aria-pressed', String(!letters))
  })
