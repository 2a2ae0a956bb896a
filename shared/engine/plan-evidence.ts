import { z } from 'zod'
import { STEP_STATES, STEPS } from '../knowledge/vocabulary.ts'
import { LINK_GRADES } from './verification-facts.ts'

/** A plain answer; `unknown` is an answer too ("I do not know"). */
const Answer = z.enum(['yes', 'no', 'unknown'])

/** What the questions before erasing were answered with. A missing one has not been asked. */
export const EraseAnswers = z.strictObject({
  /** A backup of this phone exists that is recent enough. */
  backup: Answer.optional(),
  /** The data on the phone matters. */
  dataMatters: Answer.optional(),
  /** The Apple Account of the phone and its password are at hand. */
  appleAccount: Answer.optional(),
  liquid: Answer.optional(),
  drop: Answer.optional(),
  partReplaced: Answer.optional(),
  noServiceBefore: Answer.optional(),
})
export type EraseAnswers = z.infer<typeof EraseAnswers>

/** One restore that failed, and with what. Names of cables, ports and computers are free, only equal or not. */
export const Failure = z.strictObject({
  code: z.string().max(40),
  /** Where the bar stood, 0 to 100. */
  percent: z.number().min(0).max(100).nullable().default(null),
  cable: z.string().max(80).nullable().default(null),
  usbPort: z.string().max(80).nullable().default(null),
  computer: z.string().max(80).nullable().default(null),
  /** The step during which it failed, where it was one. */
  step: z.enum(STEPS).nullable().default(null),
  /** The firmware file was checked before. */
  firmwareChecked: z.boolean().default(false),
})
export type Failure = z.infer<typeof Failure>

/** A step that ended earlier cases of one code here. */
export const CuredBefore = z.strictObject({
  id: z.enum(STEPS),
  fixed: z.number().int().min(1),
  of: z.number().int().min(1),
})
export type CuredBefore = z.infer<typeof CuredBefore>

/**
 * What is known when a plan is made: everything is optional, and what is missing settles nothing. The file that
 * `plan --evidence` reads has this shape; docs/evidence.md describes it.
 */
export const Evidence = z.strictObject({
  /** Steps with a verdict already. */
  steps: z
    .array(z.strictObject({ id: z.enum(STEPS), state: z.enum(STEP_STATES) }))
    .max(100)
    .optional(),
  usb: z
    .strictObject({
      /** Hubs between the computer's own port and the phone. */
      hubs: z.number().int().min(0).max(10).optional(),
      speedMbps: z.number().positive().optional(),
      /** The phone hangs on another USB path than at the failure. */
      portChanged: z.boolean().optional(),
      /** USB was watched when the restore failed; without that a missing drop says nothing. */
      watched: z.boolean().optional(),
      /** Seconds from the last unexpected drop to the failure; null: watched, and none was seen. */
      dropSecondsBeforeFailure: z.number().min(0).nullable().optional(),
      /** Outcome of the link test. */
      linkTest: z.enum(LINK_GRADES).optional(),
    })
    .optional(),
  host: z
    .strictObject({
      softwareCurrent: z.boolean().optional(),
      restartedSinceFailure: z.boolean().optional(),
      phoneRestartedSinceFailure: z.boolean().optional(),
      freeGb: z.number().min(0).optional(),
      clockRight: z.boolean().optional(),
      hostsFileClean: z.boolean().optional(),
      signingServerReachable: z.boolean().optional(),
      driversFine: z.boolean().optional(),
      /** Names of heavy programs that run now; an empty list means that we looked. */
      heavyPrograms: z.array(z.string().max(80)).max(50).optional(),
      /** Names of other programs that hold the phone; an empty list means that we looked. */
      phonePrograms: z.array(z.string().max(80)).max(50).optional(),
    })
    .optional(),
  phone: z
    .strictObject({
      starts: z.boolean().optional(),
      batteryPercent: z.number().min(0).max(100).optional(),
      freeGb: z.number().min(0).optional(),
      hasSimTray: z.boolean().optional(),
    })
    .optional(),
  firmware: z
    .strictObject({ checked: z.boolean().optional(), fits: z.boolean().optional(), signed: z.boolean().optional() })
    .optional(),
  answers: EraseAnswers.optional(),
  failures: z.array(Failure).max(200).optional(),
  /** What `checkup` saw in detail; nothing follows from it beyond `host`. */
  checkup: z.unknown().optional(),
  /** Steps that cured the same code in earlier cases of this computer's own history. */
  curedBefore: z.array(z.enum(STEPS)).max(50).optional(),
  /** The same with counts: of the cases of this code in which the step was tried, how many it ended; the surest first. */
  ownHistory: z.array(CuredBefore).max(50).optional(),
})
export type Evidence = z.infer<typeof Evidence>
