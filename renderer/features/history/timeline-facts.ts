import type { JournalEntry } from '../../../shared/contract/history.ts'
import { identify } from '../../../shared/engine/identify.ts'
import type { UsbDevice } from '../../../shared/engine/phone.ts'
import type { Mode } from '../../../shared/knowledge/vocabulary.ts'

/** One stretch in one mode; `mode` null is "not on USB". Times in milliseconds after the timeline's start. */
export type Band = {
  readonly mode: Mode | null
  readonly fromMs: number
  readonly toMs: number
  readonly usbPort: string | null
}
/** Something that a person did or that was stated at one moment. */
export type Mark = { readonly atMs: number; readonly key: string }
export type Timeline = {
  readonly lengthMs: number
  readonly bands: readonly Band[]
  readonly marks: readonly Mark[]
  readonly drops: number
}

const MARK_KEYS: Partial<Record<JournalEntry['event']['kind'], string>> = {
  'guide.start': 'timeline.guide-start',
  'guide.confirm': 'timeline.guide-confirm',
  'guide.cancel': 'timeline.guide-cancel',
  'handover.answer': 'timeline.handover-answer',
  'recovery.answered': 'timeline.recovery-answered',
  'host.resumed': 'timeline.host-resumed',
}

const modeOf = (device: UsbDevice): Mode | null => {
  const seen = identify(device)
  return seen.phone || seen.mode !== null ? seen.mode : null
}

type Seen = { readonly deviceId: string; readonly mode: Mode; readonly usbPort: string; readonly atMs: number }

/** What the bus showed at one event: `undefined` is nothing about phones. */
function readBus(entry: JournalEntry): { here: Seen | null; left: string | null } | undefined {
  const { event } = entry
  if (event.kind === 'usb.detached') return { here: null, left: event.deviceId }
  if (event.kind !== 'usb.attached') return undefined
  const mode = modeOf(event.device)
  if (mode === null) return undefined
  return {
    here: { deviceId: event.device.deviceId, mode, usbPort: event.device.usbPort, atMs: entry.atMs },
    left: null,
  }
}

/**
 * Folds an attempt's journal into bands of modes, moments, and the count of drops. Works on the monotonic clock of the entries'
 * boot; entries of another boot are left out, because their clock is another one. Empty for a journal without USB.
 */
export function timelineOf(entries: readonly JournalEntry[]): Timeline | null {
  const first = entries[0]
  if (first === undefined) return null
  const own = entries.filter((entry) => entry.bootId === first.bootId)
  const startMs = first.atMs
  const lengthMs = Math.max(1, (own.at(-1)?.atMs ?? startMs) - startMs)
  const bands: Band[] = []
  const marks: Mark[] = []
  let here: Seen | null = null
  let gapFromMs: number | null = null
  const close = (toMs: number) => {
    if (here !== null)
      bands.push({ mode: here.mode, fromMs: here.atMs - startMs, toMs: toMs - startMs, usbPort: here.usbPort })
    else if (gapFromMs !== null)
      bands.push({ mode: null, fromMs: gapFromMs - startMs, toMs: toMs - startMs, usbPort: null })
  }
  for (const entry of own) {
    const key = MARK_KEYS[entry.event.kind]
    if (key !== undefined) marks.push({ atMs: entry.atMs - startMs, key })
    const bus = readBus(entry)
    if (bus === undefined) continue
    if (bus.here !== null) {
      if (here !== null && (here as Seen).deviceId === bus.here.deviceId && (here as Seen).mode === bus.here.mode)
        continue
      close(entry.atMs)
      here = bus.here
      gapFromMs = null
    } else if (here !== null && (here as Seen).deviceId === bus.left) {
      close(entry.atMs)
      here = null
      gapFromMs = entry.atMs
    }
  }
  close(startMs + lengthMs)
  if (bands.length === 0) return null
  return { lengthMs, bands, marks, drops: bands.filter((band) => band.mode === null).length }
}
