/** One file inside a zip, as its directory tells it. Sizes and offsets are bytes. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  readonly headerAt: number
}

/** Where a zip's directory is. */
export type ZipDirectory = { readonly at: number; readonly bytes: number; readonly entries: number }

const END = 0x06054b50
const END_BYTES = 22
const LOCATOR = 0x07064b50
const LOCATOR_BYTES = 20
const END64 = 0x06064b50
export const END64_BYTES = 56
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
const LOCAL = 0x04034b50
export const LOCAL_BYTES = 30
/** So much of a file's end holds the end record whatever comment it has. */
export const TAIL_BYTES = END_BYTES + 0xffff + LOCATOR_BYTES
const UNKNOWN32 = 0xffffffff
const UNKNOWN16 = 0xffff
const ZIP64_FIELD = 0x0001

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A 64-bit number as far as a file can be long; larger ones stay larger than any file. */
const long = (view: DataView, at: number) => Number(view.getBigUint64(at, true))

/** Whether the bytes begin as a zip with at least one file does. */
export const beginsAsZip = (bytes: Uint8Array) => bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === LOCAL

/**
 * Takes a file's last bytes; gives the directory, or where the larger record that names it stands
 * (`end64At`), or null: no end record, which is what a download that stopped leaves.
 */
export function findDirectory(tail: Uint8Array): ZipDirectory | { readonly end64At: number } | null {
  const view = viewOf(tail)
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END) continue
    // the record's comment must end with the file, else these are someone's data
    if (at + END_BYTES + view.getUint16(at + 20, true) !== tail.length) continue
    const entries = view.getUint16(at + 10, true)
    const bytes = view.getUint32(at + 12, true)
    const offset = view.getUint32(at + 16, true)
    const locator = at - LOCATOR_BYTES
    const large = entries === UNKNOWN16 || bytes === UNKNOWN32 || offset === UNKNOWN32
    if (locator >= 0 && view.getUint32(locator, true) === LOCATOR) return { end64At: long(view, locator + 8) }
    // the locator belongs to the record and is missing
    if (large) return null
    return { at: offset, bytes, entries }
  }
  return null
}

/** Takes the 56 bytes of a zip64 end record; gives the directory, or null when they are none. */
export function readEnd64(bytes: Uint8Array): ZipDirectory | null {
  if (bytes.length < END64_BYTES) return null
  const view = viewOf(bytes)
  if (view.getUint32(0, true) !== END64) return null
  return { entries: long(view, 32), bytes: long(view, 40), at: long(view, 48) }
}

/** The 64-bit values that replace those that did not fit, in their fixed order; null when one is missing. */
function widened(view: DataView, at: number, end: number, wanted: number): number[] | null {
  if (wanted === 0) return []
  for (let field = at; field + 4 <= end;) {
    const length = view.getUint16(field + 2, true)
    if (field + 4 + length > end) return null
    if (view.getUint16(field, true) === ZIP64_FIELD)
      return length < wanted * 8
        ? null
        : Array.from({ length: wanted }, (_, index) => long(view, field + 4 + index * 8))
    field += 4 + length
  }
  return null
}

const utf8 = new TextDecoder('utf-8')

/** Takes a directory's bytes and a place in them; gives the entry there and the place of the next, null when there is none. */
export function readEntry(directory: Uint8Array, at: number): { entry: ZipEntry; next: number } | null {
  if (at + ENTRY_BYTES > directory.length) return null
  const view = viewOf(directory)
  if (view.getUint32(at, true) !== ENTRY) return null
  const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const next = extraEnd + view.getUint16(at + 32, true)
  if (next > directory.length) return null
  const small = {
    bytes: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    header: view.getUint32(at + 42, true),
  }
  const missing = [small.bytes, small.packed, small.header].filter((value) => value === UNKNOWN32).length
  const wide = widened(view, nameEnd, extraEnd, missing)
  if (wide === null) return null
  const take = (value: number) => (value === UNKNOWN32 ? (wide.shift() ?? 0) : value)
  const [bytes, packedBytes, headerAt] = [take(small.bytes), take(small.packed), take(small.header)]
  const entry = {
    name: utf8.decode(directory.subarray(at + ENTRY_BYTES, nameEnd)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    bytes,
    packedBytes,
    headerAt,
  }
  return { entry, next }
}

/** Takes the bytes in front of an entry's data; gives how far behind its header the data begins, null when that is none. */
export function localHeader(bytes: Uint8Array): { readonly method: number; readonly headerBytes: number } | null {
  if (bytes.length < LOCAL_BYTES) return null
  const view = viewOf(bytes)
  if (view.getUint32(0, true) !== LOCAL) return null
  return {
    method: view.getUint16(8, true),
    headerBytes: LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true),
  }
}

export const STORED = 0
export const DEFLATED = 8
/** Deflate cannot pack more than about 1032 to 1. */
const MOST_PACKED = 1033

/** Whether a name leads out of the folder that it is unpacked into, or is none. */
export function isUnsafeName(name: string): boolean {
  return (
    name === '' ||
    name.includes('\0') ||
    name.includes('\\') ||
    name.startsWith('/') ||
    /^[A-Za-z]:/u.test(name) ||
    name.split('/').includes('..')
  )
}

/** What is wrong with an entry by its own words, before any of its data is read; null when nothing is. */
export function entryTrouble(
  entry: ZipEntry,
  directoryAt: number,
): 'unsafe-name' | 'encrypted' | 'method' | 'sizes' | 'bomb' | 'outside' | null {
  if (isUnsafeName(entry.name)) return 'unsafe-name'
  if (entry.encrypted) return 'encrypted'
  if (entry.method !== STORED && entry.method !== DEFLATED) return 'method'
  if (entry.headerAt + LOCAL_BYTES + entry.packedBytes > directoryAt) return 'outside'
  if (entry.method === STORED && entry.packedBytes !== entry.bytes) return 'sizes'
  if (entry.bytes > entry.packedBytes * MOST_PACKED + 64) return 'bomb'
  return null
}
