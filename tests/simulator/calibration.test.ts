import { describe, expect, it } from 'vitest'
import { truth } from '../../shared/simulator/world.ts'
import { buttonsOn, FAMILY_PRODUCTS, type Hands, perfectHands } from './hands.ts'

/** The model against what people report to work, with perfect hands, a good cable and no board faults. */

const SEEDS = 300

type Sequence = (hands: Hands, product: string) => void

/** Share of seeds (0 to 1) on which `ends` holds 60 s after the sequence began to end. */
function share(
  product: string,
  start: 'normal' | 'recovery',
  sequence: Sequence,
  ends: (hands: Hands) => boolean,
): number {
  let hits = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const hands = perfectHands({ seed, product, start })
    sequence(hands, product)
    if (ends(hands)) hits += 1
  }
  return hits / SEEDS
}

const inDfu = (hands: Hands) => {
  const now = truth(hands.world())
  return now.inDfu && !now.badDfu
}
const inRecoveryOrSystem = (hands: Hands) => ['recovery', 'system'].includes(truth(hands.world()).power)
const wasReset = (hands: Hands) => hands.until((world) => truth(world).windows !== null, 15_000)

/** Presses what resets this family until the screen goes black, and leaves it pressed. */
function holdUntilBlack(hands: Hands, product: string): void {
  const { power, second, first, clicks } = buttonsOn(product)
  if (clicks) {
    hands.click(first)
    hands.wait(300)
    hands.click(second)
    hands.wait(300)
  }
  hands.hold(clicks ? [power] : [power, second], 0)
  wasReset(hands)
}

const byHand: Sequence = (hands, product) => {
  const { power, second } = buttonsOn(product)
  holdUntilBlack(hands, product)
  hands.hold([power, second], 5000)
  hands.hold([second], 10_000)
  hands.hold([], 2000)
}

const assisted: Sequence = (hands, product) => {
  const { power, second } = buttonsOn(product)
  hands.hold([power, second], 2000)
  hands.host('set-auto-boot')
  hands.host('reboot')
  hands.hold([power, second], 2000)
  hands.hold([second], 0)
  hands.until((world) => truth(world).inDfu, 10_000)
  hands.hold([], 3000)
}

const fixedTenEight: Sequence = (hands, product) => {
  const { power, second } = buttonsOn(product)
  hands.hold([power, second], 10_000)
  hands.hold([second], 8000)
  hands.hold([], 2000)
}

const fixedTenFiveEight: Sequence = (hands, product) => {
  const { power, second, first } = buttonsOn(product)
  hands.click(first)
  hands.wait(850)
  hands.click(second)
  hands.wait(850)
  hands.hold([power], 10_000)
  hands.hold([power, second], 5000)
  hands.hold([second], 8000)
  hands.hold([], 2000)
}

const heldTooLong: Sequence = (hands, product) => {
  const { power, second } = buttonsOn(product)
  holdUntilBlack(hands, product)
  hands.hold([power, second], 12_000)
  hands.hold([], 60_000)
}

const letGoAtBlack: Sequence = (hands, product) => {
  holdUntilBlack(hands, product)
  hands.hold([], 60_000)
}

describe.each(FAMILY_PRODUCTS)('on %s, over the whole spread', (product) => {
  it('both five seconds past the black screen, then the second button, reaches DFU on 98 of 100', () => {
    expect(share(product, 'normal', byHand, inDfu)).toBeGreaterThanOrEqual(0.98)
  })

  it('a host restart two seconds into a four second hold reaches DFU on 97 of 100', () => {
    expect(share(product, 'recovery', assisted, inDfu)).toBeGreaterThanOrEqual(0.97)
  })

  it('both buttons twelve seconds past the black screen end in recovery or the system, always', () => {
    expect(share(product, 'normal', heldTooLong, inRecoveryOrSystem)).toBe(1)
  })

  it('letting go of everything at the black screen boots, always', () => {
    expect(share(product, 'normal', letGoAtBlack, (hands) => truth(hands.world()).power === 'system')).toBe(1)
  })
})

describe('fixed seconds without looking at the phone', () => {
  it.each(['iPhone8,1', 'iPhone9,1'])('ten and eight seconds reach DFU on 90 of 100 of %s', (product) => {
    expect(share(product, 'normal', fixedTenEight, inDfu)).toBeGreaterThanOrEqual(0.9)
  })

  it.each(['iPhone10,3', 'iPad8,1'])('ten, five and eight seconds reach DFU on about two thirds of %s', (product) => {
    const reached = share(product, 'normal', fixedTenFiveEight, inDfu)
    expect(reached).toBeGreaterThan(0.57)
    expect(reached).toBeLessThan(0.77)
  })
})
