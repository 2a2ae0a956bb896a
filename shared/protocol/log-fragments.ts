import { type FragmentUse, LOG_FRAGMENTS } from '../knowledge/log-patterns.ts'

/** What a line's fragments make of it, as bits. */
export const LINE_BITS = { read: 1, operation: 2, noise: 4, trouble: 8 } as const satisfies Record<FragmentUse, number>

/** What is shorter is not searched, only looked for in lines that are read anyway. So long, it holds a whole word wherever it stands. */
export const SHORTEST_BYTES = 7
const WORD_BYTES = 4

type Candidate = { readonly bytes: Uint8Array; readonly wordAt: number; readonly word: number; readonly bits: number }

const TABLE_BITS = 14
/** Mixes a word's bits into the place of the table that tells about it (Fibonacci hashing; Knuth, TAOCP volume 3, 6.4). */
export const placeOf = (word: number): number => Math.imul(word, 0x9e3779b1) >>> (32 - TABLE_BITS)

/**
 * All fragments as a table for a search that reads four bytes at once, where a computer can: `marked` tells at a word's place
 * whether a fragment may be here, `candidates` which. A fragment stands under one word for each of the four ways it can lie.
 */
export type FragmentSearch = {
  readonly marked: Uint8Array
  readonly candidates: readonly (readonly Candidate[] | undefined)[]
}

/** Lines as they fill logs, to know which pairs of characters are everywhere. */
const TYPICAL = [
  '[18:40:07.0512] amai: _AMAuthInstallBundlePopulatePersonalizedBundle: no entry in manifest found for "Restore Device Tree", copying it',
  '2021-03-09 18:40:07.512 iTunes[9120:2f14]: sock 12: connected to [fe80::1%en3]:49161 as [fe80::2%en3]:51542',
  '[18:40:07.0512] AMRestorableDeviceCopyPSDProbe: AppleDeviceManagementHIDEventService is none of ours',
  '18:40:07.512: <Restore Device 0x600003d65960>: operation 78 progress 26',
  '[18:40:07.0512] Completed the sending of Firmware image and Device data from the restore bundle to the device: 30 00 0c 62 66 c5 0f error',
]

/** How often each pair stands in typical lines. */
function countPairs(lines: readonly string[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  for (const line of lines)
    for (let at = 0; at + 2 <= line.length; at += 1) {
      const pair = line.slice(at, at + 2)
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  return pairs
}
const PAIRS = countPairs(TYPICAL)
/** A pair of small letters may be common though it is not in the lines above. */
const commonness = (pair: string) => (PAIRS.get(pair) ?? 0) * 2 + (/^[a-z ]{2}$/u.test(pair) ? 2 : 0) + 1

/** How common a word is at most: its rarest pair decides. */
const commonest = (word: string) => Math.min(...[0, 1, 2].map((at) => commonness(word.slice(at, at + 2))))

/** The rarest word of a text among those that lie on the grid when the text begins so many bytes behind it. */
function rarestWord(text: string, behind: number): number {
  const first = (WORD_BYTES - behind) % WORD_BYTES
  let best = first
  for (let at = first; at + WORD_BYTES <= text.length; at += WORD_BYTES)
    if (commonest(text.slice(at, at + WORD_BYTES)) < commonest(text.slice(best, best + WORD_BYTES))) best = at
  return best
}

/** Builds the tables of some fragments, all in ASCII; those that are too short are left out. */
export function buildSearch(fragments: readonly { text: string; use: FragmentUse }[]): FragmentSearch {
  const marked = new Uint8Array(2 ** TABLE_BITS)
  const candidates: (Candidate[] | undefined)[] = Array.from({ length: 2 ** TABLE_BITS })
  for (const { text, use } of fragments) {
    if (text.length < SHORTEST_BYTES) continue
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0))
    for (let behind = 0; behind < WORD_BYTES; behind += 1) {
      const wordAt = rarestWord(text, behind)
      // in this computer's own byte order, as the search reads them
      const word = new Int32Array(bytes.slice(wordAt, wordAt + WORD_BYTES).buffer)[0] ?? 0
      const place = placeOf(word)
      marked[place] = 1
      candidates[place] = [...(candidates[place] ?? []), { bytes, wordAt, word, bits: LINE_BITS[use] }]
    }
  }
  return { marked, candidates }
}

/** The tables of every fragment that Handhold knows. */
export const LOG_SEARCH: FragmentSearch = buildSearch(LOG_FRAGMENTS)

/** The bits of the fragments that lie around the word at this place; 0 when none does. */
export function fragmentsAround({ candidates }: FragmentSearch, bytes: Uint8Array, at: number, word: number): number {
  const here = candidates[placeOf(word)]
  if (here === undefined) return 0
  let bits = 0
  for (let index = 0; index < here.length; index += 1) {
    const candidate = here[index]!
    if (candidate.word !== word) continue
    const wanted = candidate.bytes
    const from = at - candidate.wordAt
    let same = 0
    while (same < wanted.length && bytes[from + same] === wanted[same]) same += 1
    if (same === wanted.length) bits |= candidate.bits
  }
  return bits
}

const patternOf = (use: FragmentUse, flags: string) =>
  new RegExp(
    LOG_FRAGMENTS.filter((fragment) => fragment.use === use)
      .map(({ text }) => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
      .join('|'),
    flags,
  )
const NOISE = patternOf('noise', 'u')
const TROUBLE = patternOf('trouble', 'iu')

/** Takes a line that said nothing; gives whether it looks like trouble and is known to be harmless, or may not be. */
export function troubleOf(text: string): 'noise' | 'trouble' | null {
  return NOISE.test(text) ? 'noise' : TROUBLE.test(text) ? 'trouble' : null
}
