import { buttonsOf } from '../../../shared/knowledge/button-families.ts'
import { classOfProductType, DEVICES } from '../../../shared/knowledge/devices.ts'
import type { ButtonFamily } from '../../../shared/knowledge/vocabulary.ts'

export type PracticeModel = { readonly product: string; readonly name: string }

const HAND_HELD = new Set(['iphone', 'ipad', 'ipod'])

/** The model that stands for a family until another is chosen. */
export const USUAL_MODEL: Readonly<Record<ButtonFamily, string>> = {
  home: 'iPhone8,1',
  'solid-home': 'iPhone9,1',
  'face-id': 'iPhone12,1',
  'ipad-no-home': 'iPad8,1',
}

function modelsOf(family: ButtonFamily): PracticeModel[] {
  const byProduct = new Map(
    DEVICES.filter((row) => HAND_HELD.has(classOfProductType(row.productType))).map((row) => [
      row.productType,
      row.name,
    ]),
  )
  return [...byProduct]
    .filter(([product]) => buttonsOf(product)?.family === family)
    .map(([product, name]) => ({ product, name }))
}

/** Every phone, iPod touch and iPad that has a guide, by button family, in the order of the device table. */
export const PRACTICE_MODELS: Readonly<Record<ButtonFamily, readonly PracticeModel[]>> = {
  home: modelsOf('home'),
  'solid-home': modelsOf('solid-home'),
  'face-id': modelsOf('face-id'),
  'ipad-no-home': modelsOf('ipad-no-home'),
}
