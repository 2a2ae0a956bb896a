import { z } from 'zod'
import { GUIDES, type Mode, MODES, WAYS } from '../knowledge/vocabulary.ts'
import type { Event, EventBody } from './events.ts'
import type { Verdict } from './guide-run.ts'
import { initialState } from './initial-state.ts'
import type { Message } from './message.ts'
import { nextWakeMs } from './next-wake.ts'
import type { UsbDevice } from './phone.ts'
import { DEFAULT_SETTINGS, type State } from './state.ts'
import { step } from './step.ts'

const UsbId = z.string().regex(/^(0x)?[0-9a-fA-F]{1,4}$/)

/** A recorded attempt: the phone before Start, and what USB showed. Times are milliseconds from Start. */
export const JudgeInput = z.object({
  product: z.string().nullish(),
  guide: z.enum(GUIDES),
  way: z.enum(WAYS).default('manual'),
  autoBootSet: z.boolean().default(false),
  before: z
    .object({
      mode: z.enum([...MODES, 'none']).nullish(),
      serial: z.string().nullish(),
      usbPort: z.string().default('1-1'),
    })
    .nullish(),
  events: z
    .array(
      z.object({
        atMs: z.number(),
        kind: z.enum(['attach', 'detach', 'reboot-sent', 'cancelled', 'app-stopped', 'busy']),
        usbPort: z.string().nullish(),
        vid: UsbId.nullish(),
        pid: UsbId.nullish(),
        serial: z.string().nullish(),
        product: z.string().nullish(),
      }),
    )
    .max(10_000),
  endAtMs: z.number(),
})
export type JudgeInput = z.infer<typeof JudgeInput>
type TraceEvent = JudgeInput['events'][number]

/** The verdict of a recorded attempt; `atMs` from Start. */
export type JudgeResult = {
  readonly verdict: Verdict['id']
  readonly atMs: number
  readonly reasons: Verdict['reasons']
  readonly change: Message
  readonly text: Message
}

/** The product id that stands for a mode in a trace that names only the mode. */
const PRODUCT_IDS: Readonly<Record<Mode, number>> = {
  normal: 0x12a8,
  restore: 0x12a8,
  recovery: 0x1281,
  dfu: 0x1227,
  wtf: 0x1222,
  'port-dfu': 0xf014,
  'debug-usb': 0x1881,
}
/** Before Start the phone is plugged in, the card shown, and the short lead-in runs. */
const BEFORE_MS = -10_000
const LEAD_IN_MS = 3000

/** The devices of the trace by port: an enumeration lasts from its attach to its detach. */
type Bench = { state: State; readonly byPort: Map<string, UsbDevice>; enumerations: number }

function feed(bench: Bench, atMs: number, body: EventBody): void {
  // time alone makes things due between the recorded events
  for (let wake = nextWakeMs(bench.state); wake !== null && wake < atMs; wake = nextWakeMs(bench.state)) {
    const woke = Math.max(wake, bench.state.atMs)
    bench.state = step(bench.state, { kind: 'clock.woke', atMs: woke, wallMs: woke }).state
  }
  const event: Event = { ...body, atMs, wallMs: atMs }
  bench.state = step(bench.state, event).state
}

function attached(
  bench: Bench,
  usbPort: string,
  ids: { vendorId: number; productId: number },
  event: Partial<TraceEvent>,
): UsbDevice {
  const there = bench.byPort.get(usbPort)
  // the same ids on the same port without a detach between: a string that was read later
  const same = there && there.vendorId === ids.vendorId && there.productId === ids.productId
  if (!same) bench.enumerations += 1
  const device: UsbDevice = {
    deviceId: same ? there.deviceId : `trace-${bench.enumerations}`,
    ...ids,
    serial: event.serial ?? null,
    product: event.product ?? null,
    usbPort,
    hubs: Math.max(0, usbPort.split('.').length - 1),
    speedMbps: 480,
  }
  bench.byPort.set(usbPort, device)
  return device
}

const hex = (id: string | null | undefined, otherwise: number) =>
  id === null || id === undefined ? otherwise : Number.parseInt(id.replace(/^0x/i, ''), 16)

