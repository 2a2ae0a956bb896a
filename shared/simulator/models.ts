import { devicesByProductType } from '../knowledge/devices.ts'
import type { Button, ButtonFamily } from '../knowledge/vocabulary.ts'
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

/** What a model's buttons are called, by the part they play: Power, the one that goes with it, and the one clicked first. */
export type ButtonNames = { readonly power: Button; readonly second: Button; readonly first: Button }

/** The names of the buttons on this model. Phones up to the 5s and the first SE have Power on top, later ones at the side. */
export function buttonNames(model: PhoneModel): ButtonNames {
  const isSide = model.deviceClass === 'iphone' && !/^iPhone[1-6],|^iPhone8,4$/.test(model.productType)
  const power: Button = isSide ? 'side' : 'top'
  switch (model.family) {
    case 'home':
      return { power, second: 'home', first: 'volume-up' }
    case 'ipad-no-home':
      return { power, second: 'volume-far-from-top', first: 'volume-near-top' }
    default:
      return { power, second: 'volume-down', first: 'volume-up' }
  }
}
