import { describe, expect, it, vi } from 'vitest'
import { GUIDE_TIMES } from '../../shared/knowledge/button-guides.ts'
import { AS_IT_IS, type Fared, fares, firstTriesAt, seedsTo } from './compare.ts'
import { confusionOf, rightShare } from './confusion.ts'

vi.setConfig({ testTimeout: 60_000 })

/** `COACH_PEOPLE=<n> npx vitest run tests/coach` plays more or fewer people. */
const PEOPLE = Number(process.env['COACH_PEOPLE'] ?? 10_000)

describe(`${PEOPLE} people on phones over the model's whole spread`, () => {
  const confusion = confusionOf(seedsTo(PEOPLE))
  const perVerdict = Object.keys(confusion.pairs).map((key) => key.split(' ')[0] ?? '')

  it('get the right verdict 95 times in a hundred, at least', () => {
    expect(rightShare(confusion)).toBeGreaterThanOrEqual(0.95)
  })

  it('are never told "entered" when the phone was not', () => {
    expect(confusion.wrong.filter(({ given }) => given === 'entered')).toEqual([])
  })

  it.each([...new Set(perVerdict)])('get the right verdict nine times in ten where it is %s', (right) => {
    const all = Object.entries(confusion.pairs).filter(([key]) => key.startsWith(`${right} `))
    const people = all.reduce((sum, [, count]) => sum + count, 0)
    // a verdict that only one or two of ten thousand get is no share of anything
    if (people >= 20) expect((confusion.pairs[`${right} ${right}`] ?? 0) / people).toBeGreaterThan(0.9)
    expect(people).toBeGreaterThan(0)
  })
})

const share = (all: readonly Fared[], holds: (each: Fared) => boolean) => all.filter(holds).length / all.length
const misses = (all: readonly Fared[]) => 1 - share(all, ({ first }) => first)

describe.each(['normal', 'recovery'] as const)('a thousand people with a phone in %s', (start) => {
  const seeds = seedsTo(1000)
  const of = (tool: keyof typeof AS_IT_IS) => fares(seeds, start, AS_IT_IS[tool])
  const [text, countdown, handhold] = [of('text'), of('countdown'), of('handhold')]
  const on = (all: readonly Fared[], cable: Fared['cable']) => all.filter((each) => each.cable === cable)

  it('miss less than half as often at the first try as with the better of a printed text and a blind countdown', () => {
    const best = Math.min(misses(on(text, 'signals')), misses(on(countdown, 'signals')))
    expect(misses(on(handhold, 'signals'))).toBeLessThan(best / 2)
  })

  it('hear of the cable after two tries where it cannot signal, and hardly ever where it can', () => {
    const named = (all: readonly Fared[]) => share(all, ({ cableNamed }) => cableNamed !== null && cableNamed <= 3)
    expect(named(on(handhold, 'cannot-signal'))).toBeGreaterThan(0.9)
    expect(named(on(handhold, 'signals'))).toBeLessThan(0.01)
  })

  it('get there in the end with another cable', () => {
    expect(share(on(handhold, 'cannot-signal'), ({ tries }) => tries !== null)).toBeGreaterThan(0.9)
    expect(share(on(countdown, 'cannot-signal'), ({ tries }) => tries !== null)).toBeLessThan(0.1)
  })
})

it.each(['normal', 'recovery'] as const)('no offset of the release cue beats the one in the table (%s)', (start) => {
  const seeds = seedsTo(300)
  const ours = firstTriesAt(GUIDE_TIMES.releaseAfterDropMs, seeds, start)
  for (const offset of [500, 1000, 2000, 4000, 5000, 6000])
    expect(firstTriesAt(offset, seeds, start), `${offset} ms`).toBeLessThanOrEqual(ours)
})
