import { describe, expect, test } from 'vitest'
import { JudgeInput } from '../../shared/engine/judge-input.ts'
import { judge } from '../../shared/engine/judge.ts'
import { translator } from '../../shared/texts/translate.ts'
import { IPHONE_X, OTHER_X } from './trace.ts'

type Loose = Record<string, unknown>
const attach = (atMs: number, pid: string, serial: string, usbPort = '1-1'): Loose => ({
  atMs,
  kind: 'attach',
  usbPort,
  vid: '05ac',
  pid,
  serial,
})
const detach = (atMs: number, usbPort = '1-1'): Loose => ({ atMs, kind: 'detach', usbPort })
const restart: Loose = { atMs: 2300, kind: 'reboot-sent' }

const assisted = (events: Loose[], more: Loose = {}) =>
  judge(
    JudgeInput.parse({
      product: 'iPhone10,3',
      guide: 'dfu',
      way: 'assisted',
      autoBootSet: true,
      before: { mode: 'recovery', serial: IPHONE_X.recovery, usbPort: '1-1' },
      events,
      endAtMs: 75_000,
      ...more,
    }),
  )
const byHand = (guide: string, mode: 'normal' | 'recovery' | 'dfu', events: Loose[]) =>
  assisted(events, {
    guide,
    way: 'manual',
    autoBootSet: false,
    before: { mode, serial: IPHONE_X[mode], usbPort: '1-1' },
  })

describe('assisted DFU: each end has its verdict', () => {
  test.each([
    [
      'entered: DFU stayed three seconds',
      [restart, detach(2450), attach(7000, '1227', IPHONE_X.dfu)],
      'entered',
      10_000,
    ],
    [
      'a string that is read late still counts',
      [restart, detach(2450), attach(7000, '1227', ''), attach(7400, '1227', IPHONE_X.dfu)],
      'entered',
      10_000,
    ],
    ['a detach that got lost still counts', [restart, attach(7000, '1227', IPHONE_X.dfu)], 'entered', 10_000],
    [
      'back in recovery',
      [restart, detach(2450), attach(15_000, '1281', IPHONE_X.recovery)],
      'came-back-in-recovery',
      16_200,
    ],
    [
      'back in the system',
      [restart, detach(2450), attach(32_000, '12a8', IPHONE_X.normal)],
      'came-back-in-system',
      33_200,
    ],
    ['never left, eight seconds after it was told to', [restart], 'never-left', 10_300],
    ['nothing returned within a minute', [restart, detach(2450)], 'nothing-returned', 62_450],
    [
      'DFU seen and lost',
      [restart, detach(2450), attach(7000, '1227', IPHONE_X.dfu), detach(8000)],
      'lost-after-dfu',
      68_000,
    ],
    [
      'a loader’s DFU is not the ROM’s',
      [restart, detach(2450), attach(7000, '1227', IPHONE_X.ibss)],
      'soft-dfu',
      10_000,
    ],
    ['debug USB may be DFU', [restart, detach(2450), attach(7000, '1881', '')], 'maybe-dfu', 10_000],
    ['port DFU may be DFU', [restart, detach(2450), attach(7000, 'f014', '')], 'maybe-dfu', 10_000],
    ['held by another program', [{ atMs: 2300, kind: 'busy' }], 'taken-by-other', 2300],
    ['stopped by the person', [{ atMs: 1300, kind: 'cancelled' }], 'cancelled', 1300],
    ['stopped with the app', [{ atMs: 1300, kind: 'app-stopped' }], 'interrupted', 1300],
    [
      'another phone in DFU never counts',
      [restart, detach(2450), attach(7000, '1227', OTHER_X.dfu, '1-2')],
      'nothing-returned',
      62_450,
    ],
    [
      'another phone’s system never counts',
      [restart, detach(2450), attach(7000, '12a8', OTHER_X.normal, '1-2')],
      'nothing-returned',
      62_450,
    ],
    [
      'DFU that blinks once and stays is DFU',
      [restart, detach(2450), attach(7000, '1227', IPHONE_X.dfu), detach(7500), attach(8000, '1227', IPHONE_X.dfu)],
      'entered',
      11_000,
    ],
  ] as const)('%s', (_rule, events, verdict, atMs) => {
    expect(assisted([...events])).toMatchObject({ verdict, atMs })
  })

  test('with auto-boot set by us, back in recovery means held into it', () => {
    expect(assisted([restart, detach(2450), attach(8000, '1281', IPHONE_X.recovery)]).reasons[0]).toEqual({
      id: 'held-too-long',
      likelihood: 'likely',
    })
  })

  test('without it, back in recovery within nine seconds means it only restarted', () => {
    const { reasons } = assisted([restart, detach(2450), attach(9000, '1281', IPHONE_X.recovery)], {
      autoBootSet: false,
    })
    expect(reasons[0]).toEqual({ id: 'released-early', likelihood: 'likely' })
  })
})

