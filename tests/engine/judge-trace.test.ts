import { describe, expect, test } from 'vitest'
import { JudgeInput } from '../../shared/engine/judge-input.ts'
import { judge } from '../../shared/engine/judge.ts'
import { VERDICT_TABLE } from '../../shared/engine/verdict-table.ts'
import { LIKELIHOODS, REASONS, VERDICTS } from '../../shared/knowledge/vocabulary.ts'
import { translator } from '../../shared/texts/translate.ts'
import { IPHONE_X, OTHER_X } from './trace.ts'

type Loose = Record<string, unknown>
type Mode = 'normal' | 'recovery' | 'dfu'
const PIDS = { normal: '12a8', recovery: '1281', dfu: '1227', debug: '1881', port: 'f014' } as const

const attach = (atMs: number, pid: keyof typeof PIDS, serial: string | null, more: Loose = {}): Loose => ({
  ...{ atMs, kind: 'attach', usbPort: '1-1', vid: '05ac', pid: PIDS[pid], serial },
  ...more,
})
const back = (atMs: number, mode: Mode, more: Loose = {}) => attach(atMs, mode, IPHONE_X[mode], more)
const detach = (atMs: number, more: Loose = {}): Loose => ({ atMs, kind: 'detach', usbPort: '1-1', ...more })
const told = (atMs = 2300): Loose => ({ atMs, kind: 'reboot-sent' })

const verdictOf = (from: Mode, guide: string | null, events: unknown[], more: Loose = {}) =>
  judge(
    JudgeInput.parse({
      product: 'iPhone10,3',
      guide,
      way: 'manual',
      autoBootSet: false,
      before: { mode: from, serial: IPHONE_X[from], usbPort: '1-1' },
      events,
      endAtMs: 75_000,
      ...more,
    }),
  )
const assisted = (events: unknown[], more: Loose = {}) =>
  verdictOf('recovery', 'dfu', events, { way: 'assisted', autoBootSet: true, ...more })

describe('every verdict can be reached by a trace', () => {
  const reached = {
    entered: assisted([told(), detach(2400), back(6000, 'dfu')]),
    'never-left': assisted([told()]),
    'came-back-in-recovery': assisted([told(), detach(2400), back(14_000, 'recovery')]),
    'came-back-in-system': assisted([told(), detach(2400), back(32_000, 'normal')]),
    'other-mode': verdictOf('normal', 'recovery', [detach(12_000), back(16_000, 'dfu')]),
    'maybe-dfu': assisted([told(), detach(2400), attach(6000, 'debug', null)]),
    'lost-after-dfu': assisted([told(), detach(2400), back(6000, 'dfu'), detach(7500)]),
    'soft-dfu': assisted([told(), detach(2400), attach(6000, 'dfu', IPHONE_X.ibss)]),
    'nothing-returned': assisted([told(), detach(2400)]),
    unasked: verdictOf('normal', null, [detach(5000), back(8000, 'dfu')]),
    'taken-by-other': assisted([{ atMs: 2000, kind: 'busy' }]),
    cancelled: assisted([{ atMs: 1000, kind: 'cancelled' }]),
    interrupted: assisted([{ atMs: 1000, kind: 'app-stopped' }]),
  }
  test.each(VERDICTS)('%s', (id) => {
    expect(reached[id].verdict).toBe(id)
  })

  test('with reasons and likelihoods of the closed lists, and words for all of it', () => {
    const t = translator('en')
    for (const { reasons, change, text, atMs } of Object.values(reached)) {
      expect(Number.isInteger(atMs) && atMs >= 0).toBe(true)
      expect(t(text.key, text.params)).not.toMatch(/^verdict\.|[{}]/)
      expect(t(change.key, change.params)).not.toMatch(/^change\./)
      for (const { id, likelihood } of reasons) {
        expect(REASONS).toContain(id)
        expect(LIKELIHOODS).toContain(likelihood)
      }
    }
  })

  test('every row of the table has its sentence', () => {
    const t = translator('en')
    for (const { row, change } of VERDICT_TABLE) {
      expect(t.has(row === 'entered' ? 'verdict.entered.dfu' : `verdict.${row}`), row).toBe(true)
      expect(change === null || t.has(change), row).toBe(true)
    }
  })
})

