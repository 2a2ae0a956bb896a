import { z } from 'zod'
import { BUTTON_FAMILIES, DEVICE_CLASSES, MODES, STAGES } from '../knowledge/vocabulary.ts'
import { LOADER_VARIABLES } from '../protocol/recovery-command.ts'

/** One enumeration on USB, as the adapter saw it. Strings are passed on as they came. */
export const UsbDevice = z.object({
  /** Unique for this enumeration; a device that returns gets another one. */
  deviceId: z.string(),
  vendorId: z.number().int(),
  productId: z.number().int(),
  serial: z.string().nullable(),
  product: z.string().nullable(),
  /** `bus-port[.port…]`, as Linux writes it; built to the same shape on the other systems. */
  usbPort: z.string(),
  /** Hubs between the computer's own port and the phone, where known. */
  hubs: z.number().int().nullable(),
  speedMbps: z.number().nullable(),
})
export type UsbDevice = z.infer<typeof UsbDevice>

/** What the ids and strings of one enumeration say, joined with the device table. `null` is "not known". */
export const Identity = z.object({
  deviceClass: z.enum(DEVICE_CLASSES),
  stage: z.enum(STAGES).nullable(),
  productTypes: z.array(z.string()),
  name: z.string().nullable(),
  cpid: z.string().nullable(),
  bdid: z.string().nullable(),
  /** 16 upper-case hex digits */
  ecid: z.string().nullable(),
  udid: z.string().nullable(),
  serialNumber: z.string().nullable(),
  buttonFamily: z.enum(BUTTON_FAMILIES).nullable(),
  /** The boot tag (`SRTG`), which tells the ROM's DFU from a loader's. */
  bootTag: z.string().nullable(),
})
export type Identity = z.infer<typeof Identity>

export const PhoneChange = z.object({
  atMs: z.number(),
  wallMs: z.number(),
  /** `null`: not on USB */
  mode: z.enum(MODES).nullable(),
  usbPort: z.string().nullable(),
})
export type PhoneChange = z.infer<typeof PhoneChange>

/** What a request to a phone in recovery led to. `not-available`: the phone refused it, which is an answer. */
export const CommandOutcome = z.enum([
  ...(['ok', 'busy', 'no-permission', 'not-available', 'gone', 'failed'] as const),
  // a program that restores runs, and nothing was sent
  'restoring',
])
export type CommandOutcome = z.infer<typeof CommandOutcome>

/**
 * What a request to a running phone led to. `mux-…`: the service that speaks to phones; `not-listed`: it does not know this phone;
 * `restoring`: the system that restores answers, or a program that restores runs; the others are the phone's own answers.
 */
export const TalkOutcome = z.enum([
  ...(['ok', 'restoring', 'not-listed', 'device-gone', 'device-refused'] as const),
  ...(['mux-absent', 'mux-refused', 'mux-no-permission', 'mux-stalled', 'mux-nonsense', 'mux-closed'] as const),
  ...(['locked', 'trust-waits', 'trust-denied', 'not-paired', 'prohibited', 'needs-session', 'other'] as const),
])
export type TalkOutcome = z.infer<typeof TalkOutcome>

/** A variable of the boot loader; null: this phone does not tell it. */
export const LoaderVariable = z.object({ name: z.enum(LOADER_VARIABLES), value: z.string().max(255).nullable() })
export type LoaderVariable = z.infer<typeof LoaderVariable>

/** Came up in a boot mode although nobody was seen asking for it. */
export const Unasked = z.object({ mode: z.enum(['dfu', 'recovery']), wallMs: z.number() })
export type Unasked = z.infer<typeof Unasked>

/** One physical phone, followed across modes. */
export const Phone = z.object({
  id: z.string(),
  /** `away`: not on USB and expected back within the minute. `gone`: not on USB. */
  presence: z.enum(['attached', 'away', 'gone']),
  /** The mode shown last; still set while away. */
  mode: z.enum(MODES),
  identity: Identity,
  /** The serial string was blank or cut and is being read again. */
  reading: z.boolean(),
  usb: UsbDevice.nullable(),
  usbPort: z.string(),
  /** Whether the app may open it (asked only in recovery, before the assisted way is offered). */
  access: z.enum(['unknown', 'ok', 'busy', 'no-permission', 'failed']),
  sinceMs: z.number(),
  leftAtMs: z.number().nullable(),
  /** How the present enumeration was recognised as this phone. */
  matchedBy: z.enum(['ecid', 'udid', 'port', 'snapshot', 'first-seen']),
  /** Newest last, bounded. */
  changes: z.array(PhoneChange),
  /** This enumeration began so. */
  unasked: Unasked.optional(),
  /** What the system of this enumeration said without being paired. */
  running: z
    .object({
      outcome: TalkOutcome,
      version: z.string().max(80).nullable(),
      deviceName: z.string().max(200).nullable(),
    })
    .optional(),
  /** What the boot loader of this enumeration told when it was asked. */
  loader: z.object({ outcome: CommandOutcome, variables: z.array(LoaderVariable), toldWallMs: z.number() }).optional(),
})
export type Phone = z.infer<typeof Phone>