describe('by hand', () => {
  test('recovery that ends in DFU is another mode than asked', () => {
    expect(byHand('recovery', 'normal', [detach(12_000), attach(16_000, '1227', IPHONE_X.dfu)]).verdict).toBe(
      'other-mode',
    )
  })

  test('a restart is entered when the system is back', () => {
    expect(byHand('restart', 'normal', [detach(12_000), attach(46_000, '12a8', IPHONE_X.normal)]).verdict).toBe(
      'entered',
    )
  })

  test('leaving recovery that ends in recovery says so', () => {
    expect(
      byHand('exit-recovery', 'recovery', [detach(12_000), attach(26_000, '1281', IPHONE_X.recovery)]).verdict,
    ).toBe('came-back-in-recovery')
  })

  test('power off is entered when the phone stayed away ten seconds', () => {
    expect(byHand('power-off', 'normal', [detach(12_000)])).toMatchObject({ verdict: 'entered', atMs: 22_000 })
  })

  test('a link that blinks before the reset is no reset: the hold goes on and DFU can still follow', () => {
    const events = [
      detach(4000),
      attach(4800, '12a8', IPHONE_X.normal),
      detach(12_000),
      attach(18_000, '1227', IPHONE_X.dfu),
    ]
    expect(byHand('dfu', 'normal', events).verdict).toBe('entered')
  })

  test('a board that falls into DFU at every reset is another mode than asked, not a blink', () => {
    const events = [detach(12_000), attach(13_000, '1227', IPHONE_X.dfu)]
    expect(byHand('exit-dfu', 'dfu', events).verdict).toBe('other-mode')
  })

  test('a cable that is pulled for a few seconds is no restart', () => {
    const events = [detach(6000), attach(11_000, '12a8', IPHONE_X.normal)]
    expect(byHand('restart', 'normal', events).verdict).not.toBe('entered')
  })

  test('a link that blinks again and again ends the attempt', () => {
    const blinks = [4000, 6000, 8000, 10_000].flatMap((atMs) => [
      detach(atMs),
      attach(atMs + 800, '12a8', IPHONE_X.normal),
    ])
    expect(byHand('dfu', 'normal', blinks)).toMatchObject({ verdict: 'came-back-in-system', atMs: 12_000 })
  })

  test('a phone of another kind that appears is not the one that USB did not show', () => {
    const ipad = IPHONE_X.dfu.replace('CPID:8015', 'CPID:8027').replace('BDID:06', 'BDID:0C')
    const events = [attach(30_000, '1227', ipad)]
    expect(assisted(events, { way: 'manual', before: null }).verdict).toBe('nothing-returned')
  })

  test('a phone that USB did not show before Start can still be seen in DFU', () => {
    expect(assisted([attach(30_000, '1227', IPHONE_X.dfu)], { way: 'manual', before: null }).verdict).toBe('entered')
  })
})

test('every verdict’s sentence, reasons and change have words', () => {
  const t = translator('en')
  const results = [
    assisted([restart]),
    assisted([restart, detach(2450)]),
    byHand('dfu', 'normal', [detach(12_000), attach(40_000, '12a8', IPHONE_X.normal)]),
  ]
  for (const { text, change, reasons } of results) {
    expect(t.has(text.key)).toBe(true)
    expect(t.has(change.key)).toBe(true)
    for (const { id, likelihood } of reasons)
      expect(t.has(`reason.${id}`) && t.has(`likelihood.${likelihood}`)).toBe(true)
  }
})

test('a trace whose end was not awaited is interrupted, never entered', () => {
  expect(assisted([restart, detach(2450), attach(7000, '1227', IPHONE_X.dfu)], { endAtMs: 8000 }).verdict).toBe(
    'interrupted',
  )
})
