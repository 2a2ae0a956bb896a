import { z } from 'zod'
import { HOST_SYSTEMS } from '../knowledge/vocabulary.ts'
import { Case } from './case.ts'
import { GuideRun } from './guide-run.ts'
import { HostFacts } from './host-facts.ts'
import { Phone } from './phone.ts'
import { PhoneTrip } from './phone-trip.ts'
import { Problem } from './problem.ts'

/** Whether this computer lets us see USB: still asking, watching, watching only by re-listing, or not at all. */
export const UsbAccess = z.object({
  status: z.enum(['starting', 'watching', 'listing-only', 'unavailable']),
  problem: Problem.nullable(),
})
export type UsbAccess = z.infer<typeof UsbAccess>

/** What the person set; kept on the computer's side, sent along with the State. */
export const Settings = z.object({
  sound: z.boolean(),
  speech: z.boolean(),
  singleLetterKeys: z.boolean(),
  handsFree: z.boolean(),
  leadInMs: z.number().int().min(1000).max(30000),
  theme: z.enum(['system', 'light', 'dark']),
  /** Written on new cases: who works here, and which cable is in use. */
  operator: z.string().max(80).optional(),
  cableLabel: z.string().max(80).optional(),
  /** Best times in practice: milliseconds from Start to the first sight of the goal, by `<family> <guide>`. */
  practiceBest: z.record(z.string().max(60), z.number().int()).optional(),
  /** The first page was seen or put off. */
  welcomed: z.boolean().optional(),
  /** `system`, or the tag of one of the languages (`shared/texts/languages.ts`). */
  language: z.string(),
})
export type Settings = z.infer<typeof Settings>

/** All that the engine believes. Sent whole to the screen after every event. */
export const State = z.object({
  practice: z.boolean(),
  /** Monotonic and wall time of the newest event. */
  atMs: z.number(),
  wallMs: z.number(),
  host: z.object({ system: z.enum(HOST_SYSTEMS), usb: UsbAccess, facts: HostFacts.nullable().optional() }),
  settings: Settings,
  phones: z.array(Phone),
  /** The phone that is asked to enter or leave recovery, or that was asked last. */
  trip: PhoneTrip.nullable().optional(),
  /** Counter for phone ids; ids are never reused. */
  phonesSeen: z.number().int(),
  /** The case on the table. */
  case: Case.nullable(),
  guide: GuideRun.nullable(),
  /** Cues given so far; the newest one's `seq`. Never goes back, so that each is played once. */
  cuesGiven: z.number().int(),
  /** Open cases that are not on the table: id, code and phone, newest first, bounded. */
  shelf: z.array(Case),
  banners: z.array(Problem),
})
export type State = z.infer<typeof State>

export const DEFAULT_SETTINGS: Settings = {
  sound: true,
  speech: true,
  singleLetterKeys: true,
  handsFree: false,
  leadInMs: 5000,
  theme: 'system',
  language: 'system',
}
