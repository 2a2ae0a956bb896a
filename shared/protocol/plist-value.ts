/** A property list's value. Dates stay as text; data is bytes; whole numbers beyond 2^53 are bigints. */
export type PlistValue =
  | string
  | number
  | bigint
  | boolean
  | Uint8Array
  | readonly PlistValue[]
  | { readonly [key: string]: PlistValue }

/** Deeper nesting than any of Apple's lists has. */
export const PLIST_DEPTH = 64
