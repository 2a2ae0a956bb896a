import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { actOnCues, kinds, type Moves, obedient, practise, showCard, start, verdict } from './person.ts'
import { t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

/** One hundred milliseconds of a loaded computer are less than half a second of the phone's. */
test.use({ practiceRate: 4 })
/** Hands at a browser's keyboard are as late as this computer is busy, and a late hand is a miss: a story may be told again. */
test.describe.configure({ retries: 2 })

/** Everything as it is said, on an iPhone without a Home button. */
const OBEDIENT = obedient({ guide: 'dfu', family: 'face-id', way: 'manual', from: 'normal', power: 'side' })

test('by keyboard alone, acting on the cues, the virtual iPhone enters DFU', async ({ door, page }) => {
  await practise(page, door)
  await showCard(page, 'dfu')
  const cues = await actOnCues(page, OBEDIENT)
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'entered', { timeout: 30_000 })
  expect(kinds(cues)).toEqual([
    'lead-in',
    'action',
    'action',
    'action',
    'left',
    'ahead',
    'release',
    'let-go',
    'success',
  ])
  expect(new Set(cues.map(({ seq }) => seq)).size).toBe(cues.length)
  expect(cues.every(({ toned }) => toned)).toBe(true)
  const [left, release] = [cues.find(({ kind }) => kind === 'left'), cues.find(({ kind }) => kind === 'release')]
  expect((release?.plannedAtMs ?? 0) - (left?.plannedAtMs ?? 0)).toBeCloseTo(3000, 3)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('guide-screen.ended.entered.dfu'))
})

test('letting go of everything when the screen goes black is a miss that says what USB showed and what changes', async ({
  door,
  page,
}) => {
  await practise(page, door)
  await showCard(page, 'dfu')
  const cues = await actOnCues(page, { ...OBEDIENT, 'left add-second': ['up s'], 'release keep-second': [] })
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'came-back-in-system', { timeout: 45_000 })
  expect(kinds(cues).at(-1)).toBe('miss')
  await expect(verdict(page)).toContainText(t('reason.released-early'))
  await expect(verdict(page)).toContainText(t('likelihood.likely'))
  await page.getByRole('button', { name: t('guide-screen.again') }).click()
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', 'card')
  await expect(page.locator('.guide')).toContainText(t('guide-screen.try', { number: 2 }))
})

test('a button that is let go before the reset leaves the phone on USB: never-left', async ({ door, page }) => {
  await practise(page, door)
  await showCard(page, 'dfu')
  await actOnCues(page, { 'action hold-power': ['down s', 'up s'] })
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'never-left', { timeout: 30_000 })
})

test('the guide goes on without focus: cues are given, and the verdict falls', async ({ door, page }) => {
  await practise(page, door)
  await showCard(page, 'dfu')
  const moves: Record<string, Moves[string]> = { ...OBEDIENT }
  const cues = await actOnCues(page, moves)
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-phase', 'hold-power')
  await expect(page.locator('.drawing-button.is-hold.is-down')).toHaveCount(1)
  // the person turns to the other window and does nothing more, also when the guide begins once more
  for (const cue of Object.keys(moves)) delete moves[cue]
  await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await expect(page.locator('.drawing-button.is-down')).toHaveCount(0)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'never-left', { timeout: 30_000 })
  expect(kinds(cues).at(-1)).toBe('miss')
})

test('stopping needs Escape twice; once, and it asks', async ({ door, page }) => {
  await practise(page, door)
  await showCard(page, 'dfu')
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', 'running')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: t('guide-screen.stop.again') })).toBeVisible()
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', 'running')
  await page.keyboard.press('Escape')
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'cancelled')
})

