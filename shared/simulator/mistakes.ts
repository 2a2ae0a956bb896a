import type { ReasonId } from '../knowledge/vocabulary.ts'
import { chance, diceFor } from './dice.ts'

/** What people do wrong. */
export const MISTAKES = ['wrong-volume', 'swap', 'lets-go-at-black', 'slip'] as const
export type Mistake = (typeof MISTAKES)[number]

/** How likely each mistake is: a slip at every hold, the others once in a try. Source: the model's section on people. */
export const PROBABILITY: { readonly [mistake in Mistake]: number } = {
  'wrong-volume': 1 / 20,
  swap: 1 / 30,
  'lets-go-at-black': 1 / 15,
  slip: 1 / 30,
}

/** A reason that was stated makes this mistake rarer the next time. */
export const MISTAKE_BEHIND: { readonly [reason in ReasonId]?: Mistake } = {
  'wrong-button': 'wrong-volume',
  'wrong-order': 'swap',
  'released-early': 'lets-go-at-black',
  'gap-between-phases': 'slip',
}

/** One setup in six has a cable that cannot signal DFU. */
export const drawCable = (seed: number): 'signals' | 'cannot-signal' =>
  chance(diceFor(seed, 'cable'), 1 / 6).value ? 'cannot-signal' : 'signals'
