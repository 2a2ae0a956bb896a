import type { AttemptSummary, Case } from '../../shared/engine/case.ts'
import type { Effect } from '../../shared/engine/effects.ts'
import type { LogSummary } from '../../shared/engine/log-summary.ts'
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

/** What a case keeps of the log of a restore that failed while the system was sent, twenty minutes after noon. */
export const sampleLog = (more: Partial<LogSummary> = {}): LogSummary => ({
  fileName: 'restore_001A2B3C4D5E6F70_1.log',
  ...{
    source: 'followed',
    writtenWallMs: NOON + 25 * 60_000,
    utcOffsetMs: 3_600_000,
    over: true,
    sessions: 1,
    firstLine: 0,
  },
  ...{
    tool: 'idevicerestore',
    device: { productType: 'iPhone12,1', cpid: null, bdid: null, ecid: '001A2B3C4D5E6F70' },
  },
  ...{ firmware: null, behaviour: 'update', lastPhase: 'send-image', percent: 61 },
  phases: [
    { id: 'recovery', startedAt: '2026-11-21T13:20:00.000', endedAt: '2026-11-21T13:21:00.000' },
    { id: 'send-image', startedAt: '2026-11-21T13:21:00.000', endedAt: '2026-11-21T13:24:30.500' },
  ],
  ...{ error: { code: 4013, domain: null, text: 'ERROR: failed' }, causes: [], noise: 0, success: false, earlier: [] },
  ...more,
})
