import { describe, expect, test } from 'vitest'
import { restoreWait } from '../../shared/engine/restore-watch.ts'
import { device, IPHONE_X, Trace } from './trace.ts'

const recovery = device('recovery', IPHONE_X.recovery)
const again = device('recovery', IPHONE_X.recovery, '1-1', 3)

/** A restore that the person said has begun, the phone being in recovery. */
const restoring = () =>
  new Trace()
    .attach(0, recovery)
    .at(10, {
      kind: 'case.open',
      caseId: 'case-1',
      complaint: { kind: 'code', code: '4013', text: '4013' },
      phoneId: 'phone-1',
    })
    .at(20, { kind: 'handover.begin', mode: 'recovery' })
    .at(30, { kind: 'handover.answer', answer: 'restoring', code: null })

describe('a restore in another program', () => {
  test('each place of the phone has its own wait; away and recovery are over after ten minutes', () => {
    const trace = restoring()
    expect(restoreWait(trace.state, 61_000)).toMatchObject({ place: 'recovery', over: false })
    expect(restoreWait(trace.state, 700_000)).toMatchObject({ place: 'recovery', over: true })
    trace.detach(100_000, recovery)
    expect(restoreWait(trace.state, 130_000)).toEqual({ place: 'away', forMs: 30_000, over: false })
    expect(restoreWait(trace.state, 701_000)).toMatchObject({ place: 'away', over: true })
  })

  test('a drop is kept with its moment, the mode and the per cent of the log, and coming back clears the wait', () => {
    const trace = restoring().detach(100_000, recovery)
    const [drop] = trace.state.case?.handOver?.drops ?? []
    expect(drop).toEqual({ wallMs: trace.state.wallMs, mode: 'recovery', percent: null, phase: null })
    trace.attach(110_000, again)
    expect(restoreWait(trace.state, 111_000)).toMatchObject({ place: 'recovery', over: false, forMs: 1000 })
    for (let turn = 0; turn < 30; turn += 1)
      trace.detach(200_000 + turn * 20_000, again).attach(210_000 + turn * 20_000, again)
    expect(trace.state.case?.handOver?.drops).toHaveLength(20)
    expect(trace.state.banners).toEqual([])
  })

  test('without a restore nothing waits and nothing is noted', () => {
    const trace = new Trace().attach(0, recovery)
    expect(restoreWait(trace.state, 1000)).toBeNull()
    trace.at(10, {
      kind: 'case.open',
      caseId: 'case-1',
      complaint: { kind: 'no-code' },
      phoneId: 'phone-1',
    })
    trace.detach(100, recovery)
    expect(restoreWait(trace.state, 1000)).toBeNull()
    expect(trace.state.case?.handOver ?? null).toBeNull()
  })
})
