import { describe, expect, it } from 'vitest'
import { truth } from '../../shared/simulator/world.ts'
import { buttonsOn, FAMILY_PRODUCTS, type Hands, perfectHands } from './hands.ts'

/** Each rule of the phone as a sentence, pressed on it. */

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)
const CLICKING = ['iPhone10,3', 'iPhone12,8', 'iPad8,1'] as const
const HOLDING = ['iPhone8,1', 'iPhone9,1', 'iPod9,1'] as const

const happenedIn = (hands: Hands) => truth(hands.world()).notes.map((note) => note.what)
const wasReset = (hands: Hands) => happenedIn(hands).includes('reset')
const untilReset = (hands: Hands, atMostMs = 15_000) => hands.until((world) => truth(world).windows !== null, atMostMs)

function clicks(hands: Hands, product: string, apartMs = 300): void {
  const { first, second } = buttonsOn(product)
  hands.click(first)
  hands.wait(apartMs)
  hands.click(second)
  hands.wait(apartMs)
}

/** Resets the phone the way its family wants it and leaves the buttons down. */
function forceReset(hands: Hands, product: string): void {
  const { power, second, clicks: needsClicks } = buttonsOn(product)
  if (needsClicks) clicks(hands, product)
  hands.hold(needsClicks ? [power] : [power, second], 0)
  expect(untilReset(hands)).toBe(true)
}

describe('the hard reset', () => {
  it.each(CLICKING)('needs click, click, hold on %s: Power alone never resets', (product) => {
    for (const seed of SEEDS) {
      const hands = perfectHands({ seed, product })
      hands.hold([buttonsOn(product).power], 30_000)
      expect(wasReset(hands)).toBe(false)
    }
  })

  it.each(CLICKING)('does not count clicks that come more than two seconds apart on %s', (product) => {
    const hands = perfectHands({ seed: 1, product })
    clicks(hands, product, 2100)
    hands.hold([buttonsOn(product).power], 15_000)
    expect(wasReset(hands)).toBe(false)
  })

  it.each(CLICKING)('does not count a volume button held for longer than a click on %s', (product) => {
    const { first, second, power } = buttonsOn(product)
    const hands = perfectHands({ seed: 1, product })
    hands.click(first)
    hands.wait(200)
    hands.hold([second], 700)
    hands.hold([power], 15_000)
    expect(wasReset(hands)).toBe(false)
  })

  it.each(CLICKING)('does not count the clicks in the wrong order on %s', (product) => {
    const { first, second, power } = buttonsOn(product)
    const hands = perfectHands({ seed: 1, product })
    hands.click(second)
    hands.wait(300)
    hands.click(first)
    hands.wait(300)
    hands.hold([power], 15_000)
    expect(wasReset(hands)).toBe(false)
  })

  it.each(HOLDING)('comes between 5.5 and 7.5 seconds of the combination on %s', (product) => {
    const { power, second } = buttonsOn(product)
    for (const seed of SEEDS) {
      const hands = perfectHands({ seed, product })
      const beganMs = hands.nowMs()
      hands.hold([power, second], 10_000)
      const tookMs = (truth(hands.world()).windows?.resetAtMs ?? 0) - beganMs
      expect(tookMs).toBeGreaterThanOrEqual(5500)
      expect(tookMs).toBeLessThanOrEqual(7500)
    }
  })

  it.each(HOLDING)('begins anew after a gap of 0.3 seconds on %s, and not after one of 0.05', (product) => {
    const { power, second } = buttonsOn(product)
    const afterGap = (gapMs: number) => {
      const hands = perfectHands({ seed: 3, product })
      const beganMs = hands.nowMs()
      hands.hold([power, second], 4000)
      hands.hold([power], gapMs)
      hands.hold([power, second], 12_000)
      return (truth(hands.world()).notes.find((note) => note.what === 'reset')?.atMs ?? 0) - beganMs
    }
    expect(afterGap(50)).toBeLessThanOrEqual(7500)
    expect(afterGap(300)).toBeGreaterThanOrEqual(4300 + 5500)
  })

  it.each(HOLDING)('never comes from Power and the wrong volume button on %s', (product) => {
    const hands = perfectHands({ seed: 1, product })
    hands.hold([buttonsOn(product).power, 'volume-up'], 20_000)
    expect(wasReset(hands)).toBe(false)
  })

  it.each(FAMILY_PRODUCTS)('happens once per hold on %s: a hold that lasts through it is used up', (product) => {
    const hands = perfectHands({ seed: 2, product })
    forceReset(hands, product)
    hands.wait(40_000)
    expect(happenedIn(hands).filter((what) => what === 'reset')).toHaveLength(1)
  })

  it.each(FAMILY_PRODUCTS)('is the only thing a frozen %s answers to', (product) => {
    const { power } = buttonsOn(product)
    const hands = perfectHands({ seed: 4, product, start: 'frozen' })
    hands.hold([power], 9000)
    hands.hold([], 100)
    expect(happenedIn(hands)).toEqual([])
    forceReset(hands, product)
    expect(truth(hands.world()).power).toBe('rom')
  })

  it('brings nothing for minutes where the battery is empty, then the phone starts by itself', () => {
    const hands = perfectHands({ seed: 5, product: 'iPhone8,1', battery: 'empty' })
    forceReset(hands, 'iPhone8,1')
    hands.hold([], 60_000)
    expect(truth(hands.world()).power).toBe('off')
    hands.wait(320_000)
    expect(truth(hands.world()).power).toBe('system')
  })

  it('by the host comes at once, whatever the buttons', () => {
    for (const down of [[], ['home', 'side'], ['volume-up']] as const) {
      const hands = perfectHands({ seed: 6, product: 'iPhone8,1', start: 'recovery' })
      hands.hold(down, 500)
      const askedMs = hands.nowMs()
      hands.host('reboot')
      hands.wait(300)
      expect((truth(hands.world()).windows?.resetAtMs ?? 0) - askedMs).toBeLessThanOrEqual(300)
    }
  })

  it('by the host works in recovery only', () => {
    for (const start of ['normal', 'dfu'] as const) {
      const hands = perfectHands({ seed: 7, product: 'iPhone8,1', start })
      hands.host('reboot')
      hands.wait(5000)
      expect(wasReset(hands)).toBe(false)
    }
  })
})

