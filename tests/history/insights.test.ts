import { describe, expect, it } from 'vitest'
import { insightsOf } from '../../electron/history/insights.ts'
import { wilsonInterval } from '../../electron/history/wilson.ts'
import type { Case, CaseStep } from '../../shared/engine/case.ts'
import type { StepId, StepState, VerdictId } from '../../shared/knowledge/vocabulary.ts'
import type { INSIGHT_SUBJECTS } from '../../shared/contract/history.ts'
import { freshFile, open } from './sample.ts'
import { NOON, opening, sampleAttempt, sampleCase, save } from './values.ts'

describe('the interval of a share', () => {
  it('is that of the published formula', () => {
    // worked out by hand from the formula
    const five = wilsonInterval(5, 6)
    expect(five.low).toBeCloseTo(0.4365, 3)
    expect(five.high).toBeCloseTo(0.9699, 3)
    const one = wilsonInterval(1, 10)
    expect(one.low).toBeCloseTo(0.0179, 3)
    expect(one.high).toBeCloseTo(0.4042, 3)
  })

  it('never claims certainty from three cases, and says nothing from none', () => {
    expect(wilsonInterval(3, 3).low).toBeLessThan(0.5)
    expect(wilsonInterval(3, 3).high).toBe(1)
    expect(wilsonInterval(0, 3).low).toBe(0)
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
  })

  it('holds the share, stays between 0 and 1, mirrors misses and hits, and narrows with more cases', () => {
    for (let of = 1; of <= 200; of += 1)
      for (let hits = 0; hits <= of; hits += 1) {
        const { low, high } = wilsonInterval(hits, of)
        const mirrored = wilsonInterval(of - hits, of)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(hits / of)
        expect(high).toBeGreaterThanOrEqual(hits / of)
        expect(mirrored.low).toBeCloseTo(1 - high, 12)
        const more = wilsonInterval(hits * 4, of * 4)
        expect(more.high - more.low).toBeLessThan(high - low)
      }
  })

  it.each([
    [4, 3],
    [-1, 3],
    [1.5, 3],
    [Number.NaN, 3],
  ])('of nonsense (%s of %s) is a fault', (hits, of) => {
    expect(() => wilsonInterval(hits, of)).toThrow('is no count')
  })
})

type InsightSubject = (typeof INSIGHT_SUBJECTS)[number]

/** A history into which attempts and cases are put by short calls. */
function filled() {
  const { history } = open(freshFile())
  let number = 0
  const attempt = (
    verdict: VerdictId,
    more: { usbPort?: string; wallMs?: number; caseId?: string; practice?: boolean },
  ) => {
    const startedWallMs = more.wallMs ?? NOON
    const summary = sampleAttempt(`attempt-${(number += 1)}`, { startedWallMs, endedWallMs: startedWallMs, verdict })
    const effect = opening(summary, more.caseId ?? null, more.practice)
    history.perform(effect.kind === 'attempt.open' ? { ...effect, usbPort: more.usbPort ?? null } : effect)
  }
  const closed = (
    id: string,
    outcome: Case['outcome'],
    states: Partial<Record<StepId, StepState>>,
    more: Partial<Case> = {},
    /** Steps that were not done in the case: tried before it, or found to be so already. */
    notHere: readonly StepId[] = [],
  ) => {
    const steps = Object.entries(states).map(([stepId, state], index): CaseStep => ({
      id: stepId as StepId,
      state,
      reason: { key: 'x' },
      erases: false,
      minutes: null,
      note: null,
      atWallMs: notHere.includes(stepId as StepId) ? null : NOON + index,
    }))
    history.perform(save(sampleCase(id, { steps, outcome, closedWallMs: NOON + 1000, ...more })))
  }
  const asked = (subject: InsightSubject = 'guides') => {
    const found = history.desk.reading(
      (db) => insightsOf(db, { practice: false, subject, utcOffsetMs: 3_600_000 }),
      null,
    )
    if (!found) throw new Error('the insights could not be read')
    return found
  }
  return { history, attempt, closed, asked }
}

