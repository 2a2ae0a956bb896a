import { describe, expect, test } from 'vitest'
import { guidePhases, GUIDE_SOURCES } from '../../shared/knowledge/button-guides.ts'
import { BUTTON_FAMILIES, GUIDES, WAYS } from '../../shared/knowledge/vocabulary.ts'
import { VERDICT_TABLE } from '../../shared/engine/verdict-table.ts'
import { phaseWords } from '../../shared/texts/phase-words.ts'
import { translator } from '../../shared/texts/translate.ts'
import { device, IPHONE_X, OTHER_X, Trace } from './trace.ts'

const t = translator('en')
const STARTS = ['normal', 'recovery', 'dfu', 'unseen'] as const
const allGuides = BUTTON_FAMILIES.flatMap((family) =>
  GUIDES.flatMap((guide) =>
    WAYS.flatMap((way) =>
      STARTS.flatMap((from) => {
        const phases = guidePhases({ family, guide, way, from, power: 'side' })
        return phases === null ? [] : [{ family, guide, way, from, phases }]
      }),
    ),
  ),
)

describe('the tables', () => {
  test('every guide exists by hand for every family', () => {
    for (const family of BUTTON_FAMILIES)
      for (const guide of GUIDES)
        expect(guidePhases({ family, guide, way: 'manual', from: 'normal', power: 'side' })).not.toBeNull()
    expect(Object.keys(GUIDE_SOURCES)).toEqual([...BUTTON_FAMILIES])
  })

  test('every phase has a sentence and every name in it', () => {
    for (const { phases } of allGuides)
      for (const phase of phases) {
        const words = phaseWords(t, phase)
        expect(t.has(phase.text), phase.text).toBe(true)
        expect(`${words.say}${words.short}${words.not}${words.screen}`).not.toMatch(/[{}]|button\./)
      }
  })

  test('no emergency call: where clicks are needed, two buttons are asked for only after the phone has left USB or the person saw it go black', () => {
    for (const { family, guide, way, from, phases } of allGuides) {
      if ((family !== 'face-id' && family !== 'ipad-no-home') || guide === 'power-off' || way === 'assisted') continue
      const firstBoth = phases.findIndex((phase) => phase.hold.length > 1)
      const dark = phases.findIndex((phase) => phase.endsOn === 'usb-left' || phase.endsOn === 'user')
      if (firstBoth >= 0) expect(firstBoth, `${family} ${guide} ${from}`).toBeGreaterThan(dark)
    }
  })

  test('powering off by two buttons ends before the emergency countdown can begin', () => {
    const held = allGuides
      .filter(({ guide }) => guide === 'power-off')
      .flatMap(({ phases }) => phases.filter((phase) => phase.hold.length > 1))
    for (const phase of held) expect(phase.maxMs).toBeLessThan(5000)
  })

  test('a phone that USB does not show is never timed through its reset', () => {
    for (const { from, guide, way, phases } of allGuides)
      if (from === 'unseen' && way === 'manual' && guide !== 'power-off')
        expect(phases.find((phase) => phase.hold.length > 0)?.endsOn).not.toBe('time')
  })

  test('a forbidden button is never one that is held or clicked', () => {
    for (const { phases } of allGuides)
      for (const phase of phases)
        for (const button of phase.avoid) expect([...phase.hold, ...phase.press]).not.toContain(button)
  })

  test('the row that decides last in the verdict table holds always, and every row has its sentence', () => {
    const keys = (row: string) =>
      row === 'entered' ? GUIDES.map((guide) => `verdict.entered.${guide}`) : [`verdict.${row}`]
    for (const { row, change } of VERDICT_TABLE) {
      for (const key of keys(row)) expect(t.has(key), key).toBe(true)
      if (change !== null) expect(t.has(change), change).toBe(true)
    }
  })
})

/** A manual DFU on an iPhone X that was running, up to Start. */
const started = (handsFree = false) =>
  new Trace()
    .attach(0, device('normal', IPHONE_X.normal))
    .at(10, {
      kind: 'case.open',
      caseId: 'case-1',
      complaint: { kind: 'guide-only', guide: 'dfu' },
      phoneId: 'phone-1',
    })
    .at(20, { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: 'phone-1', product: 'iPhone10,3' })
    .at(1000, { kind: 'guide.start', attemptId: 'attempt-1', handsFree })

