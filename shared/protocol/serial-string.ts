/**
 * The USB serial string of an Apple device, in all its forms: boot string (`CPID:8015 … ECID:…`), UDID of a running system,
 * Windows device paths around either, and ids that a driver made up. Nothing here throws; what is wrong comes back as codes.
 */

export type SerialProblem =
  /** Longer than any real one; only its beginning was read. */
  | 'serial-too-long'
  /** Contains characters that no such string has. */
  | 'serial-not-text'
  /** Neither a boot string nor a UDID. */
  | 'serial-unknown-form'
  /** Made up by an old driver or by Windows: says nothing about the device. */
  | 'serial-generated'
  /** Forty times `f`, as a device in the middle of a restore may show. */
  | 'serial-placeholder'
  /** Ends in the middle of a value. */
  | 'serial-truncated'
  | 'cpid-unreadable'
  | 'bdid-unreadable'
  | 'ecid-unreadable'

export type SerialForm = 'none' | 'boot' | 'udid' | 'generated' | 'placeholder' | 'unknown'

/** What a serial string says. Hex is upper case; `cpid` 4 digits, `bdid` 2, `ecid` 16; null is "not said". */
export type SerialFacts = {
  readonly form: SerialForm
  readonly cpid: string | null
  readonly bdid: string | null
  readonly ecid: string | null
  /** 40 lower-case hex digits, or `00008030-` and 16 upper-case hex digits. */
  readonly udid: string | null
  readonly serialNumber: string | null
  readonly bootTag: string | null
  /** The name of the exploit, where a tool left one. */
  readonly pwned: string | null
  /** Ids that a Windows path around the string named; `kis` paths are the debug connection. */
  readonly path: { readonly vendorId: number | null; readonly productId: number | null; readonly kis: boolean } | null
  readonly problems: readonly SerialProblem[]
}

/** USB allows 126 characters in a string, Windows paths have some 300. */
const LONGEST_REAL = 1024
/** Nothing after this is looked at. */
const LONGEST_READ = 16_384
/** Serial numbers have 10 to 12 characters, boot tags some 30. */
const LONGEST_BRACKETED = 64

const NOTHING: SerialFacts = {
  form: 'none',
  cpid: null,
  bdid: null,
  ecid: null,
  udid: null,
  serialNumber: null,
  bootTag: null,
  pwned: null,
  path: null,
  problems: [],
}

/**
 * Takes the serial string as it came from outside (null: not read) and whether the device shows the USB id of Port DFU, whose
 * board id packs chip and board together. Gives what it says. Never throws.
 * Source: libimobiledevice/libirecovery src/libirecovery.c (keys, Port DFU), libusbmuxd (UDID forms).
 */
export function parseSerialString(raw: string | null, portDfu = false): SerialFacts {
  if (raw === null) return NOTHING
  const problems: SerialProblem[] = []
  if (raw.length > LONGEST_REAL) problems.push('serial-too-long')
  const cut = raw.slice(0, LONGEST_READ)
  if (/[^\s\0\x20-\x7e]/.test(cut)) problems.push('serial-not-text')
  const { rest, path } = withoutPath(blankControls(cut).trim())
  const facts = parseInner(rest, portDfu)
  return { ...facts, path, problems: [...problems, ...facts.problems] }
}

/** NUL and other control characters count as blanks: descriptors come padded with them. */
function blankControls(text: string): string {
  return Array.from(text, (character) => (character < ' ' || character === '\x7f' ? ' ' : character)).join('')
}

