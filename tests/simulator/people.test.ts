import { describe, expect, it } from 'vitest'
import type { Button } from '../../shared/knowledge/vocabulary.ts'
import { chance, diceFor, draw, logNormal, normal, pick, uniform } from '../../shared/simulator/dice.ts'
import { drawCable, MISTAKES } from '../../shared/simulator/mistakes.ts'
import {
  createPerfectPerson,
  createPerson,
  type Cue,
  followsText,
  handsMove,
  handsMoveMs,
  hears,
  nextTry,
  type Person,
  seesBlack,
  told,
} from '../../shared/simulator/people.ts'

const MANY = Array.from({ length: 4000 }, (_, index) => index + 1)

const cue = (hold: readonly Button[], more: Partial<Cue> = {}): Cue => ({
  phaseId: 'phase',
  hold,
  press: [],
  counted: false,
  dueAtMs: null,
  heard: true,
  warnedBeforehand: false,
  ...more,
})

/** What the hands do until they rest. */
function moves(person: Person): { atMs: number; down: readonly Button[] }[] {
  const made: { atMs: number; down: readonly Button[] }[] = []
  for (let now = person, atMs = handsMoveMs(now); atMs !== null; atMs = handsMoveMs(now)) {
    now = handsMove(now)
    made.push({ atMs, down: now.down })
  }
  return made
}
const rest = (person: Person): Person => (handsMoveMs(person) === null ? person : rest(handsMove(person)))
const share = (seeds: readonly number[], holds: (seed: number) => boolean) => seeds.filter(holds).length / seeds.length
const sorted = (values: number[]) => values.sort((first, second) => first - second)

describe('the dice', () => {
  it('give the same draws for the same seed and label, and others for other labels', () => {
    const five = (label: string) => {
      let dice = diceFor(42, label)
      return Array.from({ length: 5 }, () => {
        const drawn = draw(dice)
        dice = drawn.dice
        return drawn.value
      })
    }
    expect(five('a')).toEqual(five('a'))
    expect(five('a')).not.toEqual(five('b'))
  })

  it('are spread as they say', () => {
    const of = (sample: (seed: number) => number) => sorted(MANY.map(sample))
    const at = (values: number[], quantile: number) => values[Math.floor(values.length * quantile)] ?? 0
    const uniforms = of((seed) => uniform(diceFor(seed, 'u'), 2, 4).value)
    expect(at(uniforms, 0)).toBeGreaterThanOrEqual(2)
    expect(at(uniforms, 0.999)).toBeLessThan(4)
    expect(at(uniforms, 0.5)).toBeCloseTo(3, 1)
    const reactions = of((seed) => logNormal(diceFor(seed, 'l'), 280, 650).value)
    expect(at(reactions, 0.5) / 280).toBeCloseTo(1, 1)
    expect(at(reactions, 0.95) / 650).toBeCloseTo(1, 1)
    const normals = of((seed) => normal(diceFor(seed, 'n'), 10, 2).value)
    expect(at(normals, 0.5)).toBeCloseTo(10, 0)
    expect(at(normals, 0.8413)).toBeCloseTo(12, 0)
    expect(share(MANY, (seed) => chance(diceFor(seed, 'c'), 0.3).value)).toBeCloseTo(0.3, 1)
    expect(new Set(MANY.map((seed) => pick(diceFor(seed, 'p'), 6).value)).size).toBe(6)
  })
})