describe('what auto-boot says about a return', () => {
  const reasonsOf = (events: unknown[], more: Loose) => assisted([told(), detach(2400), ...events], more).reasons

  test.each([5000, 8000, 14_000])('set by us, back in recovery %i ms after the drop: held into it', (afterMs) => {
    const [first, ...others] = reasonsOf([back(2400 + afterMs, 'recovery')], { autoBootSet: true })
    expect(first).toEqual({ id: 'held-too-long', likelihood: 'likely' })
    expect(others.map(({ id }) => id)).not.toContain('cable-cannot-signal')
  })

  test('set by us, back in the system: let go too early, a gap, or the cable', () => {
    expect(reasonsOf([back(32_000, 'normal')], { autoBootSet: true }).map(({ id }) => id)).toEqual([
      'released-early',
      'gap-between-phases',
      'cable-cannot-signal',
    ])
  })

  test('not set, back in recovery soon: it only restarted; later: held into it, or it only restarted', () => {
    const soon = reasonsOf([back(9000, 'recovery')], { autoBootSet: false })
    expect(soon[0]).toEqual({ id: 'released-early', likelihood: 'likely' })
    const later = reasonsOf([back(15_000, 'recovery')], { autoBootSet: false })
    expect(later[0]).toEqual({ id: 'held-too-long', likelihood: 'likely' })
    expect(later).toContainEqual({ id: 'released-early', likelihood: 'possible' })
  })

  test('by hand from a running system, back in recovery: held into it', () => {
    const { verdict, reasons } = verdictOf('normal', 'dfu', [detach(12_000), back(25_000, 'recovery')])
    expect([verdict, reasons[0]?.id]).toEqual(['came-back-in-recovery', 'held-too-long'])
  })

  test('by hand it counts too, and where USB did not show the phone before', () => {
    const { reasons } = verdictOf('recovery', 'dfu', [detach(9000), back(16_000, 'recovery')], { autoBootSet: true })
    expect(reasons[0]?.id).toBe('held-too-long')
  })
})

describe('moments', () => {
  test.each([
    [2999, 'lost-after-dfu'],
    [3000, 'entered'],
  ] as const)('DFU that leaves again after %i ms', (staysMs, verdict) => {
    expect(assisted([told(), detach(2400), back(6000, 'dfu'), detach(6000 + staysMs)]).verdict).toBe(verdict)
  })

  test('DFU that is lost and comes back in another mode was lost', () => {
    const events = [told(), detach(2400), back(6000, 'dfu'), detach(7000), back(30_000, 'normal')]
    expect(assisted(events).verdict).toBe('lost-after-dfu')
  })

  test('port DFU is a step before DFU', () => {
    const events = [told(), detach(2400), attach(6000, 'port', ''), detach(7000), back(7500, 'dfu')]
    expect(assisted(events).verdict).toBe('entered')
  })

  test('recovery that is back within four seconds only blinked, and says so; the order may be told again', () => {
    const only = assisted([told(), detach(2400), back(5000, 'recovery')])
    expect(only.verdict).toBe('never-left')
    expect(only.text.key).toBe('verdict.only-blinked')
    const again = assisted([detach(1000), back(1800, 'recovery'), told(), detach(2400), back(6000, 'dfu')])
    expect(again.verdict).toBe('entered')
  })

  test('a phone that leaves later than the guide waits is still followed to where the trace ends', () => {
    expect(verdictOf('normal', 'dfu', [detach(58_000), back(63_000, 'dfu')]).verdict).toBe('entered')
    expect(assisted([told(), detach(30_000), back(35_000, 'dfu')]).verdict).toBe('entered')
  })

  test('nothing for a minute is nothing, at the trace’s end at the latest', () => {
    expect(assisted([told(), detach(2400), back(70_000, 'dfu')])).toMatchObject({
      verdict: 'nothing-returned',
      atMs: 62_400,
    })
    expect(assisted([told(), detach(2400)], { endAtMs: 20_000 })).toMatchObject({
      verdict: 'nothing-returned',
      atMs: 20_000,
    })
  })

  test('a system that does not come back is waited for as long as anything else', () => {
    expect(verdictOf('normal', 'restart', [detach(12_000)])).toMatchObject({
      verdict: 'nothing-returned',
      atMs: 72_000,
    })
  })

  test('what happens after the end, and after the verdict, does not count', () => {
    expect(assisted([told(), detach(2400), back(80_000, 'dfu')]).verdict).toBe('nothing-returned')
    expect(assisted([{ atMs: 1000, kind: 'cancelled' }, told(), detach(2400), back(6000, 'dfu')]).verdict).toBe(
      'cancelled',
    )
    const restore = [detach(20_000), back(21_000, 'recovery'), detach(30_000), back(34_000, 'normal')]
    expect(assisted([told(), detach(2400), back(6000, 'dfu'), ...restore])).toMatchObject({
      verdict: 'entered',
      atMs: 9000,
    })
  })

  test('no events at all: it never left; and where nothing was on USB, nothing returned', () => {
    expect(verdictOf('normal', 'dfu', []).verdict).toBe('never-left')
    expect(assisted([]).text.key).toBe('verdict.assisted-not-sent')
    const unseen = verdictOf('normal', 'dfu', [], { before: null })
    expect([unseen.verdict, unseen.text.key]).toEqual(['nothing-returned', 'verdict.nothing-appeared'])
  })

  test('a phone that was there already and stays needs no guide', () => {
    expect(verdictOf('dfu', 'dfu', [])).toMatchObject({ verdict: 'entered', atMs: 3000 })
    expect(verdictOf('dfu', 'dfu', [detach(2000), back(30_000, 'normal')]).verdict).toBe('came-back-in-system')
  })
})

