import { PLIST_DEPTH, type PlistValue } from './plist-value.ts'

const TRAILER_BYTES = 32
/** More objects than any list that Handhold reads has; references may repeat, so what is read is counted, not what is stored. */
const MOST_OBJECTS = 500_000

class NotAList extends Error {}

/** Apple's dates count seconds from 2001-01-01; kept as that number of seconds. */
class BinaryReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #offsetBytes: number
  readonly #referenceBytes: number
  readonly #count: number
  readonly #table: number
  readonly top: number
  #read = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const trailer = bytes.length - TRAILER_BYTES
    if (trailer < 8) throw new NotAList()
    this.#offsetBytes = this.#unsigned(trailer + 6, 1)
    this.#referenceBytes = this.#unsigned(trailer + 7, 1)
    this.#count = this.#unsigned(trailer + 8, 8)
    this.top = this.#unsigned(trailer + 16, 8)
    this.#table = this.#unsigned(trailer + 24, 8)
    if (this.#offsetBytes < 1 || this.#offsetBytes > 8 || this.#referenceBytes < 1 || this.#referenceBytes > 8)
      throw new NotAList()
    if (this.#table + this.#count * this.#offsetBytes > trailer) throw new NotAList()
  }

  #unsigned(at: number, length: number): number {
    if (at < 0 || at + length > this.#bytes.length) throw new NotAList()
    let value = 0
    for (let index = 0; index < length; index += 1) value = value * 256 + (this.#bytes[at + index] ?? 0)
    return value
  }

  #slice(at: number, length: number): Uint8Array {
    if (length < 0 || at + length > this.#bytes.length) throw new NotAList()
    return this.#bytes.subarray(at, at + length)
  }

  /** The count behind a marker, and where the content begins. */
  #sized(at: number, low: number): { count: number; from: number } {
    if (low !== 0x0f) return { count: low, from: at + 1 }
    const length = 2 ** (this.#unsigned(at + 1, 1) & 0x0f)
    if (length > 8) throw new NotAList()
    return { count: this.#unsigned(at + 2, length), from: at + 2 + length }
  }

  #integer(at: number, low: number): number | bigint {
    const length = 2 ** low
    if (length > 16) throw new NotAList()
    if (length < 8) return this.#unsigned(at + 1, length)
    this.#slice(at + 1, length)
    const value = this.#view.getBigInt64(at + 1 + length - 8)
    const whole = length === 16 ? BigInt.asUintN(64, value) : value
    return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole
  }

  #references(from: number, count: number): number[] {
    this.#slice(from, count * this.#referenceBytes)
    return Array.from({ length: count }, (_, index) =>
      this.#unsigned(from + index * this.#referenceBytes, this.#referenceBytes),
    )
  }

  #container(at: number, kind: number, low: number, depth: number): PlistValue {
    const { count, from } = this.#sized(at, low)
    if (kind !== 0xd0) return this.#references(from, count).map((reference) => this.value(reference, depth + 1))
    const references = this.#references(from, count * 2)
    const entries = references.slice(0, count).map((key, index): [string, PlistValue] => {
      const name = this.value(key, depth + 1)
      if (typeof name !== 'string') throw new NotAList()
      return [name, this.value(references[count + index] ?? -1, depth + 1)]
    })
    return Object.fromEntries(entries)
  }

  value(reference: number, depth: number): PlistValue {
    this.#read += 1
    if (depth > PLIST_DEPTH || this.#read > MOST_OBJECTS || reference < 0 || reference >= this.#count)
      throw new NotAList()
    const at = this.#unsigned(this.#table + reference * this.#offsetBytes, this.#offsetBytes)
    const marker = this.#unsigned(at, 1)
    const kind = marker & 0xf0
    const low = marker & 0x0f
    if (marker === 0x08 || marker === 0x09) return marker === 0x09
    if (kind === 0x10) return this.#integer(at, low)
    if (kind === 0x20 || kind === 0x30) {
      this.#slice(at + 1, 2 ** low)
      if (low === 2) return this.#view.getFloat32(at + 1)
      if (low === 3) return this.#view.getFloat64(at + 1)
      throw new NotAList()
    }
    if (kind === 0x80) return this.#unsigned(at + 1, low + 1)
    if (kind === 0xa0 || kind === 0xc0 || kind === 0xd0) return this.#container(at, kind, low, depth)
    const { count, from } = this.#sized(at, low)
    if (kind === 0x40) return new Uint8Array(this.#slice(from, count))
    if (kind === 0x50) return new TextDecoder('latin1').decode(this.#slice(from, count))
    if (kind === 0x60) return new TextDecoder('utf-16be').decode(this.#slice(from, count * 2))
    throw new NotAList()
  }
}

/** Takes the bytes of a binary property list; gives its value, or null when they are none. Never follows a circle. */
export function readBinaryPlist(bytes: Uint8Array): PlistValue | null {
  try {
    const reader = new BinaryReader(bytes)
    return reader.value(reader.top, 0)
  } catch (error) {
    if (error instanceof NotAList || error instanceof RangeError) return null
    throw error
  }
}