test('mute silences every cue and shows it; the cues are still recorded once each', async ({ door, page }) => {
  await practise(page, door)
  await showCard(page, 'dfu')
  const cues = await actOnCues(page, {})
  await page.keyboard.press('m')
  await expect(page.getByRole('button', { name: t('guide-screen.muted') })).toHaveAttribute('aria-pressed', 'true')
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-phase', 'hold-power')
  await expect.poll(() => kinds(cues)).toEqual(['lead-in', 'action', 'action', 'action'])
  expect(cues.some(({ toned, spoken }) => toned || spoken)).toBe(false)
})

/** What each phase looked like at its first painted frame: short phases are over before a test could ask. */
async function lookAtPhases(page: Page): Promise<() => Promise<PhaseLooks[]>> {
  await page.evaluate(() => {
    const guide = document.querySelector('.guide')
    if (!(guide instanceof HTMLElement)) throw new Error('no guide is shown')
    const seen: unknown[] = []
    Reflect.set(window, 'phasesSeen', seen)
    let last = ''
    const look = () => {
      const phase = guide.dataset.phase ?? guide.dataset.stage ?? ''
      if (phase === last) return
      last = phase
      const parts = guide.querySelectorAll('h1, .guide-big, .guide-not, .guide-next, .guide-count, .guide-usb, .button')
      const cut = [...parts].filter((part) => {
        const { left, right } = part.getBoundingClientRect()
        return left < 0 || right > innerWidth
      })
      seen.push({
        phase,
        count: guide.querySelector('[data-testid=guide-count]')?.textContent ?? null,
        words: guide.querySelector('.guide-say')?.textContent ?? '',
        drawing: guide.querySelector('figcaption')?.textContent ?? '',
        cut: cut.map((part) => part.className || part.tagName),
      })
    }
    new MutationObserver(() => requestAnimationFrame(look)).observe(guide, { attributes: true })
    look()
  })
  return () => page.evaluate(() => Reflect.get(window, 'phasesSeen') as PhaseLooks[])
}

type PhaseLooks = {
  readonly phase: string
  readonly count: string | null
  readonly words: string
  readonly drawing: string
  readonly cut: readonly string[]
}

test('a number stands only where time ends a phase; towards what USB shows it says keep holding; nothing is cut off', async ({
  door,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 640 })
  await practise(page, door)
  await showCard(page, 'dfu')
  await actOnCues(page, OBEDIENT)
  const looks = await lookAtPhases(page)
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'entered', { timeout: 30_000 })
  const seen = new Map((await looks()).map((each) => [each.phase, each]))
  expect([...seen.keys()]).toEqual([
    'card',
    'lead-in',
    'click-first',
    'click-second',
    'hold-power',
    'add-second',
    'keep-second',
    'settling',
    'ended',
  ])
  expect(seen.get('click-first')?.count).toMatch(/^[12]$/)
  expect(seen.get('add-second')?.count).toBe('3')
  expect(seen.get('hold-power')?.count).toBeNull()
  expect(seen.get('hold-power')?.words).toContain(
    t('guide-screen.keep-on', { until: t('guide-screen.until.usb-left') }),
  )
  expect(seen.get('keep-second')?.count).toBeNull()
  expect(seen.get('hold-power')?.drawing).toContain('Hold: Side. Do not press: Volume Up and Volume Down.')
  expect(seen.get('keep-second')?.drawing).toContain('Keep holding: Volume Down. Let go: Side.')
  expect([...seen.values()].flatMap(({ phase, cut }) => cut.map((part) => `${phase}: ${part}`))).toEqual([])
})

/** What axe finds on the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('axe finds nothing on the card, in a phase and at the verdict', async ({ door, page }) => {
      await practise(page, door)
      await showCard(page, 'dfu')
      expect(await violations(page)).toEqual([])
      await start(page)
      await expect(page.locator('.guide')).toHaveAttribute('data-phase', 'hold-power')
      expect(await violations(page)).toEqual([])
      await expect(verdict(page)).toHaveAttribute('data-verdict', 'never-left', { timeout: 30_000 })
      expect(await violations(page)).toEqual([])
    })
  })