function parseInner(text: string, portDfu: boolean): SerialFacts {
  if (text === '') return NOTHING
  const boot = parseBootString(text, portDfu)
  if (boot) return boot
  if (/^f{40}$/i.test(text)) return { ...NOTHING, form: 'placeholder', problems: ['serial-placeholder'] }
  if (/^[0-9a-f]{40}$/i.test(text)) return { ...NOTHING, form: 'udid', udid: text.toLowerCase() }
  const udid = /^0000([0-9a-f]{4})-?([0-9a-f]{16})$/i.exec(text.toUpperCase())
  if (udid?.[1] && udid[2]) {
    return { ...NOTHING, form: 'udid', cpid: udid[1], ecid: udid[2], udid: `0000${udid[1]}-${udid[2]}` }
  }
  if (/^ib\d+(?:#|$)/i.test(text) || /&/.test(text)) {
    return { ...NOTHING, form: 'generated', problems: ['serial-generated'] }
  }
  return { ...NOTHING, form: 'unknown', problems: ['serial-unknown-form'] }
}

/**
 * Takes a trimmed string; where it is a Windows device path (`\\?\usb#vid_05ac&pid_1281#…#{guid}`, `USB\VID_05AC&PID_12A8\…`,
 * `\\?\kis#…`) gives its last element and the ids in it, else the string itself.
 */
function withoutPath(text: string): { rest: string; path: SerialFacts['path'] } {
  const head =
    /^(?:\\\\[?.]\\|\\\?\?\\)?(usb|kis)[#\\](?:vid_([0-9a-f]{4})&pid_([0-9a-f]{4})[^#\\]*(?:[#\\]|$))?/i.exec(text)
  if (!head) return { rest: text, path: null }
  const rest = text
    .slice(head[0].length)
    .replace(/#\{.*$/, '')
    .trim()
  return {
    rest,
    path: { vendorId: idOrNull(head[2]), productId: idOrNull(head[3]), kis: head[1]?.toLowerCase() === 'kis' },
  }
}

const idOrNull = (digits: string | undefined) => (digits === undefined ? null : Number.parseInt(digits, 16))

type Token = { readonly value: string; readonly last: boolean }

/**
 * The `KEY:value` tokens, first of each key. Windows writes underscores for blanks and small letters; values in brackets may hold
 * blanks themselves and are taken whole. A value in brackets that never close, and any last value, may have been cut.
 */
function tokensOf(text: string): Map<string, Token> {
  const tokens = new Map<string, Token>()
  for (const match of text.matchAll(/(?:^|[ _])([a-z]{4}):(\[[^\]]*\]?|[^ _]*)/gi)) {
    const [whole, key, value] = match
    if (key === undefined || value === undefined || tokens.has(key.toUpperCase())) continue
    tokens.set(key.toUpperCase(), { value, last: match.index + whole.length >= text.length })
  }
  return tokens
}

const BOOT_KEYS = ['CPID', 'BDID', 'ECID', 'SDOM', 'CPRV', 'CPFM', 'SCEP', 'IBFL', 'SRTG', 'SRNM', 'PREV', 'PWND']

const UNREADABLE = { CPID: 'cpid-unreadable', BDID: 'bdid-unreadable', ECID: 'ecid-unreadable' } as const

/** Gives null when no token of a boot string is there. */
function parseBootString(text: string, portDfu: boolean): SerialFacts | null {
  const tokens = tokensOf(text)
  if (!BOOT_KEYS.some((key) => tokens.has(key))) return null
  const problems: SerialProblem[] = []
  const hex = (key: 'CPID' | 'BDID' | 'ECID', digits: number): string | null => {
    const value = hexValue(tokens.get(key), digits)
    if ('read' in value) return value.read
    problems.push(value.trouble === 'cut' ? 'serial-truncated' : UNREADABLE[key])
    return null
  }
  if (/[ _][a-z]{1,4}$/i.test(text)) problems.push('serial-truncated')
  const chip = hex('CPID', 4)
  const packed = portDfu ? unpackPortDfuBoard(tokens.get('BDID')?.value ?? '') : null
  const bracketed = (key: string): string | null => {
    const token = tokens.get(key)
    if (!token?.value.startsWith('[')) return null
    if (!token.value.endsWith(']')) {
      problems.push('serial-truncated')
      return null
    }
    const inside = token.value.slice(1, -1)
    return inside === '' || inside.length > LONGEST_BRACKETED ? null : inside
  }
  const facts = {
    ...NOTHING,
    form: 'boot' as const,
    cpid: packed?.cpid ?? chip,
    bdid: packed?.bdid ?? hex('BDID', 2),
    ecid: notAllZeros(hex('ECID', 16)),
    serialNumber: bracketed('SRNM')?.toUpperCase() ?? null,
    bootTag: asAppleWrites(bracketed('SRTG')),
    pwned: bracketed('PWND'),
  }
  return { ...facts, problems: [...new Set(problems)] }
}

/** Windows writes boot tags in small letters or capitals; the number after the stage's name stays as it is. */
function asAppleWrites(tag: string | null): string | null {
  const stage = ['iBoot', 'iBSS', 'iBEC', 'LLB'].find((name) => tag?.toLowerCase().startsWith(name.toLowerCase()))
  return tag === null || stage === undefined ? tag : stage + tag.slice(stage.length)
}

const notAllZeros = (ecid: string | null) => (ecid === null || /^0+$/.test(ecid) ? null : ecid)

/**
 * One hex value brought to its number of digits. A last value that is short is taken for cut off (real ones always come with
 * all digits) unless it begins with another digit than 0 and is an ECID, which a tool may have printed without its leading zeros.
 */
function hexValue(token: Token | undefined, digits: number): HexRead {
  if (!token) return { read: null }
  const value = token.value.replace(/^0x/i, '')
  if (value === '') return { trouble: token.last ? 'cut' : 'unreadable' }
  if (!/^[0-9a-f]+$/i.test(value)) return { trouble: 'unreadable' }
  if (token.last && value.length < digits && (digits < 16 || value.startsWith('0'))) return { trouble: 'cut' }
  const bare = value.replace(/^0+(?=.)/, '').toUpperCase()
  return bare.length > digits ? { trouble: 'unreadable' } : { read: bare.padStart(digits, '0') }
}

type HexRead = { readonly read: string | null } | { readonly trouble: 'cut' | 'unreadable' }

/** Port DFU packs both into up to 64 bits: chip = (value >> 8) & 0xFFFF, board = (value >> 24) & 0xFF. Null when it is a plain board id. */
function unpackPortDfuBoard(digits: string): { cpid: string; bdid: string } | null {
  if (!/^(?:0x)?[0-9a-f]{1,16}$/i.test(digits)) return null
  const value = BigInt(`0x${digits.replace(/^0x/i, '')}`)
  if (value <= 0xffn) return null
  const hex = (part: bigint, length: number) => part.toString(16).toUpperCase().padStart(length, '0')
  return { cpid: hex((value >> 8n) & 0xffffn, 4), bdid: hex((value >> 24n) & 0xffn, 2) }
}
