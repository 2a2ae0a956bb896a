import type { Mode } from '../knowledge/vocabulary.ts'
import { identify } from './identify.ts'
import type { Identity, Phone, UsbDevice } from './phone.ts'

/** Within this time a device that appears can be one that left: restores re-enumerate with gaps of up to 40 s. */
const RETURN_WINDOW_MS = 90_000
/** A phone that left is expected back this long; afterwards it is "gone". */
export const AWAY_MS = 60_000
/** A phone that is gone is forgotten after this; its case keeps what it needs. */
export const FORGET_MS = 600_000
/** More than this are kept only while they are on USB: a workshop's hubs hold more, and what is plugged in is never dropped for it. */
const MAX_PHONES = 16
const MAX_ATTACHED = 64
const MAX_CHANGES = 20

/** What a change of the bus means for one phone. */
export type PhoneFact = {
  /** `read`: the strings of a device that arrived blank now say who it is. */
  readonly kind: 'left' | 'arrived' | 'read'
  readonly phoneId: string
  readonly mode: Mode
}

export type Phones = { readonly phones: Phone[]; readonly phonesSeen: number }
export type PhonesUpdate = Phones & { readonly facts: readonly PhoneFact[] }
export type Moment = { readonly atMs: number; readonly wallMs: number }

const unchanged = (phones: Phones): PhonesUpdate => ({ ...phones, facts: [] })

const replace = (phones: readonly Phone[], phone: Phone): Phone[] =>
  phones.map((other) => (other.id === phone.id ? phone : other))

function withChange(phone: Phone, mode: Mode | null, usbPort: string | null, moment: Moment): Phone {
  const change = { atMs: moment.atMs, wallMs: moment.wallMs, mode, usbPort }
  return { ...phone, changes: [...phone.changes, change].slice(-MAX_CHANGES) }
}

function leave(phone: Phone, moment: Moment): Phone {
  return withChange(
    { ...phone, presence: 'away', usb: null, reading: false, leftAtMs: moment.atMs, sinceMs: moment.atMs },
    null,
    null,
    moment,
  )
}

/** Both known and different: not the same thing. */
const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other

/** Whether one physical phone could show both identities. A UDID without an ECID in it says nothing against an ECID. */
function compatible(known: Identity, seen: Identity): boolean {
  if (differ(known.ecid, seen.ecid) || differ(known.udid, seen.udid)) return false
  if (differ(known.cpid, seen.cpid) || differ(known.bdid, seen.bdid)) return false
  return known.deviceClass === seen.deviceClass || known.deviceClass === 'other' || seen.deviceClass === 'other'
}

/** A board names one model; a chip alone (as in a UDID) names all models that have it. The shorter list says more. */
const knowsModelBetter = (seen: Identity, known: Identity) =>
  known.productTypes.length === 0 ||
  (seen.productTypes.length > 0 && seen.productTypes.length <= known.productTypes.length)

/** Carries over what a mode hides: DFU shows no serial number, a blank string shows nothing at all. */
function merged(known: Identity, seen: Identity): Identity {
  const model = knowsModelBetter(seen, known) ? seen : known
  return {
    ...seen,
    deviceClass: seen.deviceClass === 'other' ? known.deviceClass : seen.deviceClass,
    productTypes: model.productTypes,
    name: model.name ?? seen.name ?? known.name,
    buttonFamily: model.buttonFamily ?? seen.buttonFamily ?? known.buttonFamily,
    cpid: seen.cpid ?? known.cpid,
    bdid: seen.bdid ?? known.bdid,
    ecid: seen.ecid ?? known.ecid,
    udid: seen.udid ?? known.udid,
    serialNumber: seen.serialNumber ?? known.serialNumber,
  }
}

/** Watches, HomePods, Macs and Apple TVs have these modes too, and none of the guides. */
const isFollowed = ({ deviceClass }: Identity) =>
  deviceClass === 'iphone' || deviceClass === 'ipad' || deviceClass === 'ipod' || deviceClass === 'other'

const isBootMode = (mode: Mode) => mode !== 'normal' && mode !== 'restore'

/** These may say nothing about themselves, ever. */
const isSilent = (mode: Mode) => mode === 'wtf' || mode === 'debug-usb'

/** Any other boot mode says who it is; without an ECID the string has not been read yet. */
const isBlank = (mode: Mode, identity: Identity) =>
  isBootMode(mode) && !isSilent(mode) && identity.ecid === null && identity.cpid === null

/** A system that does not tell the port gives an empty one, which is no place. */
const samePlace = (phone: Phone, device: UsbDevice) => device.usbPort !== '' && phone.usbPort === device.usbPort

type Match = { readonly phone: Phone; readonly by: Phone['matchedBy'] }

