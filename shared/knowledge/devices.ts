import { APPLE_TVS, HOMEPODS, IPODS } from './devices-home.ts'
import { IPADS } from './devices-ipad.ts'
import { IPHONES } from './devices-iphone.ts'
import { MACS, OTHER_APPLE_DEVICES } from './devices-mac.ts'
import type { DeviceRow } from './devices-row.ts'
import { WATCHES } from './devices-watch.ts'
import type { DeviceClass } from './vocabulary.ts'

/** Every Apple device that shows the boot strings of an iPhone; phones first. */
export const DEVICES: readonly DeviceRow[] = [
  ...IPHONES,
  ...IPODS,
  ...IPADS,
  ...APPLE_TVS,
  ...HOMEPODS,
  ...WATCHES,
  ...MACS,
  ...OTHER_APPLE_DEVICES,
]

const byChipAndBoard = new Map(DEVICES.map((row) => [`${row.cpid}/${row.bdid}`, row]))
const byProductType = Map.groupBy(DEVICES, (row) => row.productType)
const byChip = Map.groupBy(DEVICES, (row) => row.cpid)

/** Takes chip (four hex digits) and board number (two), upper case; gives the one model that has both, or null. */
export function deviceByChipAndBoard(cpid: string, bdid: string): DeviceRow | null {
  return byChipAndBoard.get(`${cpid}/${bdid}`) ?? null
}

/** Takes a product type such as `iPhone8,1`; gives its rows: two where Apple built it with two chips, none when unknown. */
export function devicesByProductType(productType: string): readonly DeviceRow[] {
  return byProductType.get(productType) ?? []
}

/** Takes a chip (four upper-case hex digits); gives all models that have it, none when unknown. */
export function devicesByChip(cpid: string): readonly DeviceRow[] {
  return byChip.get(cpid) ?? []
}

const CLASS_BY_TYPE_PREFIX: readonly (readonly [RegExp, DeviceClass])[] = [
  [/^iPhone\d/, 'iphone'],
  [/^iPad\d/, 'ipad'],
  [/^iPod\d/, 'ipod'],
  [/^AppleTV\d/, 'appletv'],
  [/^AudioAccessory\d/, 'homepod'],
  [/^Watch\d/, 'watch'],
  [/^(?:Mac|iMac|iBridge|ADP|VirtualMac)[A-Za-z]*\d/, 'mac'],
]

/** Takes a product type, known or not; gives its class of device by the shape of its name, `other` when it has none. */
export function classOfProductType(productType: string): DeviceClass {
  const known = devicesByProductType(productType)[0]
  if (known) return known.deviceClass
  return CLASS_BY_TYPE_PREFIX.find(([shape]) => shape.test(productType))?.[1] ?? 'other'
}
