import type { State } from '../../shared/engine/state.ts'
import { translator } from '../../shared/texts/translate.ts'
import { cueText } from '../../renderer/ui/cues/use-cues.ts'
import { expectNothingFound } from '../e2e/look-for-faults.ts'
import { STATES } from '../e2e/fixtures/states.ts'
import { stateInPhase, statesOfGuide } from './guide-moments.ts'
import { expect, hasNothingToCompare, HOW_TO_MAKE, test } from './story-page.ts'

const PHASES = ['click-first', 'click-second', 'hold-power', 'add-second', 'keep-second'] as const

/** Everything that a screen reader speaks up for by itself. */
const LIVE = '[aria-live]:not([aria-live=off]), output, [role=status], [role=alert], [role=alertdialog], [role=log]'

test.use({ timezoneId: 'UTC', locale: 'en-US', contextOptions: { reducedMotion: 'reduce' } })

for (const phase of PHASES)
  test(`what a screen reader finds on the guide in the phase ${phase}`, async ({ page, openStory }, info) => {
    const name = `reading-guide-${phase}.aria.yml`
    test.skip(hasNothingToCompare(info, name), `nobody has kept what is read there yet: ${HOW_TO_MAKE}`)
    await openStory(page, { state: stateInPhase(phase), hash: '#/' })
    await expect(page.locator('.guide')).toMatchAriaSnapshot({ name })
  })

test('what changes in a guide is announced once, and no second of a count is', async ({ page, openStory }) => {
  const states = statesOfGuide()
  const [first] = states
  if (first === undefined) throw new Error('no guide in this session')
  await openStory(page, { state: first, hash: '#/' })
  const announced = await page.evaluate(
    async ({ given, live }) => {
      const told: string[] = []
      const watcher = new MutationObserver((changes) => {
        const regions = changes.map(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest(live),
        )
        for (const region of new Set(regions)) if (region?.textContent) told.push(region.textContent)
      })
      watcher.observe(document.body, { subtree: true, childList: true, characterData: true })
      const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
      for (const state of given)
        // the same State while the clock goes on: counts move, nothing else does
        for (const laterMs of [0, 1000, 2000, 3000]) {
          window.showState?.(state, state.atMs + laterMs)
          await drawn()
        }
      return told
    },
    { given: states, live: LIVE },
  )
  const t = translator('en')
  const cueOf = ({ guide }: State) =>
    guide?.cue == null || guide.cue.kind === 'lead-in' ? '' : cueText(t, guide, guide.cue)
  const cues = states.map(cueOf).filter((words, index, all) => words !== '' && words !== all[index - 1])
  expect(cues.length).toBeGreaterThan(PHASES.length)
  expect(announced).toEqual(cues)
})

test('a State that cannot be drawn costs one screen, and the next one is drawn as if nothing had been', async ({
  page,
  openStory,
}) => {
  const good = STATES['recovery']
  if (good === undefined) throw new Error('there is no such State')
  await openStory(page, { state: good, hash: '#/' })
  const broken = { ...good, atMs: good.atMs + 1, shelf: null } as unknown as State
  await page.evaluate((state) => window.showState?.(state, state.atMs), broken)
  const failed = page.getByRole('alert').filter({ hasText: translator('en')('screen-failed.title') })
  await expect(failed).toBeVisible()
  await expectNothingFound(page)
  await page.evaluate((state) => window.showState?.(state, state.atMs), { ...good, atMs: good.atMs + 2 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(translator('en')('home.title'))
  await expect(failed).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const)
  for (const language of ['en', 'ar'] as const)
    test.describe(`in ${theme} and ${language}`, () => {
      test.use({ colorScheme: theme })
      test('axe finds nothing in any phase of a guide', async ({ page, openStory }) => {
        test.slow()
        const settings = { theme, language } as const
        const [first, ...later] = PHASES.map((phase) => stateInPhase(phase)).map((state) => ({
          ...state,
          settings: { ...state.settings, ...settings },
        }))
        if (first === undefined) return
        await openStory(page, { state: first, hash: '#/' })
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expectNothingFound(page)
        for (const state of later) {
          await page.evaluate((given) => window.showState?.(given, given.atMs), state)
          const { guide } = state
          await expect(page.locator('.guide')).toHaveAttribute(
            'data-phase',
            guide?.phases[guide.phaseIndex]?.id ?? 'none',
          )
          await expectNothingFound(page)
        }
      })
    })
