/** What the service says of one firmware file. `unknown-build`: it knows the model, and no such firmware for it. */
export type ServiceAnswer =
  | {
      readonly kind: 'known'
      readonly signed: boolean
      /** Of the whole file; lower-case hex. Null where the service has none. */
      readonly sha1: string | null
      readonly bytes: number | null
      readonly newestSigned: NamedFirmware | null
    }
  | { readonly kind: 'unknown-build'; readonly newestSigned: NamedFirmware | null }
export type NamedFirmware = { readonly version: string; readonly build: string }

const MOST_ROWS = 2000
const SHA1 = /^[0-9a-f]{40}$/iu
const VERSION = /^\d{1,3}(?:\.\d{1,3}){0,3}$/u
const BUILD = /^\d{1,2}[A-Z]\d{1,6}[a-z]?$/u

type Row = NamedFirmware & { signed: boolean; sha1: string | null; bytes: number | null; releasedAt: string }

const textIn = (value: object, key: string): string => {
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'string' ? found : ''
}

function rowOf(value: unknown): Row | null {
  if (typeof value !== 'object' || value === null) return null
  const [version, build, sha1] = [textIn(value, 'version'), textIn(value, 'buildid'), textIn(value, 'sha1sum')]
  const signed: unknown = Reflect.get(value, 'signed')
  if (!VERSION.test(version) || !BUILD.test(build) || typeof signed !== 'boolean') return null
  const bytes: unknown = Reflect.get(value, 'filesize')
  return {
    ...{ version, build, signed },
    sha1: SHA1.test(sha1) ? sha1.toLowerCase() : null,
    bytes: typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null,
    releasedAt: textIn(value, 'releasedate'),
  }
}

/**
 * Takes the text of the service's answer about a model; gives what it says of the firmware with this build, or null where it
 * is no answer about this model. Source: api.ipsw.me v4, as idevicerestore reads it.
 */
export function readServiceAnswer(text: string, productType: string, build: string): ServiceAnswer | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || textIn(value, 'identifier') !== productType) return null
  const listed: unknown = Reflect.get(value, 'firmwares')
  if (!Array.isArray(listed)) return null
  const rows = listed.slice(0, MOST_ROWS).flatMap((each: unknown) => rowOf(each) ?? [])
  const newest = rows
    .filter(({ signed }) => signed)
    .toSorted((one, other) => other.releasedAt.localeCompare(one.releasedAt))[0]
  const newestSigned = newest === undefined ? null : { version: newest.version, build: newest.build }
  const same = rows.filter((row) => row.build === build)
  const [first] = same
  if (first === undefined) return { kind: 'unknown-build', newestSigned }
  return {
    ...{ kind: 'known', newestSigned, sha1: first.sha1, bytes: first.bytes },
    signed: same.some(({ signed }) => signed),
  }
}

/**
 * Whether a file is the one that the service knows: `other` where its size or its sum differ, `same` only where the sum is
 * the same, null where neither can be said.
 */
export function comparedWith(
  file: { readonly bytes: number; readonly sha1: string | null },
  known: { readonly bytes: number | null; readonly sha1: string | null },
): 'same' | 'other' | null {
  if (known.bytes !== null && known.bytes !== file.bytes) return 'other'
  if (known.sha1 === null || file.sha1 === null) return null
  return known.sha1 === file.sha1 ? 'same' : 'other'
}
