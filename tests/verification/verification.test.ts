import { describe, expect, test } from 'vitest'
import { caseEvidence } from '../../shared/engine/verification-evidence.ts'
import { portMoved } from '../../shared/engine/verification.ts'
import type { StepId } from '../../shared/knowledge/vocabulary.ts'
import { device, IPHONE_X, OTHER_X, Trace } from '../engine/trace.ts'
import { atStep, on, OPEN, replug } from './steps.ts'

const stepOf = (trace: Trace, stepId: StepId) => trace.state.case?.steps.find(({ id }) => id === stepId)
const provedSteps = (trace: Trace) =>
  trace.state.case?.steps.filter(({ state }) => state === 'proved').map(({ id }) => id) ?? []

describe('another port', () => {
  test('is proved when the same phone, by its own id, is on another path; and says from where to where', () => {
    const trace = replug(atStep('A3'), on('1-1.4', 1), on('2-3', 0, 2))
    expect(stepOf(trace, 'A3')).toMatchObject({ state: 'proved', earnedBy: { key: 'earned.hub-gone' } })
    const direct = replug(atStep('A3', on('1-2', 0)), on('1-2', 0), on('1-3', 0, 2))
    expect(stepOf(direct, 'A3')).toMatchObject({
      state: 'proved',
      earnedBy: { key: 'earned.port-moved', params: { from: '1-2', to: '1-3' } },
    })
  })
  test('the next try begins by itself, and nobody is asked', () => {
    const trace = replug(atStep('A3'), on('1-1.4', 1), on('2-3', 0, 2))
    expect(trace.state.case?.retry).toMatchObject({ stepId: 'A3' })
  })
  test('is ticked too when it happens while another step is done, and that step stays', () => {
    const trace = replug(atStep('A2'), on('1-1.4', 1), on('2-3', 0, 2))
    expect(stepOf(trace, 'A3')?.state).toBe('proved')
    expect(trace.state.case).toMatchObject({ currentStepId: 'A2' })
    expect(trace.state.case?.retry ?? null).toBeNull()
  })
  test('counts from where the last failure was', () => {
    const trace = replug(atStep('A2', on('1-2', 0)), on('1-2', 0), on('1-2', 0, 2))
      .at(9000, { kind: 'step.answer', stepId: 'A2', answer: 'done', note: null })
      .at(9100, { kind: 'retry.answer', answer: 'failed', code: '1413' })
    expect(stepOf(replug(trace, on('1-2', 0, 2), on('1-3', 0, 3), 10_000), 'A3')?.state).toBe('proved')
  })

  const from = { usbPort: '1-1.4', hubs: 1, speedMbps: 480, atWallMs: 0 }
  test.each([
    ['the same path', from, on('1-1.4', 1), 'macos', null],
    ['a path that is not told', from, on('', 1), 'windows', null],
    ['another socket of the same hub', from, on('1-1.3', 1), 'macos', 'likely'],
    ['the other bus of one socket', { ...from, speedMbps: 10_000 }, on('2-4', 0), 'linux', 'likely'],
    ['a dock that was plugged in again', { ...from, usbPort: '5-2', hubs: 0 }, on('6-2', 0), 'linux', 'likely'],
    ['another controller', { ...from, usbPort: '14-2', hubs: 0 }, on('0-2', 0), 'macos', 'proved'],
    ['another port of the computer', { ...from, usbPort: '1-2', hubs: 0 }, on('1-3', 0), 'linux', 'proved'],
    ['straight in', from, on('1-1', 0), 'linux', 'proved'],
  ] as const)('%s', (_what, before, after, system, state) =>
    expect(portMoved(before, after, system)?.state ?? null).toBe(state),
  )
})

describe('no hub', () => {
  test('is proved by the path, at the opening already', () => {
    const trace = atStep('A2', on('1-2', 0))
    expect(stepOf(trace, 'A4')?.state).toBe('proved')
  })
  test('is proved when the hub goes', () => {
    const trace = replug(atStep('A4'), on('1-1.4', 1), on('1-1', 0, 2))
    expect(stepOf(trace, 'A4')).toMatchObject({ state: 'proved', earnedBy: { key: 'earned.no-hub' } })
    expect(trace.state.case?.retry).toMatchObject({ stepId: 'A4' })
  })
})

