import { describe, expect, test } from 'vitest'
import { decideVerdict } from '../../shared/engine/verdict-table.ts'
import { device, IPHONE_X, Trace } from '../engine/trace.ts'

const running = device('normal', IPHONE_X.normal)
const dfu = device('dfu', IPHONE_X.dfu)
const recovery = device('recovery', IPHONE_X.recovery)
const plugged = () =>
  new Trace()
    .attach(0, running)
    .at(10, { kind: 'case.open', caseId: 'case-1', complaint: { kind: 'no-code' }, phoneId: 'phone-1' })

describe('a running phone that comes up in a boot mode', () => {
  test.each([
    ['dfu', dfu],
    ['recovery', recovery],
  ] as const)('outside a guide is noted on the phone and kept with its case (%s)', (mode, back) => {
    const { state } = plugged().detach(60_000, running).attach(63_000, back)
    expect(state.phones[0]?.unasked).toMatchObject({ mode })
    expect(state.case?.unasked).toMatchObject([{ mode, wallMs: 1_063_000 }])
  })

  test('while a guide runs, or just after one, is that guide’s business', () => {
    const guided = plugged()
      .at(100, { kind: 'guide.show', guide: 'restart', way: 'manual', phoneId: 'phone-1', product: 'iPhone10,3' })
      .at(200, { kind: 'guide.start', attemptId: 'a', handsFree: false })
      .detach(14_000, running)
    const late = guided.until(80_000)
    expect(late.state.guide?.verdict?.id).toBe('nothing-returned')
    expect(late.attach(90_000, dfu).state.phones[0]?.unasked).toBeUndefined()
  })

  test('after it was in recovery a while ago may be somebody’s restore', () => {
    const { state } = plugged()
      .detach(1000, running)
      .attach(200_000, recovery)
      .detach(210_000, recovery)
      .attach(230_000, { ...running, deviceId: 'normal-2' })
      .at(300_000, { kind: 'usb.detached', deviceId: 'normal-2' })
      .attach(305_000, { ...recovery, deviceId: 'recovery-2' })
    expect(state.phones[0]?.unasked).toBeUndefined()
  })

  test('after minutes away may have been in anybody’s hands, and a first sight says nothing', () => {
    expect(plugged().detach(1000, running).attach(200_000, dfu).state.phones[0]?.unasked).toBeUndefined()
    expect(new Trace().attach(0, dfu).state.phones[0]?.unasked).toBeUndefined()
  })

  test('is the verdict "unasked" in the table: at most possible, never certain', () => {
    const row = decideVerdict({
      guide: 'dfu',
      way: 'manual',
      target: null,
      from: 'normal',
      autoBootSet: false,
      end: 'outside',
      left: true,
      blinks: 0,
      restartSent: false,
      mode: 'dfu',
      lostAfterTarget: false,
      bootStage: 'securerom',
      backAfterMs: 3000,
      releaseCued: false,
    })
    expect(row.verdict).toBe('unasked')
    expect(row.reasons.every(({ likelihood }) => likelihood === 'possible')).toBe(true)
  })
})
