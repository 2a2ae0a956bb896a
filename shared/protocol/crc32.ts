const TABLES = 8

/** Eight tables take eight bytes at a time. Source: the CRC of PKWARE's APPNOTE 4.4.7 (polynomial 0xedb88320); Intel, "slicing-by-8". */
function makeTables(): readonly Int32Array[] {
  const tables = Array.from({ length: TABLES }, () => new Int32Array(256))
  const [first] = tables
  for (let byte = 0; byte < 256; byte += 1) {
    let sum = byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 0 ? sum >>> 1 : (sum >>> 1) ^ 0xedb88320
    first![byte] = sum
  }
  for (let table = 1; table < TABLES; table += 1)
    for (let byte = 0; byte < 256; byte += 1) {
      const before = tables[table - 1]![byte]!
      tables[table]![byte] = (before >>> 8) ^ first![before & 0xff]!
    }
  return tables
}
const [T0, T1, T2, T3, T4, T5, T6, T7] = makeTables() as [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
]

/** Adds bytes to a CRC-32 (0 for none yet); gives it as a whole number from 0. */
export function crc32(bytes: Uint8Array, sum: number): number {
  let crc = ~sum
  let at = 0
  for (const whole = bytes.length - (bytes.length % TABLES); at < whole; at += TABLES) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    crc =
      T7[crc & 0xff]! ^
      T6[(crc >>> 8) & 0xff]! ^
      T5[(crc >>> 16) & 0xff]! ^
      T4[crc >>> 24]! ^
      T3[bytes[at + 4]!]! ^
      T2[bytes[at + 5]!]! ^
      T1[bytes[at + 6]!]! ^
      T0[bytes[at + 7]!]!
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ T0[(crc ^ bytes[at]!) & 0xff]!
  return ~crc >>> 0
}
