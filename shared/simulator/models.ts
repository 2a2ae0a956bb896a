import { devicesByProductType } from '../knowledge/devices.ts'
import type { ButtonFamily } from '../knowledge/vocabulary.ts'
import type { PhoneModel } from './identity.ts'

/**
 * How a model's buttons are wired, from the device's side. Written here from the sources (domain 3.1) and not taken from
 * the guides' table, so that a slip in one of the two shows when a guide is pressed on the simulated phone.
 */
const WIRING: readonly (readonly [RegExp, ButtonFamily])[] = [
  [/^iPhone([1-8]),/, 'home'],
  [/^iPhone9,|^iPod9,/, 'solid-home'],
  [/^iPhone\d\d,/, 'face-id'],
  [/^iPod[1-7],/, 'home'],
  [/^iPad([1-7]|11|12),/, 'home'],
  [/^iPad(8|\d\d),/, 'ipad-no-home'],
]

/** The model of a product type such as `iPhone10,3`; throws for a product that is not a phone, iPod or iPad of the table. */
export function modelOf(productType: string): PhoneModel {
  const row = devicesByProductType(productType)[0]
  const family = WIRING.find(([shape]) => shape.test(productType))?.[1]
  if (!row || !family) throw new Error(`the simulator has no model ${productType}`)
  return {
    productType,
    name: row.name,
    deviceClass: row.deviceClass,
    family,
    cpid: row.cpid,
    bdid: row.bdid,
  }
}