describe('nothing is proved by', () => {
  const from = on('1-1.4', 1)
  test.each(['A2', 'A3', 'A4', 'A5', 'A6'] as const)('the same cable replugged on the same port, at %s', (stepId) => {
    const trace = atStep(stepId)
    for (let round = 0; round < 5; round++)
      replug(trace, on('1-1.4', 1, round + 1), on('1-1.4', 1, round + 2), 1000 + round * 60_000, 40_000)
    expect(provedSteps(trace)).toEqual([])
  })
  test('a phone that is merely replugged: that is not even likely a restart', () => {
    const trace = replug(atStep('A5'), from, on('1-1.4', 1, 2))
    expect(stepOf(trace, 'A5')?.state).toBe('not-yet')
  })
  test('another phone on another port, with ours unplugged', () => {
    const other = { ...device('normal', OTHER_X.normal, '2-3', 7), hubs: 0 }
    expect(provedSteps(replug(atStep('A3'), from, other))).toEqual([])
  })
  test('another phone beside ours', () => {
    const other = { ...device('normal', OTHER_X.normal, '2-3', 7), hubs: 0 }
    expect(provedSteps(atStep('A3').attach(1000, other))).toEqual([])
  })
  test('another phone that takes the port of ours, and moves', () => {
    const other = (port: string, n: number) => ({ ...device('normal', OTHER_X.normal, port, n), hubs: 0 })
    const trace = replug(atStep('A3'), from, other('1-1.4', 7), 1000, 2000)
    replug(trace, other('1-1.4', 7), other('2-3', 8), 5000, 2000)
    expect(provedSteps(trace)).toEqual([])
  })
  test('a phone that does not say who it is', () => {
    const blank = { ...device('normal', null, '2-3', 7), hubs: 0 }
    expect(provedSteps(replug(atStep('A3'), from, blank))).toEqual([])
  })
  test('a recovery device on another port whose ECID the case does not know', () => {
    const recovery = { ...device('recovery', OTHER_X.recovery, '2-3', 7), hubs: 0 }
    expect(provedSteps(replug(atStep('A3'), from, recovery))).toEqual([])
  })
  test('a case without any phone', () => {
    const trace = new Trace().at(10, { ...OPEN, phoneId: null }).at(20, { kind: 'step.show', stepId: 'A3' })
    expect(provedSteps(trace)).toEqual([])
  })
  test('ports from before a restart of the app: their numbers may be others now', () => {
    const made = atStep('A3', on('1-2', 0))
    const before = made.state.case
    if (!before) throw new Error('a case was opened')
    const trace = new Trace()
      .at(0, {
        kind: 'app.started',
        system: 'linux',
        settings: made.state.settings,
        openCases: [before],
        resumeCaseId: 'case-1',
      })
      .attach(10, on('1-3', 0, 2))
    expect(stepOf(trace, 'A3')?.state).toBe('not-yet')
    expect(trace.state.case?.currentStepId).toBe('A3')
  })
})

describe('another cable', () => {
  test('is said by the person, with what USB saw beside it', () => {
    const trace = replug(atStep('A2'), on('1-1.4', 1), on('1-1.4', 1, 2))
    expect(stepOf(trace, 'A2')?.state).toBe('not-yet')
    trace.at(5000, { kind: 'step.answer', stepId: 'A2', answer: 'done', note: null })
    expect(stepOf(trace, 'A2')).toMatchObject({
      state: 'said-by-you',
      earnedBy: { key: 'earned.said.cable', params: { seconds: 3, port: '1-1.4' } },
    })
  })
  test('a step that has nothing to do with USB is said, and nothing more', () => {
    const trace = atStep('A1').at(5000, { kind: 'step.answer', stepId: 'A1', answer: 'done', note: null })
    expect(stepOf(trace, 'A1')?.state).toBe('said-by-you')
    expect(stepOf(trace, 'A1')?.earnedBy).toBeUndefined()
  })
  test('said without leaving USB is kept as just that', () => {
    const trace = atStep('A2').at(5000, { kind: 'step.answer', stepId: 'A2', answer: 'done', note: null })
    expect(stepOf(trace, 'A2')?.earnedBy?.key).toBe('earned.said.not-seen')
  })
})

