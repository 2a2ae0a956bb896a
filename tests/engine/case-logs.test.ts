import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOfTry, logOfTry } from '../../shared/engine/case-logs.ts'
import { diagnose } from '../../shared/engine/plan-diagnosis.ts'
import { LogSummary, summariseLog } from '../../shared/engine/log-summary.ts'
import { caseEvidence, presentCode } from '../../shared/engine/verification-evidence.ts'
import { endLog, readLogBytes, startLog, tellLog } from '../../shared/protocol/log-reader.ts'
import { device, IPHONE_X, Trace } from './trace.ts'

/** A fixture's log as a case keeps it. */
function summaryOf(name: string, change: Partial<LogSummary> = {}): LogSummary {
  const reader = startLog()
  readLogBytes(reader, readFileSync(join(import.meta.dirname, '../fixtures/logs', name)))
  endLog(reader)
  const place = { fileName: name, source: 'picked', writtenWallMs: 900_000, over: true } as const
  const log = summariseLog(tellLog(reader, '2026-03-03', true), place)
  if (log === null) throw new Error(`${name} is a log`)
  return { ...log, ...change }
}

const never = (): never => {
  throw new Error('a case is open')
}

const opened = (complaint: { kind: 'no-code' } | { kind: 'code'; code: string; text: string } = { kind: 'no-code' }) =>
  new Trace().at(0, { kind: 'case.open', caseId: 'case-1', complaint, phoneId: null })

