import type { Identity } from '../../../shared/engine/phone.ts'
import { devicesByProductType } from '../../../shared/knowledge/devices.ts'
import type { Translate } from '../../../shared/texts/translate.ts'

/** More names than this say less than none. */
const MOST_NAMES = 6

/** The name of a phone: its model, else what kind of device it is. A running phone shows its chip and not its model. */
export function phoneName(t: Translate, identity: Identity): string {
  if (identity.name !== null) return identity.name
  return t.has(`phone.class.${identity.deviceClass}`)
    ? t(`phone.class.${identity.deviceClass}`)
    : t('phone.unknown-model')
}

/** The models that it can be, where several share its chip; empty where the model is known or nothing narrows it down. */
export function possibleModels(identity: Identity): readonly string[] {
  if (identity.name !== null || identity.productTypes.length < 2) return []
  const rows = identity.productTypes.flatMap((type) => devicesByProductType(type))
  const names = rows.filter((row) => row.deviceClass === identity.deviceClass).map((row) => row.name)
  const different = [...new Set(names)]
  return different.length > MOST_NAMES ? [] : different
}
