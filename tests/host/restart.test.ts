import { describe, expect, test } from 'vitest'
import { lookAtHost } from '../../electron/adapters/host-look.ts'
import type { HostFacts } from '../../shared/engine/host-facts.ts'
import { restartedBetween } from '../../shared/engine/verification-host.ts'
import type { StepId } from '../../shared/knowledge/vocabulary.ts'
import { device, IPHONE_X, Trace } from '../engine/trace.ts'

const nothing = (value: null = null) => Promise.resolve(value)
const bare = await lookAtHost(false, {
  system: 'macos',
  outside: { run: () => nothing(), read: () => nothing() },
  measures: {
    uptimeMs: 1000,
    freeGb: () => nothing(),
    battery: () => nothing(),
    memory: () => nothing(),
    loadPercent: () => nothing(),
    programs: () => nothing(),
    askSigningServer: () => nothing(),
    clockBeforeApp: () => Promise.resolve(false),
  },
})
const START = '0b1d4e55-4a1c-2f6e-9c0a-5b7d1e2f3a4b'
const facts = (more: Partial<HostFacts>): HostFacts => ({ ...bare, ...more })
const boot = (bootId: string | null, uptimeMs: number, bootedWallMs = 0) => ({ bootId, uptimeMs, bootedWallMs })

describe('a restart of the computer', () => {
  test.each([
    ['another name of the start', boot('a', 900), boot('b', 950), 'proved'],
    ['the same name, although the clock was set', boot('a', 900, 0), boot('a', 950, 9_000_000), null],
    ['a shorter time since the start', boot(null, 900_000), boot(null, 60_000), 'proved'],
    ['a start at another moment, by the clock alone', boot(null, 900), boot(null, 950, 600_000), 'likely'],
    ['a start at about the same moment', boot(null, 900), boot(null, 950, 20_000), null],
  ] as const)('%s', (_what, before, now, shown) => expect(restartedBetween(before, now)).toBe(shown))
})

const OPEN = {
  kind: 'case.open',
  caseId: 'case-1',
  complaint: { kind: 'code', code: '4013', text: '4013' },
  phoneId: null,
} as const
const phone = { ...device('normal', IPHONE_X.normal, '1-1.4'), hubs: 1 }
const stepOf = (trace: Trace, stepId: StepId) => trace.state.case?.steps.find(({ id }) => id === stepId)

