import type { Message } from '../engine/message.ts'
import type { Translate } from './translate.ts'

/** Words one sentence about this computer; the ids of parts and versions in it become their names. */
export function hostWords(t: Translate, { key, params }: Message): string {
  if (params === undefined) return t(key)
  const { part, name, ...rest } = params
  return t(key, {
    ...rest,
    ...(part === undefined ? {} : { part: t(`host.part.name.${part}`) }),
    ...(name === undefined ? {} : { name: t(`host.version.name.${name}`) }),
  })
}
