import type { Provenance } from './provenance.ts'

/** The questions before anything erases, in the order in which they are asked; the words are `erase.<id>.ask` and `erase.<id>.why`. */
export const ERASE_QUESTIONS = [
  'liquid',
  'drop',
  'backup',
  'dataMatters',
  'appleAccount',
  'partReplaced',
  'noServiceBefore',
] as const
export type EraseQuestion = (typeof ERASE_QUESTIONS)[number]

/** Apple's own ways without a computer, offered first where they fit; the words are `erase.way.<id>`. */
export type WayWithoutComputer = Provenance & {
  readonly id: 'nearby-device-restore' | 'recovery-assistant'
  /** Systems that know the way, in words for a person to compare with. */
  readonly needs: string
  /** The models whose systems know it; a model that is not known may be one of them. */
  readonly product: RegExp
}

export const WAYS_WITHOUT_COMPUTER: readonly WayWithoutComputer[] = [
  {
    id: 'nearby-device-restore',
    needs: 'erase.way.nearby-device-restore.needs',
    // iPhone 16 and later
    product: /^iPhone(?:1[7-9]|[2-9]\d),\d+$/u,
    source: 'general knowledge of iOS 18 and later; Apple’s page was not available',
    confidence: 'unconfirmed',
  },
  {
    id: 'recovery-assistant',
    needs: 'erase.way.recovery-assistant.needs',
    // what iOS 26 runs on: iPhone 11 and later
    product: /^iPhone(?:1[2-9]|[2-9]\d),\d+$/u,
    source: 'general knowledge of iOS 26 and later; Apple’s page was not available',
    confidence: 'unconfirmed',
  },
]
