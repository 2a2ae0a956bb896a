import { z } from 'zod'
import {
  BUTTON_FAMILIES,
  BUTTONS,
  GUIDES,
  LIKELIHOODS,
  MODES,
  REASONS,
  VERDICTS,
  WAYS,
} from '../knowledge/vocabulary.ts'
import { Message } from './message.ts'

/**
 * One phase of a guide. `hold` stays down during the whole phase, `press` is clicked once at its beginning.
 * `endsOn`: `time` is the only kind with a count (towards `maxMs`); `usb-left` and `usb-mode` end on what USB shows, and
 * `maxMs` is how long we wait for it; `user` ends when the person says so (a phone that USB cannot see).
 */
export const Phase = z.object({
  id: z.string(),
  hold: z.array(z.enum(BUTTONS)),
  press: z.array(z.enum(BUTTONS)),
  /** Buttons that must not be touched now, marked on the drawing. */
  avoid: z.array(z.enum(BUTTONS)),
  endsOn: z.enum(['usb-left', 'usb-mode', 'time', 'user']),
  mode: z.enum(MODES).nullable(),
  minMs: z.number(),
  maxMs: z.number(),
  /** Text key of the sentence; read it through `shared/texts/phase-words`, which knows the names of this model's buttons. */
  text: z.string(),
  /** Which buttons the words `power`, `second`, `first-click` and `second-click` mean on this model. */
  buttons: z.object({
    power: z.enum(BUTTONS),
    second: z.enum(BUTTONS),
    firstClick: z.enum(BUTTONS).nullable(),
    secondClick: z.enum(BUTTONS).nullable(),
  }),
})
export type Phase = z.infer<typeof Phase>

export const Verdict = z.object({
  id: z.enum(VERDICTS),
  /** Milliseconds after Start. */
  atMs: z.number(),
  /** What USB showed, then what it likely means: one sentence. */
  text: Message,
  reasons: z.array(z.object({ id: z.enum(REASONS), likelihood: z.enum(LIKELIHOODS) })),
  /** The one instruction that changes for the next try. */
  change: Message.nullable(),
  /** How much later (or earlier) the release cue comes on the next try. */
  shiftMs: z.number(),
})
export type Verdict = z.infer<typeof Verdict>

/**
 * A cue is shown, sounded and spoken once; the screen plays each `seq` once.
 * `action`: do the phase's thing now. `left`: the phone has left USB. `release`: let go of some, keep others.
 * `let-go`: let go of everything. `ahead`: what comes next, announced before it does.
 */
export const Cue = z.object({
  seq: z.number().int(),
  kind: z.enum(['lead-in', 'action', 'ahead', 'left', 'release', 'let-go', 'success', 'miss', 'still-waiting']),
  atMs: z.number(),
  /** When the cue was due; equals `atMs` for cues that answer an event. */
  plannedAtMs: z.number(),
  /** The phase whose words the cue says (the next one for `ahead`); null for cues with words of their own in `say`. */
  phaseId: z.string().nullable(),
  /** Words of cues that belong to no phase (`cue.<kind>`). */
  say: Message,
})
export type Cue = z.infer<typeof Cue>

/** One run of a guide: from the card on screen to its verdict. */
export const GuideRun = z.object({
  /** null while only the card is shown */
  attemptId: z.string().nullable(),
  guide: z.enum(GUIDES),
  way: z.enum(WAYS),
  /** Nobody chose the way: the card changes to the better one once it is known to be possible. */
  wayOpen: z.boolean().optional(),
  family: z.enum(BUTTON_FAMILIES),
  /** The family is a guess because the model is unknown. */
  familyAssumed: z.boolean(),
  product: z.string().nullable(),
  phoneId: z.string().nullable(),
  target: z.enum(MODES).nullable(),
  phases: z.array(Phase),
  /** `card`: read first. `lead-in`: hands to the buttons. `running`: phases. `settling`: target seen, must stay. `waiting`: phases over, USB must answer. `ended`: verdict. */
  stage: z.enum(['card', 'lead-in', 'running', 'settling', 'waiting', 'ended']),
  handsFree: z.boolean(),
  leadInMs: z.number(),
  /** Monotonic; null before Start. The end of the lead-in: phase 0 begins here. */
  startedAtMs: z.number().nullable(),
  phaseIndex: z.number().int(),
  phaseBeganAtMs: z.number().nullable(),
  /** Only for phases that end by time: the moment the count runs towards. */
  phaseEndsAtMs: z.number().nullable(),
  leftAtMs: z.number().nullable(),
  /** When the target mode was first seen in this run; cleared when it is lost again. */
  reachedAtMs: z.number().nullable(),
  /** DFU (or what may be DFU) was seen at least once in this run. */
  reachedOnce: z.boolean(),
  /** The modes the phone came back in, oldest first. */
  returns: z.array(z.object({ mode: z.enum(MODES), atMs: z.number() })),
  /** The mode before Start; null for a phone that USB did not show. */
  from: z.enum(MODES).nullable(),
  /** Whether we set auto-boot to true before the restart, so that a miss starts the system. */
  autoBootSet: z.boolean(),
  /** When we told the phone to restart (assisted). */
  restartSentAtMs: z.number().nullable(),
  /** How often the link left and came back too fast for a reset. */
  blinks: z.number().int(),
  /** How much the release cue is moved against the table, from the verdicts of the tries before. */
  shiftMs: z.number(),
  cue: Cue.nullable(),
  /** The next phase has been announced already. */
  aheadCued: z.boolean(),
  /** The cue "still waiting" has been given. */
  stillWaitingCued: z.boolean(),
  /** The phone is back in a mode that was not asked for; decided when this has lasted a moment. */
  pendingReturnAtMs: z.number().nullable(),
  tryNumber: z.number().int(),
  /** Tries just before this one that missed although the reset came as expected, on the same cable as far as the person named it. */
  missesAlike: z.number().int().optional(),
  /** What the person calls the cable of this try. */
  cable: z.string().nullable().optional(),
  /** Asked beside the verdict: whether the first button was let go at the tone. */
  question: z.literal('released-at-tone').nullable().optional(),
  /** What the person answered to that, in this try or an earlier one. */
  released: z.enum(['yes', 'no']).nullable().optional(),
  /** The verdict of the try before, shown while this one runs. */
  before: Verdict.nullable(),
  verdict: Verdict.nullable(),
})
export type GuideRun = z.infer<typeof GuideRun>
