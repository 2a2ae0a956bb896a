/** SHA-1 of bytes as they come, for where nothing faster is at hand: the page's own digest wants the whole file at once. */
export type Sha1 = { update(bytes: Uint8Array): void; hex(): string }

const BLOCK_BYTES = 64
const LENGTH_AT = 56

const turned = (word: number, by: number) => (word << by) | (word >>> (32 - by))

/** What the rounds of each stretch of twenty mix, and the constant they add. Source: FIPS 180-4, 4.1.1 and 4.2.1. */
const mixed = (at: number, b: number, c: number, d: number) =>
  at < 20
    ? ((b & c) | (~b & d)) + 0x5a827999
    : at < 40
      ? (b ^ c ^ d) + 0x6ed9eba1
      : at < 60
        ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
        : (b ^ c ^ d) + 0xca62c1d6

/** One block into the state, in variables of its own, which is what makes it fast. Source: FIPS 180-4, 6.1.2. */
function mix(state: Int32Array, schedule: Int32Array): void {
  for (let at = 16; at < 80; at += 1)
    schedule[at] = turned(schedule[at - 3]! ^ schedule[at - 8]! ^ schedule[at - 14]! ^ schedule[at - 16]!, 1)
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  for (let at = 0; at < 80; at += 1) {
    const sum = (turned(a, 5) + (mixed(at, b, c, d) | 0) + e + schedule[at]!) | 0
    e = d
    d = c
    c = turned(b, 30)
    b = a
    a = sum
  }
  state[0] = (state[0]! + a) | 0
  state[1] = (state[1]! + b) | 0
  state[2] = (state[2]! + c) | 0
  state[3] = (state[3]! + d) | 0
  state[4] = (state[4]! + e) | 0
}

/** Begins a sum. Source: FIPS 180-4. */
export function startSha1(): Sha1 {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
  const schedule = new Int32Array(80)
  const rest = new Uint8Array(BLOCK_BYTES)
  let restBytes = 0
  let allBytes = 0

  const block = (bytes: Uint8Array, from: number) => {
    for (let word = 0, at = from; word < 16; word += 1, at += 4)
      schedule[word] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
    mix(state, schedule)
  }
  const update = (bytes: Uint8Array) => {
    allBytes += bytes.length
    let at = 0
    if (restBytes > 0) {
      at = Math.min(BLOCK_BYTES - restBytes, bytes.length)
      rest.set(bytes.subarray(0, at), restBytes)
      restBytes += at
      if (restBytes < BLOCK_BYTES) return
      block(rest, 0)
      restBytes = 0
    }
    for (; at + BLOCK_BYTES <= bytes.length; at += BLOCK_BYTES) block(bytes, at)
    rest.set(bytes.subarray(at))
    restBytes = bytes.length - at
  }
  return {
    update,
    hex() {
      const bits = BigInt(allBytes) * 8n
      const padding = new Uint8Array((restBytes < LENGTH_AT ? LENGTH_AT : LENGTH_AT + BLOCK_BYTES) - restBytes + 8)
      padding[0] = 0x80
      new DataView(padding.buffer).setBigUint64(padding.length - 8, bits)
      update(padding)
      return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
    },
  }
}