describe('after the reset', () => {
  it.each(FAMILY_PRODUCTS)('Power let go too early, the second button kept, boots %s', (product) => {
    const { second, power } = buttonsOn(product)
    const hands = perfectHands({ seed: 8, product })
    forceReset(hands, product)
    hands.hold([power, second], 250)
    hands.hold([second], 10_000)
    hands.hold([], 60_000)
    expect(truth(hands.world()).power).toBe('system')
    expect(happenedIn(hands)).not.toContain('dfu-granted')
  })

  it.each(FAMILY_PRODUCTS)('a second button that is let go right after Power gives no DFU on %s', (product) => {
    const { second, power } = buttonsOn(product)
    const hands = perfectHands({ seed: 9, product })
    forceReset(hands, product)
    hands.hold([power, second], 3000)
    hands.hold([second], 200)
    hands.hold([], 60_000)
    expect(truth(hands.world()).notes).toContainEqual(expect.objectContaining({ why: 'second-released' }))
    expect(truth(hands.world()).power).toBe('system')
  })

  it.each(FAMILY_PRODUCTS)(
    'a gap in the second button after DFU was asked for takes the asking back on %s; inside its window it may be asked again',
    (product) => {
      const { second, power } = buttonsOn(product)
      for (const seed of SEEDS) {
        const grantedAfterGapAt = (gapAtMs: number) => {
          const hands = perfectHands({ seed, product })
          forceReset(hands, product)
          hands.hold([power, second], gapAtMs)
          hands.hold([power], 150)
          hands.hold([power, second], 4200 - gapAtMs)
          hands.hold([second], 8000)
          return happenedIn(hands).includes('dfu-granted')
        }
        expect(grantedAfterGapAt(1000)).toBe(true)
        expect(grantedAfterGapAt(3600)).toBe(false)
      }
    },
  )

  it.each(FAMILY_PRODUCTS)('a cable that cannot signal never gives DFU on %s', (product) => {
    const { second, power } = buttonsOn(product)
    for (const seed of SEEDS) {
      const hands = perfectHands({ seed, product, cable: 'cannot-signal' })
      forceReset(hands, product)
      hands.hold([power, second], 3000)
      hands.hold([second], 8000)
      hands.hold([], 60_000)
      expect(truth(hands.world()).power).toBe('system')
      expect(truth(hands.world()).notes).toContainEqual(expect.objectContaining({ why: 'cable-cannot-signal' }))
    }
  })

  it.each(FAMILY_PRODUCTS)('the combination kept past the logo until the picture is recovery on %s', (product) => {
    const hands = perfectHands({ seed: 10, product })
    forceReset(hands, product)
    hands.wait(17_000)
    expect(truth(hands.world())).toMatchObject({ power: 'recovery', screen: 'cable-picture' })
  })

  it.each(FAMILY_PRODUCTS)(
    'with auto-boot false every reset of %s ends in recovery, and set true in the system',
    (product) => {
      const hands = perfectHands({ seed: 11, product, start: 'recovery', autoBoot: false })
      hands.host('reboot')
      hands.wait(60_000)
      expect(truth(hands.world()).power).toBe('recovery')
      hands.host('set-auto-boot')
      hands.host('reboot')
      hands.wait(60_000)
      expect(truth(hands.world()).power).toBe('system')
    },
  )

  it.each(['iPhone8,1', 'iPhone9,1'])(
    'ten seconds of both on a %s that is off, then the second, is DFU on most draws',
    (product) => {
      const { second, power } = buttonsOn(product)
      const reached = SEEDS.filter((seed) => {
        const hands = perfectHands({ seed, product, start: 'off' })
        hands.hold([power, second], 10_000)
        hands.hold([second], 8000)
        return truth(hands.world()).inDfu
      })
      expect(reached.length).toBeGreaterThan(SEEDS.length / 2)
    },
  )

  it('one board in forty falls into DFU unasked, one system in sixty returns to recovery only', () => {
    const count = { dfu: 0, recovery: 0 }
    for (let seed = 1; seed <= 1200; seed += 1) {
      const hands = perfectHands({ seed, product: 'iPhone8,1', start: 'recovery', autoBoot: true, boardFaults: true })
      hands.host('reboot')
      hands.wait(60_000)
      const { power } = truth(hands.world())
      if (power === 'dfu' || power === 'recovery') count[power] += 1
    }
    expect(count.dfu / 1200).toBeCloseTo(1 / 40, 1.5)
    expect(count.recovery / 1200).toBeCloseTo(1 / 60, 1.5)
    expect(Math.min(count.dfu, count.recovery)).toBeGreaterThan(5)
  })
})

