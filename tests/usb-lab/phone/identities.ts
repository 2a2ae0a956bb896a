import { deviceByChipAndBoard, devicesByProductType } from '../../../shared/knowledge/devices.ts'
import { APPLE_VENDOR_ID } from '../../../shared/knowledge/usb-ids.ts'

/** The modes the lab's phone can be put in; `restore` shows the ids of normal mode and a serial of forty f. */
export const PHONE_MODES = ['normal', 'recovery', 'dfu', 'restore'] as const
export type PhoneMode = (typeof PHONE_MODES)[number]

/** What the phone shows on USB in one mode. */
export type Showing = {
  readonly vendorId: number
  readonly productId: number
  readonly serial: string
  readonly product: string
}

/** One invented phone: its ids are made up, their shape is real. */
export type PhoneIdentity = {
  readonly productType: string
  readonly cpid: string
  readonly bdid: string
  /** 16 upper-case hex digits */
  readonly ecid: string
  readonly serialNumber: string
  readonly udid: string
  readonly bootTag: string
  /** String descriptor 1 in recovery and DFU: nonces of the application processor and of the Secure Enclave. */
  readonly nonces: string
}

const nonces = (seed: string) => `NONC:${seed.repeat(8)} SNON:${seed.repeat(5)}`

const identityOf = (
  productType: string,
  ecid: string,
  rest: Pick<PhoneIdentity, 'serialNumber' | 'udid' | 'bootTag'>,
): PhoneIdentity => {
  const row = devicesByProductType(productType)[0]
  if (row === undefined || deviceByChipAndBoard(row.cpid, row.bdid) === null)
    throw new Error(`${productType} is not in the device table`)
  return { productType, cpid: row.cpid, bdid: row.bdid, ecid, nonces: nonces(ecid.slice(0, 8).toLowerCase()), ...rest }
}

/** The phones of the lab: one with the old form of UDID, one whose UDID contains its ECID. */
export const PHONES = {
  x: identityOf('iPhone10,6', '000A1D2E3C4B5A69', {
    serialNumber: 'F17LABXXJCLP',
    udid: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
    bootTag: 'iBoot-3332.0.0.1.23',
  }),
  eleven: identityOf('iPhone12,1', '001A2B3C4D5E6F70', {
    serialNumber: 'C39LABXXN72J',
    udid: '00008030001A2B3C4D5E6F70',
    bootTag: 'iBoot-4479.0.0.100.4',
  }),
} as const satisfies Record<string, PhoneIdentity>

export type PhoneName = keyof typeof PHONES

const PRODUCT_ID = { normal: 0x12a8, restore: 0x12a8, recovery: 0x1281, dfu: 0x1227 } as const

const PRODUCT_TEXT = {
  normal: 'iPhone',
  restore: 'iPhone',
  recovery: 'Apple Mobile Device (Recovery Mode)',
  dfu: 'Apple Mobile Device (DFU Mode)',
} as const

/** The boot string that stands for the serial number in recovery and DFU, as iBoot and the ROM write it. */
const bootString = ({ cpid, bdid, ecid, serialNumber, bootTag }: PhoneIdentity, mode: 'recovery' | 'dfu') => {
  const common = `SDOM:01 CPID:${cpid} CPRV:11 CPFM:03 SCEP:01 BDID:${bdid} ECID:${ecid}`
  return mode === 'recovery' ? `${common} IBFL:3D SRNM:[${serialNumber}]` : `${common} IBFL:3C SRTG:[${bootTag}]`
}

/** Ids and strings of this phone in this mode. */
export const showingOf = (identity: PhoneIdentity, mode: PhoneMode): Showing => ({
  vendorId: APPLE_VENDOR_ID,
  productId: PRODUCT_ID[mode],
  serial: mode === 'normal' ? identity.udid : mode === 'restore' ? 'f'.repeat(40) : bootString(identity, mode),
  product: PRODUCT_TEXT[mode],
})