describe('a log that is read inside a case', () => {
  test('is kept with the case, as a bounded value that fits its schema', () => {
    const log = summaryOf('several-sessions.log')
    expect(LogSummary.parse(log)).toEqual(log)
    const trace = opened().at(10, { kind: 'log.read', log })
    expect(trace.state.case?.logs).toEqual([log])
    expect(log.sessions).toBeGreaterThan(1)
    expect(log.earlier.length).toBe(log.sessions - 1)
    expect(trace.effects.at(-1)).toMatchObject({ kind: 'case.save', case: { logs: [{ fileName: log.fileName }] } })
  })

  test('names the code where nobody did, and the plan is made for it', () => {
    const trace = opened()
    const before = trace.state.case?.steps.map(({ id }) => id)
    trace.at(10, { kind: 'log.read', log: summaryOf('finder-4013.log') })
    expect(trace.state.case?.complaint).toMatchObject({ kind: 'code', code: '4013' })
    const asTyped = opened({ kind: 'code', code: '4013', text: '4013' }).state.case?.steps.map(({ id }) => id)
    expect(trace.state.case?.steps.map(({ id }) => id)).toEqual(asTyped)
    expect(before).not.toEqual(asTyped)
  })

  test('what was answered before the code was known stays answered', () => {
    const trace = opened()
    const first = trace.state.case?.steps[0]?.id
    if (first === undefined) throw new Error('a plan has steps')
    trace.at(5, { kind: 'step.answer', stepId: first, answer: 'already', note: null })
    trace.at(10, { kind: 'log.read', log: summaryOf('finder-4013.log') })
    expect(trace.state.case?.steps.find(({ id }) => id === first)?.state).toBe('said-by-you')
    expect(trace.state.case?.steps.filter(({ id }) => id === first)).toHaveLength(1)
    expect(trace.state.case?.currentStepId).not.toBe(first)
  })

  test('does not overrule a code that the person gave', () => {
    const trace = opened({ kind: 'code', code: '9', text: '9' })
    trace.at(10, { kind: 'log.read', log: summaryOf('finder-4013.log') })
    expect(trace.state.case?.complaint).toMatchObject({ code: '9' })
    expect(trace.state.case?.logs).toHaveLength(1)
  })

  test('of another phone is kept and nothing is concluded from it', () => {
    const other = device('recovery', IPHONE_X.recovery.replace('5F60', '9999'))
    const trace = new Trace()
      .attach(0, other)
      .at(1, { kind: 'case.open', caseId: 'case-1', complaint: { kind: 'no-code' }, phoneId: 'phone-1' })
      .at(10, { kind: 'log.read', log: summaryOf('finder-4013.log') })
    expect(trace.state.case?.logs).toHaveLength(1)
    expect(trace.state.case?.complaint).toEqual({ kind: 'no-code' })
  })

  test('of a restore that went through names no code', () => {
    const trace = opened().at(10, { kind: 'log.read', log: summaryOf('finder-success.log') })
    expect(trace.state.case?.complaint).toEqual({ kind: 'no-code' })
  })

  test('that was found by itself and is older than the case by hours is nobody’s business here', () => {
    const old = summaryOf('finder-4013.log', { source: 'followed', writtenWallMs: 1_000_000 - 3 * 3_600_000 })
    const trace = opened().at(10, { kind: 'log.read', log: old })
    expect(trace.state.case?.logs).toBeUndefined()
    trace.at(20, { kind: 'log.read', log: { ...old, writtenWallMs: 1_000_015 } })
    expect(trace.state.case?.complaint).toMatchObject({ code: '4013' })
  })

  test('that grows replaces what was known of the same run, and only five are kept', () => {
    const log = summaryOf('finder-4013.log')
    const trace = opened().at(10, { kind: 'log.read', log: { ...log, over: false } })
    trace.at(20, { kind: 'log.read', log })
    expect(trace.state.case?.logs).toEqual([log])
    for (let n = 1; n <= 6; n += 1)
      trace.at(20 + n, { kind: 'log.read', log: { ...log, fileName: `iPhoneUpdater ${n}.log` } })
    expect(trace.state.case?.logs?.map(({ fileName }) => fileName.slice(-5))).toEqual([
      '2.log',
      '3.log',
      '4.log',
      '5.log',
      '6.log',
    ])
  })

  test('says in the diagnosis how far the restore came', () => {
    const log = summaryOf('finder-4013.log', { percent: 54 })
    const { state } = opened().at(10, { kind: 'log.read', log })
    if (!state.case) throw new Error('a case is open')
    expect(presentCode(state.case)).toBe('4013')
    expect(caseEvidence(state, state.case).failures).toMatchObject([{ code: '4013', percent: 54 }])
    expect(diagnose('4013', caseEvidence(state, state.case)).causes.length).toBeGreaterThan(0)
  })

  test('that is written while the work stands in the other program names the code of that try', () => {
    const trace = new Trace()
      .attach(0, device('recovery', IPHONE_X.recovery))
      .at(1, {
        kind: 'case.open',
        caseId: 'case-1',
        complaint: { kind: 'code', code: '9', text: '9' },
        phoneId: 'phone-1',
      })
      .at(1000, { kind: 'handover.begin', mode: 'recovery' })
    const before = summaryOf('finder-4013.log', { source: 'followed', writtenWallMs: 1_000_500, device: null })
    trace.at(1500, { kind: 'log.read', log: before })
    if (!trace.state.case) throw new Error('a case is open')
    expect(logOfTry(trace.state.case)).toBeNull()
    trace.at(2000, { kind: 'log.read', log: { ...before, writtenWallMs: 1_001_500 } })
    expect(codeOfTry(trace.state.case ?? never())).toEqual({ code: '4013', file: 'finder-4013.log' })
  })

  test('is looked for on this computer as long as the case is on the table and open', () => {
    const follows = (trace: Trace) => trace.effects.filter(({ kind }) => kind === 'logs.follow')
    const trace = opened()
    expect(follows(trace)).toEqual([{ kind: 'logs.follow', sinceWallMs: 1_000_000 - 30 * 60_000 }])
    trace.at(10, { kind: 'case.leave' })
    expect(follows(trace).at(-1)).toEqual({ kind: 'logs.follow', sinceWallMs: null })
    trace.at(20, { kind: 'case.resume', caseId: 'case-1' })
    trace.at(30, { kind: 'case.close', caseId: 'case-1', outcome: 'given-up' })
    expect(follows(trace).map((effect) => 'sinceWallMs' in effect && effect.sinceWallMs !== null)).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})
