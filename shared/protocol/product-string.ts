import type { DeviceClass } from '../knowledge/vocabulary.ts'

/** What the USB product string names: a product type (`iPhone12,1`, known or not), or only a class of device. */
export type ProductFacts = { readonly productType: string | null; readonly deviceClass: DeviceClass | null }

/** The whole string, or it is an accessory (`iPad Keyboard`). */
const CLASS_WORDS: readonly (readonly [RegExp, DeviceClass])[] = [
  [/^iphone$/i, 'iphone'],
  [/^ipad$/i, 'ipad'],
  [/^ipod(?: touch)?$/i, 'ipod'],
  [/^apple ?tv$/i, 'appletv'],
  [/^homepod(?: mini)?$/i, 'homepod'],
  [/^(?:apple )?watch$/i, 'watch'],
  [/^(?:mac|imac|macbook)(?: (?:pro|air|mini|studio))?$/i, 'mac'],
]

/**
 * Takes the USB product string as it came (null: not read); gives what it names. `Apple Mobile Device (DFU Mode)` and everything
 * else names nothing. Never throws. Source: product strings of running systems as usbmuxd's documentation lists them.
 */
export function parseProductString(raw: string | null): ProductFacts {
  const text = (raw ?? '').slice(0, 128).trim()
  const type = /^(?:iPhone|iPad|iPod|AppleTV|AudioAccessory|Watch|iBridge|(?:Mac|iMac)[A-Za-z]*)\d{1,2},\d{1,2}$/.exec(
    text,
  )
  if (type) return { productType: type[0], deviceClass: null }
  return { productType: null, deviceClass: CLASS_WORDS.find(([word]) => word.test(text))?.[1] ?? null }
}
