import { STATES } from '../e2e/fixtures/states.ts'
import { stateInPhase } from './guide-moments.ts'
import { expect, hasNothingToCompare, HOW_TO_MAKE, test } from './story-page.ts'

/** The screens that a person meets: each in one State that stands still. */
const SCREENS = {
  home: () => ({ state: STATES['recovery'], hash: '#/' }),
  checklist: () => ({ state: STATES['case'], hash: '#/' }),
  guide: () => ({ state: stateInPhase('add-second'), hash: '#/' }),
  history: () => ({ state: STATES['nothing'], hash: '#/history' }),
} as const
const SIZES = [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
]

// half as large as a screen: small files, in which whatever moves, grows, vanishes or changes its colour still shows
test.use({ timezoneId: 'UTC', locale: 'en-US', deviceScaleFactor: 0.5, contextOptions: { reducedMotion: 'reduce' } })

for (const [name, given] of Object.entries(SCREENS))
  for (const theme of ['light', 'dark'] as const)
    for (const viewport of SIZES)
      test.describe(`${name}, ${theme}, ${viewport.width} by ${viewport.height}`, () => {
        test.use({ viewport, colorScheme: theme })
        test('looks as it did', async ({ page, openStory, version }, info) => {
          const file = [version, `${name}-${theme}-${viewport.width}.png`]
          test.skip(
            hasNothingToCompare(info, ...file),
            `there is no picture of this screen by Chromium ${version} yet; look at the screens, then make them: ${HOW_TO_MAKE}`,
          )
          const { state, hash } = given()
          if (state === undefined) throw new Error(`there is no State for ${name}`)
          await openStory(page, { state: { ...state, settings: { ...state.settings, theme } }, hash })
          await expect(page).toHaveScreenshot(file, { scale: 'device', maxDiffPixels: 0, threshold: 0.1 })
        })
      })
