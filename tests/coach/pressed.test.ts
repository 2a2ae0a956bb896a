import { describe, expect, it, vi } from 'vitest'
import { buttonsOf } from '../../shared/knowledge/button-families.ts'
import { guidePhases, type GuideStart } from '../../shared/knowledge/button-guides.ts'
import type { GuideId, Way } from '../../shared/knowledge/vocabulary.ts'
import { type BusFaults, QUIET_BUS } from '../../shared/simulator/bus.ts'
import { FAMILY_PRODUCTS } from '../simulator/hands.ts'
import { runSession } from '../simulator/session.ts'
import type { SessionSetup } from '../simulator/session-setup.ts'
import { PRODUCTS } from './population.ts'
import { rightVerdict } from './right-verdict.ts'

/** Every guide, pressed on the virtual iPhone: exactly, and early and late in each phase, on every bus. */
const GUIDED: readonly (readonly [GuideId, Way, 'normal' | 'recovery' | 'dfu'])[] = [
  ['dfu', 'manual', 'normal'],
  ['dfu', 'manual', 'recovery'],
  ['dfu', 'assisted', 'recovery'],
  ['recovery', 'manual', 'normal'],
  ['exit-recovery', 'manual', 'recovery'],
  ['exit-recovery', 'assisted', 'recovery'],
  ['exit-dfu', 'manual', 'dfu'],
  ['restart', 'manual', 'normal'],
  ['power-off', 'manual', 'normal'],
]
const FAULTS = Object.keys(QUIET_BUS) as (keyof BusFaults)[]
/** A bus that behaves, and one for each misbehaviour, which then befalls every second time. */
const BUSES: readonly Partial<BusFaults>[] = [{}, ...FAULTS.map((fault) => ({ [fault]: 0.5 }))]
const OFFS_MS = [-2000, -1000, -500, 500, 1000, 2000] as const

type Pressed = {
  readonly says: string
  readonly right: boolean
  readonly falselyEntered: boolean
  readonly sos: boolean
  readonly entered: boolean
}

// thousands of sessions in each test: a busy computer needs its time
vi.setConfig({ testTimeout: 180_000 })

let seed = 0
function press(
  [guide, way, start]: (typeof GUIDED)[number],
  more: Partial<SessionSetup> & { product: string },
): Pressed {
  seed += 1
  // back from recovery needs a system to go to
  const autoBoot = guide === 'exit-recovery' ? true : undefined
  const setup: SessionSetup = {
    ...{ seed, guide, way, start, cable: 'signals', boardFaults: false },
    ...(autoBoot === undefined ? {} : { autoBoot }),
    ...more,
  }
  const { tries } = runSession(setup)
  const tried = tries[0]
  if (!tried) throw new Error(`nothing was started (seed ${seed})`)
  const right = rightVerdict(setup, tried, false)
  const given = tried.verdict.id
  return {
    says: `${guide} ${way} ${start} ${JSON.stringify(more)} seed ${seed}: ${given}, not ${right}`,
    right: given === right,
    falselyEntered: given === 'entered' && right !== 'entered',
    sos: tried.truth.mishaps.some(({ what }) => what === 'sos'),
    entered: given === 'entered',
  }
}

/** The phases of a guide on a model. */
function phasesOf([guide, way, from]: (typeof GUIDED)[number], product: string): string[] {
  const buttons = buttonsOf(product)
  if (!buttons) throw new Error(`no buttons for ${product}`)
  const start: GuideStart = from
  return (guidePhases({ guide, way, from: start, family: buttons.family, power: buttons.power }) ?? []).map(
    ({ id }) => id,
  )
}

const wrong = (all: readonly Pressed[]) => all.filter((each) => !each.right).map(({ says }) => says)
const share = (all: readonly Pressed[], holds: (each: Pressed) => boolean) => all.filter(holds).length / all.length

describe.each(GUIDED)('%s %s from %s', (...guided) => {
  it('pressed exactly on every model gets there, never with an emergency call', () => {
    const all = PRODUCTS.map((product) => press(guided, { product }))
    expect(share(all, ({ entered }) => entered)).toBeGreaterThanOrEqual(0.97)
    expect(wrong(all)).toEqual([])
    expect(all.filter(({ sos }) => sos)).toEqual([])
  })

  it('pressed exactly on every model and every bus is judged right, and is never "entered" when it was not', () => {
    const all = BUSES.flatMap((bus) => PRODUCTS.map((product) => press(guided, { product, bus })))
    expect(all.filter(({ falselyEntered }) => falselyEntered)).toEqual([])
    expect(all.filter(({ sos }) => sos)).toEqual([])
    expect(
      share(all, ({ right }) => right),
      wrong(all).slice(0, 5).join('\n'),
    ).toBeGreaterThanOrEqual(0.95)
  })

  it('pressed half a second to two seconds early or late in each phase, on every model, is judged right on every bus', () => {
    const families = FAMILY_PRODUCTS.flatMap((product) =>
      phasesOf(guided, product).flatMap((phaseId) =>
        OFFS_MS.flatMap((byMs) => BUSES.map((bus) => press(guided, { product, bus, mistimes: [{ phaseId, byMs }] }))),
      ),
    )
    // every model in every way of mistiming; the buses take turns, so that each meets each phase and time on dozens of models
    const models = PRODUCTS.flatMap((product, index) =>
      phasesOf(guided, product).flatMap((phaseId, phase) =>
        OFFS_MS.map((byMs, off) =>
          press(guided, {
            product,
            bus: BUSES[(index + phase + off) % BUSES.length] ?? {},
            mistimes: [{ phaseId, byMs }],
          }),
        ),
      ),
    )
    const all = [...families, ...models]
    expect(all.filter(({ falselyEntered }) => falselyEntered)).toEqual([])
    expect(
      share(all, ({ right }) => right),
      wrong(all).slice(0, 5).join('\n'),
    ).toBeGreaterThanOrEqual(0.95)
  })
})