describe('the link test', () => {
  const tested = () =>
    replug(atStep('A2'), on('1-1.4', 1), on('1-1.4', 1, 2)).at(5000, {
      kind: 'step.answer',
      stepId: 'A2',
      answer: 'done',
      note: null,
    })
  const grade = (trace: Trace) => trace.state.case?.linkTest

  test('runs for a minute and gives no better grade than clean at idle', () => {
    const trace = tested().until(64_000)
    expect(grade(trace)).toMatchObject({ status: 'running', grade: null })
    expect(grade(trace.until(65_000))).toMatchObject({ status: 'ended', grade: 'clean-at-idle', drops: 0 })
  })
  test('counts drops and returns', () => {
    const trace = replug(tested(), on('1-1.4', 1, 2), on('1-1.4', 1, 3), 20_000, 500)
    replug(trace, on('1-1.4', 1, 3), on('1-1.4', 1, 4), 30_000, 500)
    expect(grade(trace.until(65_000))).toMatchObject({ grade: 'drops', drops: 2, returns: 2 })
  })
  test('a link at full speed is slow', () => {
    const slow = on('1-1.4', 1, 2, { speedMbps: 12 })
    const trace = replug(atStep('A2'), on('1-1.4', 1), slow)
      .at(5000, { kind: 'step.answer', stepId: 'A2', answer: 'done', note: null })
      .until(66_000)
    expect(grade(trace)).toMatchObject({ grade: 'slow', speedMbps: 12 })
  })
  test('waits for a phone that is unplugged', () => {
    const trace = atStep('A6').detach(1000, on('1-1.4', 1))
    trace.at(5000, { kind: 'step.answer', stepId: 'A6', answer: 'done', note: null })
    expect(grade(trace)?.status).toBe('waiting')
    expect(grade(trace.attach(50_000, on('1-1.4', 1, 2)).until(111_000))?.grade).toBe('clean-at-idle')
  })
  test('cannot tell where a restore changes the mode, the app ends, the computer sleeps, or USB gives no events', () => {
    const changed = tested()
      .detach(9000, on('1-1.4', 1, 2))
      .attach(12_000, device('recovery', IPHONE_X.recovery, '1-1.4', 9))
    expect(grade(changed)).toMatchObject({ grade: 'cannot-test', why: 'mode-changed' })
    expect(grade(tested().at(9000, { kind: 'host.suspended' }))).toMatchObject({ grade: 'cannot-test' })
    const blind = atStep('A2')
      .at(900, { kind: 'usb.access', access: { status: 'listing-only', problem: null } })
      .at(5000, { kind: 'step.answer', stepId: 'A2', answer: 'done', note: null })
    expect(grade(blind)).toMatchObject({ grade: 'cannot-test', why: 'no-events' })
  })
})

describe('a restart of the phone', () => {
  test('is likely at best, and asks for the computer’s too', () => {
    const trace = replug(atStep('A5'), on('1-1.4', 1), on('1-1.4', 1, 2), 1000, 25_000)
    expect(stepOf(trace, 'A5')).toMatchObject({ state: 'checking', earnedBy: { key: 'earned.phone-restarted' } })
  })

  /** Out of the system into recovery, and out of it into a system again. */
  const throughRecovery = () =>
    atStep('A5')
      .detach(1000, on('1-1.4', 1))
      .attach(9000, device('recovery', IPHONE_X.recovery, '1-1.4', 2))
      .detach(30_000, device('recovery', IPHONE_X.recovery, '1-1.4', 2))
      .attach(60_000, on('1-1.4', 1, 3))
  const told = (system: 'normal' | 'restore', deviceId = on('1-1.4', 1, 3).deviceId) =>
    ({ kind: 'phone.told', deviceId, outcome: 'ok', system, facts: null }) as const

  test('is proved by a boot mode and by its system’s own answer, and by nothing less', () => {
    const trace = throughRecovery()
    expect(stepOf(trace, 'A5')?.earnedBy?.key).toBe('earned.phone-restarted')
    expect(stepOf(trace.at(61_000, told('normal')), 'A5')?.earnedBy?.key).toBe('earned.phone-restarted.proved')
  })
  test('is not proved by the system of a restore, by another phone’s answer, or by an answer alone', () => {
    expect(stepOf(throughRecovery().at(61_000, told('restore')), 'A5')?.earnedBy?.key).toBe('earned.phone-restarted')
    expect(stepOf(throughRecovery().at(61_000, told('normal', 'else')), 'A5')?.earnedBy?.key).toBe(
      'earned.phone-restarted',
    )
    const away = replug(atStep('A5'), on('1-1.4', 1), on('1-1.4', 1, 3), 1000, 25_000)
    expect(stepOf(away.at(30_000, told('normal')), 'A5')?.earnedBy?.key).toBe('earned.phone-restarted')
  })
})

