export type ErrorCodes = {
  /** The code that the text most clearly names: decimal without leading zeros (`4013`, `-1`), or `0x` and upper-case hex. */
  readonly code: string | null
  /** Further codes named in the text, in order of appearance. */
  readonly others: readonly string[]
}

/** A pasted log can be long; a dialog is not. What comes later is not read. */
const READ_CHARACTERS = 20_000

/** "Error" and "code" in the languages of Apple's dialogs. The first group needs a word's beginning, the second is written without spaces. */
const ERROR_WORDS =
  '(?:(?<!\\p{L})(?:error|erreur|fehler|errore|erro|fout|fejl|felkod|fel|feil|virhe|błąd|błęd|hata|hiba|chyb|eroare|greška|pogreška|klaida|kļūda|viga|ralat|kesalahan|galat|lỗi|ошибк|помилк|грешка|σφάλμα|خطأ|خطا|שגיאה|त्रुटि)\\p{L}{0,8}|error|fehler|錯誤|错误|エラー|오류|ข้อผิดพลาด)'
const CODE_WORDS =
  '(?:(?<!\\p{L})(?:code|codigo|código|codice|kode|kod|kód|koodi|код|κωδικ|status)\\p{L}{0,6}|代码|代碼|代號|コード|코드|รหัส)'
const OPENING = '[\\s:#.=\\-–—(\\["\'“„«「]'
const NUMBER_WORDS = '(?:(?:no|nr|num|number|nummer|numéro|número|numero|n°|nº|№)\\.?)'

const HAS_ERROR_WORD = new RegExp(ERROR_WORDS, 'iu')
const CUE_BEFORE = new RegExp(`(?:${ERROR_WORDS}|${CODE_WORDS})${OPENING}{0,6}${NUMBER_WORDS}?${OPENING}{0,6}$`, 'iu')
const CUE_AFTER = new RegExp(`^[)\\]"'”»」]?[\\s-]{0,2}(?:${ERROR_WORDS})`, 'iu')
const CANDIDATE = /0x[0-9a-f]{1,8}(?![0-9a-z_])|-?\d+/giu

/** Numbers that look like codes: dates, times, versions, models, sizes, shares, identifiers. */
const LOOK_ALIKES: readonly RegExp[] = [
  /\d{4}-\d{1,2}-\d{1,2}/gu,
  /\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?!\d)/gu,
  /\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?/gu,
  /\d+(?:[.,]\d+)+/gu,
  /(?<!\p{L})(?:iphone|ipad|ipod|ios|ipados|macos|os x|mac os|watchos|tvos|windows|itunes|xcode|pro|max|mini|air|plus|se|series|version|ver|usb|step|schritt|gen|generation)[\s\u00a0-]{0,2}\(?\d{1,2}(?!\d)/giu,
  /(?<!\d)\d+[\s\u00a0]?(?:[kmgt]i?b|[kmgt]bit|%|percent|per cent|prozent|°|mah|ghz|mhz|min|minutes?|minuten?|seconds?|sekunden?|sec|hours?|stunden?|ms|days?|times|st|nd|rd|th|v|w|watt)(?!\p{L})/giu,
  /(?<!\d)\d+[\s\u00a0]?%/gu,
  /\d{11,}/gu,
]

type Span = { readonly from: number; readonly to: number }

/** Same length out as in: full-width and Arabic digits and signs become ASCII, odd minus signs a hyphen. */
function plain(text: string): string {
  return text
    .slice(0, READ_CHARACTERS)
    .replace(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[（]/gu, '(')
    .replace(/[）]/gu, ')')
    .replace(/[：]/gu, ':')
    .replace(/[−－‐‑]/gu, '-')
}

function spansOf(text: string): readonly Span[] {
  return LOOK_ALIKES.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length })),
  )
}

/** How clearly the number at this place is meant as an error code; 0 is not at all. */
function clarity(number: string, before: string, after: string, textHasErrorWord: boolean, alone: boolean): number {
  if (alone) return 100
  const hex = number.startsWith('0x')
  const cued = CUE_BEFORE.test(before)
  if (hex) return cued ? 90 : /^0xe80000/u.test(number) ? 60 : 0
  const value = Number(number)
  const bracketed = /\(\s?$/u.test(before) && /^\s?\)/u.test(after)
  if (bracketed && textHasErrorWord) return 80
  if (cued) return 70
  if (CUE_AFTER.test(after)) return 65
  if (bracketed && Math.abs(value) >= 100) return 50
  if (/:\s{0,2}$/u.test(before) && HAS_ERROR_WORD.test(before)) return 40
  const year = value >= 1970 && value <= 2039
  if ((value >= 1000 && value < 5000 && !year) || value === 9006 || value === 9008 || value === 11222) return 20
  return 0
}

/** The text with everything taken off that may stand around a lone number, such as "again 9" or "(4013)". */
function core(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<!\p{L})(?:again|it|was|is|got|still|now|the|a|same|same one|number|once more|code)(?!\p{L})/gu, ' ')
    .replace(/[\s()[\]"'“”„«».,:;!?#]+/gu, ' ')
    .trim()
}

/** Decimal without leading zeros, or `0x` with upper-case digits. */
function written(number: string): string {
  return number.startsWith('0x') ? `0x${number.slice(2).toUpperCase()}` : String(Number(number))
}

function joinedTo(before: string, after: string, number: string): boolean {
  if (/[\p{Script=Latin}\p{Script=Cyrillic}_]/u.test(after.slice(0, 1))) return true
  if (number.startsWith('-')) return false
  return /[\p{Script=Latin}\p{Script=Cyrillic}\d_]$/u.test(before) && !CUE_BEFORE.test(before)
}

/**
 * Reads the error code out of what a person typed or pasted: a number, a sentence, or a dialog of Finder, iTunes or Apple
 * Devices in many languages. Versions, models, dates, sizes and shares are not codes. Takes any text; never throws; finds
 * nothing (`code: null`) rather than guess.
 */
export function readErrorCode(text: string): ErrorCodes {
  const flat = plain(text)
  const lookAlikes = spansOf(flat)
  const textHasErrorWord = HAS_ERROR_WORD.test(flat)
  const rest = core(flat)
  const found: { code: string; clarity: number }[] = []
  for (const match of flat.matchAll(CANDIDATE)) {
    let from = match.index
    const to = from + match[0].length
    let number = match[0].toLowerCase()
    // a hyphen after a letter or digit joins words ("Fehler-4013", "4013-4014"); it is no minus sign
    if (number.startsWith('-') && /[\p{L}\d]$/u.test(flat.slice(Math.max(0, from - 2), from))) {
      number = number.slice(1)
      from += 1
    }
    const before = flat.slice(Math.max(0, from - 60), from)
    const after = flat.slice(to, to + 30)
    if (Number(number) === 0) continue
    if (lookAlikes.some((span) => from < span.to && to > span.from)) continue
    if (joinedTo(before, after, number)) continue
    const score = clarity(number, before, after, textHasErrorWord, rest === number)
    if (score > 0) found.push({ code: written(number), clarity: score })
  }
  const clearest = found.reduce<{ code: string; clarity: number } | null>(
    (best, next) => (best === null || next.clarity > best.clarity ? next : best),
    null,
  )
  const code = clearest?.code ?? null
  return { code, others: [...new Set(found.map((entry) => entry.code))].filter((other) => other !== code) }
}
