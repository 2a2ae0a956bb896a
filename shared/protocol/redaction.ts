import { writtenOtherwise } from './redaction-spellings.ts'
import { parseSerialString } from './serial-string.ts'

/**
 * Takes what could name a phone or a person out of a value, and puts stable stand-ins in its place: the same original gives the
 * same stand-in everywhere in the value, in each of its spellings, so that what is left can still be replayed and compared.
 * Stand-ins are numbered and not computed from the originals, because an ECID is short enough to be found by trying.
 * Free text may name a person in ways that nobody can know: names that the caller knows are handed in.
 */
export type Redacted<T> = {
  readonly value: T
  /** How many different originals of each kind were replaced. */
  readonly replaced: Readonly<Record<RedactedKind, number>>
}

const KINDS = ['ecid', 'udid', 'serial-number', 'imei', 'name', 'path'] as const
export type RedactedKind = (typeof KINDS)[number]

/** Originals by kind in the order in which they were met, each in its canonical spelling. */
type Found = Readonly<Record<RedactedKind, Set<string>>>

const FIELD_KINDS: Readonly<Record<string, RedactedKind>> = {
  ecid: 'ecid',
  udid: 'udid',
  serialNumber: 'serial-number',
  imei: 'imei',
  /** What its owner calls a phone, often with a name in it. */
  deviceName: 'name',
  /** Who works here; it stands in the settings too. */
  operator: 'name',
}

/** Fields in which a single lower-case word may be a person's name; elsewhere it is a word of the program and must stay. */
const FREE_FIELDS: ReadonlySet<string> = new Set([
  ...['text', 'note', 'detail', 'name', 'line', 'file', 'fileName', 'title', 'code', 'domain', 'raw', 'value'],
  ...[
    'serial',
    'product',
    'deviceName',
    'operator',
    'ticket',
    'cableLabel',
    'cable',
    'appleNames',
    'phoneName',
    'version',
    'build',
  ],
])
/** What is put into a sentence may come from anywhere. */
const FREE_BELOW = 'params'
/** What a device is called before its owner names it. */
const FAMILY_NAME = /^(?:i(?:phone|pad|pod(?: touch)?)|apple (?:tv|watch)|homepod)$/i
const PROGRAM_WORD = /^[a-z0-9.-]*$/

/** Takes any JSON value and names that the caller knows of (owner, account, computer). Pure; never throws. */
export function redact<T>(value: T, known: { readonly names: readonly string[] } = { names: [] }): Redacted<T> {
  const found: Found = {
    ecid: new Set(),
    udid: new Set(),
    'serial-number': new Set(),
    imei: new Set(),
    name: new Set(),
    path: new Set(),
  }
  for (const name of known.names) addOriginal(found, 'name', name)
  eachText(value, '', (text, field) => collect(text, field, found))
  const spellings = new Map(KINDS.flatMap((kind) => spellingsOf(kind, found[kind])))
  const replaceIds = replacer(new Map([...spellings].filter(([, { kind }]) => kind !== 'name')))
  const replaceAll = replacer(spellings)
  const replaced = Object.fromEntries(KINDS.map((kind) => [kind, found[kind].size])) as Record<RedactedKind, number>
  const changed = mapTexts(value, '', (text, field) =>
    PROGRAM_WORD.test(text) && !FREE_FIELDS.has(field) ? replaceIds(text) : replaceAll(text),
  )
  return { value: changed as T, replaced }
}

function eachText(value: unknown, field: string, look: (text: string, field: string) => void): void {
  if (typeof value === 'string') look(value, field)
  else if (Array.isArray(value)) for (const one of value) eachText(one, field, look)
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      look(key, '')
      eachText(one, key, look)
    }
}

function mapTexts(value: unknown, field: string, change: (text: string, field: string) => string): unknown {
  if (typeof value === 'string') return change(value, field)
  if (typeof value === 'number') {
    // a number names nobody; it may be an id written in digits
    const text = String(value)
    const changed = change(text, '')
    return changed === text ? value : Number(changed)
  }
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, field, change))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        change(key, ''),
        mapTexts(one, field === FREE_BELOW ? 'text' : key, change),
      ]),
    )
  return value
}

