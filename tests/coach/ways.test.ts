import { describe, expect, test } from 'vitest'
import { assistedPossible } from '../../shared/engine/guide-card.ts'
import { assistedConfidence } from '../../shared/knowledge/button-guides.ts'
import { devicesByProductType } from '../../shared/knowledge/devices.ts'
import { rolesNow } from '../../renderer/features/guide/run-view.ts'
import { guideCommand } from '../../electron/commands/guide.ts'
import { device, IPHONE_X, Trace } from '../engine/trace.ts'

const sureOf = (product: string) => assistedConfidence(devicesByProductType(product).map(({ cpid }) => cpid))

describe('the assisted way into DFU', () => {
  test.each([
    ['iPhone6,1', 'untried'],
    ['iPhone7,2', 'proven'],
    ['iPhone8,1', 'proven'],
    ['iPhone9,3', 'proven'],
    ['iPhone10,6', 'proven'],
    ['iPhone11,8', 'reported'],
    ['iPhone17,1', 'reported'],
    ['iPad8,1', 'reported'],
  ] as const)('on %s is %s', (product, sure) => {
    expect(sureOf(product)).toBe(sure)
  })

  test('is no more than reported where the chip is not known', () => {
    expect(assistedConfidence([])).toBe('reported')
  })

  test('says so on the command line', async () => {
    const lines: string[] = []
    const io = { stdin: process.stdin, out: (line: string) => void lines.push(line), err: () => {} }
    await guideCommand.run(['dfu', '--product', 'iPhone10,3', '--way', 'assisted', '--json'], io)
    await guideCommand.run(['dfu', '--product', 'iPhone14,7', '--way', 'assisted', '--json'], io)
    expect(lines.map((line) => (JSON.parse(line) as { confidence: string }).confidence)).toEqual(['proven', 'reported'])
  })

  test('can be proposed right after a miss by hand that ended in recovery: the phone is asked at the verdict', () => {
    const on = device('normal', IPHONE_X.normal)
    const back = device('recovery', IPHONE_X.recovery)
    const trace = new Trace()
      .attach(0, on)
      .at(20, { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: 'phone-1', product: 'iPhone10,3' })
      .at(1000, { kind: 'guide.start', attemptId: 'a-1', handsFree: false })
      .detach(15_000, on)
      .attach(30_000, back)
      .until(33_000)
    const probes = trace.effects.filter((effect) => effect.kind === 'recovery.send')
    expect(probes).toEqual([{ kind: 'recovery.send', deviceId: back.deviceId, request: 'probe' }])
    trace.at(33_050, { kind: 'recovery.answered', deviceId: back.deviceId, request: 'probe', outcome: 'ok' })
    expect(assistedPossible('dfu', trace.state.phones[0] ?? null, trace.state)).toBe(true)
    trace.at(40_000, { kind: 'guide.again', way: 'assisted' })
    expect(trace.state.guide).toMatchObject({ stage: 'card', way: 'assisted' })
  })

  test('is offered for a phone that is plugged in while the card is read: it is asked when it comes', () => {
    const late = device('recovery', IPHONE_X.recovery)
    const trace = new Trace()
      .at(20, { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: null, product: null })
      .attach(5000, late)
    const probes = trace.effects.filter((effect) => effect.kind === 'recovery.send')
    expect(probes).toEqual([{ kind: 'recovery.send', deviceId: late.deviceId, request: 'probe' }])
    trace.at(5050, { kind: 'recovery.answered', deviceId: late.deviceId, request: 'probe', outcome: 'ok' })
    expect(assistedPossible('dfu', trace.state.phones[0] ?? null, trace.state)).toBe(true)
  })
})

test('where everything begins once more, the drawing says what to let go of', () => {
  const trace = new Trace()
    .attach(0, device('normal', IPHONE_X.normal))
    .at(20, { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: 'phone-1', product: 'iPhone10,3' })
    .at(1000, { kind: 'guide.start', attemptId: 'a-1', handsFree: false })
    .until(20_500)
  const run = trace.state.guide
  expect(run?.phases[run.phaseIndex]?.id).toBe('once-more')
  expect(run && rolesNow(run)).toMatchObject({ side: 'release' })
})

