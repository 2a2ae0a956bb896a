import { z } from 'zod'
import { MODES, STEPS } from '../knowledge/vocabulary.ts'

/** Where USB showed the case's phone, known there by an id of its own. */
export const PhonePlace = z.object({
  usbPort: z.string(),
  hubs: z.number().int().nullable(),
  speedMbps: z.number().nullable(),
  atWallMs: z.number(),
})
export type PhonePlace = z.infer<typeof PhonePlace>

/** One start of this computer, told apart by what no setting of the clock can change. */
export const BootMark = z.object({
  /** A name that the system gives to each of its starts; null where it gives none. */
  bootId: z.string().max(80).nullable(),
  uptimeMs: z.number().min(0),
  bootedWallMs: z.number(),
})
export type BootMark = z.infer<typeof BootMark>

/** What was seen since the current step began. */
export const StepCheck = z.object({
  stepId: z.enum(STEPS),
  sinceWallMs: z.number(),
  /** Monotonic; means nothing after a restart of the app, which begins the check anew. */
  leftAtMs: z.number().nullable(),
  leftMode: z.enum(MODES).nullable(),
  /** How long the phone was away before it returned last; null while it has not left and returned. */
  awayMs: z.number().nullable(),
  /** The phone was seen in a boot mode since: no system ran then. */
  sawBootMode: z.boolean().optional(),
})
export type StepCheck = z.infer<typeof StepCheck>

/** What the last check of a firmware file showed; null: it was not asked, or the file does not say. */
export const FirmwareFacts = z.object({
  whole: z.boolean(),
  fits: z.boolean().nullable(),
  signed: z.boolean().nullable(),
})
export type FirmwareFacts = z.infer<typeof FirmwareFacts>

/** What could be seen of restarts since the failure. */
export const Restarts = z.object({
  /** This computer's start at the failure. */
  boot: BootMark.nullable(),
  computer: z.enum(['proved', 'likely']).nullable(),
  /** Milliseconds off USB, in the system before and after; null where the phone was not away long enough. */
  phoneAwayMs: z.number().nullable(),
  /** It was seen in a boot mode, and its system answered afterwards. */
  phoneProved: z.boolean().optional(),
})
export type Restarts = z.infer<typeof Restarts>

/** How busy this computer was at the failure, as far as the last look before it told. */
export const Strain = z.object({
  atWallMs: z.number(),
  availableGb: z.number().nullable(),
  loadPercent: z.number().nullable(),
})
export type Strain = z.infer<typeof Strain>

export const LINK_GRADES = ['clean-at-idle', 'drops', 'transfer-errors', 'slow', 'cannot-test'] as const

/**
 * What became of the small transfers: `ok`, they were made; `gone`, the phone left meanwhile; else why none could be made. In DFU
 * nothing is ever sent, and nothing while a restore may run.
 */
export const TRANSFER_OUTCOMES = [
  ...(['ok', 'gone'] as const),
  ...(['mode', 'restore-runs', 'guide-runs', 'no-id', 'busy', 'no-permission', 'refused', 'no-service'] as const),
] as const
export const TransferOutcome = z.enum(TRANSFER_OUTCOMES)
export type TransferOutcome = z.infer<typeof TransferOutcome>

/** A few small transfers at the beginning of a link test; `outcome` null: they are being made. */
export const LinkTransfers = z.object({
  deviceId: z.string(),
  outcome: TransferOutcome.nullable(),
  done: z.number().int(),
  errors: z.number().int(),
})
export type LinkTransfers = z.infer<typeof LinkTransfers>

/** The connection, watched for a minute after something about it was changed, with a few small transfers at its beginning. */
export const LinkTest = z.object({
  stepId: z.enum(STEPS),
  status: z.enum(['waiting', 'running', 'ended']),
  /** Monotonic, of this run of the app. */
  endsAtMs: z.number().nullable(),
  startedWallMs: z.number().nullable(),
  mode: z.enum(MODES).nullable(),
  drops: z.number().int(),
  returns: z.number().int(),
  speedMbps: z.number().nullable(),
  /** Missing while the test waits, and in what was stored before there were any. */
  transfers: LinkTransfers.optional(),
  grade: z.enum(LINK_GRADES).nullable(),
  /** Why it cannot be tested; the words are `link-test.why.<why>`. */
  why: z.enum(['no-events', 'mode-changed', 'no-phone', 'app-restarted', 'other-phone']).nullable(),
})
export type LinkTest = z.infer<typeof LinkTest>

/** A step has been done: now the restore is tried again, and we wait for its outcome. */
export const Retry = z.object({ stepId: z.enum(STEPS), sinceWallMs: z.number() })
export type Retry = z.infer<typeof Retry>