function findMatch(phones: readonly Phone[], device: UsbDevice, seen: Identity, atMs: number): Match | null {
  const byEcid = seen.ecid === null ? undefined : phones.find((phone) => phone.identity.ecid === seen.ecid)
  if (byEcid) return { phone: byEcid, by: 'ecid' }
  const byUdid = seen.udid === null ? undefined : phones.find((phone) => phone.identity.udid === seen.udid)
  if (byUdid) return { phone: byUdid, by: 'udid' }
  const possible = phones.filter((phone) => compatible(phone.identity, seen))
  // one port carries one device: whoever we believe there has left without telling
  const there = possible.find((phone) => phone.presence === 'attached' && samePlace(phone, device))
  if (there) return { phone: there, by: 'port' }
  const away = possible.filter(
    (phone) => phone.leftAtMs !== null && phone.usb === null && atMs - phone.leftAtMs <= RETURN_WINDOW_MS,
  )
  const samePort = away.filter((phone) => samePlace(phone, device)).at(-1)
  if (samePort) return { phone: samePort, by: 'port' }
  // a known port that differs speaks against: another phone may have been plugged in. Where ports are not told, or the chip agrees
  // and nobody else is missing, "new since it left" is all there is to go by.
  const [only, another] = away.filter(
    (phone) =>
      phone.usbPort === '' || device.usbPort === '' || (seen.cpid !== null && phone.identity.cpid === seen.cpid),
  )
  return only && !another ? { phone: only, by: 'snapshot' } : null
}

/** The device is enumerated already and a blank string has been read: more is known now. */
function readAgain(before: Phones, phone: Phone, device: UsbDevice, seen: Identity): PhonesUpdate {
  if (phone.usb?.serial === device.serial && phone.usb.product === device.product) return unchanged(before)
  const known = {
    ...phone,
    usb: device,
    reading: isBlank(phone.mode, seen),
    identity: merged(phone.identity, seen),
  }
  const facts: PhoneFact[] =
    phone.reading && !known.reading ? [{ kind: 'read', phoneId: phone.id, mode: phone.mode }] : []
  return { ...before, phones: replace(before.phones, known), facts }
}

function arrive(
  before: Phones,
  match: Match | null,
  device: UsbDevice,
  mode: Mode,
  seen: Identity,
  moment: Moment,
): PhonesUpdate {
  const known = match?.phone
  const phonesSeen = known ? before.phonesSeen : before.phonesSeen + 1
  const identity = known ? merged(known.identity, seen) : seen
  const phone = withChange(
    {
      id: known?.id ?? `phone-${phonesSeen}`,
      presence: 'attached',
      mode,
      identity,
      reading: isBlank(mode, seen),
      usb: device,
      usbPort: device.usbPort,
      access: 'unknown',
      sinceMs: moment.atMs,
      leftAtMs: known?.leftAtMs ?? null,
      matchedBy: match?.by ?? 'first-seen',
      changes: known?.changes ?? [],
    },
    mode,
    device.usbPort,
    moment,
  )
  const phones = known ? replace(before.phones, phone) : [...before.phones, phone]
  return { phones: bounded(phones), phonesSeen, facts: [{ kind: 'arrived', phoneId: phone.id, mode }] }
}

/** Keeps the list short: phones that left longest ago go first. */
function bounded(phones: Phone[]): Phone[] {
  if (phones.length <= MAX_PHONES) return phones
  const oldest = phones.filter((phone) => phone.usb === null).sort((a, b) => (a.leftAtMs ?? 0) - (b.leftAtMs ?? 0))[0]
  if (oldest) return phones.filter((phone) => phone !== oldest)
  return phones.length <= MAX_ATTACHED ? phones : phones.slice(1)
}

/**
 * A device is on the bus. Takes what we believe, the device as the adapter saw it and the moment; gives the new list and what
 * it means for each phone. A device that is no phone changes nothing. Stating the same enumeration twice changes nothing.
 */
export function attach(before: Phones, device: UsbDevice, moment: Moment): PhonesUpdate {
  const { mode, identity: seen } = identify(device)
  if (mode === null || !isFollowed(seen)) return unchanged(before)
  const same = before.phones.find((phone) => phone.usb?.deviceId === device.deviceId)
  if (same && isSameMode(same.mode, mode) && compatible(same.identity, seen) && !claimedByOther(before, same, seen))
    return readAgain(before, same, device, seen)
  // the strings, once read, say that this enumeration was somebody else: that phone is away after all
  const released = same ? release(before, same, moment) : unchanged(before)
  const match = findMatch(released.phones, device, seen, moment.atMs)
  const missed = released.phones.filter(
    (phone) => phone.presence === 'attached' && (phone.id === match?.phone.id || samePlace(phone, device)),
  )
  let update: PhonesUpdate = released
  for (const phone of missed) update = followedBy(update, depart(update, phone, moment))
  const current = match && {
    ...match,
    phone: update.phones.find((phone) => phone.id === match.phone.id) ?? match.phone,
  }
  return followedBy(update, arrive(update, current, device, mode, seen, moment))
}

