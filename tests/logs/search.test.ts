import { describe, expect, test } from 'vitest'
import { LOG_FRAGMENTS } from '../../shared/knowledge/log-patterns.ts'
import { LINE_BITS, SHORTEST_BYTES } from '../../shared/protocol/log-fragments.ts'
import { cutLines, endLines, lineText, startCutting } from '../../shared/protocol/log-lines.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const long = LOG_FRAGMENTS.filter(({ text }) => text.length >= SHORTEST_BYTES)

/** The lines that are worth it, with what was found in them, the text being cut into pieces of so many bytes. */
function taken(bytes: Uint8Array, pieceBytes = bytes.length) {
  const cutter = startCutting()
  const lines: { line: number; bits: number; text: string }[] = []
  const taker = {
    wantsEvery: () => false,
    take: (line: number, bits: number, all: Uint8Array, from: number, to: number) =>
      void lines.push({ line, bits, text: lineText(all, from, to) }),
  }
  for (let at = 0; at < bytes.length; at += pieceBytes) cutLines(cutter, bytes.subarray(at, at + pieceBytes), taker)
  endLines(cutter, taker)
  return lines
}

describe('the search for fragments', () => {
  test.each(long)('“$text” is found wherever it stands in a stamped line', ({ text, use }) => {
    for (let gap = 0; gap < 8; gap += 1) {
      const line = `[18:40:07.0512] ${'x'.repeat(gap)}${text}`
      for (const wrapped of [line, `${line}y`]) {
        const [found, ...others] = taken(bytesOf(`[18:40:07.0512] z\n${wrapped}\n[18:40:07.0512] z\n`))
        expect(others).toEqual([])
        expect(found).toMatchObject({ line: 2, text: wrapped })
        expect((found?.bits ?? 0) & LINE_BITS[use]).toBe(LINE_BITS[use])
      }
    }
  })

  test('a fragment without its last letter, or across a line break, is not found', () => {
    for (const { text } of long) {
      const others = long.filter((other) => other.text !== text && ` ${text}`.includes(other.text))
      if (others.length > 0) continue
      expect(taken(bytesOf(`[18:40:07.0512] ${text.slice(0, -1)}\n`))).toEqual([])
      expect(
        taken(bytesOf(`[18:40:07.0512] ${text.slice(0, 3)}\n[${text.slice(3)}\n`)).map(({ line }) => line),
      ).toEqual([2])
    }
  })

  test('what is found does not depend on how the log is cut, nor on where its bytes begin in memory', () => {
    const text = long.map((fragment, index) => `[18:40:07.0512] ${'-'.repeat(index % 5)}${fragment.text}`).join('\n\n')
    const whole = taken(bytesOf(text))
    expect(whole).toHaveLength(long.length)
    for (const pieceBytes of [1, 2, 3, 5, 7, 64, 1000]) expect(taken(bytesOf(text), pieceBytes)).toEqual(whole)
    for (let shift = 1; shift < 4; shift += 1) {
      const moved = new Uint8Array(bytesOf(text).length + shift)
      moved.set(bytesOf(text), shift)
      expect(taken(moved.subarray(shift))).toEqual(whole)
    }
  })

  test('lines without a stamp are all taken, empty ones are not', () => {
    expect(taken(bytesOf('Nothing here\n\n  nor here\n[18:40:07.0512] nor there')).map(({ line }) => line)).toEqual([
      1, 3,
    ])
  })

  test('of a line that is longer than any the beginning and the end are kept', () => {
    const [found] = taken(bytesOf(`begin ${'x'.repeat(200_000)} end`), 4096)
    expect(found?.text.length).toBeLessThanOrEqual(65_536)
    expect(found?.text.startsWith('begin ')).toBe(true)
    expect(found?.text.endsWith(' end')).toBe(true)
  })
})
