import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

/** One file to put into a zip; what stands beside its data overrides what would be true. */
export type Part = {
  readonly name: string
  readonly data: Uint8Array
  readonly deflate?: boolean
  readonly crc?: number
  readonly bytes?: number
  readonly method?: number
  readonly localMethod?: number
  readonly flags?: number
  /** Says that the data begin at another file's header. */
  readonly headerAt?: number
  /** A hole of so many bytes before this file, which costs no disk. */
  readonly holeBefore?: number
}

export type Built = {
  readonly bytes: number
  readonly directoryAt: number
  readonly headers: readonly number[]
  readonly directoryEntries: readonly number[]
  readonly end64At: number | null
  readonly endAt: number
}

const LIMIT = 0xffffffff

function local(part: Part, packed: Uint8Array, crc: number): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(45, 4)
  header.writeUInt16LE(part.flags ?? 0, 6)
  header.writeUInt16LE(part.localMethod ?? part.method ?? (part.deflate === true ? 8 : 0), 8)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(Math.min(packed.length, LIMIT), 18)
  header.writeUInt32LE(Math.min(part.bytes ?? part.data.length, LIMIT), 22)
  header.writeUInt16LE(Buffer.byteLength(part.name), 26)
  return Buffer.concat([header, Buffer.from(part.name)])
}

function central(part: Part, packed: Uint8Array, crc: number, at: number, zip64: boolean): Buffer {
  const wide: bigint[] = []
  const field = (value: number) => {
    if (!zip64 && value < LIMIT) return value
    wide.push(BigInt(value))
    return LIMIT
  }
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(45, 4)
  header.writeUInt16LE(45, 6)
  header.writeUInt16LE(part.flags ?? 0, 8)
  header.writeUInt16LE(part.method ?? (part.deflate === true ? 8 : 0), 10)
  header.writeUInt32LE(crc, 16)
  // in the order of the wide fields: size, packed size, place
  const [size, packedSize, place] = [part.bytes ?? part.data.length, packed.length, part.headerAt ?? at].map(field)
  header.writeUInt32LE(packedSize ?? 0, 20)
  header.writeUInt32LE(size ?? 0, 24)
  header.writeUInt16LE(Buffer.byteLength(part.name), 28)
  header.writeUInt16LE(wide.length === 0 ? 0 : 4 + wide.length * 8, 30)
  header.writeUInt32LE(place ?? 0, 42)
  const extra = Buffer.alloc(wide.length === 0 ? 0 : 4 + wide.length * 8)
  if (wide.length > 0) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(wide.length * 8, 2)
    wide.forEach((value, index) => extra.writeBigUInt64LE(value, 4 + index * 8))
  }
  return Buffer.concat([header, Buffer.from(part.name), extra])
}

function endRecords(entries: number, bytes: number, at: number, end64At: number, zip64: boolean): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(zip64 ? 0xffff : entries, 8)
  end.writeUInt16LE(zip64 ? 0xffff : entries, 10)
  end.writeUInt32LE(zip64 ? LIMIT : bytes, 12)
  end.writeUInt32LE(zip64 ? LIMIT : at, 16)
  if (!zip64) return end
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(45, 12)
  record.writeUInt16LE(45, 14)
  record.writeBigUInt64LE(BigInt(entries), 24)
  record.writeBigUInt64LE(BigInt(entries), 32)
  record.writeBigUInt64LE(BigInt(bytes), 40)
  record.writeBigUInt64LE(BigInt(at), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(end64At), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([record, locator, end])
}

/** Writes a zip; gives where its structures are. With `zip64` every size and place is written in 64 bits. */
export function buildZip(path: string, parts: readonly Part[], options: { zip64?: boolean } = {}): Built {
  const file = openSync(path, 'w')
  let at = 0
  const put = (bytes: Uint8Array) => {
    writeSync(file, bytes, 0, bytes.length, at)
    at += bytes.length
  }
  const headers: number[] = []
  const rows: Buffer[] = []
  for (const part of parts) {
    at += part.holeBefore ?? 0
    const packed = part.deflate === true ? deflateRawSync(part.data) : part.data
    const crc = part.crc ?? crc32(part.data)
    headers.push(at)
    rows.push(central(part, packed, crc, at, options.zip64 === true))
    put(local(part, packed, crc))
    put(packed)
  }
  const directoryAt = at
  const directoryEntries: number[] = []
  for (const row of rows) {
    directoryEntries.push(at)
    put(row)
  }
  const directoryBytes = at - directoryAt
  const zip64 = options.zip64 === true || directoryAt >= LIMIT
  const end64At = at
  put(endRecords(parts.length, directoryBytes, directoryAt, end64At, zip64))
  ftruncateSync(file, at)
  closeSync(file)
  return { bytes: at, directoryAt, headers, directoryEntries, end64At: zip64 ? end64At : null, endAt: at - 22 }
}
