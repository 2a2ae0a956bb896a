import { z } from 'zod'
import { buttonsOf } from '../knowledge/button-families.ts'
import { devicesByProductType } from '../knowledge/devices.ts'
import { MODES } from '../knowledge/vocabulary.ts'
import type { Effect } from './effects.ts'
import type { Event } from './events.ts'
import { CommandOutcome, type Phone, TalkOutcome } from './phone.ts'
import type { PhoneFact } from './phones.ts'
import { restoreSeems } from './restore-seems.ts'
import type { State } from './state.ts'
import { phoneById, type Step, still } from './step-result.ts'

/** A phone on its way into or out of recovery, because it was asked to over its own connection. */
export const PhoneTrip = z.object({
  phoneId: z.string(),
  /** The enumeration that was asked. */
  deviceId: z.string(),
  request: z.enum(['enter', 'leave']),
  /** `moving`: it agreed, and is expected elsewhere. */
  stage: z.enum(['asking', 'moving', 'ended']),
  /** What it answered; null while it has not. */
  outcome: z.union([TalkOutcome, CommandOutcome]).nullable(),
  /** The mode that was seen at the end; null where none was. */
  mode: z.enum(MODES).nullable(),
  startedAtMs: z.number(),
  tookMs: z.number().nullable(),
  /** The other program that reached the phone, where we were kept out. */
  by: z.literal('irecovery').optional(),
})
export type PhoneTrip = z.infer<typeof PhoneTrip>

/** A system takes up to 45 s to come back; after this nothing is expected any more. */
const TRIP_MS = 90_000
/** A phone that came out of a boot mode so lately may be in the hands of a restore. */
const AFTER_BOOT_MODE_MS = 1_200_000

/** Why a phone is not asked now; null: it may be. */
export type NoTrip = 'wrong-mode' | 'guide-runs' | 'restore-suspected' | 'under-way' | 'no-id'

const isBoot = (mode: Phone['mode'] | null) => mode === 'dfu' || mode === 'recovery'
const guideRuns = ({ guide }: State) => guide !== null && guide.stage !== 'card' && guide.stage !== 'ended'

/** Whether this phone may be asked to enter or to leave recovery now. Nothing is asked of a phone that may be being restored. */
export function whyNoTrip(state: State, phone: Phone | null, request: PhoneTrip['request']): NoTrip | null {
  if (!phone?.usb || phone.mode !== (request === 'enter' ? 'normal' : 'recovery')) return 'wrong-mode'
  if (request === 'enter' && phone.identity.udid === null) return 'no-id'
  if (guideRuns(state)) return 'guide-runs'
  if (restoreSeems(state, phone)) return 'restore-suspected'
  return state.trip && state.trip.stage !== 'ended' ? 'under-way' : null
}

/** The id of a phone as it is shown before it is asked for something that it may not come back from. */
export const shownId = ({ identity }: Phone): string => identity.udid ?? identity.ecid ?? identity.serialNumber ?? ''

/** Whether the phone, its enumeration and the id that was shown are still the same. */
export const isAsShown = (phone: Phone, event: { readonly deviceId: string; readonly shownId: string }): boolean =>
  phone.usb?.deviceId === event.deviceId && shownId(phone) === event.shownId

/** A request to the boot loader, which an installed irecovery may make too: nobody's hands wait for it. */
function askLoader(phone: Phone | null, deviceId: string, request: 'set-auto-boot' | 'reboot'): Effect {
  const ecid = phone?.identity.ecid ?? null
  return { kind: 'recovery.send', deviceId, request, ...(ecid !== null && { irecoveryEcid: ecid }) }
}

/** The person asked. Dropped where the phone or its mode has changed since it was shown. */
export function beginTrip(state: State, event: Extract<Event, { kind: 'recovery.enter' | 'recovery.leave' }>): Step {
  const request = event.kind === 'recovery.enter' ? 'enter' : 'leave'
  const phone = phoneById(state, event.phoneId)
  if (!phone?.usb || !isAsShown(phone, event) || whyNoTrip(state, phone, request) !== null) return still(state)
  const { deviceId } = phone.usb
  const { udid } = phone.identity
  const ask: Effect =
    request === 'enter'
      ? { kind: 'phone.enter-recovery', deviceId, udid: udid ?? '' }
      : askLoader(phone, deviceId, 'set-auto-boot')
  const trip: PhoneTrip = {
    ...{ phoneId: phone.id, deviceId, request, stage: 'asking', outcome: null, mode: null },
    startedAtMs: state.atMs,
    tookMs: null,
  }
  return { state: { ...state, trip }, effects: [{ kind: 'journal.flush' }, ask] }
}

const ended = (state: State, trip: PhoneTrip, change: Partial<PhoneTrip>): State => ({
  ...state,
  trip: { ...trip, ...change, stage: 'ended', tookMs: state.atMs - trip.startedAtMs },
})