describe('a phone that USB did not show before', () => {
  const unseen = (guide: string, events: unknown[]) => verdictOf('normal', guide, events, { before: null })

  test.each([
    ['dfu', [back(30_000, 'recovery')], 'came-back-in-recovery', 'verdict.came-up.recovery'],
    ['dfu', [back(40_000, 'normal')], 'came-back-in-system', 'verdict.came-up.normal'],
    ['recovery', [back(40_000, 'dfu')], 'other-mode', 'verdict.came-up.other'],
    ['restart', [back(40_000, 'normal')], 'entered', 'verdict.entered.restart'],
    ['dfu', [attach(40_000, 'dfu', '')], 'entered', 'verdict.entered.dfu'],
    ['dfu', [attach(40_000, 'port', '')], 'maybe-dfu', 'verdict.maybe-dfu'],
    ['dfu', [attach(40_000, 'dfu', IPHONE_X.ibss)], 'soft-dfu', 'verdict.soft-dfu'],
    ['dfu', [attach(74_000, 'dfu', '')], 'interrupted', 'verdict.interrupted'],
  ] as const)('%s: where it came up is how it ended', (guide, events, verdict, key) => {
    const { verdict: id, text } = unseen(guide, [...events])
    expect([id, text.key]).toEqual([verdict, key])
  })

  test('of two that came up neither is meant', () => {
    const events = [attach(20_000, 'normal', null), attach(21_000, 'normal', null, { usbPort: '1-2' })]
    expect(unseen('dfu', events).verdict).toBe('nothing-returned')
  })
})

describe('a running phone that software sends to recovery first', () => {
  const way = { way: 'assisted', autoBootSet: true }
  const sent = [detach(800), back(9000, 'recovery'), told(14_000), detach(14_200)]

  test('is judged from there on, in the trace’s own time', () => {
    expect(verdictOf('normal', 'dfu', [...sent, back(18_500, 'dfu')], way)).toMatchObject({
      verdict: 'entered',
      atMs: 21_500,
    })
    expect(verdictOf('normal', 'dfu', [...sent, back(46_000, 'normal')], way).verdict).toBe('came-back-in-system')
  })

  test('that never got the order to restart is where it is', () => {
    const events = [detach(800), back(9000, 'recovery')]
    expect(verdictOf('normal', 'dfu', events, way).verdict).toBe('came-back-in-recovery')
  })
})

