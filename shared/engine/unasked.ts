import type { PhoneFact } from './phones.ts'
import type { Phone } from './phone.ts'
import type { State } from './state.ts'
import { tripMoves } from './phone-trip.ts'
import { phoneById } from './step-result.ts'
import { phoneOfCase } from './verification.ts'

/** A phone that was away for longer may have been anywhere, in anybody's hands. */
const AWAY_AT_MOST_MS = 90_000
/** What a guide set going may still arrive so long after its verdict. */
const AFTER_GUIDE_MS = 120_000
/** A restore in another program goes through recovery and DFU, and takes this long at most between two modes. */
const AFTER_BOOT_MODE_MS = 1_200_000
const MOST_KEPT = 20

/** Whether a guide moves this phone, or moved it a moment ago; a guide for a phone that USB did not show may mean any. */
function guideMoves({ guide, atMs }: State, phone: Phone): boolean {
  if (!guide || guide.stage === 'card' || (guide.phoneId !== null && guide.phoneId !== phone.id)) return false
  if (guide.stage !== 'ended') return true
  return atMs - (guide.startedAtMs ?? 0) - (guide.verdict?.atMs ?? 0) < AFTER_GUIDE_MS
}

/** Whether another program may be moving the phone: it was handed over, or came out of a boot mode a while ago. */
function restoreMoves(state: State, phone: Phone): boolean {
  const handed =
    state.case?.handOver !== null && state.case?.handOver !== undefined && phoneOfCase(state)?.id === phone.id
  const earlier = phone.changes.slice(0, -1)
  return handed || earlier.some(({ mode, atMs }) => isBootMode(mode) && state.atMs - atMs < AFTER_BOOT_MODE_MS)
}

const isBootMode = (mode: Phone['mode'] | null) => mode !== null && mode !== 'normal' && mode !== 'restore'

function isUnasked(state: State, phone: Phone): boolean {
  const before = phone.changes.slice(0, -1).findLast(({ mode }) => mode !== null)?.mode
  const soon = phone.leftAtMs !== null && state.atMs - phone.leftAtMs <= AWAY_AT_MOST_MS
  return (
    before === 'normal' && soon && !guideMoves(state, phone) && !tripMoves(state, phone) && !restoreMoves(state, phone)
  )
}

/**
 * A running phone left USB and came up in DFU or recovery although no guide asked for it and nobody was seen restoring it. That can
 * be a sign of a fault in the phone; it can also be somebody's fingers or another program, which USB does not show. It is noted on
 * the phone and kept with its case.
 */
export function noteUnasked(state: State, fact: PhoneFact): State {
  const phone = phoneById(state, fact.phoneId)
  const { mode } = fact
  if (fact.kind !== 'arrived' || (mode !== 'dfu' && mode !== 'recovery') || !phone || !isUnasked(state, phone))
    return state
  const seen = { mode, wallMs: state.wallMs }
  const phones = state.phones.map((one) => (one === phone ? { ...phone, unasked: seen } : one))
  const open = state.case
  if (!open || open.outcome !== null || phoneOfCase(state)?.id !== phone.id) return { ...state, phones }
  return { ...state, phones, case: { ...open, unasked: [...(open.unasked ?? []), seen].slice(-MOST_KEPT) } }
}
