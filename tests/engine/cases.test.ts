import { describe, expect, test } from 'vitest'
import { device, IPHONE_X, Trace } from './trace.ts'

const open4013 = () =>
  new Trace().attach(0, device('recovery', IPHONE_X.recovery)).at(10, {
    kind: 'case.open',
    caseId: 'case-1',
    complaint: {
      kind: 'code',
      code: null,
      text: 'The iPhone could not be restored. An unknown error occurred (4013).',
    },
    phoneId: 'phone-1',
  })
const stepIds = (trace: Trace) => trace.state.case?.steps.map(({ id }) => id) ?? []
const current = (trace: Trace) => trace.state.case?.currentStepId

/** Enters recovery or DFU through the guide, quickly. */
function enter(trace: Trace, guide: 'dfu' | 'recovery', atMs: number, attemptId: string): Trace {
  const from = trace.state.phones[0]?.usb
  if (!from) throw new Error('a phone must be there')
  trace
    .at(atMs, { kind: 'guide.show', guide, way: 'manual', phoneId: 'phone-1', product: null })
    .at(atMs + 1, { kind: 'guide.start', attemptId, handsFree: false })
    .detach(atMs + 12_000, from)
  const back =
    guide === 'dfu' ? device('dfu', IPHONE_X.dfu, '1-1', atMs) : device('recovery', IPHONE_X.recovery, '1-1', atMs)
  return trace.attach(atMs + 26_000, back).until(atMs + 30_000)
}

describe('a case', () => {
  test('reads the code out of the dialog’s text and opens with its plan and the phone that is there', () => {
    const trace = open4013()
    expect(trace.state.case).toMatchObject({
      complaint: { kind: 'code', code: '4013' },
      phone: { ecid: '000A1B2C3D4E5F60', productType: 'iPhone10,3' },
      outcome: null,
    })
    expect(current(trace)).toBe(stepIds(trace)[0])
  })

  test('keeps every step that does not erase, another computer included, before any that does', () => {
    const steps = open4013().state.case?.steps ?? []
    const firstErasing = steps.findIndex(({ erases }) => erases)
    const after = steps.slice(firstErasing).filter(({ erases, id }) => !erases && id !== 'F1')
    expect(after).toEqual([])
    expect(stepIds(open4013()).indexOf('A7')).toBeLessThan(firstErasing)
    expect(stepIds(open4013()).indexOf('D1')).toBeLessThan(firstErasing)
  })

  test('an answer is kept with its kind and leads to the next open step; undo leads back', () => {
    const trace = open4013()
    const [first, second] = stepIds(trace)
    if (!first || !second) throw new Error('a plan has steps')
    trace.at(20, { kind: 'step.answer', stepId: first, answer: 'cannot', note: 'no other cable here' })
    expect(trace.state.case?.steps[0]).toMatchObject({ state: 'skipped', note: 'no other cable here' })
    expect(current(trace)).toBe(second)
    trace.at(30, { kind: 'step.answer', stepId: first, answer: 'undo', note: null })
    expect(current(trace)).toBe(first)
  })

  test('every change is saved, and a case that leaves the table goes to the shelf and can be resumed', () => {
    const trace = open4013().at(20, { kind: 'case.leave' })
    expect(trace.effects.filter(({ kind }) => kind === 'case.save').length).toBeGreaterThanOrEqual(2)
    expect(trace.state).toMatchObject({ case: null, shelf: [{ id: 'case-1' }] })
    expect(trace.at(30, { kind: 'case.resume', caseId: 'case-1' }).state).toMatchObject({
      case: { id: 'case-1' },
      shelf: [],
    })
  })

  test('a closed case keeps its outcome and does not return to the shelf', () => {
    const trace = open4013()
      .at(20, { kind: 'case.close', caseId: 'case-1', outcome: 'professional' })
      .at(30, { kind: 'case.leave' })
    expect(trace.state).toMatchObject({ case: null, shelf: [] })
  })

  test('a running guide keeps its case on the table', () => {
    const trace = open4013()
      .at(20, { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: 'phone-1', product: null })
      .at(30, { kind: 'guide.start', attemptId: 'a', handsFree: false })
      .at(40, { kind: 'case.leave' })
    expect(trace.state.case?.id).toBe('case-1')
  })
})

