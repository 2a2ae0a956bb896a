import { z } from 'zod'
import { APPLE_VENDOR_ID } from '../knowledge/usb-ids.ts'
import { GUIDES, MODES, WAYS } from '../knowledge/vocabulary.ts'

/** `1281`, `0x1281` or a number; null where it is none of these. */
const UsbId = z
  .union([
    z
      .string()
      .trim()
      .regex(/^(0x)?[0-9a-fA-F]{1,4}$/)
      .transform((text) => Number.parseInt(text.replace(/^0x/i, ''), 16)),
    z.number().int().min(0).max(0xffff),
  ])
  .nullish()
const Text = z.string().max(100_000).nullish()

/** One line of what was recorded. Times in milliseconds from Start; before Start they are negative. */
const TraceEvent = z.object({
  atMs: z.number(),
  kind: z.enum(['attach', 'detach', 'reboot-sent', 'cancelled', 'app-stopped', 'busy']),
  usbPort: Text,
  vid: UsbId,
  pid: UsbId,
  serial: Text,
  product: Text,
})
export type TraceEvent = z.infer<typeof TraceEvent>

/** What an arrival says of itself must be there: without a product id nothing arrived that could be told from anything else. */
const isWhole = (event: TraceEvent) => event.kind !== 'attach' || typeof event.pid === 'number'

/** The events that can be read, by time, and the places of those that cannot. */
function readEvents(raw: readonly unknown[]): { events: TraceEvent[]; ignored: number[] } {
  const read = raw.map((one) => TraceEvent.safeParse(one))
  const events = read.flatMap((one) => (one.success && isWhole(one.data) ? [one.data] : []))
  const ignored = read.flatMap((one, index) => (one.success && isWhole(one.data) ? [] : [index]))
  return { events: events.toSorted((a, b) => a.atMs - b.atMs), ignored }
}

/**
 * A recorded attempt: the phone before Start, and what USB showed. Tolerant where a recorder may be careless (null for what is not
 * known, events out of order or unreadable, which are left out and told in `ignored`), strict where a guess would change the verdict:
 * a guide, a way or a mode by another name is refused. Without a guide it is judged as what happened outside one.
 */
export const JudgeInput = z
  .object({
    product: Text,
    guide: z.enum(GUIDES).nullish(),
    way: z.enum(WAYS).nullish(),
    autoBootSet: z.boolean().nullish(),
    before: z.object({ mode: z.enum([...MODES, 'none', 'off']).nullish(), serial: Text, usbPort: Text }).nullish(),
    events: z.array(z.unknown()).max(10_000),
    endAtMs: z.number(),
  })
  .transform(({ product, guide, way, autoBootSet, before, events, endAtMs }) => ({
    product: product ?? null,
    guide: guide ?? null,
    way: way ?? ('manual' as const),
    autoBootSet: autoBootSet ?? false,
    before: {
      // what is off or not told is not on USB
      mode: MODES.find((mode) => mode === before?.mode) ?? null,
      serial: before?.serial ?? null,
      usbPort: before?.usbPort ?? '1-1',
    },
    endAtMs,
    ...readEvents(events),
  }))
export type JudgeInput = z.infer<typeof JudgeInput>

/** The vendor id of a line that leaves it out. */
export const vendorOf = (event: TraceEvent): number => event.vid ?? APPLE_VENDOR_ID
