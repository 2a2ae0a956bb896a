import { describe, expect, it } from 'vitest'
import { bandsOfCase } from '../../renderer/features/history/timeline-facts.ts'
import type { JournalEntry } from '../../shared/contract/history.ts'
import type { EventBody } from '../../shared/engine/events.ts'
import { partsOf } from '../../shared/engine/log-summary.ts'
import { momentMs, momentText } from '../../shared/protocol/log-stamp.ts'
import { NOON, sampleLog } from './values.ts'

const MINUTE_MS = 60_000

describe('the parts of a restore that a log tells of', () => {
  it('stand where they were on the clock on the wall, whatever clock the computer had', () => {
    expect(partsOf(sampleLog(), 0)).toEqual([
      { id: 'recovery', fromWallMs: NOON + 20 * MINUTE_MS, toWallMs: NOON + 21 * MINUTE_MS },
      { id: 'send-image', fromWallMs: NOON + 21 * MINUTE_MS, toWallMs: NOON + 24 * MINUTE_MS + 30_500 },
    ])
  })

  it('of a log that was kept before go by this place’s clock', () => {
    const { utcOffsetMs: _, ...older } = sampleLog()
    expect(partsOf(older, 2 * 3_600_000)[0]?.fromWallMs).toBe(NOON - 40 * MINUTE_MS)
  })

  it('are none where the log tells times without a day', () => {
    expect(partsOf(sampleLog({ phases: [{ id: 'dfu', startedAt: '13:20:00.000', endedAt: null }] }), 0)).toEqual([])
  })
})

describe('a moment of a log', () => {
  it.each([
    ['1970-01-01T00:00:00.000', 0],
    ['2024-02-29T23:59:59.999', Date.UTC(2024, 1, 29, 23, 59, 59, 999)],
    ['2026-11-21T12:00:00.000', NOON],
    ['1999-12-31T00:00:00.001', Date.UTC(1999, 11, 31, 0, 0, 0, 1)],
  ])('(%s) is read as it was written', (text, ms) => {
    expect(momentMs(text)).toBe(ms)
    const [date = '', time = ''] = text.split('T')
    const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
    const msOfDay = Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000)
    expect(momentText({ date, day: 0, msOfDay }, null)).toBe(text)
  })

  it.each(['', '12:00:00.000', '2026-11-21', '2026-11-21T25:00:00.000', 'x'])('(%s) that is none is none', (text) => {
    expect(momentMs(text)).toBeNull()
  })
})

const device = (deviceId: string, productId: number) => ({
  ...{ deviceId, vendorId: 0x05ac, productId, serial: null, product: null, usbPort: '1-2', hubs: 0, speedMbps: 480 },
})

/** Lines of one boot, a second apart. */
const lines = (events: readonly EventBody[], bootId = 'boot', fromMs = 0): JournalEntry[] =>
  events.map((event, index) => ({
    ...{ seq: index, attemptId: null, bootId, appVersion: '1', schema: 1, event },
    ...{ atMs: fromMs + index * 1000, wallMs: NOON + fromMs + index * 1000 },
  }))

const bands = (entries: JournalEntry[], endMs: number) =>
  bandsOfCase(entries, NOON + endMs).map(({ mode, fromMs, toMs }) => [
    mode,
    (fromMs - NOON) / 1000,
    (toMs - NOON) / 1000,
  ])

describe('where USB saw the phone of a case', () => {
  const RECOVERY = 0x1281
  const DFU = 0x1227
  it('is one band for each mode and one for each drop', () => {
    const seen = lines([
      { kind: 'usb.listed', devices: [device('a', RECOVERY)] },
      { kind: 'clock.woke' },
      { kind: 'usb.detached', deviceId: 'a' },
      { kind: 'usb.attached', device: device('b', DFU) },
    ])
    expect(bands(seen, 9000)).toEqual([
      ['recovery', 0, 2],
      [null, 2, 3],
      ['dfu', 3, 9],
    ])
  })

  it('is not known while the computer slept or no program ran', () => {
    const before = lines([{ kind: 'usb.attached', device: device('a', RECOVERY) }, { kind: 'host.suspended' }])
    const after = lines([{ kind: 'clock.woke' }, { kind: 'usb.attached', device: device('c', DFU) }], 'next', 60_000)
    expect(bands([...before, ...after], 90_000)).toEqual([
      ['recovery', 0, 1],
      ['dfu', 61, 90],
    ])
  })

  it('is nothing where USB showed nothing', () => {
    expect(bandsOfCase(lines([{ kind: 'clock.woke' }]), NOON)).toEqual([])
  })
})
