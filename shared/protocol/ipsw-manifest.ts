import { devicesByProductType } from '../knowledge/devices.ts'
import type { DeviceRow } from '../knowledge/devices-row.ts'
import { arrayOf, dictionaryOf, textOf } from './plist.ts'
import type { PlistValue } from './plist-value.ts'

/** One phone and one way of restoring it that a firmware file serves. Chip and board are upper-case hex, as in boot strings. */
export type FirmwareIdentity = {
  readonly cpid: string | null
  readonly bdid: string | null
  readonly deviceClass: string | null
  readonly behaviour: 'update' | 'erase' | null
  readonly variant: string | null
  /** Files inside the zip that it needs. */
  readonly paths: readonly string[]
}

/** What a firmware file says of itself. */
export type Firmware = {
  readonly version: string | null
  readonly build: string | null
  readonly productTypes: readonly string[]
  readonly identities: readonly FirmwareIdentity[]
}

/** An id as text in hex or as a number; gives upper-case hex of at least so many digits, null for anything else. */
function hexId(value: PlistValue | undefined, digits: number): string | null {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\s*(?:0x[0-9a-f]{1,8}|\d{1,10})\s*$/iu.test(value)
        ? Number(value)
        : Number.NaN
  if (!Number.isSafeInteger(number) || number < 0) return null
  return number.toString(16).toUpperCase().padStart(digits, '0')
}

function identityOf(value: PlistValue): FirmwareIdentity | null {
  const identity = dictionaryOf(value)
  if (identity === null) return null
  const info = dictionaryOf(identity['Info'])
  const behaviour = textOf(info?.['RestoreBehavior'])?.toLowerCase()
  const manifest = dictionaryOf(identity['Manifest']) ?? {}
  const paths = Object.values(manifest).flatMap((component) => {
    const path = textOf(dictionaryOf(dictionaryOf(component)?.['Info'])?.['Path'])
    return path === null || path === '' ? [] : [path]
  })
  return {
    cpid: hexId(identity['ApChipID'], 4),
    bdid: hexId(identity['ApBoardID'], 2),
    deviceClass: textOf(info?.['DeviceClass']),
    behaviour: behaviour === 'erase' || behaviour === 'update' ? behaviour : null,
    variant: textOf(info?.['Variant']),
    paths: [...new Set(paths)],
  }
}

/** Takes the value of `BuildManifest.plist`; gives what it says, or null when it is no such list. */
export function readBuildManifest(value: PlistValue | null): Firmware | null {
  const top = dictionaryOf(value)
  if (top === null || !Array.isArray(top['BuildIdentities'])) return null
  return {
    version: textOf(top['ProductVersion']),
    build: textOf(top['ProductBuildVersion']),
    productTypes: arrayOf(top['SupportedProductTypes']).flatMap((each) => textOf(each) ?? []),
    identities: arrayOf(top['BuildIdentities']).flatMap((each) => identityOf(each) ?? []),
  }
}

/** Takes the value of `Restore.plist`, which is all that the oldest firmware has; gives what it says, or null. */
export function readRestorePlist(value: PlistValue | null): Firmware | null {
  const top = dictionaryOf(value)
  const build = textOf(top?.['ProductBuildVersion'])
  if (top === null || build === null) return null
  const single = textOf(top['ProductType'])
  const types = arrayOf(top['SupportedProductTypes']).flatMap((each) => textOf(each) ?? [])
  const images = Object.values(dictionaryOf(top['SystemRestoreImages']) ?? {}).flatMap((each) => textOf(each) ?? [])
  const paths = [...new Set(images)]
  const boards = arrayOf(top['DeviceMap']).flatMap((each): FirmwareIdentity[] => {
    const device = dictionaryOf(each)
    if (device === null) return []
    return [
      {
        cpid: hexId(device['CPID'], 4),
        bdid: hexId(device['BDID'], 2),
        deviceClass: textOf(device['BoardConfig']),
        behaviour: null,
        variant: null,
        paths,
      },
    ]
  })
  return {
    version: textOf(top['ProductVersion']),
    build,
    productTypes: types.length > 0 ? types : single === null ? [] : [single],
    identities: boards,
  }
}

/** The phone that a firmware file is wanted for. Chip and board where USB has shown them. */
export type WantedPhone = { readonly productType: string; readonly cpid: string | null; readonly bdid: string | null }

/** `depends-on-chip`: the model was built with two chips, and the file serves one of them. */
export type Fit = 'fits' | 'other-model' | 'other-chip' | 'depends-on-chip'

const serves = (identity: FirmwareIdentity, row: { cpid: string; bdid: string }) =>
  identity.cpid === row.cpid && identity.bdid === row.bdid

/** The boards that the wanted phone can have. */
function boardsOf({ productType, cpid, bdid }: WantedPhone): readonly Pick<DeviceRow, 'cpid' | 'bdid'>[] {
  return cpid !== null && bdid !== null ? [{ cpid, bdid }] : devicesByProductType(productType)
}

/**
 * Whether a firmware file is for this phone: its product type must be listed, and an identity must name its chip and its board.
 * One product type can have two chips (6s, 6s Plus, SE, iPad 5).
 */
export function fitOf(firmware: Firmware, phone: WantedPhone): Fit {
  if (!firmware.productTypes.includes(phone.productType)) return 'other-model'
  const boards = boardsOf(phone)
  const served = boards.filter((row) => firmware.identities.some((identity) => serves(identity, row)))
  if (boards.length > 0 && served.length === 0) return 'other-chip'
  return served.length < boards.length ? 'depends-on-chip' : 'fits'
}

/** The identities that serve this phone, without research variants; all of them when no phone is named. */
export function identitiesFor(firmware: Firmware, phone: WantedPhone | null): readonly FirmwareIdentity[] {
  const customer = firmware.identities.filter(({ variant }) => variant === null || !/research/iu.test(variant))
  if (phone === null) return customer
  return customer.filter((identity) => boardsOf(phone).some((row) => serves(identity, row)))
}

/** What a firmware file's name says, as Apple writes it: `iPhone12,1_18.3.2_22D82_Restore.ipsw`. Null for other names. */
export function readFirmwareName(name: string): { readonly version: string; readonly build: string } | null {
  const match = /_(\d{1,2}(?:\.\d{1,2}){1,3})_(\d{1,2}[A-Z]\d{1,5}[a-z]?)_Restore\b/u.exec(name)
  const [, version, build] = match ?? []
  return version === undefined || build === undefined ? null : { version, build }
}
