import type { VerdictId } from '../knowledge/vocabulary.ts'
import type { AttemptSummary, Case } from './case.ts'
import type { Verdict } from './guide-run.ts'
import type { Settings } from './state.ts'

/** What the engine asks the world to do. Adapters answer only by stating new events. */
export type Effect =
  /** State the full list of devices now. */
  | { readonly kind: 'usb.relist' }
  /** While a guide runs the bus is listed every few seconds: lost detach events leave ghosts otherwise. */
  | { readonly kind: 'usb.watch-closely'; readonly on: boolean }
  /** Ask whether the recovery device can be opened, send `setenv auto-boot true` + `saveenv`, or `reboot`. */
  | {
      readonly kind: 'recovery.send'
      readonly deviceId: string
      readonly request: 'probe' | 'set-auto-boot' | 'reboot'
      /** Set where an installed irecovery may ask this phone if we are kept out: never while hands hold buttons. */
      readonly irecoveryEcid?: string
    }
  /** Ask the boot loader of a phone in recovery for the variables that it tells everybody; answered by `recovery.told`. */
  | { readonly kind: 'recovery.ask'; readonly deviceId: string }
  /** Ask a running phone who it is, without pairing; answered by `phone.told`. */
  | { readonly kind: 'phone.look'; readonly deviceId: string; readonly udid: string }
  /** Ask a running phone to enter recovery; answered by `phone.answered`. */
  | { readonly kind: 'phone.enter-recovery'; readonly deviceId: string; readonly udid: string }
  /**
   * Make a few small transfers and count what fails, answered by `link.tried`: with `udid` through the service that speaks to running
   * phones, without one by asking the boot loader of a phone in recovery.
   */
  | { readonly kind: 'link.try'; readonly deviceId: string; readonly udid: string | null }
  /** Look at this computer and state `host.checked`; `network`: ask the signing server whether it answers. */
  | { readonly kind: 'host.check'; readonly network: boolean }
  /** Follow the logs of this computer's restore programs that were written since then; null: not any more. */
  | { readonly kind: 'logs.follow'; readonly sinceWallMs: number | null }
  | { readonly kind: 'case.save'; readonly case: Case }
  | {
      readonly kind: 'attempt.open'
      readonly caseId: string | null
      readonly attempt: AttemptSummary
      readonly practice: boolean
      /** Where the phone was plugged in when the attempt began, as far as USB told. */
      readonly usbPort?: string | null
      readonly hubs?: number | null
      /** What the person calls the cable of this attempt. */
      readonly cableLabel?: string | null
    }
  | {
      readonly kind: 'attempt.close'
      readonly attemptId: string
      readonly endedWallMs: number
      /** null for a restore in another program, which has a code or none */
      readonly verdict: VerdictId | null
      readonly facts: Verdict | null
      readonly code: string | null
      /** For restores: what the person said. */
      readonly result?: 'worked' | 'failed' | null
    }
  /** What the person said after the end changed what the attempt's verdict is put down to; the verdict itself stands. */
  | { readonly kind: 'attempt.answered'; readonly attemptId: string; readonly facts: Verdict }
  /** Write what is buffered now: the end of a phase, and before anything that restarts or erases. */
  | { readonly kind: 'journal.flush' }
  /** While a guide runs: keep the screen awake and the window on top. */
  | { readonly kind: 'attention.hold'; readonly on: boolean }
  | { readonly kind: 'settings.save'; readonly settings: Settings }