describe('a case', () => {
  const atA5 = () =>
    new Trace()
      .at(0, { kind: 'host.checked', facts: facts({ boot: boot('one', 5000) }) })
      .attach(1, phone)
      .at(10, OPEN)
      .at(15, { kind: 'host.checked', facts: facts({ boot: boot('one', 5015) }) })
      .at(20, { kind: 'step.show', stepId: 'A5' })

  test('that is interrupted by a restart of the computer resumes where it stood, and knows of the restart', () => {
    const made = atA5()
    const saved = made.effects.findLast((effect) => effect.kind === 'case.save')
    if (saved?.kind !== 'case.save') throw new Error('the case is saved')
    const trace = new Trace()
      .at(0, {
        kind: 'app.started',
        system: 'linux',
        settings: made.state.settings,
        openCases: [saved.case],
        resumeCaseId: 'case-1',
      })
      .at(500, { kind: 'host.checked', facts: facts({ boot: boot('two', 40_000) }) })
    expect(trace.effects).toContainEqual({ kind: 'host.check', network: false })
    expect(trace.state.case?.currentStepId).toBe('A5')
    expect(stepOf(trace, 'A5')).toMatchObject({
      state: 'checking',
      earnedBy: { key: 'earned.computer-restarted.proved' },
    })
    trace
      .attach(1000, { ...phone, deviceId: 'again' })
      .at(2000, { kind: 'usb.detached', deviceId: 'again' })
      .attach(30_000, { ...phone, deviceId: 'later' })
    expect(stepOf(trace, 'A5')).toMatchObject({ state: 'likely', earnedBy: { key: 'earned.both-restarted' } })
  })
  test('that is resumed without a restart knows of none', () => {
    const made = atA5()
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
      .at(500, { kind: 'host.checked', facts: facts({ boot: boot('one', 60_000) }) })
    expect(stepOf(trace, 'A5')?.state).toBe('not-yet')
  })

  test('opens with what the last look settled, and asks for a new look', () => {
    const trace = new Trace().at(0, { kind: 'host.checked', facts: facts({ freeGb: 90, programs: [] }) }).at(10, OPEN)
    expect(stepOf(trace, 'A8')).toMatchObject({
      state: 'proved',
      earnedBy: { key: 'reason.evidence.no-heavy-programs' },
    })
    expect(trace.effects).toContainEqual({ kind: 'host.check', network: false })
  })
  test('is settled by a later look, which takes a tick back when it is not so any more', () => {
    const trace = new Trace().at(10, OPEN).at(20, { kind: 'step.show', stepId: 'A2' })
    trace.at(30, { kind: 'host.checked', facts: facts({ programs: [] }) })
    expect(stepOf(trace, 'A8')?.state).toBe('proved')
    const busy = facts({ programs: [{ name: 'VMware', kind: 'virtual-machine', memoryMb: 4000 }] })
    trace.at(40, { kind: 'host.checked', facts: busy })
    expect(stepOf(trace, 'A8')).toMatchObject({ state: 'not-yet', reason: { key: 'reason.evidence.heavy-programs' } })
    expect(trace.state.case?.currentStepId).toBe('A2')
  })
  test('stays at the step that is read when a look settles that very step: it is ticked, and the person goes on', () => {
    const trace = new Trace().at(10, OPEN).at(20, { kind: 'step.show', stepId: 'A8' })
    trace.at(30, { kind: 'host.checked', facts: facts({ programs: [] }) })
    expect(stepOf(trace, 'A8')?.state).toBe('proved')
    expect(trace.state.case).toMatchObject({ currentStepId: 'A8' })
  })
  test('stays at the first step too when nobody chose one and the look comes late', () => {
    const trace = new Trace().at(10, { ...OPEN, complaint: { kind: 'code', code: '2002', text: '2002' } })
    expect(trace.state.case?.currentStepId).toBe('E1')
    trace.at(6000, { kind: 'host.checked', facts: facts({ programs: [], freeGb: 3, clock: 'wrong' }) })
    expect(stepOf(trace, 'E1')?.state).toBe('proved')
    expect(trace.state.case?.currentStepId).toBe('E1')
  })
  test('keeps how busy the computer was at the failure beside how it is now, until the next failure', () => {
    const busy = facts({ memory: { totalGb: 8, availableGb: 0.9 }, loadPercent: 97 })
    const calm = facts({
      checkedWallMs: bare.checkedWallMs + 1,
      memory: { totalGb: 8, availableGb: 6 },
      loadPercent: 4,
    })
    const trace = new Trace().at(10, OPEN).at(20, { kind: 'host.checked', facts: busy })
    const strain = () => trace.state.case?.strain
    expect(strain()).toMatchObject({ availableGb: 0.9, loadPercent: 97 })
    trace.at(30, { kind: 'host.checked', facts: calm })
    expect(strain()).toMatchObject({ availableGb: 0.9, loadPercent: 97 })
    trace
      .at(40, { kind: 'step.show', stepId: 'A8' })
      .at(60, { kind: 'step.answer', stepId: 'A8', answer: 'done', note: null })
      .at(70, { kind: 'retry.answer', answer: 'failed', code: '4013' })
    expect(strain()).toMatchObject({ availableGb: 6, loadPercent: 4 })
  })
  test('keeps what the person answered, whatever a look says', () => {
    const trace = new Trace().at(10, OPEN).at(20, { kind: 'step.answer', stepId: 'A8', answer: 'cannot', note: null })
    trace.at(30, { kind: 'host.checked', facts: facts({ programs: [] }) })
    expect(stepOf(trace, 'A8')?.state).toBe('skipped')
  })
  test('brings a hosts file with Apple’s servers to the front at the opening', () => {
    const dirty = facts({ hostsFile: { appleNames: ['gs.apple.com'] }, boot: boot(START, 1) })
    const trace = new Trace().at(0, { kind: 'host.checked', facts: dirty }).at(10, OPEN)
    expect(trace.state.case?.steps[0]).toMatchObject({ id: 'B1', reason: { key: 'reason.evidence.hosts-file' } })
  })
})
