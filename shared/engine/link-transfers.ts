import { whyNotAsked } from './loader.ts'
import type { Phone, UsbDevice } from './phone.ts'
import { mayBeLookedAt } from './phone-trip.ts'
import type { State } from './state.ts'
import type { LinkTransfers, TransferOutcome } from './verification-facts.ts'

/** What a restore in another program takes at most from one mode to the next, as the boot loader's own rule has it. */
const LATELY_MS = 600_000

/** Somebody else's program may have sent this phone to recovery a moment ago, to restore it: nobody asked for these transfers. */
function sentByOthers(state: State, phone: Phone): boolean {
  const { guide, trip } = state
  const byGuide = guide?.phoneId === phone.id && guide.stage === 'ended' && guide.verdict?.id === 'entered'
  const byUs = byGuide || (trip?.phoneId === phone.id && trip.request === 'enter')
  const lately = phone.changes.filter(({ mode, atMs }) => mode !== null && state.atMs - atMs < LATELY_MS)
  return !byUs && lately.some(({ mode }, index) => mode === 'normal' && lately[index + 1]?.mode === 'recovery')
}

/**
 * Why no transfer is tried with this phone now; null: it may be. What may be: in recovery, variables that every boot loader tells; in
 * the running system, what it says of itself without being paired. In DFU and in every other boot mode nothing, during a restore
 * nothing. The transfers are over before a person can begin the next try in another program.
 */
function whyNoTransfer(state: State, phone: Phone): TransferOutcome | null {
  if (phone.mode === 'recovery') {
    const why = whyNotAsked(state, phone)
    if (why === null && !sentByOthers(state, phone)) return null
    return why === 'guide-runs' ? why : 'restore-runs'
  }
  if (phone.mode !== 'normal') return phone.mode === 'restore' ? 'restore-runs' : 'mode'
  if (phone.identity.udid === null) return 'no-id'
  return mayBeLookedAt(state, phone) ? null : 'restore-runs'
}

/** The transfers of a test that begins now: to be made, or not with the reason. */
export const transfersFor = (state: State, phone: Phone, { deviceId }: UsbDevice): LinkTransfers => ({
  ...{ deviceId, outcome: whyNoTransfer(state, phone), done: 0, errors: 0 },
})
