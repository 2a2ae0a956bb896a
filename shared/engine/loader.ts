import type { Event } from './events.ts'
import type { Phone } from './phone.ts'
import { restoreSeems, restoreSuspected } from './restore-seems.ts'
import type { State } from './state.ts'
import { phoneById, type Step, still } from './step-result.ts'

/** Why the phone's boot loader is not asked now; null: it may be. */
export type NotAsked = 'not-in-recovery' | 'guide-runs' | 'restore-suspected' | 'restore-runs'

/**
 * Whether the boot loader of a phone in recovery may be asked for its variables. Never while a guide runs (its restart must not
 * wait) and never while somebody's restore may be running on the phone: by USB, by what was said, by the log of the other program.
 */
export function whyNotAsked(state: State, phone: Phone | null): NotAsked | null {
  if (phone?.mode !== 'recovery' || !phone.usb) return 'not-in-recovery'
  if (restoreSuspected(phone, state.atMs)) return 'restore-suspected'
  if (restoreSeems(state, phone)) return 'restore-runs'
  const { guide } = state
  return guide && guide.stage !== 'card' && guide.stage !== 'ended' ? 'guide-runs' : null
}

/** The person wants to know what the boot loader tells. */
export function askLoader(state: State, phoneId: string): Step {
  const phone = phoneById(state, phoneId)
  if (!phone?.usb || whyNotAsked(state, phone) !== null) return still(state)
  return { state, effects: [{ kind: 'recovery.ask', deviceId: phone.usb.deviceId }] }
}

/** What it told is kept with this enumeration of the phone: it is gone with the next change of mode. */
export function loaderTold(state: State, event: Extract<Event, { kind: 'recovery.told' }>): State {
  const { outcome, variables, wallMs } = event
  const access = outcome === 'ok' || outcome === 'busy' || outcome === 'no-permission' ? { access: outcome } : {}
  const phones = state.phones.map((phone) =>
    phone.usb?.deviceId === event.deviceId
      ? { ...phone, ...access, loader: { outcome, variables, toldWallMs: wallMs } }
      : phone,
  )
  return { ...state, phones }
}