describe('the try after a step', () => {
  const ready = () => replug(atStep('A3', on('1-2', 0)), on('1-2', 0), on('1-3', 0, 2))
  test('worked: fixed, and the step stays proved as the last thing done', () => {
    const trace = ready().at(90_000, { kind: 'retry.answer', answer: 'worked', code: null })
    expect(trace.state.case).toMatchObject({ outcome: 'fixed' })
    expect(stepOf(trace, 'A3')).toMatchObject({ state: 'proved', atWallMs: 1_090_000 })
    expect(trace.effects.filter(({ kind }) => kind === 'attempt.close')).toHaveLength(1)
  })
  test('failed: an attempt with its code and place; the step did not help and keeps its evidence; the plan goes on', () => {
    const trace = ready().at(90_000, { kind: 'retry.answer', answer: 'failed', code: 'unknown error (4013)' })
    expect(stepOf(trace, 'A3')).toMatchObject({
      state: 'failed',
      note: '4013',
      earnedBy: { key: 'earned.port-moved' },
    })
    expect(trace.state.case?.attempts.at(-1)).toMatchObject({ code: '4013', result: 'failed', usbPort: '1-3' })
    expect(trace.state.case?.currentStepId).not.toBe('A3')
    const open = trace.state.case
    if (!open) throw new Error('a case is open')
    expect(caseEvidence(trace.state, open).failures).toMatchObject([
      { code: '1413', usbPort: '1-2', cable: 'cable 1' },
      { code: '4013', usbPort: '1-3', cable: 'cable 1' },
    ])
    expect(caseEvidence(trace.state, open).usb).toMatchObject({ watched: true, dropSecondsBeforeFailure: null })
  })
  test('later: the plan goes on without an attempt', () => {
    const trace = ready().at(90_000, { kind: 'retry.answer', answer: 'later', code: null })
    expect(trace.state.case).toMatchObject({ retry: null, attempts: [], outcome: null })
  })
  test('after it, the plan goes on to the next open step; a step that the phone settles by arriving is left by the person', () => {
    expect(ready().state.case?.currentStepId).toBe('A3')
    const later = ready().at(90_000, { kind: 'retry.answer', answer: 'later', code: null })
    expect(later.state.case?.currentStepId).toBe(later.state.case?.steps.find(({ state }) => state === 'not-yet')?.id)
    const read = new Trace()
      .at(0, { kind: 'usb.access', access: { status: 'watching', problem: null } })
      .at(10, { ...OPEN, phoneId: null })
      .at(20, { kind: 'step.show', stepId: 'A4' })
      .attach(5000, on('1-2', 0))
    expect(stepOf(read, 'A4')?.state).toBe('proved')
    expect(read.state.case?.currentStepId).toBe('A4')
  })
  test('a step that was tried before this case is kept as said, without a moment in it', () => {
    const trace = atStep('A2').at(5000, { kind: 'step.answer', stepId: 'A2', answer: 'already', note: null })
    expect(stepOf(trace, 'A2')).toMatchObject({
      state: 'said-by-you',
      atWallMs: null,
      earnedBy: { key: 'earned.said.before' },
    })
  })
  test('undo takes the proof back and waits for another move', () => {
    const trace = ready().at(9000, { kind: 'step.answer', stepId: 'A3', answer: 'undo', note: null })
    expect(stepOf(trace, 'A3')).toMatchObject({ state: 'not-yet' })
    expect(stepOf(trace, 'A3')?.earnedBy).toBeUndefined()
    expect(trace.state.case?.retry ?? null).toBeNull()
  })
})