describe('power off', () => {
  test.each([
    ['stays away', [detach(12_000)], 'entered'],
    ['comes back in recovery', [detach(12_000), back(20_000, 'recovery')], 'came-back-in-recovery'],
    ['comes back in DFU', [detach(12_000), back(15_000, 'dfu')], 'other-mode'],
    ['only blinks', [detach(12_000), back(13_000, 'normal')], 'never-left'],
    ['blinks, then stays away', [detach(12_000), back(13_000, 'normal'), detach(30_000)], 'entered'],
  ] as const)('%s', (_rule, events, verdict) => {
    expect(verdictOf('normal', 'power-off', [...events]).verdict).toBe(verdict)
  })
})

describe('who it is', () => {
  test('the phone is known by its ECID on another port; a blank string there is held open until it is read', () => {
    const moved = { usbPort: '1-2' }
    expect(assisted([told(), detach(2400), back(6000, 'dfu', moved)]).verdict).toBe('entered')
    expect(assisted([told(), detach(2400), attach(6000, 'dfu', '', moved)]).verdict).toBe('nothing-returned')
    const late = [told(), detach(2400), attach(6000, 'dfu', '', moved), back(6800, 'dfu', moved)]
    expect(assisted(late).verdict).toBe('entered')
  })

  test('on its own port it is known without any string', () => {
    const blank = { before: { mode: 'recovery' } }
    expect(assisted([told(), detach(2400), attach(6000, 'dfu', null)], blank).verdict).toBe('entered')
  })

  test('another phone’s events never count, whatever it does', () => {
    const other = { usbPort: '1-2' }
    const there = [attach(-5000, 'recovery', OTHER_X.recovery, other)]
    const busy = [{ atMs: 1000, kind: 'busy', ...other }, detach(1500, other), attach(4000, 'dfu', OTHER_X.dfu, other)]
    expect(assisted([...there, ...busy, told(), detach(2400), back(32_000, 'normal')]).verdict).toBe(
      'came-back-in-system',
    )
    // in the very place of ours
    expect(assisted([told(), detach(2400), attach(6000, 'dfu', OTHER_X.dfu)]).verdict).toBe('nothing-returned')
  })

  test('two phones that restart at once are told apart', () => {
    const other = { usbPort: '1-2' }
    const events = [
      attach(-5000, 'recovery', OTHER_X.recovery, other),
      told(),
      detach(2400),
      detach(2450, other),
      attach(6000, 'dfu', OTHER_X.dfu, other),
      back(14_000, 'recovery'),
    ]
    expect(assisted(events).verdict).toBe('came-back-in-recovery')
  })

  test('a place that is not told is the phone’s where the string or nothing else speaks against it', () => {
    const nowhere = { usbPort: null }
    expect(assisted([told(), detach(2400, nowhere), back(6000, 'dfu', nowhere)]).verdict).toBe('entered')
    expect(assisted([told(), detach(2400, nowhere), attach(6000, 'dfu', OTHER_X.dfu, nowhere)]).verdict).toBe(
      'nothing-returned',
    )
    const elsewhere = { before: { mode: 'recovery', serial: IPHONE_X.recovery, usbPort: '3-4.1' } }
    expect(assisted([told(), detach(2400, nowhere), back(6000, 'dfu', nowhere)], elsewhere).verdict).toBe('entered')
  })
})

describe('a bus that misbehaves', () => {
  test('a farewell that comes after the next arrival changes nothing', () => {
    expect(assisted([told(), back(6000, 'dfu'), detach(6500, { pid: '1281' })]).verdict).toBe('entered')
  })

  test('news that come twice change nothing', () => {
    const twice = [told(), detach(2400), detach(2500), back(6000, 'dfu'), back(6100, 'dfu')]
    expect(assisted(twice)).toMatchObject({ verdict: 'entered', atMs: 9000 })
  })

  test('a string that was cut short is the same device', () => {
    const short = attach(6000, 'dfu', IPHONE_X.dfu.slice(0, 30))
    expect(assisted([told(), detach(2400), short, back(6500, 'dfu')])).toMatchObject({ verdict: 'entered', atMs: 9000 })
  })

  test('what is no phone changes nothing', () => {
    const keyboard = { atMs: 4000, kind: 'attach', usbPort: '1-3', vid: '05ac', pid: '024f', serial: null }
    const hub = { atMs: 4000, kind: 'attach', usbPort: '1-1', vid: '05e3', pid: '0608' }
    expect(assisted([told(), detach(2400), keyboard, hub, back(6000, 'dfu')]).verdict).toBe('entered')
  })
})

