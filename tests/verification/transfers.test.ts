import { describe, expect, test } from 'vitest'
import { caseEvidence } from '../../shared/engine/verification-evidence.ts'
import { device, IPHONE_X, Trace } from '../engine/trace.ts'
import { atStep, on, OPEN, replug } from './steps.ts'

describe('the transfers of a link test', () => {
  const done = { kind: 'step.answer', stepId: 'A2', answer: 'done', note: null } as const
  const tries = (trace: Trace) => trace.effects.filter(({ kind }) => kind === 'link.try')
  const linkTestOf = (trace: Trace) => trace.state.case?.linkTest
  const deviceOf = (trace: Trace) => trace.state.phones[0]?.usb?.deviceId ?? ''
  const told = (trace: Trace, deviceId: string, more: { outcome?: 'ok' | 'busy' | 'gone'; errors?: number } = {}) =>
    trace.at(6000, { kind: 'link.tried', deviceId, outcome: 'ok', done: 20, errors: 0, ...more })
  /** A case whose phone is in recovery, and has been for long. */
  const inRecovery = () =>
    new Trace()
      .at(0, { kind: 'usb.access', access: { status: 'watching', problem: null } })
      .attach(1, device('recovery', IPHONE_X.recovery, '1-2'))
      .at(10, OPEN)
      .at(20, { kind: 'step.show', stepId: 'A2' })

  test('are asked for once, at its beginning: from a running phone by its UDID, from recovery by its boot loader', () => {
    const running = atStep('A2').at(5000, done)
    expect(tries(running)).toEqual([{ kind: 'link.try', deviceId: deviceOf(running), udid: IPHONE_X.normal }])
    told(running, deviceOf(running)).until(66_000)
    expect(tries(running)).toHaveLength(1)
    const recovery = inRecovery().at(5000, done)
    expect(tries(recovery)).toEqual([{ kind: 'link.try', deviceId: deviceOf(recovery), udid: null }])
  })
  test('without an error leave the grade at clean at idle, and say how many there were', () => {
    const trace = atStep('A2').at(5000, done)
    told(trace, deviceOf(trace)).until(66_000)
    expect(linkTestOf(trace)).toMatchObject({
      grade: 'clean-at-idle',
      transfers: { outcome: 'ok', done: 20, errors: 0 },
    })
  })
  test('with errors are a grade of their own, below drops', () => {
    const trace = atStep('A2').at(5000, done)
    told(trace, deviceOf(trace), { errors: 2 }).until(66_000)
    expect(linkTestOf(trace)).toMatchObject({ grade: 'transfer-errors', drops: 0 })
    const dropped = atStep('A2').at(5000, done)
    told(dropped, deviceOf(dropped), { errors: 2 })
    replug(dropped, on('1-1.4', 1), on('1-1.4', 1, 2), 20_000, 500)
    expect(linkTestOf(dropped.until(66_000))?.grade).toBe('drops')
    const open = trace.state.case
    if (!open) throw new Error('a case is open')
    expect(caseEvidence(trace.state, open).usb).toMatchObject({ linkTest: 'transfer-errors' })
  })
  test('that could not be made leave a reason, and the grade is what was watched', () => {
    const trace = atStep('A2').at(5000, done)
    told(trace, deviceOf(trace), { outcome: 'busy' }).until(66_000)
    expect(linkTestOf(trace)).toMatchObject({ grade: 'clean-at-idle', transfers: { outcome: 'busy' } })
  })
  test('are not asked for again when the case comes back after the app ended in their middle', () => {
    const cut = atStep('A2').at(5000, done)
    const left = cut.state.case
    if (!left) throw new Error('a case is open')
    const trace = new Trace().attach(0, on('1-1.4', 1)).at(10, {
      kind: 'app.started',
      system: 'linux',
      settings: cut.state.settings,
      openCases: [left],
      resumeCaseId: left.id,
    })
    expect(linkTestOf(trace)).toMatchObject({ status: 'ended', grade: 'cannot-test' })
    expect(tries(trace)).toEqual([])
  })
  test('of another enumeration count for nothing', () => {
    const trace = atStep('A2').at(5000, done)
    told(trace, 'someone-else', { errors: 3 })
    expect(linkTestOf(trace)?.transfers).toMatchObject({ outcome: null, errors: 0 })
  })
  test.each([
    ['in DFU', () => atStep('A2', device('dfu', IPHONE_X.dfu, '1-2')), 'mode'],
    [
      'in recovery a moment after DFU: a restore looks like that',
      () =>
        inRecovery()
          .detach(1000, device('recovery', IPHONE_X.recovery, '1-2'))
          .attach(2000, device('dfu', IPHONE_X.dfu, '1-2'))
          .detach(3000, device('dfu', IPHONE_X.dfu, '1-2'))
          .attach(4000, device('recovery', IPHONE_X.recovery, '1-2', 2)),
      'restore-runs',
    ],
    [
      'in recovery where another program may have sent it a moment ago',
      () =>
        atStep('A2', on('1-2', 0))
          .detach(1000, on('1-2', 0))
          .attach(4000, device('recovery', IPHONE_X.recovery, '1-2', 2)),
      'restore-runs',
    ],
    [
      'in the system a moment after a boot mode that we did not bring it out of',
      () =>
        inRecovery()
          .detach(1000, device('recovery', IPHONE_X.recovery, '1-2'))
          .attach(4000, on('1-2', 0)),
      'restore-runs',
    ],
  ] as const)('are never made %s', (_where, begun, outcome) => {
    const trace = begun().at(5000, done)
    expect(tries(trace)).toEqual([])
    expect(linkTestOf(trace)?.transfers ?? null).toMatchObject({ outcome })
  })
})