describe('misses', () => {
  it('by port count what ended in a verdict of its own, and not what the person or the program cut off', () => {
    const { attempt, asked } = filled()
    for (const verdict of [
      'never-left',
      'came-back-in-system',
      'entered',
      'cancelled',
      'interrupted',
      'unasked',
    ] as const)
      attempt(verdict, { usbPort: '1-4' })
    attempt('entered', { usbPort: '1-2' })
    attempt('never-left', {})
    attempt('never-left', { usbPort: '1-2', practice: true })
    const rows = asked().misses.port
    expect(rows.map(({ value, hits, of }) => [value, hits, of])).toEqual([
      ['1-4', 2, 3],
      ['1-2', 0, 1],
    ])
    expect(rows[0]).toMatchObject(wilsonInterval(2, 3))
  })

  it('rank many misses above one of one', () => {
    const { attempt, asked } = filled()
    attempt('never-left', { usbPort: 'once' })
    for (let index = 0; index < 20; index += 1) attempt(index < 15 ? 'never-left' : 'entered', { usbPort: 'often' })
    expect(asked().misses.port.map((row) => row.value)).toEqual(['often', 'once'])
  })

  it('by model follow the phone of the case', () => {
    const { history, attempt, asked } = filled()
    history.perform(save(sampleCase('case-1')))
    attempt('never-left', { caseId: 'case-1' })
    attempt('entered', { caseId: 'case-1' })
    attempt('entered', {})
    const rows = asked().misses.model
    expect(rows.map(({ value, hits, of }) => [value, hits, of])).toEqual([
      ['iPhone12,1', 1, 2],
      ['', 0, 1],
    ])
  })

  it('by hour go by the clock on the wall', () => {
    const { attempt, asked } = filled()
    attempt('never-left', { wallMs: NOON })
    attempt('entered', { wallMs: NOON + 11 * 3_600_000 })
    const rows = asked().misses.hour
    expect(rows.map(({ value, hits, of }) => [value, hits, of])).toEqual([
      ['13', 1, 1],
      ['0', 0, 1],
    ])
  })
})

describe('repairs', () => {
  it('count for a code how often a step was tried and how often it was the last that worked before "fixed"', () => {
    const { closed, asked } = filled()
    closed('1', 'fixed', { A1: 'proved', A2: 'said-by-you', B1: 'not-yet' })
    closed('2', 'fixed', { A2: 'failed', A1: 'proved' })
    closed('3', 'given-up', { A1: 'proved', A2: 'failed' })
    closed('4', 'fixed', { A1: 'proved' }, { complaint: { kind: 'code', code: '9', text: '9' } })
    closed('open', null, { A1: 'proved' }, { closedWallMs: null })
    closed('practice', 'fixed', { A1: 'proved' }, { practice: true })
    const rows = asked().repairs
    const counted = rows.map(({ code, stepId, hits, of }) => `${code} ${stepId} ${hits}/${of}`)
    expect(counted?.toSorted()).toEqual(['4013 A1 1/3', '4013 A2 1/3', '9 A1 1/1'])
  })

  it('never count what was tried before the case as what fixed it, and what was so already as tried', () => {
    const { closed, asked } = filled()
    closed('1', 'fixed', { A2: 'said-by-you', A3: 'proved', A5: 'said-by-you', A4: 'proved' }, {}, ['A5', 'A4'])
    closed('2', 'fixed', { A5: 'said-by-you' }, {}, ['A5'])
    const counted = asked().repairs.map(({ stepId, hits, of }) => `${stepId} ${hits}/${of}`)
    expect(counted.toSorted()).toEqual(['A2 0/1', 'A3 1/1', 'A5 0/2'])
  })

  it('change when a case is reopened and saved again', () => {
    const { closed, asked } = filled()
    closed('1', 'fixed', { A1: 'proved' })
    closed('1', 'given-up', { A2: 'failed' })
    const rows = asked().repairs
    expect(rows.map(({ stepId, hits, of }) => [stepId, hits, of])).toEqual([['A2', 0, 1]])
  })
})
