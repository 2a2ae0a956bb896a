import { createHash } from 'node:crypto'
import { crc32 as nodeCrc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { PAGE_TOOLS } from '../../renderer/features/firmware/page-tools.ts'

const crc32 = (bytes: Uint8Array, sum: number) => PAGE_TOOLS.crc32(bytes, sum)
const startSha1 = () => PAGE_TOOLS.sha1()

const bytesOf = (text: string) => new TextEncoder().encode(text)
const sha1 = (bytes: Uint8Array) => {
  const sum = startSha1()
  sum.update(bytes)
  return sum.hex()
}
/** Bytes that look like chance and are the same each time. */
const noise = (length: number) =>
  Uint8Array.from({ length }, (_, index) => (Math.imul(index + 1, 0x9e3779b1) >>> 13) & 255)

describe('the page’s own sums', () => {
  test.each([
    ['', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
  ])('SHA-1 of “%s” is that of the standard', (text, sum) => expect(sha1(bytesOf(text))).toBe(sum))

  test('the check value of CRC-32 is right', () => expect(crc32(bytesOf('123456789'), 0)).toBe(0xcbf43926))

  test('both are those of the computer for every length around a block, and however the bytes are cut', () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = noise(length)
      expect(sha1(bytes)).toBe(createHash('sha1').update(bytes).digest('hex'))
      expect(crc32(bytes, 0)).toBe(nodeCrc32(bytes))
    }
    const bytes = noise(300_000)
    for (const pieceBytes of [1, 7, 63, 64, 65, 4096, 100_001]) {
      const sum = startSha1()
      let crc = 0
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        const piece = bytes.subarray(at, at + pieceBytes)
        sum.update(piece)
        crc = crc32(piece, crc)
      }
      expect(sum.hex()).toBe(createHash('sha1').update(bytes).digest('hex'))
      expect(crc).toBe(nodeCrc32(bytes))
    }
  })

  test('a length beyond 32 bits of bits is counted whole', () => {
    const piece = new Uint8Array(64 * 1_048_576)
    const [ours, theirs] = [startSha1(), createHash('sha1')]
    for (let turn = 0; turn < 9; turn += 1) {
      ours.update(piece)
      theirs.update(piece)
    }
    expect(ours.hex()).toBe(theirs.digest('hex'))
  }, 60_000)
})
