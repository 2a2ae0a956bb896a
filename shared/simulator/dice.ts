/**
 * Seeded dice as a plain value: every draw returns what was drawn and the next dice. The generator is a 32-bit
 * Weyl sequence with a mixing step (the idea of SplitMix32), enough for models, not for secrets.
 */
export type Dice = { readonly state: number }

/** What one draw gives: the value and the dice to draw from next. */
export type Drawn<T> = { readonly value: T; readonly dice: Dice }

const GOLDEN = 0x9e3779b9

const mix = (input: number): number => {
  let hash = input >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad)
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** Dice of their own for one purpose: the same seed and label give the same dice, other labels independent ones. */
export function diceFor(seed: number, label: string): Dice {
  let state = mix((seed >>> 0) ^ mix(Math.floor(seed / 2 ** 32) >>> 0) ^ GOLDEN)
  for (const character of label) state = mix(state ^ (character.codePointAt(0) ?? 0) ^ GOLDEN)
  return { state }
}

/** A number in [0, 1) and the next dice. */
export function draw(dice: Dice): Drawn<number> {
  const state = (dice.state + GOLDEN) >>> 0
  return { value: mix(state) / 2 ** 32, dice: { state } }
}

/** Evenly spread over [low, high). */
export function uniform(dice: Dice, low: number, high: number): Drawn<number> {
  const drawn = draw(dice)
  return { value: low + drawn.value * (high - low), dice: drawn.dice }
}

/** True with the given probability (0 to 1). Always draws once, so that a probability of 0 keeps later draws in place. */
export function chance(dice: Dice, probability: number): Drawn<boolean> {
  const drawn = draw(dice)
  return { value: drawn.value < probability, dice: drawn.dice }
}

/** A whole number from 0 up to, not including, `count`. */
export function pick(dice: Dice, count: number): Drawn<number> {
  const drawn = draw(dice)
  return { value: Math.min(count - 1, Math.floor(drawn.value * count)), dice: drawn.dice }
}

/** Normally spread with the given mean and standard deviation (Box and Muller's transform). */
export function normal(dice: Dice, mean: number, deviation: number): Drawn<number> {
  const first = draw(dice)
  const second = draw(first.dice)
  const radius = Math.sqrt(-2 * Math.log(1 - first.value))
  return { value: mean + deviation * radius * Math.cos(2 * Math.PI * second.value), dice: second.dice }
}

/** 95th percentile of the standard normal distribution. */
const NORMAL_95 = 1.6449

/** Log-normally spread, described by its median and its 95th percentile (same unit as the result). */
export function logNormal(dice: Dice, median: number, percentile95: number): Drawn<number> {
  const drawn = normal(dice, 0, 1)
  return { value: median * Math.exp((Math.log(percentile95 / median) / NORMAL_95) * drawn.value), dice: drawn.dice }
}

/** Upper-case hexadecimal digits, `length` of them. */
export function hexDigits(dice: Dice, length: number): Drawn<string> {
  let next = dice
  let digits = ''
  for (let index = 0; index < length; index += 1) {
    const drawn = pick(next, 16)
    digits += drawn.value.toString(16).toUpperCase()
    next = drawn.dice
  }
  return { value: digits, dice: next }
}

/** How often each thing was done; a test asks that each kind occurred. */
export type Tally = { readonly [what: string]: number }

/** The tally with one more of `what`. */
export const counted = (tally: Tally, what: string): Tally => ({ ...tally, [what]: (tally[what] ?? 0) + 1 })

/** Two tallies added up. */
export function addTallies(first: Tally, second: Tally): Tally {
  const sum: Record<string, number> = { ...first }
  for (const [what, count] of Object.entries(second)) sum[what] = (sum[what] ?? 0) + count
  return sum
}