describe('in DFU', () => {
  it.each(FAMILY_PRODUCTS)('%s stays until it is reset by its buttons', (product) => {
    const hands = perfectHands({ seed: 12, product, start: 'dfu' })
    hands.host('reboot')
    hands.hold([buttonsOn(product).power], 4000)
    hands.hold([], 600_000)
    expect(truth(hands.world()).inDfu).toBe(true)
    forceReset(hands, product)
    hands.hold([], 60_000)
    expect(truth(hands.world()).power).toBe('system')
  })

  it('a second button held on for long spoils it on about one phone in four, and never when let go', () => {
    const spoiltAfter = (keepMs: number) =>
      Array.from({ length: 200 }, (_, index) => index + 1).filter((seed) => {
        const hands = perfectHands({ seed, product: 'iPhone8,1' })
        forceReset(hands, 'iPhone8,1')
        hands.hold(['side', 'home'], 3000)
        hands.hold(['home'], keepMs)
        hands.hold([], 10_000)
        return happenedIn(hands).includes('dfu-spoiled')
      }).length / 200
    expect(spoiltAfter(30_000)).toBeGreaterThan(0.17)
    expect(spoiltAfter(30_000)).toBeLessThan(0.33)
    expect(spoiltAfter(6000)).toBe(0)
  })
})

describe('a running system', () => {
  it('answers Power and a volume button with the slider, and held on with the emergency countdown on phones', () => {
    const hands = perfectHands({ seed: 13, product: 'iPhone10,3' })
    hands.hold(['side', 'volume-down'], 2100)
    expect(truth(hands.world()).screen).toBe('slider')
    hands.wait(6500)
    expect(truth(hands.world()).screen).toBe('sos')
    expect(truth(hands.world()).mishaps.map((note) => note.what)).toContain('sos')
  })

  it('never counts down on an iPad', () => {
    const hands = perfectHands({ seed: 13, product: 'iPad8,1' })
    hands.hold(['top', 'volume-far-from-top'], 20_000)
    expect(happenedIn(hands)).toEqual(['slider'])
  })

  it('answers Power alone with Siri or the slider', () => {
    const seen = new Set(
      SEEDS.flatMap((seed) => {
        const hands = perfectHands({ seed, product: 'iPhone12,1' })
        hands.hold(['side'], 3500)
        return happenedIn(hands)
      }),
    )
    expect([...seen].sort()).toEqual(['siri', 'slider'])
  })

  it('does with short presses what a phone does: volume, screenshot, lock', () => {
    const hands = perfectHands({ seed: 14, product: 'iPhone12,1' })
    hands.click('volume-down')
    hands.hold(['side', 'volume-up'], 150)
    hands.hold([], 500)
    hands.click('side')
    expect(happenedIn(hands)).toEqual(expect.arrayContaining(['volume', 'screenshot', 'locked']))
  })

  it('is off once the slider was dragged, and leaves USB', () => {
    const hands = perfectHands({ seed: 15, product: 'iPhone12,1' })
    hands.hold(['side', 'volume-up'], 2500)
    hands.hold([], 100)
    hands.slide()
    hands.wait(9000)
    expect(truth(hands.world()).power).toBe('off')
    expect(hands.seen().at(-1)?.event.kind).toBe('usb.detached')
  })
})
