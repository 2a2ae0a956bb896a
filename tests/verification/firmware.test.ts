import { describe, expect, test } from 'vitest'
import { caseEvidence } from '../../shared/engine/verification-evidence.ts'
import type { StepId } from '../../shared/knowledge/vocabulary.ts'
import { Trace } from '../engine/trace.ts'
import { on, OPEN } from './steps.ts'

/** A case for a code whose plan has both steps about the firmware. */
const atStep = (stepId: StepId) =>
  new Trace()
    .at(0, { kind: 'usb.access', access: { status: 'watching', problem: null } })
    .attach(1, on('1-1', 0))
    .at(10, { ...OPEN, complaint: { kind: 'code', code: '3001', text: '3001' } })
    .at(20, { kind: 'step.show', stepId })

const checked = (trace: Trace, whole: boolean, fits: boolean | null, signed: boolean | null, atMs = 5000) =>
  trace.at(atMs, { kind: 'firmware.checked', whole, fits, signed })
const stateOf = (trace: Trace, stepId: 'C1' | 'C2') => trace.state.case?.steps.find(({ id }) => id === stepId)?.state

describe('a firmware file that was checked', () => {
  test('whole and for this model: that it is fresh is proved, whether it is signed is open', () => {
    const trace = checked(atStep('A2'), true, true, null)
    expect([stateOf(trace, 'C1'), stateOf(trace, 'C2')]).toEqual(['proved', 'not-yet'])
    expect(trace.state.case?.currentStepId).toBe('A2')
  })
  test('and signed: both are proved, and the plan’s evidence says so', () => {
    const trace = checked(checked(atStep('A2'), true, true, null), true, true, true, 9000)
    expect([stateOf(trace, 'C1'), stateOf(trace, 'C2')]).toEqual(['proved', 'proved'])
    const open = trace.state.case
    expect(open && caseEvidence(trace.state, open).firmware).toEqual({ checked: true, fits: true, signed: true })
  })
  test.each<[string, boolean, boolean | null, boolean | null]>([
    ['damaged', false, true, null],
    ['of which nobody knows for which model', true, null, null],
    ['for another model', true, false, null],
  ])('%s proves nothing', (_, whole, fits, signed) => {
    const trace = checked(atStep('A2'), whole, fits, signed)
    expect([stateOf(trace, 'C1'), stateOf(trace, 'C2')]).toEqual(['not-yet', 'not-yet'])
  })
  test('and is not signed any more opens again what another file had proved, with the reason', () => {
    const good = checked(atStep('A2'), true, true, true)
    const trace = checked(good, true, true, false, 9000)
    expect(trace.state.case?.steps.find(({ id }) => id === 'C2')).toMatchObject({
      state: 'not-yet',
      reason: { key: 'reason.evidence.firmware-unfit' },
    })
  })
  test('never unsays what the person said, and says nothing without an open case', () => {
    const said = atStep('C2').at(4000, { kind: 'step.answer', stepId: 'C2', answer: 'done', note: null })
    const before = stateOf(said, 'C2')
    expect(stateOf(checked(said, true, false, false), 'C2')).toBe(before)
    const closed = atStep('A2').at(4000, { kind: 'case.close', caseId: 'case-1', outcome: 'fixed' })
    expect(checked(closed, true, true, true).state.case?.firmware).toBeUndefined()
  })
})