/** `00008030` + ECID, with or without the dash: Apple's UDIDs since 2018. */
const NEW_UDID = /(?<![0-9a-f])0000[0-9a-f]{4}-?([0-9a-f]{16})(?![0-9a-f])/gi
const OLD_UDID = /(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])/gi
const ECID_HEX = /ECID\W{0,6}(?:0x)?((?=[0-9]*[a-f])[0-9a-f]{6,16})(?![0-9a-f])/gi
const ECID_PADDED = /ECID\W{0,6}(?:0x)?(0[0-9a-f]{15})(?![0-9a-f])/gi
const ECID_DECIMAL = /(?:ECID|UniqueChipID|ChipID)\W{0,6}(\d{9,20})(?![0-9a-f])/gi
const SERIAL_NUMBER = /(?:SRNM:\[|serial ?number\W{1,4})([a-z0-9]{10,12})(?![a-z0-9])/gi
const IMEI = /(?<!\d)\d{15}(?!\d)/g
/** The folder of a person on macOS, Linux and Windows; the backslash may be doubled, as in JSON. */
const HOME_FOLDER = /(?:\/Users\/|\/home\/|[a-z]:\\{1,2}Users\\{1,2})([^/\\\s:"'<>|]{2,})/gi
/**
 * A file in a person's folder, on a plugged-in disk or on another computer: its folders are often named after customers. A folder's
 * name may hold spaces, so a path reaches to the last slash of its line; too much goes rather than too little.
 */
const PATH =
  /(?<![\w.])(?:\/(?:Users|home|root|Volumes|media|mnt|run\/media)\/|[a-z]:[\\/]{1,2}(?!Windows\b|Program )|\\\\(?=\w))(?:[^/\\\n"'<>|:*?]{1,80}[/\\]{1,2})*[^\s/\\"'<>|:*?,;)]*/gi
const SHARED_FOLDERS: ReadonlySet<string> = new Set(['shared', 'public', 'default'])

function collect(text: string, field: string, found: Found): void {
  const add = (kind: RedactedKind, original: string | null | undefined) => addOriginal(found, kind, original)
  const kind = FIELD_KINDS[field]
  if (kind) add(kind, text)
  const serial = parseSerialString(text)
  add('ecid', serial.ecid)
  if (serial.form === 'boot') add('serial-number', serial.serialNumber)
  const all = (pattern: RegExp, take: (first: string, whole: string) => void) => {
    for (const [whole, first] of text.matchAll(pattern)) take(first ?? whole, whole)
  }
  all(NEW_UDID, (ecid) => add('ecid', ecid))
  all(OLD_UDID, (udid) => add('udid', udid))
  all(ECID_HEX, (ecid) => add('ecid', ecid))
  all(ECID_PADDED, (ecid) => add('ecid', ecid))
  all(ECID_DECIMAL, (ecid) => add('ecid', hexOf(ecid)))
  all(SERIAL_NUMBER, (number) => add('serial-number', number))
  all(IMEI, (imei) => (luhnHolds(imei) ? add('imei', imei) : undefined))
  all(PATH, (path) => add('path', path))
  all(HOME_FOLDER, (name) => (SHARED_FOLDERS.has(name.toLowerCase()) ? undefined : add('name', name)))
}

function addOriginal(found: Found, kind: RedactedKind, original: string | null | undefined): void {
  const text = original?.trim()
  if (!text) return
  if (kind === 'ecid') {
    const bare = text.replace(/^0x/i, '').toUpperCase()
    if (/^[0-9A-F]{1,16}$/.test(bare) && !/^0*$/.test(bare)) found.ecid.add(bare.padStart(16, '0'))
  } else if (kind === 'udid') {
    const ecid = /^0000[0-9a-f]{4}-?([0-9a-f]{16})$/i.exec(text)?.[1]
    if (ecid) addOriginal(found, 'ecid', ecid)
    // forty times f is what any phone shows in the middle of a restore
    else if (!/^f{40}$/i.test(text)) found.udid.add(text.toLowerCase())
  } else if (kind === 'serial-number') found[kind].add(text.toUpperCase())
  // a single letter would be found everywhere, and a phone that nobody named is called like all of its kind
  else if (kind === 'name' && (text.length < 2 || FAMILY_NAME.test(text))) return
  else if (![...found[kind]].some((one) => one.toLowerCase() === text.toLowerCase())) found[kind].add(text)
}

/** A decimal number of at most 64 bits as 16 hex digits. */
const hexOf = (decimal: string) => BigInt.asUintN(64, BigInt(decimal)).toString(16).padStart(16, '0')

/** The check digit that every IMEI ends with (ITU-T E.118, annex B). */
function luhnHolds(digits: string): boolean {
  return luhnSum(digits) % 10 === 0 && !/^0+$/.test(digits)
}

const luhnSum = (digits: string) =>
  Array.from(digits)
    .toReversed()
    .map((digit, index) => Number(digit) * (index % 2 === 1 ? 2 : 1))
    .reduce((sum, part) => sum + (part > 9 ? part - 9 : part), 0)

const STAND_INS: Readonly<Record<RedactedKind, (number: number) => string>> = {
  ecid: (number) => `000EC1D${number.toString(16).toUpperCase().padStart(9, '0')}`,
  udid: (number) => `${'ed'.repeat(16)}${number.toString(16).padStart(8, '0')}`,
  'serial-number': (number) => `STANDIN${String(number).padStart(5, '0')}`,
  // the reporting body 00 marks test phones; the last digit makes the check hold
  imei: (number) => {
    const body = `00499900${String(number).padStart(6, '0')}`
    return `${body}${(10 - (luhnSum(`${body}0`) % 10)) % 10}`
  },
  name: (number) => `person-${number}`,
  path: (number) => `/path-${number}`,
}

type Spelling = { readonly kind: RedactedKind; readonly pattern: string; readonly standIn: string }

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Every way in which an original may be written, lower-case, with what takes its place. */
function spellingsOf(kind: RedactedKind, originals: ReadonlySet<string>): [string, Spelling][] {
  const taken = new Set(Array.from(originals, (original) => original.toLowerCase()))
  let number = 0
  const next = (): string => {
    number += 1
    const standIn = STAND_INS[kind](number)
    return taken.has(standIn.toLowerCase()) ? next() : standIn
  }
  return [...originals].flatMap((original): [string, Spelling][] => {
    const standIn = next()
    const spell = (text: string, pattern: string, instead: string): [string, Spelling] => [
      text.toLowerCase(),
      { kind, pattern, standIn: instead },
    ]
    const otherwise = writtenOtherwise(original).map((text) => spell(text, escaped(text), standIn))
    if (kind === 'ecid') return [...otherwise, ...ecidSpellings(original, standIn, spell)]
    if (kind === 'path') return [...otherwise, spell(original, escaped(original), standIn)]
    const edge = kind === 'name' ? '[\\p{L}\\p{N}]' : '[a-z0-9]'
    return [...otherwise, spell(original, `(?<!${edge})${escaped(original)}(?!${edge})`, standIn)]
  })
}

/** All 16 digits (also inside a UDID), hex without its leading zeros, and decimal. */
function ecidSpellings(
  original: string,
  standIn: string,
  spell: (text: string, pattern: string, instead: string) => [string, Spelling],
): [string, Spelling][] {
  const bare = (hex: string) => hex.replace(/^0+/, '')
  const decimal = (hex: string) => BigInt(`0x${hex}`).toString()
  const short = bare(original)
  const spellings = [spell(original, original, standIn)]
  // a very short number would be found in everything
  if (short.length >= 6 && short !== original)
    spellings.push(spell(short, `(?<![1-9a-f])${short}(?![0-9a-f])`, bare(standIn)))
  if (short.length >= 6)
    spellings.push(spell(decimal(original), `(?<!\\d)${decimal(original)}(?!\\d)`, decimal(standIn)))
  return spellings
}

/** Replaces in one pass, longest first, so that no stand-in is taken for an original. Small letters stay small. */
function replacer(spellings: ReadonlyMap<string, Spelling>): (text: string) => string {
  if (spellings.size === 0) return (text) => text
  const patterns = [...spellings].toSorted(([a], [b]) => b.length - a.length).map(([, { pattern }]) => pattern)
  const pattern = new RegExp(patterns.join('|'), 'giu')
  return (text) =>
    text.replace(pattern, (original) => {
      const standIn = spellings.get(original.toLowerCase())?.standIn ?? ''
      return original === original.toLowerCase() && /[a-z]/.test(original) ? standIn.toLowerCase() : standIn
    })
}