describe('people', () => {
  it('react to a cue after about a quarter of a second, later when it is only seen', () => {
    const median = (heard: boolean) =>
      sorted(
        MANY.map((seed) => handsMoveMs(hears(createPerson(seed, false), cue(['side'], { heard }), 0)) ?? 0),
      )[2000] ?? 0
    expect(median(true)).toBeGreaterThan(260)
    expect(median(true)).toBeLessThan(300)
    expect(median(false) - median(true)).toBeGreaterThan(120)
  })

  it('anticipate a counted moment with a spread of 0.18 seconds', () => {
    const offs = sorted(
      MANY.map((seed) => {
        const counted = cue(['side'], { counted: true, dueAtMs: 5000 })
        return (handsMoveMs(hears(createPerson(seed, false), counted, 0)) ?? 0) - 5000
      }),
    )
    expect(Math.abs(offs[2000] ?? 999)).toBeLessThan(15)
    expect(offs[Math.floor(MANY.length * 0.8413)]).toBeGreaterThan(160)
    expect(offs[Math.floor(MANY.length * 0.8413)]).toBeLessThan(200)
  })

  it('start with the wrong volume button once in twenty', () => {
    const wrong = share(MANY, (seed) => {
      const down = moves(hears(createPerson(seed, false), cue([], { press: ['volume-up'] }), 0)).map(
        (move) => move.down,
      )
      return down.some((buttons) => buttons.includes('volume-down'))
    })
    expect(wrong).toBeGreaterThan(0.038)
    expect(wrong).toBeLessThan(0.062)
  })

  it('swap "release this, keep that" once in thirty', () => {
    const swapped = share(MANY, (seed) => {
      const holding = rest(hears(createPerson(seed, false), cue(['side', 'home']), 0))
      return rest(hears(holding, cue(['home']), 9000)).down.includes('side')
    })
    expect(swapped).toBeGreaterThan(0.023)
    expect(swapped).toBeLessThan(0.045)
  })

  it('let go of everything when the screen goes black once in fifteen, never when told before', () => {
    const letGo = (warnedBeforehand: boolean) =>
      share(MANY, (seed) => {
        const holding = rest(hears(createPerson(seed, false), cue(['side', 'home'], { warnedBeforehand }), 0))
        return rest(seesBlack(holding, 9000)).down.length === 0
      })
    expect(letGo(false)).toBeGreaterThan(0.055)
    expect(letGo(false)).toBeLessThan(0.08)
    expect(letGo(true)).toBe(0)
  })

  it('slip a button for a moment once in thirty holds', () => {
    const slips = share(MANY, (seed) => moves(hears(createPerson(seed, false), cue(['side', 'home']), 0)).length > 1)
    expect(slips).toBeGreaterThan(0.024)
    expect(slips).toBeLessThan(0.044)
  })

  it('make a mistake a third as often once its reason was stated, unless that effect is switched off', () => {
    const again = (learns: boolean) =>
      share(MANY, (seed) => nextTry(told(createPerson(seed, learns), 'released-early')).makes['lets-go-at-black'])
    expect(again(false)).toBeGreaterThan(0.055)
    expect(again(true)).toBeLessThan(0.033)
  })

  it('make every kind of mistake sooner or later', () => {
    const tally = new Set(
      MANY.slice(0, 600).flatMap((seed) => {
        const first = rest(hears(createPerson(seed, false), cue(['side', 'volume-down']), 0))
        const black = rest(seesBlack(rest(hears(first, cue(['volume-down']), 9000)), 15_000))
        return Object.keys(black.tally)
      }),
    )
    expect([...tally].sort()).toEqual([...MISTAKES].sort())
  })

  it('are perfect when asked to be', () => {
    for (const seed of MANY.slice(0, 200)) {
      const counted = cue(['side', 'home'], { counted: true, dueAtMs: 3000 })
      expect(moves(hears(createPerfectPerson(seed), counted, 0))).toEqual([{ atMs: 3000, down: ['side', 'home'] }])
    }
  })

  it('with a printed text alone read two to five seconds a line and time seconds with a spread of a fifth', () => {
    const lines = [{ hold: ['side', 'home'], press: [], seconds: 10 }] as const
    const runs = MANY.map((seed) => moves(followsText(createPerson(seed, false), lines, 0, 'beforehand')))
    const begins = runs.map((run) => run[0]?.atMs ?? 0)
    expect(Math.min(...begins)).toBeGreaterThanOrEqual(2000)
    expect(Math.max(...begins)).toBeLessThanOrEqual(5000)
    const lasted = sorted(runs.map((run) => (run.at(-1)?.atMs ?? 0) - (run[0]?.atMs ?? 0)))
    expect((lasted[2000] ?? 0) / 1000).toBeCloseTo(10, 0)
    expect(((lasted[Math.floor(MANY.length * 0.8413)] ?? 0) - 10_000) / 2000).toBeCloseTo(1, 0)
  })

  it('have a cable that cannot signal DFU in one setup of six', () => {
    expect(share(MANY, (seed) => drawCable(seed) === 'cannot-signal')).toBeCloseTo(1 / 6, 1)
  })
})
