import { describe, expect, test } from 'vitest'
import { findingsOf, readStamps, stampOf, stampsAfter } from '../../tools/text-stamps.ts'
import { paramsOf, parse, pluralsOf, selectsOf } from './messages.ts'
import { english, TRANSLATED } from './tables.ts'

describe.each(TRANSLATED)('the texts in $tag', ({ tag, table }) => {
  const both = Object.entries(table).map(([key, text]) => ({ key, text, source: english[key] ?? '' }))
  const breaking = (rule: (row: (typeof both)[number]) => boolean) =>
    both.filter((row) => !rule(row)).map(({ key }) => key)

  test('are there, were made from the English of now, and are stamped (`npm run texts`)', () => {
    expect(findingsOf(english, table, readStamps(tag))).toEqual({ missing: [], needless: [], stale: [], unstamped: [] })
  })
  test('are valid ICU messages with the same parameters and branches as in English', () => {
    expect(breaking(({ text, source }) => paramsOf(parse(text)).join() === paramsOf(parse(source)).join())).toEqual([])
    expect(breaking(({ text, source }) => selectsOf(parse(text)).join() === selectsOf(parse(source)).join())).toEqual(
      [],
    )
  })
  test('are not empty, carry no space too many, and have as many lines as the English', () => {
    const edges = (text: string) => [/^\s/.test(text), /\s$/.test(text), text.split('\n').length].join()
    expect(breaking(({ text, source }) => text.trim() !== '' && edges(text) === edges(source))).toEqual([])
    expect(breaking(({ text, source }) => source === ' · ' || !/ {2}/.test(text))).toEqual([])
  })
  test('name only numbers that this language tells apart, and always the rest', () => {
    const known = new Set(new Intl.PluralRules(tag).resolvedOptions().pluralCategories)
    const wrong = both.flatMap(({ key, text }) =>
      pluralsOf(parse(text)).flatMap((names) =>
        names
          .filter((name) => !name.startsWith('=') && !known.has(name as Intl.LDMLPluralRule))
          .map((name) => `${key}: ${name}`),
      ),
    )
    expect(wrong.filter((row) => !row.endsWith(': zero'))).toEqual([])
    expect(
      both.filter(({ text }) => pluralsOf(parse(text)).some((names) => !names.includes('other'))).map(({ key }) => key),
    ).toEqual([])
  })
  test('keep commands, addresses, paths and codes as they are', () => {
    // what has a dot, a slash, a dash or a percent sign inside a word, and every number of three digits and more
    const raw = /(?:“[a-z][^“”]*”)|(?:[~/%\\][\w%~/\\.]{3,}[\w%])|(?:\b[a-z]+\.[a-z.]+\.com\b)|(?:\b\d{3,}\b)/g
    expect(
      breaking(({ text, source }) => (source.match(raw) ?? []).filter(isLiteral).every((word) => text.includes(word))),
    ).toEqual([])
  })
})

/** Quoted words of the person's own language are translated; commands are not. */
const isLiteral = (word: string) => !word.startsWith('“') || /[-/]|:”/.test(word)

describe('stamps', () => {
  const source = { a: 'Hold it', b: 'Let go' }
  const table = { a: 'Mantén', b: 'Suelta' }
  const stamps = stampsAfter(source, table, {}, new Set())

  test('a first translation counts as made from the English of now', () => {
    expect(stamps).toEqual({ a: stampOf('Hold it', 'Mantén'), b: stampOf('Let go', 'Suelta') })
  })
  test('a reworded English text makes its translation stale, and stamping again does not hide that', () => {
    const reworded = { ...source, b: 'Let go of it' }
    expect(findingsOf(reworded, table, stamps).stale).toEqual(['b'])
    expect(findingsOf(reworded, table, stampsAfter(reworded, table, stamps, new Set())).stale).toEqual(['b'])
  })
  test('a changed translation, or one that somebody confirms, is fresh again', () => {
    const reworded = { ...source, b: 'Let go of it' }
    const changed = { ...table, b: 'Suéltalo' }
    expect(findingsOf(reworded, changed, stamps).unstamped).toEqual(['b'])
    expect(findingsOf(reworded, changed, stampsAfter(reworded, changed, stamps, new Set())).stale).toEqual([])
    expect(findingsOf(reworded, table, stampsAfter(reworded, table, stamps, new Set(['b']))).stale).toEqual([])
  })
  test('a text that English has and the language lacks is missing, and one that English dropped is needless', () => {
    expect(findingsOf({ ...source, c: 'New' }, table, stamps).missing).toEqual(['c'])
    expect(findingsOf({ a: 'Hold it' }, table, stamps).needless).toEqual(['b'])
    expect(findingsOf({ ...source, 'command.help.usage': 'x', 'error.29.title': 'y' }, table, stamps).missing).toEqual(
      [],
    )
    expect(findingsOf({ ...source, 'error.4013.title': 'y' }, table, stamps).missing).toEqual(['error.4013.title'])
  })
})
