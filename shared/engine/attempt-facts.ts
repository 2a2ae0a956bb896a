import type { GuideId, Mode, Stage, Way } from '../knowledge/vocabulary.ts'

/** What one attempt came to, as far as USB shows it: what the verdict table decides by. */
export type AttemptFacts = {
  readonly guide: GuideId
  readonly way: Way
  readonly target: Mode | null
  /** The mode before Start; null for a phone that USB did not show. */
  readonly from: Mode | null
  readonly autoBootSet: boolean
  /** `outside`: no guide ran (engine/unasked notes it). */
  readonly end: 'cancelled' | 'app-stopped' | 'taken' | 'stayed' | 'returned' | 'wait-over' | 'outside'
  readonly left: boolean
  /** How often the link left and came back too fast for a reset. */
  readonly blinks: number
  /** Assisted: the phone took the order to restart. */
  readonly restartSent: boolean
  /** The mode the phone is in now (or came back in); null while it is not on USB. */
  readonly mode: Mode | null
  /** DFU was seen and then lost. */
  readonly lostAfterTarget: boolean
  /** The stage that the boot tag names; only DFU has one. */
  readonly bootStage: Stage | null
  /** From the drop to the return. */
  readonly backAfterMs: number | null
  /** The release cue had been given when the phone came back or the wait ended. */
  readonly releaseCued: boolean
}