/** The phone, or what stands between, answered. */
export function tripAnswered(
  state: State,
  event: Extract<Event, { kind: 'phone.answered' | 'recovery.answered' }>,
): Step {
  const { trip } = state
  if (trip?.stage !== 'asking' || trip.deviceId !== event.deviceId) return still(state)
  const { outcome } = event
  const asked = event.kind === 'recovery.answered' && event.by !== undefined ? { ...trip, by: event.by } : trip
  if (event.kind === 'recovery.answered' && event.request === 'set-auto-boot') {
    // a phone that refuses to store it may start all the same
    if (outcome !== 'ok' && outcome !== 'not-available') return still(ended(state, asked, { outcome }))
    const reboot = askLoader(phoneById(state, trip.phoneId), trip.deviceId, 'reboot')
    return { state: { ...state, trip: asked }, effects: [reboot] }
  }
  if (event.kind === 'recovery.answered' && event.request === 'probe') return still(state)
  if (outcome !== 'ok') return still(ended(state, asked, { outcome }))
  return still({ ...state, trip: { ...asked, stage: 'moving', outcome } })
}

/** The phone is somewhere again: that is where the trip ended, whether it was meant or not. */
export function tripArrived(state: State, fact: PhoneFact): State {
  const { trip } = state
  if (!trip || trip.stage === 'ended' || trip.phoneId !== fact.phoneId || fact.kind !== 'arrived') return state
  return ended(state, trip, { outcome: 'ok', mode: fact.mode })
}

const shownMode = (phone: Phone | null) => (phone?.usb ? phone.mode : null)

/** After a while nothing comes any more. */
export function tripDue(state: State): State {
  const { trip } = state
  if (!trip || trip.stage === 'ended' || state.atMs < trip.startedAtMs + TRIP_MS) return state
  // one that agreed and is still there stayed where it was
  const mode = trip.stage === 'moving' ? shownMode(phoneById(state, trip.phoneId)) : null
  return ended(state, trip, { mode, outcome: trip.outcome ?? 'failed' })
}

/** When a trip is given up. */
export const nextTripMs = ({ trip }: State): number | null =>
  trip && trip.stage !== 'ended' ? trip.startedAtMs + TRIP_MS : null

/** Whether this phone is moving because it was asked to. */
export const tripMoves = ({ trip }: State, phone: Phone): boolean =>
  trip?.phoneId === phone.id && trip.stage !== 'ended'

/** Whether something of ours brought this phone to where it is: what came out of a boot mode otherwise may be being restored. */
function broughtByUs({ guide, trip }: State, phone: Phone): boolean {
  const byGuide = guide?.phoneId === phone.id && guide.stage === 'ended' && guide.verdict?.id === 'entered'
  return byGuide || (trip?.phoneId === phone.id && trip.request === 'leave')
}

/** Whether a running phone may be asked for what it tells everybody: not while a restore may be at work on it. */
export function mayBeLookedAt(state: State, phone: Phone): boolean {
  const lately = phone.changes.some(({ mode, atMs }) => isBoot(mode) && state.atMs - atMs < AFTER_BOOT_MODE_MS)
  return !restoreSeems(state, phone) && (!lately || broughtByUs(state, phone))
}

/** A running phone arrived: what it says without being paired is worth asking for, unless a restore may be at work. */
export function lookEffects(state: State, facts: readonly PhoneFact[]): Effect[] {
  if (state.practice || guideRuns(state)) return []
  return facts.flatMap((fact): Effect[] => {
    const phone = phoneById(state, fact.phoneId)
    if (fact.kind === 'left' || phone?.mode !== 'normal' || !phone.usb || phone.identity.udid === null) return []
    if (!mayBeLookedAt(state, phone)) return []
    return [{ kind: 'phone.look', deviceId: phone.usb.deviceId, udid: phone.identity.udid }]
  })
}

/** What a running phone said of itself joins what USB shows; the restore system answers too, and looks the same on USB. */
export function phoneTold(state: State, event: Extract<Event, { kind: 'phone.told' }>): State {
  const phones = state.phones.map((phone) => {
    if (phone.usb?.deviceId !== event.deviceId || phone.mode !== 'normal') return phone
    const { outcome, system, facts } = event
    const told = {
      ...phone,
      running: { outcome, version: facts?.version ?? null, deviceName: facts?.deviceName ?? null },
    }
    const mode = system === 'restore' ? ('restore' as const) : phone.mode
    return { ...told, mode, identity: facts ? withFacts(phone.identity, facts) : phone.identity }
  })
  return { ...state, phones }
}

function withFacts(
  known: Phone['identity'],
  facts: { readonly productType: string | null; readonly ecid: string | null },
): Phone['identity'] {
  const ecid = known.ecid ?? facts.ecid
  const type = facts.productType
  const rows = type === null ? [] : devicesByProductType(type)
  // a model that the table does not have says nothing about its buttons
  if (type === null || rows.length === 0) return { ...known, ecid }
  const name = rows[0]?.name ?? known.name
  return { ...known, ecid, productTypes: [type], name, buttonFamily: buttonsOf(type)?.family ?? known.buttonFamily }
}
