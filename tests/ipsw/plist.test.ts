import { describe, expect, test } from 'vitest'
import { readPlist } from '../../shared/protocol/plist.ts'

const xml = (body: string) =>
  readPlist(Buffer.from(`<?xml version="1.0"?><!DOCTYPE plist PUBLIC "a" "b"><plist version="1.0">${body}</plist>`))

/** A binary list of these objects, the last one at the top; every offset and reference is one byte. */
function binary(...objects: number[][]): Buffer {
  const offsets: number[] = []
  let at = 8
  for (const object of objects) {
    offsets.push(at)
    at += object.length
  }
  const trailer = Buffer.alloc(32)
  trailer[6] = 1
  trailer[7] = 1
  trailer.writeBigUInt64BE(BigInt(objects.length), 8)
  trailer.writeBigUInt64BE(BigInt(objects.length - 1), 16)
  trailer.writeBigUInt64BE(BigInt(at), 24)
  return Buffer.concat([Buffer.from('bplist00'), Buffer.from(objects.flat()), Buffer.from(offsets), trailer])
}
const ascii = (text: string) => [0x50 + text.length, ...Buffer.from(text)]

describe('XML', () => {
  test('every kind of value', () =>
    expect(
      xml(
        '<dict><key>a &amp; b</key><string>&lt;x&#65;&#x42;></string><key>n</key><integer>-7</integer><key>h</key><integer>0x8030</integer><key>e</key><integer>18446744073709551615</integer><key>r</key><real>1.5</real><key>t</key><true/><key>f</key><false></false><key>d</key><data> AAEC\n/w== </data><key>l</key><array><string/><dict/></array></dict>',
      ),
    ).toEqual({
      'a & b': '<xAB>',
      n: -7,
      h: 0x8030,
      e: 18446744073709551615n,
      r: 1.5,
      t: true,
      f: false,
      d: Uint8Array.from([0, 1, 2, 255]),
      l: ['', {}],
    }))
  test('comments and line breaks between values are nothing', () =>
    expect(xml('\n<!-- <dict> -->\n<array>\n<true/>\n</array>\n')).toEqual([true]))
  test.each([
    '',
    '<dict>',
    '<dict><key>a</key></dict>',
    '<dict><string>a</string></dict>',
    '<array><string>a</array>',
    '<integer>x</integer>',
    '<data>!</data>',
    '<other/>',
    'text',
    '</dict>',
    '<string>a<b/></string>',
    '<'.repeat(1000),
  ])('%s is no list', (body) => expect(xml(body)).toBe(null))
  test('entities of a document’s own are not expanded', () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><plist><string>&b;</string></plist>'
    expect(readPlist(Buffer.from(bomb))).toBe(null)
    expect(xml('<string>&b;</string>')).toBe('&b;')
  })
  test('nesting has an end', () => {
    expect(xml('<array>'.repeat(50) + '</array>'.repeat(50))).not.toBe(null)
    expect(xml('<array>'.repeat(100_000) + '</array>'.repeat(100_000))).toBe(null)
  })
  test('a key named like an object’s own is only a key', () => {
    const value = xml('<dict><key>__proto__</key><dict><key>x</key><true/></dict></dict>')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.keys(value as object)).toEqual(['__proto__'])
  })
})

describe('binary', () => {
  test('every kind of value', () => {
    const list = binary(
      ascii('a'),
      [0x11, 0x80, 0x30],
      [0x09],
      [0x42, 1, 2],
      [0x61, 0x00, 0xe9],
      [0x13, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
      [0x23, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0],
      [0xa6, 1, 2, 3, 4, 5, 6],
      [0xd1, 0, 7],
    )
    expect(readPlist(list)).toEqual({ a: [0x8030, true, Uint8Array.from([1, 2]), 'é', -1, 1.5] })
  })
  test('circles, bombs of references and wrong places are no lists', () => {
    expect(readPlist(binary([0xa1, 0]))).toBe(null)
    const ten = Array.from({ length: 14 }, (_, level) =>
      level === 0 ? ascii('x') : [0xae, ...Array.from({ length: 14 }, () => level - 1)],
    )
    expect(readPlist(binary(...ten))).toBe(null)
    expect(readPlist(binary([0xa1, 9]))).toBe(null)
    expect(readPlist(binary([0x5f, 0x13, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]))).toBe(null)
  })
  test('any damaged byte gives a list or none, and never throws', () => {
    const good = binary(ascii('a'), ascii('bc'), [0x11, 0x80, 0x30], [0xd2, 0, 1, 2, 2])
    for (let at = 0; at < good.length; at += 1)
      for (let value = 0; value < 256; value += 5) {
        const copy = Buffer.from(good)
        copy[at] = value
        expect(() => readPlist(copy)).not.toThrow()
      }
    for (let length = 0; length < good.length; length += 1)
      expect(() => readPlist(good.subarray(0, length))).not.toThrow()
  })
})
