import type { AttemptSummary, Case } from '../../shared/engine/case.ts'
import type { Effect } from '../../shared/engine/effects.ts'
import type { Event } from '../../shared/engine/events.ts'

/** The moment at which the tests' wall clock stands. */
export const NOON = Date.UTC(2026, 10, 21, 12)

export function sampleCase(id: string, more: Partial<Case> = {}): Case {
  return {
    id,
    practice: false,
    openedWallMs: NOON,
    closedWallMs: null,
    complaint: { kind: 'code', code: '4013', text: 'The iPhone could not be restored (4013).' },
    phone: {
      name: 'iPhone 11',
      productType: 'iPhone12,1',
      ecid: '001A2B3C4D5E6F70',
      udid: null,
      serialNumber: null,
      buttonFamily: 'face-id',
    },
    steps: [],
    currentStepId: null,
    deviations: [],
    handOver: null,
    attempts: [],
    outcome: null,
    ...more,
  }
}

export function sampleAttempt(attemptId: string, more: Partial<AttemptSummary> = {}): AttemptSummary {
  return {
    attemptId,
    kind: 'guide',
    guide: 'dfu',
    way: 'manual',
    startedWallMs: NOON,
    endedWallMs: null,
    verdict: null,
    code: null,
    ...more,
  }
}

export const save = (value: Case): Effect => ({ kind: 'case.save', case: value })

export const opening = (attempt: AttemptSummary, caseId: string | null, practice = false): Effect => ({
  kind: 'attempt.open',
  caseId,
  attempt,
  practice,
})

export const woke = (atMs: number): Event => ({ kind: 'clock.woke', atMs, wallMs: NOON + atMs })
