import { describe, expect, test } from 'vitest'
import { allCodes, byLayer, searchCodes } from '../../renderer/features/codes/find-codes.ts'
import { codeTitle, paletteEntries } from '../../renderer/features/palette/entries.ts'
import { parseRoute, routeHash } from '../../renderer/routes.ts'
import { FULL_ERRORS } from '../../shared/knowledge/errors-full.ts'
import { ERRORS, findError } from '../../shared/knowledge/errors.ts'
import { LOOK_ALIKES } from '../../shared/knowledge/errors-network.ts'
import { en } from '../../shared/texts/en/index.ts'
import { translator } from '../../shared/texts/translate.ts'

const t = translator('en')
const entries = allCodes(t)
const first = (typed: string) => searchCodes(entries, typed)[0]?.shown

describe('the library of codes', () => {
  test('has every row of the catalogue and every look-alike, each with a title without gaps', () => {
    expect(entries).toHaveLength(ERRORS.length + LOOK_ALIKES.length)
    expect(entries.filter(({ title }) => title === '' || /[{}]|^error\./u.test(title))).toEqual([])
  })
  test('groups them by who speaks the number, and loses none', () =>
    expect(byLayer(entries).flatMap((group) => group.entries)).toHaveLength(entries.length))
  test('each opens a card: its code is known to the catalogue', () =>
    expect(entries.filter(({ code }) => findError(code) === null)).toEqual([]))
  test.each([
    ['4013', '4013'],
    ['(4013)', '4013'],
    ['The iPhone could not be restored. An unknown error occurred (4013).', '4013'],
    ['3777', '3100 … 3999'],
    ['4020', '4015 … 4036'],
    ['0xE8000065', '0xE8000065'],
    ['-1', '-1'],
  ])('%s finds %s', (typed, shown) => expect(first(typed)).toBe(shown))
  test('words find the rows that have them all, in any order', () => {
    const found = searchCodes(entries, 'server signing')
    expect(found.length).toBeGreaterThan(3)
    expect(found.every(({ haystack }) => haystack.includes('signing') && haystack.includes('server'))).toBe(true)
    expect(searchCodes(entries, 'no such words anywhere')).toEqual([])
  })
  test('nothing typed is everything', () => expect(searchCodes(entries, '  ')).toBe(entries))
  test('the full cards have words for all that they list', () => {
    const keys = FULL_ERRORS.flatMap(({ code, signs, tools, professional, prevention, questions }) => [
      ...signs.map((id) => `sign.${id}`),
      ...tools.map((id) => `tool.${id}`),
      ...professional.map((id) => `professional.${id}`),
      ...prevention.map((id) => `prevention.${id}`),
      ...questions.flatMap((id) => [`faq.${code}.${id}.question`, `faq.${code}.${id}.answer`]),
    ])
    expect(keys.filter((key) => !(key in en))).toEqual([])
  })
})

describe('a code that is known by its range', () => {
  test('has its range’s title, with its own number in it', () => {
    expect(codeTitle(t, '3777')).not.toBeNull()
    expect(codeTitle(t, '3777')).not.toMatch(/[{}]/u)
    expect(paletteEntries(t, '3777')[0]?.words).toContain('3777')
  })
  test('has an address of its own', () => {
    const route = { name: 'codes', code: '0xE8000065' } as const
    expect(parseRoute(routeHash(route))).toEqual(route)
    expect(parseRoute('#/codes')).toEqual({ name: 'codes', code: null })
    expect(parseRoute(routeHash({ name: 'codes', code: '-1' }))).toEqual({ name: 'codes', code: '-1' })
  })
})
