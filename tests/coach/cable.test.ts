import { describe, expect, test } from 'vitest'
import { CABLE_ADVICE, connectorOf, CONNECTORS } from '../../shared/knowledge/connectors.ts'
import { translator } from '../../shared/texts/translate.ts'
import { device, IPHONE_X, Trace } from '../engine/trace.ts'
import { PRODUCTS } from './population.ts'

describe('the socket', () => {
  test.each([
    ['iPhone4,1', '30-pin'],
    ['iPhone5,1', 'lightning'],
    ['iPhone14,6', 'lightning'],
    ['iPhone14,8', 'lightning'],
    ['iPhone15,3', 'lightning'],
    ['iPhone15,4', 'usb-c'],
    ['iPhone16,1', 'usb-c'],
    ['iPhone17,5', 'usb-c'],
    ['iPod9,1', 'lightning'],
    ['iPad2,4', '30-pin'],
    ['iPad2,5', 'lightning'],
    ['iPad3,3', '30-pin'],
    ['iPad3,4', 'lightning'],
    ['iPad8,1', 'usb-c'],
    ['iPad11,6', 'lightning'],
    ['iPad12,1', 'lightning'],
    ['iPad13,18', 'usb-c'],
    ['iPad14,1', 'usb-c'],
    ['iPhone19,1', 'usb-c'],
    ['AppleTV5,3', null],
  ])('of %s is %s', (product, connector) => {
    expect(connectorOf(product)?.connector ?? null).toBe(connector)
  })

  test('is known for every phone, iPod and iPad of the table, and each has its advice with a source', () => {
    expect(PRODUCTS.filter((product) => connectorOf(product) === null)).toEqual([])
    const t = translator('en')
    for (const connector of CONNECTORS) {
      expect(t.has(`change.try-other-cable.${connector}`)).toBe(true)
      expect(CABLE_ADVICE[connector].source).not.toBe('')
      // what nobody has confirmed is not told as a fact
      if (CABLE_ADVICE[connector].confidence === 'unconfirmed')
        expect(t(`change.try-other-cable.${connector}`)).toContain('unconfirmed')
    }
  })
})

/** Two tries of an iPhone X for DFU, each with its reset, each back in the system; the second with what `between` changes. */
function twoMisses(between: (trace: Trace) => Trace = (trace) => trace): Trace {
  const on = (n: number) => device('normal', IPHONE_X.normal, '1-1', n)
  const trace = new Trace()
    .attach(0, on(1))
    .at(20, { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: 'phone-1', product: 'iPhone10,3' })
    .at(1000, { kind: 'guide.start', attemptId: 'a-1', handsFree: false })
    .detach(15_000, on(1))
    .attach(45_000, on(2))
    .until(50_000)
  return between(trace)
    .at(60_000, { kind: 'guide.again', way: 'manual' })
    .at(61_000, { kind: 'guide.start', attemptId: 'a-2', handsFree: false })
    .detach(75_000, on(2))
    .attach(105_000, on(3))
    .until(110_000)
}

const useCable = (cableLabel: string) => (trace: Trace) =>
  trace.at(55_000, { kind: 'settings.change', settings: { ...trace.state.settings, cableLabel } })

describe('the cable', () => {
  test('is asked about after two misses alike, once, and is no more than possible until then', () => {
    const { state } = twoMisses()
    expect(state.guide?.question).toBe('released-at-tone')
    const cable = state.guide?.verdict?.reasons.find(({ id }) => id === 'cable-cannot-signal')
    expect(cable?.likelihood).toBe('possible')
  })

  test('is likely when the button was let go at the tone, and is not when it was not', () => {
    const yes = twoMisses().at(111_000, { kind: 'guide.answer', released: 'yes' }).state.guide
    expect(yes?.verdict?.reasons[0]).toEqual({ id: 'cable-cannot-signal', likelihood: 'likely' })
    expect(yes?.verdict?.change?.key).toBe('change.try-other-cable.lightning')
    expect(yes?.verdict?.text).toEqual({ key: 'verdict.cable-likely', params: { seconds: 30 } })
    const no = twoMisses().at(111_000, { kind: 'guide.answer', released: 'no' }).state.guide
    expect(no?.verdict?.reasons[0]?.id).toBe('released-early')
    expect(no?.question).toBeNull()
  })

  test('that the answer names is kept with the attempt, whose verdict stands', () => {
    const before = twoMisses()
    const told = before.effects.length
    const answered = before.at(160_000, { kind: 'guide.answer', released: 'yes' })
    const facts = answered.state.guide?.verdict
    expect(answered.effects.slice(told)).toEqual([{ kind: 'attempt.answered', attemptId: 'a-2', facts }])
    expect(facts?.id).toBe(before.state.guide?.verdict?.id)
    expect(facts?.reasons[0]?.id).toBe('cable-cannot-signal')
    // asked once: a second answer changes nothing
    expect(answered.at(161_000, { kind: 'guide.answer', released: 'no' }).effects).toHaveLength(told + 1)
  })

  test('is not asked about after one miss, nor when the person has named another one since', () => {
    expect(twoMisses((trace) => trace).state.guide?.missesAlike).toBe(1)
    expect(twoMisses(useCable('white, 1 m')).state.guide).toMatchObject({ question: null, missesAlike: 0 })
  })

  test('goes with its attempt under the name that the person gave', () => {
    const named = twoMisses(useCable('white, 1 m')).effects.flatMap((effect) =>
      effect.kind === 'attempt.open' ? [effect.cableLabel] : [],
    )
    expect(named).toEqual([null, 'white, 1 m'])
  })

  test('an answer that nobody asked for changes nothing', () => {
    const before = twoMisses(useCable('white'))
    const guide = before.state.guide
    expect(before.at(112_000, { kind: 'guide.answer', released: 'yes' }).state.guide).toEqual(guide)
  })
})
