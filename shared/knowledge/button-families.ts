import { classOfProductType, devicesByProductType } from './devices.ts'
import type { Provenance } from './provenance.ts'
import type { ButtonFamily } from './vocabulary.ts'

/** Where the button is that wakes the device: the name people know it by. */
export type PowerButton = 'side' | 'top'

/** A rule: product types of this shape have these buttons. `note` names a dispute between sources (a key in texts). */
export type FamilyRow = Provenance & {
  readonly family: ButtonFamily
  readonly power: PowerButton
  readonly types: RegExp
  readonly note: 'ipod-9-disputed' | null
}

/** The buttons of one model. `assumed`: the model is not in our table and the newest kind is taken. */
export type ModelButtons = Provenance & {
  readonly family: ButtonFamily
  readonly power: PowerButton
  readonly assumed: boolean
  readonly note: FamilyRow['note']
}

const LEGACY_KIT = 'LukeZGD/Legacy-iOS-Kit restore.sh at 86cf0c1, device_dfuhelper'

const row = (
  family: ButtonFamily,
  power: PowerButton,
  types: RegExp,
  confidence: FamilyRow['confidence'] = 'reported',
  source: string = LEGACY_KIT,
  note: FamilyRow['note'] = null,
): FamilyRow => ({ family, power, types, note, confidence, source })

const DISPUTE = `${LEGACY_KIT} says Volume Down; palera1n/palera1n src/dfuhelper.c at b0348f1 says Home`

/** Narrow before wide: the first rule that matches a product type is meant. */
export const FAMILY_ROWS: readonly FamilyRow[] = [
  // iPhone SE (1st gen) has its button on top; the 6 and 6s have it at the side.
  row('home', 'top', /^iPhone8,4$/),
  row('home', 'side', /^iPhone[78],\d+$/),
  row('home', 'top', /^iPhone[1-6],\d+$/),
  row('solid-home', 'side', /^iPhone9,\d+$/),
  // iPhone 8 and every later one, with the SE of the 2nd and 3rd generation (iPhone12,8 and iPhone14,6): these have
  // a Home button, and are restarted like phones without one.
  row('face-id', 'side', /^iPhone1[0-8],\d+$/),
  row('home', 'top', /^iPod[1-7],\d+$/),
  row('solid-home', 'top', /^iPod9,1$/, 'unconfirmed', DISPUTE, 'ipod-9-disputed'),
  row('home', 'top', /^iPad(?:[1-7]|11|12),\d+$/),
  row('ipad-no-home', 'top', /^iPad(?:8|1[3-7]),\d+$/),
]

const ASSUMED: Provenance = {
  source: 'Inferred: every phone since 2017 and every tablet since 2022 is of this kind',
  confidence: 'inferred',
}

/** The kind of buttons that a model has which came out after our table was written; null for what has no such guide. */
function newestKind(productType: string): ModelButtons | null {
  switch (classOfProductType(productType)) {
    case 'iphone':
      return NEWEST_IPHONE
    case 'ipad':
      return NEWEST_IPAD
    default:
      return null
  }
}

/** What a phone that is not in the table is taken to have. */
export const NEWEST_IPHONE: ModelButtons = { family: 'face-id', power: 'side', assumed: true, note: null, ...ASSUMED }
/** What an iPad that is not in the table is taken to have. */
export const NEWEST_IPAD: ModelButtons = { family: 'ipad-no-home', power: 'top', assumed: true, note: null, ...ASSUMED }

/**
 * Takes a product type such as `iPhone12,1`; gives its button family and the name of its power button. A model that is not in the
 * device table is `assumed`: a newer one is of the newest kind. Null for devices without a guide (Apple TV, HomePod, watch, Mac).
 */
export function buttonsOf(productType: string): ModelButtons | null {
  const rule = FAMILY_ROWS.find(({ types }) => types.test(productType))
  if (!rule) return newestKind(productType)
  const { family, power, note, source, confidence } = rule
  return { family, power, note, source, confidence, assumed: devicesByProductType(productType).length === 0 }
}
