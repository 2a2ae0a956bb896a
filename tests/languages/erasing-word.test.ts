import { describe, expect, it } from 'vitest'
import { isLanguageTag, LANGUAGES } from '../../shared/texts/languages.ts'
import { loadTranslator } from '../../shared/texts/load.ts'

describe.each(Object.keys(LANGUAGES).filter(isLanguageTag))('the words that erase everything (%s)', (tag) => {
  it('are asked for as they must be typed: in small letters, in the language on the screen', async () => {
    const t = await loadTranslator(tag)
    const typed = t('keeping.erase-all.type')
    expect(typed).toBe(typed.trim().toLocaleLowerCase())
    expect(typed.length).toBeGreaterThan(3)
    expect(t.inEnglish('keeping.erase-all.type')).toBe(false)
    // whatever signs stand around it for the direction of the text
    expect(t('keeping.erase-all.word', { word: typed })).toContain(typed)
  })
})
