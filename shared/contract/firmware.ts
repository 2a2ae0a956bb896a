import { z } from 'zod'

export const FIRMWARE_VERDICTS = [
  'whole',
  'structure-whole',
  'truncated',
  'damaged',
  'incomplete',
  'hostile',
  'nested',
  'not-firmware',
  'not-a-zip',
  'cancelled',
] as const

/** What a firmware file turned out to be, as much of it as a screen shows. */
export const FirmwareResult = z.object({
  verdict: z.enum(FIRMWARE_VERDICTS),
  bytes: z.number(),
  version: z.string().nullable(),
  build: z.string().nullable(),
  productTypes: z.array(z.string()).max(100),
  /** null: no phone was named, or the file says nothing. */
  fit: z.enum(['fits', 'other-model', 'other-chip', 'depends-on-chip']).nullable(),
  update: z.boolean(),
  erase: z.boolean(),
  sha1: z.string().nullable(),
  renamed: z.boolean(),
  problems: z.array(z.object({ id: z.string(), detail: z.string(), entry: z.string().nullable() })).max(50),
})
export type FirmwareResult = z.infer<typeof FirmwareResult>

/** How a check stands. There is one at a time; a new one ends the one before. */
export const FirmwareView = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('idle') }),
  z.object({ stage: z.literal('checking'), path: z.string(), bytes: z.number(), of: z.number() }),
  z.object({ stage: z.literal('unreadable'), path: z.string() }),
  z.object({ stage: z.literal('done'), path: z.string(), result: FirmwareResult }),
])
export type FirmwareView = z.infer<typeof FirmwareView>

/** A firmware file that lies on the computer already. Version and build are what its name says. */
export const FirmwareCopy = z.object({
  path: z.string(),
  name: z.string(),
  bytes: z.number(),
  writtenWallMs: z.number(),
  version: z.string().nullable(),
  build: z.string().nullable(),
})
export type FirmwareCopy = z.infer<typeof FirmwareCopy>

const NamedFirmware = z.object({ version: z.string(), build: z.string() }).nullable()

/** What the public service said of a firmware, or why it said nothing. */
export const FirmwareSigning = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('known'),
    signed: z.boolean(),
    sha1: z.string().nullable(),
    bytes: z.number().nullable(),
    newestSigned: NamedFirmware,
  }),
  z.object({ kind: z.literal('unknown-build'), newestSigned: NamedFirmware }),
  z.object({ kind: z.enum(['offline', 'stalled', 'unknown-model', 'refused', 'nonsense']) }),
])
export type FirmwareSigning = z.infer<typeof FirmwareSigning>

/** The calls about firmware files: begin, see how it stands, end; what lies here already; and what the service knows. */
export const firmwareCalls = {
  /** `path`: of a file on this computer. `phone`: the one that the file is to fit. */
  firmwareCheck: {
    input: z.object({
      path: z.string().min(1).max(4000),
      phone: z
        .object({
          productType: z.string().max(40),
          cpid: z.string().max(8).nullable(),
          bdid: z.string().max(8).nullable(),
        })
        .nullable(),
    }),
    output: FirmwareView,
  },
  firmwareLook: { input: z.object({}), output: FirmwareView },
  firmwareStop: { input: z.object({}), output: FirmwareView },
  firmwareCopies: { input: z.object({}), output: z.array(FirmwareCopy).max(30) },
  /** The only call that goes out to the internet: the person asked for it, and the model is all that is sent. */
  firmwareSigning: {
    input: z.object({ productType: z.string().max(40), build: z.string().max(40) }),
    output: FirmwareSigning,
  },
} as const
