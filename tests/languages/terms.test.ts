import { describe, expect, test } from 'vitest'
import type { Terms } from '../../shared/texts/terms.ts'
import { english, englishTerms, TRANSLATED } from './tables.ts'

const VERBS = ['keep', 'avoid', 'letGo', 'hold', 'press'] as const

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** What a sentence tells the hands, in order: verbs, and the buttons by their parameter. */
function actionsOf(text: string, { verb }: Terms): string[] {
  const wordings = VERBS.flatMap((name) => verb[name].map((wording) => ({ name, wording }))).toSorted(
    (one, other) => other.wording.length - one.wording.length,
  )
  const alternatives = [
    ...wordings.map(({ wording }) => escaped(wording)),
    String.raw`\{(?:power|second|firstClick|secondClick)\}`,
  ]
  return [...text.toLowerCase().matchAll(new RegExp(alternatives.join('|').toLowerCase(), 'g'))].map(([found]) => {
    const known = wordings.find(({ wording }) => wording.toLowerCase() === found)
    return known?.name ?? found
  })
}

/** The buttons that a running text names, in order. */
function buttonsIn(text: string, { buttonInText }: Terms): string[] {
  const names = Object.entries(buttonInText).toSorted(([, one], [, other]) => other.length - one.length)
  const pattern = new RegExp(names.map(([, name]) => escaped(name)).join('|'), 'g')
  return [...text.matchAll(pattern)].map(([found]) => names.find(([, name]) => name === found)?.[0] ?? '')
}

const phaseKeys = Object.keys(english).filter((key) => key.startsWith('phase.') && !key.endsWith('.screen'))
const namingButtons = Object.keys(english).filter((key) => /^step\.A[56]\.how\./.test(key))

describe('English says what the hands do', () => {
  test('in words that the table of terms knows', () => {
    expect(phaseKeys.length).toBeGreaterThan(50)
    expect(actionsOf('Let go of {power}, keep {second}', englishTerms)).toEqual([
      'letGo',
      '{power}',
      'keep',
      '{second}',
    ])
    expect(actionsOf('Do not let go of {power} yet.', englishTerms)).toEqual(['keep', '{power}'])
    expect(buttonsIn(english['step.A5.how.face-id'] ?? '', englishTerms)).toEqual(['volume-up', 'volume-down', 'side'])
  })
  test('with the names of buttons from the table', () => {
    for (const [button, name] of Object.entries(englishTerms.button)) expect(english[`button.${button}`]).toBe(name)
  })
})

describe.each(TRANSLATED)('in $tag', ({ table, terms }) => {
  const both = Object.entries(table).map(([key, text]) => ({ key, text, source: english[key] ?? '' }))

  test('every instruction of a guide has the same actions on the same buttons in the same order', () => {
    const actions = phaseKeys.map((key) => [key, ...actionsOf(table[key] ?? '', terms)])
    expect(actions.map(String)).toEqual(
      phaseKeys.map((key) => String([key, ...actionsOf(english[key] ?? '', englishTerms)])),
    )
  })
  test('steps that name buttons name the same ones in the same order', () => {
    const named = namingButtons.map((key) => [key, ...buttonsIn(table[key] ?? '', terms)])
    expect(named).toEqual(namingButtons.map((key) => [key, ...buttonsIn(english[key] ?? '', englishTerms)]))
  })
  test('no two buttons have the same name, on the drawing or in a sentence', () => {
    const labels = Object.keys(terms.button).map((button) => table[`button.${button}`])
    expect(new Set(labels).size).toBe(labels.length)
    expect(labels).toEqual(Object.values(terms.button))
  })
  test('Apple’s programs have the names that they have in this language', () => {
    const pairs = [
      [/\bFinder\b/, terms.product.finder],
      [/\bApple Devices\b/, terms.product.appleDevices],
      [/\biTunes\b/, terms.product.itunes],
    ] as const
    const wrong = pairs.flatMap(([word, name]) =>
      both.filter(({ text, source }) => word.test(source) && !text.includes(name)).map(({ key }) => key),
    )
    expect(wrong).toEqual([])
  })
  test('what is to be pressed on Apple’s screens is called as it is called there', () => {
    const pairs = [
      [/(?<!Software|Windows)(?<=[a-z,;:]) Update\b/, terms.label.update],
      [/(?<=[a-z,;:]) Restore\b/, terms.label.restore],
      [/\bBack Up Now\b/, terms.label.backUpNow],
      [/\b(?:choose|tap|or) Trust\b/, terms.label.trust],
      [/\bchoose Allow\b/, terms.label.allow],
    ] as const
    const wrong = pairs.flatMap(([word, name]) =>
      both.filter(({ text, source }) => word.test(source) && !text.includes(name)).map(({ key }) => `${key}: ${name}`),
    )
    expect(wrong).toEqual([])
  })
  test('erasing and emergency calls are called by their names wherever English calls them so', () => {
    const plain = (text: string) =>
      text
        .replaceAll('--erase', '')
        .replaceAll(/[\u064B-\u0652]/g, '')
        .toLowerCase()
    const says = (text: string, words: readonly string[]) =>
      words.some((word) => plain(text).includes(word.toLowerCase()))
    const soft = (from: readonly string[], to: readonly string[]) =>
      both.filter(({ text, source }) => says(source, from) && !says(text, to)).map(({ key }) => key)
    expect(soft(englishTerms.erase, terms.erase)).toEqual([])
    expect(soft(englishTerms.emergency, terms.emergency)).toEqual([])
  })
})