function play(bench: Bench, event: TraceEvent, guided: () => string): void {
  const { atMs } = event
  const usbPort = event.usbPort ?? [...bench.byPort.keys()][0] ?? '1-1'
  switch (event.kind) {
    case 'attach': {
      const ids = { vendorId: hex(event.vid, 0x05ac), productId: hex(event.pid, 0x12a8) }
      return feed(bench, atMs, { kind: 'usb.attached', device: attached(bench, usbPort, ids, event) })
    }
    case 'detach': {
      const deviceId = bench.byPort.get(usbPort)?.deviceId
      bench.byPort.delete(usbPort)
      return deviceId === undefined ? undefined : feed(bench, atMs, { kind: 'usb.detached', deviceId })
    }
    case 'reboot-sent':
      return feed(bench, atMs, { kind: 'recovery.answered', deviceId: guided(), request: 'reboot', outcome: 'ok' })
    case 'busy':
      return feed(bench, atMs, { kind: 'recovery.answered', deviceId: guided(), request: 'reboot', outcome: 'busy' })
    case 'cancelled':
      return feed(bench, atMs, { kind: 'guide.cancel' })
    case 'app-stopped':
      return feed(bench, atMs, { kind: 'app.stopping' })
  }
}

/** Everything up to Start: the phone plugged in, the card, the start. Gives the device id of the guided phone. */
function setUp(bench: Bench, input: JudgeInput): () => string {
  const { before } = input
  const mode = before?.mode && before.mode !== 'none' ? before.mode : null
  let deviceId = ''
  if (before && mode) {
    const ids = { vendorId: 0x05ac, productId: PRODUCT_IDS[mode] }
    const device = attached(bench, before.usbPort, ids, { serial: before.serial ?? null })
    deviceId = device.deviceId
    feed(bench, BEFORE_MS, { kind: 'usb.attached', device })
    if (input.way === 'assisted')
      feed(bench, BEFORE_MS, { kind: 'recovery.answered', deviceId, request: 'probe', outcome: 'ok' })
  }
  const phoneId = bench.state.phones[0]?.id ?? null
  feed(bench, BEFORE_MS, {
    kind: 'guide.show',
    guide: input.guide,
    way: input.way,
    phoneId,
    product: input.product ?? null,
  })
  const settings = { ...DEFAULT_SETTINGS, leadInMs: LEAD_IN_MS }
  bench.state = { ...bench.state, settings }
  feed(bench, -LEAD_IN_MS, { kind: 'guide.start', attemptId: 'trace', handsFree: false })
  if (input.autoBootSet)
    feed(bench, -1, { kind: 'recovery.answered', deviceId, request: 'set-auto-boot', outcome: 'ok' })
  return () => deviceId
}

const interrupted = (atMs: number): Verdict => ({
  id: 'interrupted',
  atMs,
  text: { key: 'verdict.interrupted' },
  reasons: [],
  change: null,
  shiftMs: 0,
})

/** At the trace's end the wait is over: whatever is open is decided now. */
function waitOver(bench: Bench, endAtMs: number): Verdict {
  feed(bench, endAtMs, { kind: 'clock.woke' })
  const run = bench.state.guide
  if (run?.verdict) return run.verdict
  // the target was seen but had no time to stay: the end was not seen
  if (!run || run.stage === 'settling' || run.stage === 'lead-in') return interrupted(endAtMs)
  // nothing more will happen on USB, so time alone brings the verdict that the engine would reach
  for (let wake = nextWakeMs(bench.state); wake !== null; wake = nextWakeMs(bench.state)) {
    feed(bench, wake, { kind: 'clock.woke' })
    const verdict = bench.state.guide?.verdict
    if (verdict) return { ...verdict, atMs: Math.min(verdict.atMs, endAtMs) }
  }
  return interrupted(endAtMs)
}

/**
 * Judges a recorded trace with the same engine that judges live attempts. Takes a checked `JudgeInput`; gives the verdict, its
 * reasons, the one changed instruction and the sentence (as text keys). Never throws on a checked input.
 */
export function judge(input: JudgeInput): JudgeResult {
  const bench: Bench = { state: initialState(false, 'linux'), byPort: new Map(), enumerations: 0 }
  const guided = setUp(bench, input)
  const events = input.events.filter(({ atMs }) => atMs <= input.endAtMs).toSorted((a, b) => a.atMs - b.atMs)
  for (const event of events) play(bench, event, guided)
  const verdict = bench.state.guide?.verdict ?? waitOver(bench, input.endAtMs)
  return {
    verdict: verdict.id,
    atMs: verdict.atMs,
    reasons: verdict.reasons,
    change: verdict.change ?? { key: 'change.none' },
    text: verdict.text,
  }
}
