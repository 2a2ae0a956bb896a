import { describe, expect, test } from 'vitest'
import { withoutIsolates } from '../../shared/texts/isolate.ts'
import { formatsFor, languageFor, LANGUAGES } from '../../shared/texts/languages.ts'
import { loadTranslator } from '../../shared/texts/load.ts'
import { translator } from '../../shared/texts/translate.ts'
import { pseudo } from './pseudo.ts'
import { english, readerOf, TRANSLATED } from './tables.ts'

describe('the language', () => {
  test.each([
    ['es', ['en-US'], 'es'],
    ['system', ['fr-FR', 'es-MX', 'en'], 'es'],
    ['system', ['zh-CN'], 'zh-Hans'],
    ['system', ['zh-Hans-SG'], 'zh-Hans'],
    ['system', ['zh-TW', 'ar-EG'], 'ar'],
    ['system', ['zh-Hant-HK'], 'en'],
    ['system', ['fr'], 'en'],
    ['system', [], 'en'],
    ['tlh', ['ar'], 'ar'],
  ] as const)('set to %s on a system in %j is %s', (set, system, spoken) => {
    expect(languageFor(set, system)).toBe(spoken)
  })
  test('writes dates as the person’s own region does, and Arabic with the digits of Apple’s codes', () => {
    expect(formatsFor(LANGUAGES.es, ['es-MX', 'en'])).toBe('es-MX')
    expect(formatsFor(LANGUAGES.es, ['en-GB'])).toBe('es')
    expect(new Intl.NumberFormat(formatsFor(LANGUAGES.ar, ['ar-EG'])).format(4013)).toContain('4')
    expect(new Intl.NumberFormat(formatsFor(LANGUAGES.ar, [])).format(4013)).toContain('4')
  })
  test('is read from its own file, and knows what it has to say in English', async () => {
    const t = await loadTranslator('ar')
    expect(t.language.direction).toBe('rtl')
    expect(t('settings.language')).toBe('اللغة')
    expect(translator('es', {}).inEnglish('settings.language')).toBe(true)
    expect(translator('es', {})('settings.language')).toBe('Language')
    expect(t.inEnglish('settings.language')).toBe(false)
  })
})

describe('reading a text', () => {
  const t = readerOf('ar')
  test('isolates what is put into a sentence from right to left, in every branch', () => {
    expect(t('attempt.code', { code: '4013' })).toContain('\u20684013\u2069')
    expect(t('guide-screen.others', { count: 2, names: 'iPhone 12' })).toContain('\u2068iPhone 12\u2069')
    expect(readerOf('es')('attempt.code', { code: '4013' })).not.toContain('\u2068')
  })
  test('isolates commands and paths that stand in it', () => {
    expect(t('usb-unavailable.help.linux')).toContain('\u2068/dev/bus/usb\u2069')
    expect(t('usb-unavailable.help.linux')).toContain('\u2068“ls /dev/bus/usb”\u2069')
    expect(t('step.D1.how.linux')).toContain('\u2068--erase\u2069')
    expect(t('step.C1.how.windows')).toContain(String.raw`%APPDATA%\Apple Computer\iTunes\iPhone Software Updates`)
  })
  test('gives a voice nothing but the words', () => {
    expect(withoutIsolates(t('attempt.code', { code: '4013' }))).not.toMatch(/[\u2066-\u2069]/)
  })
  test('counts as each language counts', () => {
    expect(t('history.count', { count: 2 })).toBe('حالتان')
    expect(t('history.count', { count: 3 })).toContain('3 حالات')
    expect(readerOf('es')('history.count', { count: 1 })).toBe('1 caso')
    expect(readerOf('zh-Hans')('history.count', { count: 5 })).toBe('5 个案例')
  })
  test('chooses branches by the engine’s words, not by translated ones', () => {
    for (const { tag } of TRANSLATED)
      expect(readerOf(tag)('closed.title', { outcome: 'fixed' })).toBe(readerOf(tag)('outcome.fixed'))
  })
  test('never throws on screen: a text without its parameters comes as it is written', () => {
    expect(translator('en')('attempt.code')).toBe('Failed with code {code}.')
  })
})

describe('the pseudo language', () => {
  test('has every text, 40 per cent longer, with the same parameters', () => {
    const table = pseudo({
      a: 'Hold {power} until it is black',
      b: '{count, plural, one {# hub} other {{count} hubs}}',
    })
    const read = translator('es', table)
    expect(read('a', { power: 'X' })).toMatch(/^Høld|^Hö+ld X/)
    expect(read('b', { count: 1 })).toMatch(/^1 hú*b|^1 hü+b/)
    const letters = (text: string) => text.replaceAll(/[\s{}]/g, '').length
    const all = pseudo(english)
    const long = Object.entries(english).filter(([, text]) => text.length > 60 && !text.includes('{'))
    expect(long.length).toBeGreaterThan(200)
    expect(long.filter(([key, text]) => letters(all[key] ?? '') < letters(text) * 1.35)).toEqual([])
  })
})
