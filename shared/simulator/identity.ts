import type { ButtonFamily, DeviceClass } from '../knowledge/vocabulary.ts'
import { type Dice, type Drawn, hexDigits, pick } from './dice.ts'

/** What the simulator needs of a row of the device table. */
export type PhoneModel = {
  readonly productType: string
  readonly name: string
  readonly deviceClass: DeviceClass
  readonly family: ButtonFamily
  /** Chip and board id as upper-case hex digits. */
  readonly cpid: string
  readonly bdid: string
}

/** What sets one phone apart from all others of its model. */
export type PhoneIds = {
  /** 16 upper-case hex digits */
  readonly ecid: string
  readonly udid: string
  readonly serialNumber: string
}

/** How one enumeration presents itself. `loader-dfu`: a first loader that waits, by DFU's id. `bad` is a DFU that was spoilt: it looks the same and fails its requests. */
export type UsbShown = {
  readonly mode: 'normal' | 'recovery' | 'dfu' | 'loader-dfu' | 'restore' | 'port-dfu' | 'debug-usb'
  readonly bad: boolean
}

/** The ids and strings of one enumeration, as the descriptors carry them. */
export type UsbStrings = {
  readonly vendorId: number
  readonly productId: number
  readonly product: string
  readonly serial: string
}

const SERIAL_LETTERS = 'CDFGHJKLMNPQRTVWXY0123456789'
const APPLE = 0x05ac

const chipNumber = (model: PhoneModel): number => Number.parseInt(model.cpid, 16)

/** From this chip on (A12) the UDID is made of chip id and ECID; before it is 40 hex digits. Source: domain 1.3. */
const isA12OrLater = (model: PhoneModel): boolean => {
  const chip = chipNumber(model)
  return chip >= 0x8020 && chip < 0x8900
}

/** Draws one phone's ECID, UDID and serial number, in the shapes its generation uses. */
export function drawIds(dice: Dice, model: PhoneModel): Drawn<PhoneIds> {
  const ecidTail = hexDigits(dice, 13)
  const ecid = `000${ecidTail.value}`
  const oldUdid = hexDigits(ecidTail.dice, 40)
  let next = oldUdid.dice
  let serialNumber = ''
  for (let index = 0; index < 12; index += 1) {
    const letter = pick(next, SERIAL_LETTERS.length)
    serialNumber += SERIAL_LETTERS[letter.value]
    next = letter.dice
  }
  const udid = isA12OrLater(model) ? `${model.cpid.padStart(8, '0')}${ecid}` : oldUdid.value.toLowerCase()
  return { value: { ecid, udid, serialNumber }, dice: next }
}

/** ROM builds by chip: the shape is that of dumps; where no dump was seen the figure is invented. Source: domain 1.3. */
const ROM_BUILDS: { readonly [cpid: string]: string } = {
  '8960': '1704.10',
  '7000': '1992.0.0.1.19',
  '8000': '2234.0.0.3.3',
  '8003': '2234.0.0.2.22',
  '8010': '2696.0.0.1.33',
  '8015': '3332.0.0.1.23',
}

/** Tokens before the ones that differ by mode. Newer chips put the security domain first. Source: domain 1.3. */
function bootSerial(model: PhoneModel, ids: PhoneIds, flags: string): string {
  const chip = chipNumber(model)
  const isRecent = chip >= 0x8015 && chip < 0x8900
  return `${isRecent ? 'SDOM:01 ' : ''}CPID:${model.cpid} CPRV:11 CPFM:03 SCEP:01 BDID:${model.bdid} ECID:${ids.ecid} IBFL:${flags}`
}

const NORMAL_PRODUCT_ID: { readonly [deviceClass: string]: number } = { ipad: 0x12ab, ipod: 0x12aa }
const NORMAL_PRODUCT: { readonly [deviceClass: string]: string } = { ipad: 'iPad', ipod: 'iPod' }

/** The ids and strings that this phone shows in a mode. Sources: domain 1.1 to 1.3. */
export function stringsOf(model: PhoneModel, ids: PhoneIds, shown: UsbShown): UsbStrings {
  switch (shown.mode) {
    case 'recovery': {
      const sika = chipNumber(model) >= 0x8120 && chipNumber(model) < 0x8900 ? ' SIKA:00' : ''
      return {
        vendorId: APPLE,
        productId: 0x1281,
        product: 'Apple Mobile Device (Recovery Mode)',
        serial: `${bootSerial(model, ids, '3D')}${sika} SRNM:[${ids.serialNumber}]`,
      }
    }
    case 'dfu':
      return {
        vendorId: APPLE,
        productId: 0x1227,
        product: 'Apple Mobile Device (DFU Mode)',
        serial: `${bootSerial(model, ids, '3C')} SRTG:[iBoot-${ROM_BUILDS[model.cpid] ?? '5540.0.0.100.4'}]`,
      }
    case 'loader-dfu':
      return {
        vendorId: APPLE,
        productId: 0x1227,
        product: 'Apple Mobile Device (DFU Mode)',
        serial: `${bootSerial(model, ids, '3C')} SRTG:[LLB-${ROM_BUILDS[model.cpid] ?? '5540.0.0.100.4'}]`,
      }
    case 'port-dfu':
      return { vendorId: APPLE, productId: 0xf014, product: 'Apple Mobile Device (Port DFU Mode)', serial: '' }
    case 'debug-usb':
      return { vendorId: APPLE, productId: 0x1881, product: 'Debug USB', serial: '' }
    default:
      return {
        vendorId: APPLE,
        productId: NORMAL_PRODUCT_ID[model.deviceClass] ?? 0x12a8,
        product: NORMAL_PRODUCT[model.deviceClass] ?? 'iPhone',
        serial: shown.mode === 'restore' ? 'f'.repeat(40) : ids.udid,
      }
  }
}
