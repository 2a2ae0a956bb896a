import { hostFindings } from '../../../shared/engine/host-findings.ts'
import type { State } from '../../../shared/engine/state.ts'
import { hostWords } from '../../../shared/texts/host-words.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { phoneName } from '../phones/phone-name.ts'

/** One thing that this computer needs, as far as it could be seen. */
export type Need = { readonly id: string; readonly level: 'ok' | 'look' | 'unknown'; readonly words: string }

/** Of everything that the look finds, what decides whether a phone is seen at all. */
const ABOUT_PHONES = new Set([
  ...['apple-mobile-device-service', 'apple-driver', 'usbmuxd', 'udev-rules'],
  ...['accessory', 'phone-programs'],
])

function usbNeed(t: Translate, { status, problem }: State['host']['usb']): Need {
  if (problem !== null) {
    const words = `${t(`problem.${problem.code}.what`)} ${t(`problem.${problem.code}.do`)}`
    return { id: 'usb', level: 'look', words }
  }
  const level = status === 'starting' ? 'unknown' : 'ok'
  return { id: 'usb', level, words: t(`welcome.usb.${level}`) }
}

function phoneNeed(t: Translate, phones: State['phones']): Need {
  const phone = phones.find(({ presence }) => presence === 'attached')
  if (phone === undefined) return { id: 'phone', level: 'unknown', words: t('welcome.phone.unknown') }
  return { id: 'phone', level: 'ok', words: t('welcome.phone.ok', { name: phoneName(t, phone.identity) }) }
}

/** What is needed before a phone can be helped, live from the State; without a look at this computer only what USB itself tells. */
export function needs(t: Translate, state: State): readonly Need[] {
  const { usb, facts } = state.host
  const found = facts ? hostFindings(facts, null).filter(({ id }) => ABOUT_PHONES.has(id)) : []
  return [
    usbNeed(t, usb),
    ...found.map(({ id, level, text }): Need => ({ id, level, words: hostWords(t, text) })),
    phoneNeed(t, state.phones),
  ]
}
