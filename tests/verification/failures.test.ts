import { describe, expect, test } from 'vitest'
import type { LogSummary } from '../../shared/engine/log-summary.ts'
import { hardwareRule } from '../../shared/engine/plan-hardware.ts'
import { caseEvidence } from '../../shared/engine/verification-evidence.ts'
import { device, IPHONE_X, type Trace } from '../engine/trace.ts'
import { atStep, on, replug } from './steps.ts'

const evidenceOf = (trace: Trace) => {
  const open = trace.state.case
  if (!open) throw new Error('a case is open')
  return caseEvidence(trace.state, open)
}
const done = (stepId: 'A2' | 'A3' | 'A7') => ({ kind: 'step.answer', stepId, answer: 'done', note: null }) as const
const failed = { kind: 'retry.answer', answer: 'failed', code: '1413' } as const

/** What Finder wrote while the try went on, to its failure at that moment. */
const logUpTo = (wallMs: number): LogSummary => ({
  ...{ fileName: 'iPhoneUpdater 1.log', source: 'followed', writtenWallMs: wallMs, over: true, sessions: 1 },
  ...{ firstLine: 1, tool: null, device: null, firmware: null, behaviour: 'update', phases: [], lastPhase: null },
  ...{ percent: 40, error: { code: 1413, domain: null, text: '' }, causes: [], noise: 0, success: false, earlier: [] },
})

describe('how USB stood at a failure', () => {
  const retrying = () => atStep('A2', on('1-2', 0)).at(5000, done('A2'))
  const leaveAndReturn = (trace: Trace, atMs: number) => replug(trace, on('1-2', 0), on('1-2', 0, 2), atMs, 2000)

  test('is unknown where the phone left and returned in the try: a restore makes it do so', () => {
    const trace = leaveAndReturn(retrying(), 20_000).at(90_000, failed)
    expect(evidenceOf(trace).usb?.dropSecondsBeforeFailure).toBeUndefined()
    expect(evidenceOf(trace).usb?.watched).toBe(false)
  })
  test('is a drop two seconds before, where the log tells the moment', () => {
    const trace = leaveAndReturn(retrying(), 20_000)
      .at(23_000, { kind: 'log.read', log: logUpTo(1_022_000) })
      .at(90_000, failed)
    expect(evidenceOf(trace).usb).toMatchObject({ watched: true, dropSecondsBeforeFailure: 2 })
  })
  test('is no drop, where the log fails long after the phone came back', () => {
    const trace = leaveAndReturn(retrying(), 20_000)
      .at(81_000, { kind: 'log.read', log: logUpTo(1_080_000) })
      .at(90_000, failed)
    expect(evidenceOf(trace).usb).toMatchObject({ watched: true, dropSecondsBeforeFailure: null })
  })
})

describe('another computer', () => {
  const elsewhere = () => atStep('A7').at(5000, done('A7'))

  test('is followed by how it went there, and a failure there belongs to no port of this one', () => {
    const trace = elsewhere()
    expect(trace.state.case?.retry).toMatchObject({ stepId: 'A7' })
    const failedHere = trace.state.case?.failedAt
    trace.at(9000, failed)
    expect(trace.state.case?.failedAt).toEqual(failedHere)
    expect(trace.state.case?.attempts.at(-1)).toMatchObject({ computer: 'another', usbPort: null, code: '1413' })
    expect(trace.state.case?.steps.find(({ id }) => id === 'A7')).toMatchObject({ state: 'failed', note: '1413' })
    const opened = trace.effects.find(({ kind }) => kind === 'attempt.open')
    expect(opened && 'usbPort' in opened).toBe(false)
  })
  test('that works there ends the case as fixed', () => {
    expect(elsewhere().at(9000, { ...failed, answer: 'worked', code: null }).state.case?.outcome).toBe('fixed')
  })
  test('beside two cables and two ports is what the hardware rule waits for', () => {
    const trace = atStep('A3', on('1-2', 0))
    trace.at(1000, { kind: 'step.show', stepId: 'A2' })
    replug(trace, on('1-2', 0), on('1-2', 0, 2), 2000, 2000)
      .at(6000, done('A2'))
      .at(7000, failed)
    trace.at(8000, { kind: 'step.show', stepId: 'A3' })
    replug(trace, on('1-2', 0, 2), on('1-3', 0, 3), 9000, 2000).at(12_000, failed)
    expect(hardwareRule(evidenceOf(trace).failures ?? [], undefined)).toMatchObject({
      verdict: 'not-enough-tried',
      missing: ['computer'],
    })
    trace.at(13_000, { kind: 'step.show', stepId: 'A7' }).at(14_000, done('A7')).at(15_000, failed)
    expect(hardwareRule(evidenceOf(trace).failures ?? [], undefined)).toMatchObject({
      verdict: 'probably-hardware',
      say: [{ key: 'hardware.probable.no-points', params: { code: '1413', count: 4 } }, { key: 'hardware.tell' }],
    })
    trace.at(16_000, { kind: 'step.show', stepId: 'D1' }).at(17_000, { kind: 'step.show', stepId: 'A2' })
    trace.at(18_000, { kind: 'step.answer', stepId: 'A2', answer: 'undo', note: null }).at(19_000, done('A2'))
    trace.at(20_000, { ...failed, code: '4013' })
    expect(hardwareRule(evidenceOf(trace).failures ?? [], undefined).verdict).toBe('still-the-link')
  })
})

test('a failure is kept with the step at which it came', () => {
  const trace = atStep('A3', on('1-2', 0))
  replug(trace, on('1-2', 0), on('1-3', 0, 2)).at(9000, failed)
  // what the person came with comes first
  const came = { code: '1413', cable: 'cable 1', usbPort: '1-2', computer: null }
  expect(evidenceOf(trace).failures).toMatchObject([came, { step: 'A3', computer: 'this computer', usbPort: '1-3' }])
  const recovery = device('recovery', IPHONE_X.recovery, '1-3', 3)
  const update = replug(trace, on('1-3', 0, 2), recovery, 10_000, 20_000)
    .at(31_000, { kind: 'step.show', stepId: 'D1' })
    .at(32_000, { kind: 'handover.begin', mode: 'recovery' })
    .at(33_000, { kind: 'handover.answer', answer: 'failed', code: '4013' })
  expect(evidenceOf(update).failures?.at(-1)).toMatchObject({ step: 'D1', code: '4013' })
})