test('a case that knew only the chip learns the model when recovery shows the board', () => {
  const udid = '00008030000A1B2C3D4E5F60'
  const normal = device('normal', udid)
  const recovery = 'SDOM:01 CPID:8030 CPRV:11 CPFM:03 SCEP:01 BDID:04 ECID:000A1B2C3D4E5F60 IBFL:3D SRNM:[F2LXXXXXJCLP]'
  const trace = new Trace()
    .attach(0, normal)
    .at(10, { kind: 'case.open', caseId: 'c', complaint: { kind: 'no-code' }, phoneId: 'phone-1' })
  expect(trace.state.case?.phone).toMatchObject({ ecid: '000A1B2C3D4E5F60', productType: null })
  trace.detach(20, normal).attach(5000, device('recovery', recovery))
  expect(trace.state.case?.phone).toMatchObject({ productType: 'iPhone12,1', serialNumber: 'F2LXXXXXJCLP' })
})

describe('the hand-over', () => {
  const atStep = (stepId: 'D1' | 'D3') => open4013().at(20, { kind: 'step.show', stepId })

  test('DFU leads to the hand-over and the step waits for its answer', () => {
    const trace = enter(atStep('D3'), 'dfu', 100, 'attempt-1')
    expect(trace.state.guide?.verdict?.id).toBe('entered')
    expect(trace.state.case).toMatchObject({ handOver: { mode: 'dfu', stage: 'ready' }, currentStepId: 'D3' })
    expect(trace.state.case?.steps.find(({ id }) => id === 'D3')?.state).toBe('checking')
  })

  test('a restore is an attempt of its own; a failure keeps its code and the case open', () => {
    const trace = enter(atStep('D3'), 'dfu', 100, 'attempt-1')
      .at(40_000, { kind: 'handover.answer', answer: 'restoring', code: null })
      .at(90_000, { kind: 'handover.answer', answer: 'failed', code: 'unknown error (4014)' })
    expect(trace.state.case).toMatchObject({ outcome: null, handOver: { stage: 'failed', code: '4014' } })
    expect(trace.state.case?.attempts.at(-1)).toMatchObject({ kind: 'restore', code: '4014', endedWallMs: 1_090_000 })
    expect(trace.state.case?.steps.find(({ id }) => id === 'D3')?.state).toBe('failed')
  })

  test('a phone that is in recovery already is handed over without a guide, and only one that is', () => {
    const trace = open4013().at(20, { kind: 'step.show', stepId: 'D1' }).at(30, { kind: 'handover.begin', mode: 'dfu' })
    expect(trace.state.case?.handOver).toBeNull()
    trace
      .at(40, { kind: 'handover.begin', mode: 'recovery' })
      .at(90, { kind: 'handover.answer', answer: 'worked', code: null })
    expect(trace.state.case).toMatchObject({ outcome: 'fixed' })
    expect(trace.state.case?.attempts.at(-1)).toMatchObject({ kind: 'restore', result: 'worked' })
  })

  test('"it worked" ends the case as fixed', () => {
    const trace = enter(atStep('D3'), 'dfu', 100, 'attempt-1').at(90_000, {
      kind: 'handover.answer',
      answer: 'worked',
      code: null,
    })
    expect(trace.state.case).toMatchObject({ outcome: 'fixed', handOver: null })
    const restores = trace.effects.filter((effect) => effect.kind === 'attempt.close' && effect.verdict === null)
    expect(restores).toHaveLength(1)
  })
})

test('after a restart of the app the interrupted case is on the table and the others on the shelf', () => {
  const made = open4013()
  const first = made.state.case
  if (!first) throw new Error('a case was opened')
  const trace = new Trace().at(0, {
    kind: 'app.started',
    system: 'macos',
    settings: made.state.settings,
    openCases: [{ ...first, id: 'older' }, first],
    resumeCaseId: 'case-1',
  })
  expect(trace.state).toMatchObject({ case: { id: 'case-1' }, shelf: [{ id: 'older' }], host: { system: 'macos' } })
})
