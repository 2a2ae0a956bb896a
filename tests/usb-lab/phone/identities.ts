import { stringsOf, type PhoneIds, type UsbStrings } from '../../../shared/simulator/identity.ts'
import { modelOf } from '../../../shared/simulator/models.ts'

/** The modes the lab's phone can be put in. */
export const PHONE_MODES = ['normal', 'recovery', 'dfu', 'restore'] as const
export type PhoneMode = (typeof PHONE_MODES)[number]

/** Ids and strings of one enumeration. They are the simulator's, so that fast tests and the lab see the same phone. */
export type Showing = UsbStrings

/** One invented phone: its ids are made up, their shape is real. */
export type PhoneIdentity = {
  readonly productType: string
  readonly ids: PhoneIds
  /** String descriptor 1 in recovery and DFU: nonces of the application processor and of the Secure Enclave. */
  readonly nonces: string
}

/** Nonces of a newer chip's lengths (32 and 20 bytes), made of the ECID. */
export const noncesOf = (ecid: string): string => {
  const eight = ecid.slice(-8).toLowerCase()
  return `NONC:${eight.repeat(8)} SNON:${eight.repeat(5)}`
}

const identityOf = (productType: string, ids: PhoneIds): PhoneIdentity => ({
  productType,
  ids,
  nonces: noncesOf(ids.ecid),
})

/** The phones of the lab: one with the old form of UDID, the others with UDIDs that contain their ECID. */
export const PHONES = {
  x: identityOf('iPhone10,6', {
    ecid: '000A1D2E3C4B5A69',
    serialNumber: 'F17LABXXJCLP',
    udid: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
  }),
  eleven: identityOf('iPhone12,1', {
    ecid: '001A2B3C4D5E6F70',
    serialNumber: 'C39LABXXN72J',
    udid: '00008030001A2B3C4D5E6F70',
  }),
  twelve: identityOf('iPhone13,2', {
    ecid: '000C2B3C4D5E6F81',
    serialNumber: 'F4GLABXX0DYN',
    udid: '00008101000C2B3C4D5E6F81',
  }),
  se: identityOf('iPhone12,8', {
    ecid: '00182B3C4D5E6F92',
    serialNumber: 'DX3LABXXPLJM',
    udid: '0000803000182B3C4D5E6F92',
  }),
} as const satisfies Record<string, PhoneIdentity>

export type PhoneName = keyof typeof PHONES

/** What this phone shows in this mode. */
export const showingOf = ({ productType, ids }: PhoneIdentity, mode: PhoneMode): Showing =>
  stringsOf(modelOf(productType), ids, { mode, bad: false })
