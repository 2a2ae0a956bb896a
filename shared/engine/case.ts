import { z } from 'zod'
import { LOG_PHASES } from '../knowledge/log-patterns-operations.ts'
import {
  BUTTON_FAMILIES,
  GUIDES,
  MODES,
  OUTCOMES,
  STEP_STATES,
  STEPS,
  VERDICTS,
  WAYS,
} from '../knowledge/vocabulary.ts'
import { LogSummary } from './log-summary.ts'
import { Message } from './message.ts'
import { Unasked } from './phone.ts'
import { FirmwareFacts, LinkTest, PhonePlace, Restarts, Retry, StepCheck, Strain } from './verification-facts.ts'

/** "What happened?", as the person said it. */
export const Complaint = z.discriminatedUnion('kind', [
  /** `code` as read out of the text, null where none was found in it. */
  z.object({ kind: z.literal('code'), code: z.string().nullable(), text: z.string().max(4000) }),
  z.object({ kind: z.literal('no-code') }),
  z.object({ kind: z.literal('guide-only'), guide: z.enum(GUIDES) }),
])
export type Complaint = z.infer<typeof Complaint>

export const CasePhone = z.object({
  name: z.string().nullable(),
  productType: z.string().nullable(),
  ecid: z.string().nullable(),
  udid: z.string().nullable(),
  serialNumber: z.string().nullable(),
  buttonFamily: z.enum(BUTTON_FAMILIES).nullable(),
})
export type CasePhone = z.infer<typeof CasePhone>

export const CaseStep = z.object({
  id: z.enum(STEPS),
  state: z.enum(STEP_STATES),
  /** Why the step stands where it stands in the plan. */
  reason: Message,
  erases: z.boolean(),
  minutes: z.number().nullable(),
  /** Why it was skipped, in the person's words. */
  note: z.string().max(2000).nullable(),
  atWallMs: z.number().nullable(),
  /** How the state was earned: what USB, this computer or the person showed. Missing where nothing was. */
  earnedBy: Message.optional(),
})
export type CaseStep = z.infer<typeof CaseStep>

/** A moment at which the phone left USB while it was restored, and how far the restore's log was then. */
export const RestoreDrop = z.object({
  wallMs: z.number(),
  mode: z.enum(MODES),
  percent: z.number().nullable(),
  phase: z.enum(LOG_PHASES).nullable(),
})

/** After DFU or recovery: the next thing happens in Finder, Apple Devices or iTunes, and we wait for the answer. */
export const HandOver = z.object({
  mode: z.enum(['recovery', 'dfu']),
  stage: z.enum(['ready', 'restoring', 'worked', 'failed']),
  sinceWallMs: z.number(),
  code: z.string().nullable(),
  /** Newest last, bounded. Leaving USB is part of a restore. */
  drops: z.array(RestoreDrop).optional(),
})
export type HandOver = z.infer<typeof HandOver>

export const AttemptSummary = z.object({
  attemptId: z.string(),
  kind: z.enum(['guide', 'restore']),
  guide: z.enum(GUIDES).nullable(),
  way: z.enum(WAYS).nullable(),
  startedWallMs: z.number(),
  endedWallMs: z.number().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  /** For restores: the code that the person reported. */
  code: z.string().nullable(),
  /** For restores: what the person said. Missing in what was stored before there was such a field. */
  result: z.enum(['worked', 'failed']).nullable().optional(),
  /** For restores: where the phone was plugged in, and how many cables had been named by then. */
  usbPort: z.string().nullable().optional(),
  cables: z.number().int().optional(),
  /** For restores: which computer it was tried on; missing: this one. */
  computer: z.enum(['this', 'another']).optional(),
  /** For restores: the step that was being done, where one was. */
  step: z.enum(STEPS).nullable().optional(),
  /** Seconds off USB when the failure was told; null: watched, and it never left. Missing where USB cannot say. */
  dropSeconds: z.number().nullable().optional(),
})
export type AttemptSummary = z.infer<typeof AttemptSummary>

/** One phone's problem from "what happened?" to its outcome; may span days and restarts. */
export const Case = z.object({
  id: z.string(),
  practice: z.boolean(),
  openedWallMs: z.number(),
  closedWallMs: z.number().nullable(),
  complaint: Complaint,
  phone: CasePhone.nullable(),
  steps: z.array(CaseStep),
  currentStepId: z.enum(STEPS).nullable(),
  /** Deviations from the published guide's own order, said aloud. */
  deviations: z.array(Message),
  handOver: HandOver.nullable(),
  attempts: z.array(AttemptSummary),
  /** Where the phone was on USB at the failure: at the opening, or when the last failure was told. */
  failedAt: PhonePlace.nullable().optional(),
  /** The port on which it was when the person came: where what they came with is taken to have failed. */
  cameOnPort: z.string().optional(),
  /** What was seen since the current step began. */
  check: StepCheck.nullable().optional(),
  restarts: Restarts.optional(),
  firmware: FirmwareFacts.optional(),
  /** How busy this computer was then; missing until a look told. */
  strain: Strain.optional(),
  linkTest: LinkTest.nullable().optional(),
  /** The step that was done last, while we wait for the next try's outcome. */
  retry: Retry.nullable().optional(),
  /** When its phone came up in a boot mode unasked, oldest first: possibly a sign of a fault in the phone. */
  unasked: z.array(Unasked).optional(),
  /** What logs of its restores told, oldest first. */
  logs: z.array(LogSummary).optional(),
  outcome: z.enum(OUTCOMES).nullable(),
})
export type Case = z.infer<typeof Case>
