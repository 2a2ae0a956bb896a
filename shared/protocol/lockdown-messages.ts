import { dictionaryOf, readPlist, textOf } from './plist.ts'
import type { PlistValue } from './plist-value.ts'
import { writePlist } from './plist-write.ts'
import { type FrameReader, takeFrames } from './usbmux-frames.ts'

/** The service of a phone that answers before any pairing. Source: libimobiledevice src/lockdown.c. */
export const LOCKDOWN_PORT = 62_078

const HEADER_BYTES = 4
const LONGEST_FRAME_BYTES = 4 * 1_048_576

/** An answer of the phone, as it came. */
export type LockdownAnswer = Readonly<Record<string, PlistValue>>

/** Why the phone does not do what it was asked. */
export type LockdownRefusal =
  | 'needs-session'
  | 'locked'
  | 'trust-waits'
  | 'trust-denied'
  | 'not-paired'
  | 'prohibited'
  | 'other'

const REFUSALS = new Map<string, LockdownRefusal>(
  Object.entries({
    SessionInactive: 'needs-session',
    MissingSessionID: 'needs-session',
    PasswordProtected: 'locked',
    PasscodeProtected: 'locked',
    EscrowLocked: 'locked',
    PairingDialogResponsePending: 'trust-waits',
    UserDeniedPairing: 'trust-denied',
    InvalidHostID: 'not-paired',
    MissingHostID: 'not-paired',
    MissingPairRecord: 'not-paired',
    InvalidPairRecord: 'not-paired',
    GetProhibited: 'prohibited',
    SetProhibited: 'prohibited',
    PairingProhibitedOverThisConnection: 'prohibited',
  }),
)

/** Takes a request’s fields; gives it as one frame: its length in big-endian order, then a property list. */
export function lockdownRequest(fields: Readonly<Record<string, PlistValue>>): Uint8Array {
  const body = writePlist({ Label: 'handhold', ...fields })
  const frame = new Uint8Array(HEADER_BYTES + body.length)
  new DataView(frame.buffer).setUint32(0, body.length)
  frame.set(body, HEADER_BYTES)
  return frame
}

function lockdownLength(view: DataView): { header: number; frame: number } | 'nonsense' {
  const body = view.getUint32(0)
  return body === 0 || body > LONGEST_FRAME_BYTES ? 'nonsense' : { header: HEADER_BYTES, frame: HEADER_BYTES + body }
}

/** Takes more bytes of the tunnel; gives the phone’s answers, and whether it answers nonsense. */
export function takeLockdownAnswers(
  reader: FrameReader,
  bytes: Uint8Array,
): { readonly answers: readonly LockdownAnswer[]; readonly nonsense: boolean } {
  const { bodies, nonsense } = takeFrames(reader, bytes, lockdownLength)
  const answers = bodies.map((body) => dictionaryOf(readPlist(body)))
  const whole = answers.filter((answer) => answer !== null)
  return { answers: whole, nonsense: nonsense || whole.length < answers.length }
}

/** What the phone refuses, null when it does not. */
export function refusalOf(answer: LockdownAnswer): LockdownRefusal | null {
  const error = textOf(answer['Error'])
  if (error !== null) return REFUSALS.get(error) ?? 'other'
  return answer['Result'] === 'Failure' ? 'other' : null
}

/** Whether the phone’s system answers, or the one that restores it; both look the same on USB. Null for any other answer. */
export function systemOf(answer: LockdownAnswer): 'normal' | 'restore' | null {
  if (answer['Type'] === 'com.apple.mobile.lockdown') return 'normal'
  return answer['Type'] === 'com.apple.mobile.restored' ? 'restore' : null
}

/** What a phone says of itself without being paired; null is "not said". The ECID is 16 upper-case hex digits. */
export type PhoneFacts = {
  readonly name: string | null
  readonly productType: string | null
  readonly version: string | null
  readonly build: string | null
  readonly board: string | null
  readonly ecid: string | null
}

/** Reads the answer to a request for all values. */
export function readPhoneFacts(answer: LockdownAnswer): PhoneFacts {
  const values = dictionaryOf(answer['Value']) ?? {}
  const chip = values['UniqueChipID']
  const ecid =
    typeof chip === 'number' && chip > 0 ? BigInt(chip) : typeof chip === 'bigint' ? BigInt.asUintN(64, chip) : null
  return {
    name: textOf(values['DeviceName']),
    productType: textOf(values['ProductType']),
    version: textOf(values['ProductVersion']),
    build: textOf(values['BuildVersion']),
    board: textOf(values['HardwareModel'])?.toLowerCase() ?? null,
    ecid: ecid === null ? null : ecid.toString(16).toUpperCase().padStart(16, '0'),
  }
}

/** What of a pair record is needed to speak to the phone in a session. Certificates and key are PEM. */
export type PairRecord = {
  readonly hostId: string
  readonly systemBuid: string
  readonly certificate: string
  readonly key: string
}

/** Takes the bytes of a pair record; gives what is needed of it, null when something is missing. */
export function readPairRecord(bytes: Uint8Array): PairRecord | null {
  const record = dictionaryOf(readPlist(bytes))
  const pem = (value: PlistValue | undefined) =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : textOf(value)
  const hostId = textOf(record?.['HostID'])
  const systemBuid = textOf(record?.['SystemBUID'])
  const certificate = pem(record?.['HostCertificate'])
  const key = pem(record?.['HostPrivateKey'])
  if (hostId === null || systemBuid === null || certificate === null || key === null) return null
  return { hostId, systemBuid, certificate, key }
}
