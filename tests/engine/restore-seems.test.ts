import { describe, expect, test } from 'vitest'
import { assistedPossible } from '../../shared/engine/guide-card.ts'
import { whyNotAsked } from '../../shared/engine/loader.ts'
import { type LogSummary, summariseLog } from '../../shared/engine/log-summary.ts'
import { whyNoTrip } from '../../shared/engine/phone-trip.ts'
import { restoreSeems } from '../../shared/engine/restore-seems.ts'
import { fixture, told } from '../logs/fixtures.ts'
import { device, IPHONE_X, Trace } from './trace.ts'

const recovery = device('recovery', IPHONE_X.recovery)

/** The log of a restore that runs, as the app follows it. */
const growing = (change: Partial<LogSummary> = {}): LogSummary => {
  const place = { fileName: 'a.log', source: 'followed', writtenWallMs: 1_000_005, over: false } as const
  const log = summariseLog(told(fixture('idevicerestore-cut-off.log')), place)
  if (log === null) throw new Error('it is a log')
  return { ...log, success: null, ...change }
}

/** A phone in recovery that may be opened, and a case of its. */
const opened = () =>
  new Trace()
    .attach(0, recovery)
    .at(1, { kind: 'case.open', caseId: 'case-1', complaint: { kind: 'no-code' }, phoneId: 'phone-1' })
    .at(2, { kind: 'recovery.answered', deviceId: recovery.deviceId, request: 'probe', outcome: 'ok' })

const phoneOf = ({ state }: Trace) => {
  const [phone] = state.phones
  if (!phone) throw new Error('a phone is there')
  return phone
}
const verdicts = (trace: Trace) => ({
  seems: restoreSeems(trace.state, phoneOf(trace)),
  leave: whyNoTrip(trace.state, phoneOf(trace), 'leave'),
  asked: whyNotAsked(trace.state, phoneOf(trace)),
  assisted: assistedPossible('dfu', phoneOf(trace), trace.state),
})
const FREE = { seems: false, leave: null, asked: null, assisted: true }
const TAKEN = { seems: true, leave: 'restore-suspected', asked: 'restore-runs', assisted: false }

describe('while the log of a restore grows', () => {
  test('the phone is not sent out of recovery, not asked and not restarted for a guide', () => {
    const trace = opened()
    expect(verdicts(trace)).toEqual(FREE)
    trace.at(10, { kind: 'log.read', log: growing() })
    expect(verdicts(trace)).toEqual(TAKEN)
  })

  test('a guide that is opened does not even try whether the phone may be opened, and goes by hand', () => {
    const shown = (trace: Trace) =>
      trace.at(20, { kind: 'guide.show', guide: 'dfu', way: null, phoneId: 'phone-1', product: null })
    const before = new Trace()
      .attach(0, recovery)
      .at(1, { kind: 'case.open', caseId: 'case-1', complaint: { kind: 'no-code' }, phoneId: 'phone-1' })
      .at(10, { kind: 'log.read', log: growing() })
    const sent = shown(before).effects.filter(({ kind }) => kind === 'recovery.send')
    expect(sent).toEqual([])
    expect(before.state.guide).toMatchObject({ way: 'manual' })
    expect(shown(opened()).state.guide).toMatchObject({ way: 'assisted' })
  })

  test.each([
    ['has ended', { over: true }],
    ['says how it went', { success: false }],
    ['was opened by hand, from whenever it is', { source: 'picked' }],
  ] as const)('but one that %s holds nothing back', (_, change) => {
    expect(verdicts(opened().at(10, { kind: 'log.read', log: growing(change) }))).toEqual(FREE)
  })

  test('the person’s own word that a restore runs holds as much', () => {
    const trace = opened()
      .at(10, { kind: 'handover.begin', mode: 'recovery' })
      .at(20, { kind: 'handover.answer', answer: 'restoring', code: null })
    expect(verdicts(trace)).toEqual(TAKEN)
  })
})
