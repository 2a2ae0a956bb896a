import { describe, expect, it } from 'vitest'
import { drawCable } from '../../shared/simulator/mistakes.ts'
import { runUncoached, type UncoachedSetup } from './printed.ts'

/** People without the coach do about as badly as they report, so that the benchmark compares with something real. */

const SEEDS = Array.from({ length: 400 }, (_, index) => index + 1)

function firstTries(setup: Omit<UncoachedSetup, 'seed' | 'learns' | 'tries' | 'boardFaults'>): number {
  const reached = SEEDS.filter(
    (seed) => runUncoached({ ...setup, seed, learns: false, tries: 1, boardFaults: false })[0]?.reached,
  )
  return reached.length / SEEDS.length
}

const HOME = [
  { hold: ['side', 'home'], press: [], seconds: 10 },
  { hold: ['home'], press: [], seconds: 8 },
] as const
const FACE_ID = [
  { hold: [], press: ['volume-up'], seconds: 0.5 },
  { hold: [], press: ['volume-down'], seconds: 0.5 },
  { hold: ['side'], press: [], seconds: 10 },
  { hold: ['side', 'volume-down'], press: [], seconds: 5 },
  { hold: ['volume-down'], press: [], seconds: 8 },
] as const
const COUNTDOWN = [
  { hold: ['side', 'home'], press: [], seconds: 4 },
  { hold: ['home'], press: [], seconds: 10 },
] as const

describe('without the coach', () => {
  const printed = { kind: 'printed', reads: 'beforehand' } as const

  it('a printed text reaches DFU for most with a Home button, and for fewer where clicks come first', () => {
    const home = firstTries({
      product: 'iPhone8,1',
      start: 'normal',
      cable: 'signals',
      way: { ...printed, lines: HOME },
    })
    const face = firstTries({
      product: 'iPhone10,3',
      start: 'normal',
      cable: 'signals',
      way: { ...printed, lines: FACE_ID },
    })
    expect(home).toBeGreaterThan(0.6)
    expect(home).toBeLessThan(0.95)
    expect(face).toBeLessThan(home)
    expect(face).toBeGreaterThan(0.2)
  })

  it('reading each line when the one before is over breaks the clicks', () => {
    const way = { ...printed, reads: 'each', lines: FACE_ID } as const
    expect(firstTries({ product: 'iPhone10,3', start: 'normal', cable: 'signals', way })).toBeLessThan(0.05)
  })

  it('a blind countdown with the restart in it reaches DFU for most', () => {
    const way = { kind: 'countdown', steps: COUNTDOWN, restartAfterSeconds: 2, heard: false, warned: false } as const
    const reached = firstTries({ product: 'iPhone8,1', start: 'recovery', cable: 'signals', way })
    expect(reached).toBeGreaterThan(0.85)
    expect(reached).toBeLessThan(1)
  })

  it('never gets there on a cable that cannot signal, and a sixth of the setups have one', () => {
    const way = { kind: 'countdown', steps: COUNTDOWN, restartAfterSeconds: 2, heard: false, warned: false } as const
    expect(firstTries({ product: 'iPhone8,1', start: 'recovery', cable: 'cannot-signal', way })).toBe(0)
    expect(SEEDS.filter((seed) => drawCable(seed) === 'cannot-signal').length).toBeGreaterThan(40)
  })
})