describe('a careless recorder', () => {
  const parsed = (more: Loose) => JudgeInput.safeParse({ guide: 'dfu', events: [], endAtMs: 1000, ...more })

  test('the order of the events does not matter, nor the shape of ids, nor null for what is not known', () => {
    const events = [back(6000, 'dfu', { pid: 0x1227, vid: '0x05AC' }), detach(2400), told()]
    expect(assisted(events).verdict).toBe('entered')
    expect(parsed({ product: null, way: null, autoBootSet: null, before: { mode: null, usbPort: null } }).success).toBe(
      true,
    )
  })

  test('events that cannot be read are left out and counted', () => {
    const broken = [
      null,
      'x',
      { atMs: 'soon', kind: 'attach' },
      { atMs: 1, kind: 'explode' },
      { atMs: 5, kind: 'attach' },
    ]
    const read = JudgeInput.parse({ guide: 'dfu', events: [...broken, detach(2400)], endAtMs: 5000 })
    expect(read.ignored).toEqual([0, 1, 2, 3, 4])
    expect(read.events).toHaveLength(1)
  })

  test.each([
    ['a guide that does not exist', { guide: 'sleep' }],
    ['a way that does not exist', { way: 'magic' }],
    ['a mode that does not exist', { before: { mode: 'recvery' } }],
    ['an end that is no time', { endAtMs: 'late' }],
    ['no events', { events: undefined }],
  ])('%s is refused', (_rule, more) => {
    expect(parsed(more).success).toBe(false)
  })

  test('whatever is in it, a checked trace gets one verdict', () => {
    let seed = 7
    const draw = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    const one = <Item>(items: readonly Item[]): Item => items[draw(items.length)] as Item
    const strings = [null, '', ...Object.values(IPHONE_X), ...Object.values(OTHER_X), 'x'.repeat(300)]
    const ports = ['1-1', '1-2', '', null]
    for (let round = 0; round < 400; round += 1) {
      const events = Array.from({ length: draw(12) }, () => ({
        atMs: draw(90_000) - 10_000,
        kind: one(['attach', 'attach', 'detach', 'detach', 'reboot-sent', 'busy', 'cancelled', 'app-stopped']),
        usbPort: one(ports),
        pid: one(['1281', '1227', '12a8', '1881', 'f014', '1222', null]),
        serial: one(strings),
      }))
      const from = one(['normal', 'recovery', 'dfu'] as const)
      const guide = one(['dfu', 'recovery', 'exit-dfu', 'exit-recovery', 'restart', 'power-off', null])
      const { verdict, atMs } = verdictOf(from, guide, events, { way: one(['manual', 'assisted']) })
      expect(VERDICTS).toContain(verdict)
      expect(atMs).toBeGreaterThanOrEqual(0)
      expect(atMs).toBeLessThanOrEqual(75_000)
    }
  })
})

describe('unasked', () => {
  test.each(['dfu', 'recovery'] as const)('outside a guide a running phone came up in %s', (mode) => {
    expect(verdictOf('normal', null, [detach(5000), back(8000, mode)])).toMatchObject({
      verdict: 'unasked',
      atMs: 8000,
    })
  })

  test('before Start, when nothing was asked of it yet and nothing was tried after', () => {
    const events = [detach(-20_000), back(-16_000, 'dfu')]
    expect(verdictOf('normal', 'dfu', events)).toMatchObject({ verdict: 'unasked', atMs: 0 })
    // tried after that: the try has a verdict of its own
    const then = [...events, detach(15_000), back(50_000, 'normal')]
    expect(verdictOf('normal', 'exit-dfu', then).verdict).toBe('entered')
  })

  test('a phone that stays in its system outside a guide has nothing unasked', () => {
    expect(verdictOf('normal', null, []).verdict).toBe('never-left')
    expect(verdictOf('normal', null, [detach(5000), back(40_000, 'normal')]).verdict).toBe('came-back-in-system')
    expect(verdictOf('normal', null, [detach(5000)]).verdict).toBe('nothing-returned')
  })
})
