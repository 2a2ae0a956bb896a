import { readBinaryPlist } from './plist-binary.ts'
import { PLIST_DEPTH, type PlistValue } from './plist-value.ts'

const ENTITIES = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])
const TOKEN = /<(\/?)([A-Za-z]+)(?:\s[^<>]*)?(\/?)>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*>|[^<]+/uy

type Token = { readonly kind: 'open' | 'close' | 'empty' | 'text'; readonly name: string }

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]+));/gu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole
    },
  )
}

/** One token after another; anything that is no XML of a property list ends it. */
function* tokensOf(text: string): Generator<Token> {
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text)
    if (match === null) return yield { kind: 'close', name: '!' }
    const [whole, slash, name, empty] = match
    if (name === undefined) {
      if (!whole.startsWith('<')) yield { kind: 'text', name: whole }
    } else yield { kind: slash === '/' ? 'close' : empty === '/' ? 'empty' : 'open', name }
  }
}

function numberOf(text: string): number | bigint | null {
  const trimmed = text.trim()
  if (/^[+-]?\d{1,40}$/u.test(trimmed)) {
    const whole = BigInt(trimmed.replace(/^\+/u, ''))
    return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole
  }
  if (/^[+-]?0x[0-9a-f]{1,16}$/iu.test(trimmed)) return Number(trimmed.replace(/^[+-]/u, ''))
  const value = Number(trimmed)
  return trimmed === '' || !Number.isFinite(value) ? null : value
}

function bytesOf(text: string): Uint8Array | null {
  const bare = text.replace(/[\s=]+/gu, '')
  if (!/^[A-Za-z0-9+/]*$/u.test(bare)) return null
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const out = new Uint8Array(Math.floor((bare.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const letter of bare) {
    bits = ((bits << 6) | letters.indexOf(letter)) & 0xffffff
    held += 6
    if (held >= 8) {
      held -= 8
      out[at++] = (bits >> held) & 0xff
    }
  }
  return out
}

const LEAVES = new Map<string, (text: string) => PlistValue | null>(
  Object.entries({
    string: unescaped,
    key: unescaped,
    date: (text) => text.trim(),
    integer: numberOf,
    real: numberOf,
    data: bytesOf,
  }),
)

class NotAList extends Error {}

/** Reads values out of tokens; throws `NotAList`, which does not leave this file. */
class XmlReader {
  readonly #tokens: Iterator<Token>

  constructor(text: string) {
    this.#tokens = tokensOf(text)
  }

  #next(): Token {
    for (;;) {
      const { done, value } = this.#tokens.next()
      if (done === true) throw new NotAList()
      if (value.kind !== 'text' || value.name.trim() !== '') return value
    }
  }

  #textUntil(name: string): string {
    let text = ''
    for (;;) {
      const { done, value } = this.#tokens.next()
      if (done === true) throw new NotAList()
      if (value.kind === 'text') text += value.name
      else if (value.kind === 'close' && value.name === name) return text
      else throw new NotAList()
    }
  }

  value(token: Token, depth: number): PlistValue {
    if (depth > PLIST_DEPTH) throw new NotAList()
    const { kind, name } = token
    if (name === 'true' || name === 'false') {
      if (kind === 'open') this.#textUntil(name)
      return name === 'true'
    }
    if (name === 'dict') return kind === 'empty' ? {} : this.#dictionary(depth)
    if (name === 'array') return kind === 'empty' ? [] : this.#array(depth)
    const leaf = LEAVES.get(name)
    if (leaf === undefined || kind === 'close' || kind === 'text') throw new NotAList()
    const value = leaf(kind === 'empty' ? '' : this.#textUntil(name))
    if (value === null) throw new NotAList()
    return value
  }

  #array(depth: number): PlistValue {
    const values: PlistValue[] = []
    for (let token = this.#next(); token.kind !== 'close' || token.name !== 'array'; token = this.#next())
      values.push(this.value(token, depth + 1))
    return values
  }

  #dictionary(depth: number): PlistValue {
    const entries: [string, PlistValue][] = []
    for (let token = this.#next(); token.kind !== 'close' || token.name !== 'dict'; token = this.#next()) {
      if (token.name !== 'key' || token.kind === 'close' || token.kind === 'text') throw new NotAList()
      const key = token.kind === 'empty' ? '' : unescaped(this.#textUntil('key'))
      entries.push([key, this.value(this.#next(), depth + 1)])
    }
    return Object.fromEntries(entries)
  }

  whole(): PlistValue {
    let token = this.#next()
    if (token.name === 'plist' && token.kind === 'open') token = this.#next()
    return this.value(token, 0)
  }
}

/**
 * Takes a property list's bytes, XML or binary; gives its value, or null when they are none. No entity beyond the five of XML is
 * expanded and no nesting beyond 64 followed, so that a hostile list costs no more than its size.
 */
export function readPlist(bytes: Uint8Array): PlistValue | null {
  if (bytes.length >= 8 && String.fromCharCode(...bytes.subarray(0, 6)) === 'bplist') return readBinaryPlist(bytes)
  try {
    return new XmlReader(new TextDecoder('utf-8').decode(bytes)).whole()
  } catch (error) {
    if (error instanceof NotAList) return null
    throw error
  }
}

/** A dictionary's value, null for anything else. */
export function dictionaryOf(value: PlistValue | null | undefined): Readonly<Record<string, PlistValue>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array) return null
  return value as Readonly<Record<string, PlistValue>>
}

/** An array's values, none for anything else. */
export const arrayOf = (value: PlistValue | null | undefined): readonly PlistValue[] =>
  Array.isArray(value) ? (value as readonly PlistValue[]) : []

/** A text, null for anything else. */
export const textOf = (value: PlistValue | null | undefined): string | null =>
  typeof value === 'string' ? value : null
