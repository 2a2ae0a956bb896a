import { describe, expect, test } from 'vitest'
import { withBest } from '../../shared/engine/practice-best.ts'
import { DEFAULT_SETTINGS } from '../../shared/engine/state.ts'
import { type PracticeScore, scoreOf } from '../../shared/simulator/score.ts'
import { AS_IT_IS } from './compare.ts'
import { FAMILY_PRODUCTS } from '../simulator/hands.ts'
import { runSession } from '../simulator/session.ts'
import type { SessionSetup } from '../simulator/session-setup.ts'

/** One try of a person on a phone without faults, and its score. */
function tried(more: Partial<SessionSetup> & { product: string; seed: number }): {
  score: PracticeScore | null
  verdict: string
} {
  const setup = { guide: 'dfu', way: 'manual', start: 'normal', boardFaults: false, ...more } as const
  const { tries, hands, world } = runSession(setup)
  const first = tries[0]
  if (!first) throw new Error('nothing was started')
  const moves = [{ atMs: first.startedAtMs, down: [] }, ...hands]
  return { score: scoreOf(world, setup.guide, moves, first.startedAtMs, first.endedAtMs), verdict: first.verdict.id }
}

describe('the score of practice', () => {
  test.each(FAMILY_PRODUCTS)('is full for exact hands (%s)', (product) => {
    for (const guide of ['dfu', 'recovery', 'restart'] as const) {
      const { score, verdict } = tried({ product, seed: 5, guide })
      expect(verdict).toBe('entered')
      expect(score?.points, guide).toBe(100)
    }
  })

  test.each(FAMILY_PRODUCTS)(
    'is full on DFU exactly where it was entered, and shows what was off where it was not (%s)',
    (product) => {
      const seeds = Array.from({ length: 60 }, (_, index) => index + 1)
      const all = seeds.map((seed) => tried({ product, seed, person: 'learner', warned: AS_IT_IS.text.warned }))
      for (const [index, { score, verdict }] of all.entries()) {
        expect(score).not.toBeNull()
        if (verdict === 'entered') expect(score?.points, `seed ${index + 1} ${JSON.stringify(score)}`).toBe(100)
        else expect(score?.points, `seed ${index + 1}`).toBeLessThan(100)
      }
      expect(all.some(({ verdict }) => verdict !== 'entered')).toBe(true)
    },
  )

  test('names the bar that was missed: power kept far too long', () => {
    const { score } = tried({ product: 'iPhone8,1', seed: 5, mistimes: [{ phaseId: 'keep-second', byMs: 6000 }] })
    const bars = Object.fromEntries((score?.bars ?? []).map((bar) => [bar.id, bar]))
    expect(bars['release']?.points).toBeLessThan(100)
    expect(bars['release']?.yoursMs ?? 0).toBeGreaterThan(bars['release']?.untilMs ?? 0)
    expect(bars['both']?.points).toBe(100)
  })

  test('without a reset tells how long was held against what was needed', () => {
    const { score, verdict } = tried({ product: 'iPhone8,1', seed: 5, person: 'nobody' })
    expect(verdict).toBe('never-left')
    expect(score).toBeNull()
  })
})

describe('the best time', () => {
  const { tries, state } = runSession({ product: 'iPhone8,1', seed: 5, guide: 'dfu', way: 'manual' })
  const run = state.guide
  const close = {
    kind: 'attempt.close',
    attemptId: run?.attemptId ?? '',
    endedWallMs: 0,
    verdict: 'entered',
    facts: null,
    code: null,
  } as const

  test('is kept by family and guide, and only a better one replaces it', () => {
    expect(tries[0]?.verdict.id).toBe('entered')
    const kept = withBest(DEFAULT_SETTINGS, close, run)
    const bestMs = kept?.practiceBest?.['home dfu'] ?? 0
    expect(bestMs).toBeGreaterThan(5000)
    expect(withBest({ ...DEFAULT_SETTINGS, practiceBest: { 'home dfu': bestMs + 1 } }, close, run)).not.toBeNull()
    expect(withBest({ ...DEFAULT_SETTINGS, practiceBest: { 'home dfu': bestMs } }, close, run)).toBeNull()
  })

  test('is not set by a miss', () => {
    expect(withBest(DEFAULT_SETTINGS, { ...close, verdict: 'never-left' }, run)).toBeNull()
  })
})
