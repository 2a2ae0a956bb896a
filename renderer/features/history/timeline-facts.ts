import type { AttemptRecord, JournalEntry } from '../../../shared/contract/history.ts'
import { identify } from '../../../shared/engine/identify.ts'
import type { Phase } from '../../../shared/engine/guide-run.ts'
import type { UsbDevice } from '../../../shared/engine/phone.ts'
import { replayAttempt } from '../../../shared/engine/replay.ts'
import type { State } from '../../../shared/engine/state.ts'
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
/** What the guide asked for: a phase, or one of its waiting stages. */
export type Ask = {
  readonly phase: Phase | null
  readonly stage: 'lead-in' | 'running' | 'settling' | 'waiting'
  readonly fromMs: number
  readonly toMs: number
}
export type Timeline = {
  readonly lengthMs: number
  readonly bands: readonly Band[]
  readonly asks: readonly Ask[]
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

/** The only phone-like device of a moment, as far as one line tells. `undefined`: the line tells nothing about it. */
function seenIn({ event }: JournalEntry, hereId: string | null): { mode: Mode; device: UsbDevice } | null | undefined {
  if (event.kind === 'usb.detached') return event.deviceId === hereId ? null : undefined
  if (event.kind !== 'usb.attached') return undefined
  const mode = modeOf(event.device)
  return mode === null ? undefined : { mode, device: event.device }
}

/** Joins moments to stretches: each lasts until the next one that differs, the last one to the end. */
function stretches<T>(
  moments: readonly { readonly atMs: number; readonly what: T }[],
  endMs: number,
  same: (one: T, other: T) => boolean,
): { what: T; fromMs: number; toMs: number }[] {
  const changes = moments.filter(({ what }, index) => {
    const before = moments[index - 1]
    return before === undefined || !same(before.what, what)
  })
  return changes.map(({ atMs, what }, index) => ({ what, fromMs: atMs, toMs: changes[index + 1]?.atMs ?? endMs }))
}

type Place = { readonly mode: Mode | null; readonly usbPort: string | null }

/** Where the guided phone was after each event, as the engine understood it. */
function placesOf(states: readonly State[]): { atMs: number; what: Place }[] {
  return states.flatMap(({ atMs, guide, phones }) => {
    const phone = phones.find(({ id }) => id === guide?.phoneId)
    if (phone === undefined) return []
    const attached = phone.presence === 'attached'
    return [{ atMs, what: { mode: attached ? phone.mode : null, usbPort: attached ? phone.usbPort : null } }]
  })
}

/** The phone-like device of one line that tells of all or of one. `undefined`: the line tells nothing about it. */
function seenOf(line: JournalEntry, hereId: string | null): { mode: Mode; device: UsbDevice } | null | undefined {
  const { event } = line
  if (event.kind !== 'usb.listed') return seenIn(line, hereId)
  const phones = event.devices.flatMap((device) => {
    const mode = modeOf(device)
    return mode === null ? [] : [{ mode, device }]
  })
  return phones.find(({ device }) => device.deviceId === hereId) ?? phones[0] ?? null
}

/** Lines that say that nobody looks any more: what USB shows until the next start is not known. */
const UNWATCHED = new Set<string>(['app.started', 'app.stopping', 'host.suspended'])

/**
 * Where USB saw the phone of a case, over wall time, from all of the case's lines; nothing while no program watched. Bands shorter
 * than what wall time can tell are kept: they are the drops.
 */
export function bandsOfCase(lines: readonly JournalEntry[], endWallMs: number): Band[] {
  let hereId: string | null = null
  const moments = lines.flatMap((line, index): { atMs: number; what: Place | null }[] => {
    const other = lines[index - 1] !== undefined && lines[index - 1]?.bootId !== line.bootId
    if (other || UNWATCHED.has(line.event.kind)) {
      hereId = null
      return [{ atMs: line.wallMs, what: null }]
    }
    const seen = seenOf(line, hereId)
    if (seen === undefined) return []
    hereId = seen?.device.deviceId ?? null
    return [{ atMs: line.wallMs, what: { mode: seen?.mode ?? null, usbPort: seen?.device.usbPort ?? null } }]
  })
  const same = (one: Place | null, other: Place | null) =>
    one?.mode === other?.mode && one?.usbPort === other?.usbPort && (one === null) === (other === null)
  return stretches(moments, endWallMs, same).flatMap(({ what, ...when }) =>
    what === null ? [] : [{ ...what, ...when }],
  )
}

/** The same read from the bare lines, for attempts whose beginning was not kept. */
function placesIn(lines: readonly JournalEntry[]): { atMs: number; what: Place }[] {
  let hereId: string | null = null
  return lines.flatMap((line) => {
    const seen = seenIn(line, hereId)
    if (seen === undefined) return []
    hereId = seen?.device.deviceId ?? null
    return [{ atMs: line.atMs, what: { mode: seen?.mode ?? null, usbPort: seen?.device.usbPort ?? null } }]
  })
}

function asksOf(states: readonly State[], endMs: number, startMs: number): Ask[] {
  const moments = states.flatMap(({ atMs, guide }) =>
    guide === null ? [] : [{ atMs, what: { stage: guide.stage, index: guide.phaseIndex, phases: guide.phases } }],
  )
  return stretches(moments, endMs, (one, other) => one.stage === other.stage && one.index === other.index).flatMap(
    ({ what, fromMs, toMs }): Ask[] => {
      const { stage, index, phases } = what
      if (stage === 'card' || stage === 'ended') return []
      const phase = stage === 'running' ? (phases[index] ?? null) : null
      return [{ stage, phase, fromMs: fromMs - startMs, toMs: toMs - startMs }]
    },
  )
}

/**
 * An attempt's journal as bands of modes, what the guide asked for, moments, and the count of drops. Works on the monotonic clock of
 * the first line's boot; lines of another boot are left out, because their clock is another one. Null without USB.
 */
export function timelineOf(
  entries: readonly JournalEntry[],
  attempt: Pick<AttemptRecord, 'attemptId' | 'beginning'> | null = null,
): Timeline | null {
  const first = entries[0]
  if (first === undefined) return null
  const own = entries.filter((entry) => entry.bootId === first.bootId)
  const startMs = first.atMs
  const endMs = Math.max(startMs + 1, own.at(-1)?.atMs ?? startMs)
  const beginning = attempt?.beginning ?? null
  const states = attempt && beginning ? replayAttempt(beginning, attempt.attemptId, own) : []
  const places = states.length > 0 ? placesOf(states) : placesIn(own)
  const bands = stretches(places, endMs, (one, other) => one.mode === other.mode && one.usbPort === other.usbPort).map(
    ({ what, fromMs, toMs }): Band => ({ ...what, fromMs: fromMs - startMs, toMs: toMs - startMs }),
  )
  if (bands.length === 0) return null
  const marks = own.flatMap(({ event, atMs }): Mark[] => {
    const key = MARK_KEYS[event.kind]
    return key === undefined ? [] : [{ atMs: atMs - startMs, key }]
  })
  const drops = bands.filter((band, index) => band.mode === null && index > 0).length
  return { lengthMs: endMs - startMs, bands, asks: asksOf(states, endMs, startMs), marks, drops }
}
