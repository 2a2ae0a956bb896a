/** Names that carry a number of their own: "iPhone 13", "iOS 26.1", "Windows 11". */
const NAMED_NUMBERS =
  /\b(?:iphone|ipad|ipod|touch|ios|ipados|itunes|macos|os x|windows|version|finder|usb|gen|step)[\s ]*\d[\d.,]*/giu
/** A framework code such as `0xE8000065`. */
const HEX_CODE = /\b0x(e8[0-9a-f]{6})\b/iu
/** After the word, with a bracket or a sign between: "error (4013)", "code: -50", "error 9". */
const AFTER_THE_WORD =
  /\b(?:error|code|fehler|erreur|errore|codice|err)\b[^\d\n]{0,24}?([-−–]?)\(?([-−–]?)(\d{1,5})\b(?![.,]\d|\s*(?:%|gb|mb|s\b|min))/iu
const IN_BRACKETS = /\(\s*([-−–]?)(\d{1,5})\s*\)/u
const ALONE = /^[\s"'“”([]*([-−–]?)(\d{1,5})[\s"'“”)\].!]*$/u
const ANYWHERE = /(?:^|[\s([:])([-−–]?)(\d{1,5})(?=$|[\s)\].,;:!])(?![.,]\d)/u

const signed = (minus: string, digits: string): string => `${minus === '' ? '' : '-'}${Number(digits)}`

/**
 * Reads the error code out of what a person typed or pasted from a dialog: "4013", "error (4013)", "(-50)", "0xE8000065".
 * Takes any text; gives the code as the catalogue writes it (decimal with a leading minus, or `0x` and upper-case hex), null where
 * none is in it. Numbers that belong to a name (iPhone 13, iOS 26.1) are no codes. Never throws.
 */
export function readErrorCode(text: string): string | null {
  const plain = text.slice(0, 4000).replace(NAMED_NUMBERS, ' ')
  const hex = HEX_CODE.exec(plain)?.[1]
  if (hex !== undefined) return `0x${hex.toUpperCase()}`
  const alone = ALONE.exec(plain)
  if (alone !== null) return signed(alone[1] ?? '', alone[2] ?? '')
  const named = AFTER_THE_WORD.exec(plain)
  if (named !== null) return signed(`${named[1] ?? ''}${named[2] ?? ''}`, named[3] ?? '')
  const bracket = IN_BRACKETS.exec(plain)
  if (bracket !== null) return signed(bracket[1] ?? '', bracket[2] ?? '')
  const any = ANYWHERE.exec(plain)
  return any === null ? null : signed(any[1] ?? '', any[2] ?? '')
}