const phaseId = ({ state: { guide } }: Trace) => guide?.phases[guide.phaseIndex]?.id

describe('a run', () => {
  test('nothing is timed before Start, and the lead-in leaves time for both hands', () => {
    const trace = started()
    expect(trace.state.guide).toMatchObject({ stage: 'lead-in', startedAtMs: 4000, handsFree: false })
    expect(started(true).state.guide?.startedAtMs).toBe(6000)
  })

  test('the drop ends the hold at once, the release is timed from it, and the first sight of DFU says let go', () => {
    const trace = started().until(7000)
    expect(phaseId(trace)).toBe('hold-power')
    trace.detach(15_000, device('normal', IPHONE_X.normal))
    expect(phaseId(trace)).toBe('add-second')
    expect(trace.state.guide?.cue).toMatchObject({ kind: 'left', atMs: 15_000 })
    expect(trace.until(17_999).state.guide?.cue?.kind).toBe('ahead')
    expect(trace.until(18_000).state.guide?.cue).toMatchObject({ kind: 'release', plannedAtMs: 18_000 })
    trace.attach(20_000, device('dfu', IPHONE_X.dfu))
    expect(trace.state.guide).toMatchObject({ stage: 'settling', verdict: null, cue: { kind: 'let-go' } })
    expect(trace.until(23_000).state.guide?.verdict?.id).toBe('entered')
  })

  test('only phases that end by time have a moment to count towards', () => {
    const trace = started().until(7000)
    expect(trace.state.guide?.phaseEndsAtMs).toBeNull()
    trace.detach(15_000, device('normal', IPHONE_X.normal))
    expect(trace.state.guide?.phaseEndsAtMs).toBe(18_000)
  })

  test('a drop during the lead-in is taken as the reset', () => {
    expect(phaseId(started().detach(2000, device('normal', IPHONE_X.normal)))).toBe('add-second')
  })

  test('another phone’s events never move the guide', () => {
    const other = device('normal', OTHER_X.normal, '1-2')
    const trace = started()
      .attach(5000, other)
      .detach(8000, other)
      .attach(9000, device('dfu', OTHER_X.dfu, '1-2'))
    expect(trace.state.guide).toMatchObject({ stage: 'running', leftAtMs: null, reachedAtMs: null })
  })

  test('"still waiting" is said at 30 s and the wait is over at 60 s', () => {
    const trace = started().detach(15_000, device('normal', IPHONE_X.normal)).until(45_000)
    expect(trace.state.guide?.cue?.kind).toBe('still-waiting')
    expect(trace.until(75_000).state.guide?.verdict?.id).toBe('nothing-returned')
  })

  test('each attempt is opened once and closed once, with its verdict', () => {
    const trace = started().at(5000, { kind: 'guide.cancel' }).at(5001, { kind: 'guide.cancel' }).until(200_000)
    const kinds = trace.effects.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'attempt.open')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'attempt.close')).toHaveLength(1)
    expect(trace.state.case?.attempts).toMatchObject([{ attemptId: 'attempt-1', verdict: 'cancelled' }])
  })

  test('a miss changes the next try: the verdict is shown, the cue comes earlier, and after two the cable is named', () => {
    const miss = (trace: Trace, atMs: number, n: number) =>
      trace
        .detach(atMs, device(n === 1 ? 'normal' : 'recovery', n === 1 ? IPHONE_X.normal : IPHONE_X.recovery, '1-1', n))
        .attach(atMs + 14_000, device('recovery', IPHONE_X.recovery, '1-1', n + 1))
        .until(atMs + 16_000)
    const trace = miss(started(), 15_000, 1)
    expect(trace.state.guide?.verdict).toMatchObject({ id: 'came-back-in-recovery', shiftMs: -700 })
    trace.at(40_000, { kind: 'guide.again', way: 'manual' })
    expect(trace.state.guide).toMatchObject({ stage: 'card', tryNumber: 2, before: { id: 'came-back-in-recovery' } })
    expect(trace.state.guide?.phases.find(({ id }) => id === 'add-second')?.maxMs).toBe(2300)
    trace.at(41_000, { kind: 'guide.start', attemptId: 'attempt-2', handsFree: false })
    miss(trace, 55_000, 2)
    expect(trace.state.guide).toMatchObject({ question: 'released-at-tone' })
    expect(trace.state.guide?.verdict?.reasons).toContainEqual({ id: 'cable-cannot-signal', likelihood: 'possible' })
    trace.at(80_000, { kind: 'guide.answer', released: 'yes' })
    expect(trace.state.guide?.verdict?.reasons[0]).toEqual({ id: 'cable-cannot-signal', likelihood: 'likely' })
    expect(trace.state.guide).toMatchObject({
      question: null,
      verdict: { change: { key: 'change.try-other-cable.lightning' } },
    })
  })

  test('the assisted way is offered only to a phone that can be opened, and never while a restore may run', () => {
    const show = { kind: 'guide.show', guide: 'dfu', way: 'assisted', phoneId: 'phone-1', product: null } as const
    const start = { kind: 'guide.start', attemptId: 'a', handsFree: false } as const
    const recovery = device('recovery', IPHONE_X.recovery)
    const answer = (outcome: 'ok' | 'busy') =>
      ({ kind: 'recovery.answered', deviceId: recovery.deviceId, request: 'probe', outcome }) as const
    const way = (trace: Trace) => trace.state.guide?.way
    expect(way(new Trace().attach(0, recovery).at(1, show).at(2, answer('busy')).at(3, start))).toBe('manual')
    const open = new Trace().attach(0, recovery).at(1, show).at(2, answer('ok')).at(3, start)
    expect(way(open)).toBe('assisted')
    expect(open.effects).toContainEqual({
      kind: 'recovery.send',
      deviceId: recovery.deviceId,
      request: 'set-auto-boot',
    })
    const dfu = device('dfu', IPHONE_X.dfu)
    const restoring = new Trace().attach(0, dfu).detach(100, dfu).attach(900, recovery).at(1000, show)
    expect(restoring.effects.filter(({ kind }) => kind === 'recovery.send')).toEqual([])
  })

  test('the computer sends the restart in the middle of the hold, once', () => {
    const recovery = device('recovery', IPHONE_X.recovery)
    const trace = new Trace()
      .attach(0, recovery)
      .at(1, { kind: 'guide.show', guide: 'dfu', way: 'assisted', phoneId: 'phone-1', product: null })
      .at(2, { kind: 'recovery.answered', deviceId: recovery.deviceId, request: 'probe', outcome: 'ok' })
      .at(3, { kind: 'guide.start', attemptId: 'a', handsFree: false })
    const sent = () =>
      trace.effects.filter((effect) => effect.kind === 'recovery.send' && effect.request === 'reboot').length
    expect(trace.until(5002).state.guide?.stage).toBe('running')
    expect(sent()).toBe(0)
    trace.until(5003)
    expect([sent(), phaseId(trace)]).toEqual([1, 'both-until-restart'])
  })
})

test('a card that was opened before the phone was known shows its buttons as soon as USB tells them', () => {
  const trace = new Trace().at(0, { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: null, product: null })
  expect(trace.state.guide).toMatchObject({ family: 'face-id', familyAssumed: true, phoneId: null })
  const iphone7 = IPHONE_X.recovery.replace('CPID:8015', 'CPID:8010').replace('BDID:06', 'BDID:08')
  trace.attach(500, device('recovery', iphone7))
  expect(trace.state.guide).toMatchObject({
    stage: 'card',
    family: 'solid-home',
    familyAssumed: false,
    phoneId: 'phone-1',
  })
})

test('replaying the same events through the engine gives the identical state', () => {
  const trace = started()
    .detach(15_000, device('normal', IPHONE_X.normal))
    .attach(20_000, device('dfu', IPHONE_X.dfu))
    .until(30_000)
  const again = new Trace()
  for (const { atMs, wallMs: _, ...body } of trace.events) again.at(atMs, body)
  expect(again.state).toEqual(trace.state)
})
