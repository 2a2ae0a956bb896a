/** How the text of a log is stored; `null` until enough bytes came to tell. */
export type LogEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** What has been understood so far of a log's bytes. The one who holds it hands it in and takes it back with each chunk. */
export type LogDecoder = {
  encoding: LogEncoding | null
  /** Bytes that wait for the rest of their character, or for the encoding to be known. */
  waiting: Uint8Array<ArrayBufferLike>
}

const NOTHING = new Uint8Array(0)
/** Zeros stand in every second place of UTF-16 text in Latin letters; so many bytes are looked at. */
const LOOKED_AT_BYTES = 512
const ENOUGH_BYTES = 4
const REPLACEMENT = [0xef, 0xbf, 0xbd] as const

export const startDecoding = (): LogDecoder => ({ encoding: null, waiting: NOTHING })

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}

/** Reads the byte order mark, else tells UTF-16 by where the zeros are. Any bytes give an answer. */
function encodingOf(bytes: Uint8Array): { encoding: LogEncoding; markBytes: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 }
  const looked = Math.min(bytes.length, LOOKED_AT_BYTES) & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  const pairs = looked / 2
  if (odd > pairs * 0.7 && even < pairs * 0.1) return { encoding: 'utf-16le', markBytes: 0 }
  if (even > pairs * 0.7 && odd < pairs * 0.1) return { encoding: 'utf-16be', markBytes: 0 }
  return { encoding: 'utf-8', markBytes: 0 }
}

/** Takes an even number of bytes of UTF-16; gives UTF-8. Halves of pairs become U+FFFD: no log line is known by them. */
function narrow(bytes: Uint8Array, littleEndian: boolean): Uint8Array {
  const out = new Uint8Array((bytes.length / 2) * 3)
  let length = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const first = bytes[at] ?? 0
    const second = bytes[at + 1] ?? 0
    const unit = littleEndian ? first | (second << 8) : (first << 8) | second
    if (unit < 0x80) out[length++] = unit
    else if (unit < 0x800) {
      out[length++] = 0xc0 | (unit >> 6)
      out[length++] = 0x80 | (unit & 0x3f)
    } else if (unit >= 0xd800 && unit < 0xe000) {
      for (const byte of REPLACEMENT) out[length++] = byte
    } else {
      out[length++] = 0xe0 | (unit >> 12)
      out[length++] = 0x80 | ((unit >> 6) & 0x3f)
      out[length++] = 0x80 | (unit & 0x3f)
    }
  }
  return out.subarray(0, length)
}

/**
 * Takes the next bytes of a log (`last`: there are no more), in UTF-8 or UTF-16 of either order, with or without its mark;
 * gives the same text in UTF-8 as far as it is complete. Never fails. UTF-8 is passed on as it is, without a copy.
 */
export function decodeLogBytes(decoder: LogDecoder, bytes: Uint8Array, last = false): Uint8Array {
  let all = joined(decoder.waiting, bytes)
  if (decoder.encoding === null) {
    if (all.length < ENOUGH_BYTES && !last) {
      decoder.waiting = all.slice()
      return NOTHING
    }
    const { encoding, markBytes } = encodingOf(all)
    decoder.encoding = encoding
    all = all.subarray(markBytes)
  }
  decoder.waiting = NOTHING
  if (decoder.encoding === 'utf-8') return all
  const whole = all.length & ~1
  if (whole < all.length && !last) decoder.waiting = all.slice(whole)
  return narrow(all.subarray(0, whole), decoder.encoding === 'utf-16le')
}