/** The restore system shows the ids of a running one: only what it said itself tells them apart, and no list takes that back. */
const isSameMode = (known: Mode, shown: Mode) => known === shown || (known === 'restore' && shown === 'normal')

const claimedByOther = (before: Phones, same: Phone, seen: Identity) =>
  seen.ecid !== null && before.phones.some((phone) => phone.id !== same.id && phone.identity.ecid === seen.ecid)

const followedBy = (first: PhonesUpdate, second: PhonesUpdate): PhonesUpdate => ({
  ...second,
  facts: [...first.facts, ...second.facts],
})

function depart(before: Phones, phone: Phone, moment: Moment): PhonesUpdate {
  return {
    ...before,
    phones: replace(before.phones, leave(phone, moment)),
    facts: [{ kind: 'left', phoneId: phone.id, mode: phone.mode }],
  }
}

/** Came without strings as nobody we know, and never said who it was. */
const isNobody = ({ identity: { ecid, udid, cpid }, changes }: Phone) =>
  ecid === null && udid === null && cpid === null && changes.length === 1

/** Lets go of an enumeration that was somebody else. Who was only held open for its strings is forgotten at once: it never was. */
function release(before: Phones, phone: Phone, moment: Moment): PhonesUpdate {
  const update = depart(before, phone, moment)
  if (!isNobody(phone)) return update
  const phones = update.phones.map((one) =>
    one.id === phone.id ? { ...one, presence: 'gone' as const, leftAtMs: moment.atMs - FORGET_MS } : one,
  )
  return { ...update, phones }
}

/** An enumeration ended. An id that we do not know (its attach was missed) changes nothing. */
export function detach(before: Phones, deviceId: string, moment: Moment): PhonesUpdate {
  const phone = before.phones.find((one) => one.usb?.deviceId === deviceId)
  return phone ? depart(before, phone, moment) : unchanged(before)
}

/** The full list of the bus: whatever differs from what we believe happened without our being told. */
export function relist(before: Phones, devices: readonly UsbDevice[], moment: Moment): PhonesUpdate {
  const present = new Set(devices.map((device) => device.deviceId))
  let update = unchanged(before)
  for (const phone of before.phones)
    if (phone.usb && !present.has(phone.usb.deviceId)) update = followedBy(update, depart(update, phone, moment))
  for (const device of devices)
    if (!isThereAlready(update.phones, device, devices)) update = followedBy(update, attach(update, device, moment))
  return update
}

/**
 * Whether the list has another enumeration with the same id, which we follow: one of the two is left over, and each list would
 * move the phone from one to the other.
 */
function isThereAlready(phones: readonly Phone[], device: UsbDevice, devices: readonly UsbDevice[]): boolean {
  const { ecid, udid } = identify(device).identity
  if (ecid === null && udid === null) return false
  const twins = devices.filter((other) => {
    const { identity } = identify(other)
    return other.deviceId !== device.deviceId && (ecid === null ? identity.udid === udid : identity.ecid === ecid)
  })
  return twins.some((twin) => phones.some(({ usb }) => usb?.deviceId === twin.deviceId))
}

/** Time alone: away becomes gone, gone is forgotten. `keep` names a phone that is never forgotten. */
export function age(phones: Phone[], atMs: number, keep: string | null): Phone[] {
  if (!phones.some((phone) => phone.leftAtMs !== null && phone.usb === null)) return phones
  return phones
    .filter((phone) => phone.usb !== null || phone.id === keep || atMs - (phone.leftAtMs ?? atMs) < FORGET_MS)
    .map((phone) =>
      phone.presence === 'away' && atMs - (phone.leftAtMs ?? atMs) >= AWAY_MS
        ? { ...phone, presence: 'gone' as const }
        : phone,
    )
}

/** When `age` next changes something; null for never. Takes the same `keep`, which has no end. */
export function nextAgeMs(phones: readonly Phone[], keep: string | null): number | null {
  const moments = phones
    .filter(
      (phone) => phone.usb === null && phone.leftAtMs !== null && !(phone.presence === 'gone' && phone.id === keep),
    )
    .map((phone) => (phone.leftAtMs ?? 0) + (phone.presence === 'away' ? AWAY_MS : FORGET_MS))
  return moments.length > 0 ? Math.min(...moments) : null
}