describe('by hand, where no reset comes', () => {
  const held = () =>
    new Trace()
      .attach(0, device('normal', IPHONE_X.normal))
      .at(20, { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: 'phone-1', product: 'iPhone10,3' })
      .at(1000, { kind: 'guide.start', attemptId: 'a-1', handsFree: false })
  const phase = ({ state: { guide } }: Trace) => guide?.phases[guide.phaseIndex]

  test('everything is let go of first, and then it begins once more from the first click', () => {
    const trace = held().until(20_399)
    expect(phase(trace)?.id).toBe('hold-power')
    trace.until(20_400)
    expect(phase(trace)).toMatchObject({ id: 'once-more', hold: [], press: [] })
    expect(trace.state.guide?.cue).toMatchObject({ kind: 'let-go', phaseId: 'once-more' })
    expect(phase(trace.until(23_400))?.id).toBe('click-first')
    expect(phase(trace.until(25_800))?.id).toBe('hold-power')
  })

  test('once in a try; then it is never-left', () => {
    const cues = held().until(120_000).state.guide
    expect(cues?.verdict?.id).toBe('never-left')
    expect(cues?.phases.filter(({ id }) => id === 'once-more')).toHaveLength(1)
  })

  test('the drop counts whenever it comes', () => {
    const on = device('normal', IPHONE_X.normal)
    expect(phase(held().detach(35_000, on))?.id).toBe('add-second')
    expect(phase(held().detach(22_000, on))?.id).toBe('add-second')
  })
})

describe('without a way chosen, the better one goes first', () => {
  const recovery = device('recovery', IPHONE_X.recovery)
  const shown = (serial: string = IPHONE_X.recovery) =>
    new Trace()
      .attach(0, { ...recovery, serial })
      .at(20, { kind: 'guide.show', guide: 'dfu', way: null, phoneId: 'phone-1', product: 'iPhone10,3' })
  const may = (trace: Trace, outcome: 'ok' | 'busy' | 'no-permission') =>
    trace.at(60, { kind: 'recovery.answered', deviceId: recovery.deviceId, request: 'probe', outcome })

  test('by hand until the phone may be opened, then by the computer', () => {
    expect(shown().state.guide?.way).toBe('manual')
    expect(may(shown(), 'ok').state.guide).toMatchObject({ stage: 'card', way: 'assisted' })
  })

  test.each(['busy', 'no-permission'] as const)('by hand where it may not be opened (%s)', (outcome) => {
    const { state } = may(shown(), outcome)
    expect(state.guide).toMatchObject({ stage: 'card', way: 'manual', verdict: null })
  })

  test('by hand on a chip that nobody has reported it for', () => {
    const old = IPHONE_X.recovery.replace('CPID:8015', 'CPID:8950').replace('BDID:06', 'BDID:00')
    expect(may(shown(old), 'ok').state.guide?.way).toBe('manual')
  })

  test('what the person chose is not changed by what is learned', () => {
    const chosen = shown().at(40, {
      kind: 'guide.show',
      guide: 'dfu',
      way: 'manual',
      phoneId: 'phone-1',
      product: 'iPhone10,3',
    })
    expect(may(chosen, 'ok').state.guide?.way).toBe('manual')
  })

  test('after the computer’s way missed, by hand', () => {
    const missed = may(shown(), 'ok')
      .at(1000, { kind: 'guide.start', attemptId: 'a-1', handsFree: false })
      .until(30_000)
    expect(missed.state.guide?.verdict?.id).toBe('never-left')
    const again = missed.at(31_000, {
      kind: 'guide.show',
      guide: 'dfu',
      way: null,
      phoneId: 'phone-1',
      product: 'iPhone10,3',
    })
    expect(again.state.guide).toMatchObject({ stage: 'card', way: 'manual', tryNumber: 2 })
  })
})

test('iPod touch 7, whose button is disputed: Volume Down first, Home on the second try, and so on', () => {
  const string = IPHONE_X.recovery.replace('CPID:8015', 'CPID:8010').replace('BDID:06', 'BDID:16')
  const trace = new Trace()
    .attach(0, device('recovery', string))
    .at(20, { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: 'phone-1', product: 'iPod9,1' })
  const second = () => trace.state.guide?.phases[0]?.hold
  expect(second()).toEqual(['top', 'volume-down'])
  trace.at(1000, { kind: 'guide.start', attemptId: 'a-1', handsFree: false }).until(120_000)
  expect(trace.state.guide?.verdict?.id).toBe('never-left')
  trace.at(121_000, { kind: 'guide.again', way: 'manual' })
  expect(second()).toEqual(['top', 'home'])
  trace.at(122_000, { kind: 'guide.start', attemptId: 'a-2', handsFree: false }).until(240_000)
  trace.at(241_000, { kind: 'guide.again', way: 'manual' })
  expect(second()).toEqual(['top', 'volume-down'])
})
