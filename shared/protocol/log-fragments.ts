import { type FragmentUse, LOG_FRAGMENTS } from '../knowledge/log-patterns.ts'

/** What a line's fragments make of it, as bits. */
export const LINE_BITS = { read: 1, operation: 2, noise: 4, trouble: 8 } as const satisfies Record<FragmentUse, number>

/** So many bytes of each fragment are searched; what is shorter is not searched, only looked for in lines that are read anyway. */
export const WINDOW_BYTES = 7

type Candidate = { readonly bytes: Uint8Array; readonly windowAt: number; readonly bits: number }

/**
 * All fragments as tables for a search that skips most bytes (Wu and Manber, 1994). Pairs of bytes are indexes: `skip` tells how
 * far the window may move when it ends with this pair, and 0 that it may be one; `begins` whether a window begins so.
 */
export type FragmentSearch = {
  readonly skip: Uint8Array
  readonly begins: Uint8Array
  readonly candidates: ReadonlyMap<number, readonly Candidate[]>
}

/** Lines as they fill logs, to know which pairs of characters are everywhere. */
const TYPICAL = [
  '[18:40:07.0512] amai: _AMAuthInstallBundlePopulatePersonalizedBundle: no entry in manifest found for "Restore Device Tree", copying it',
  '2021-03-09 18:40:07.512 iTunes[9120:2f14]: sock 12: connected to [fe80::1%en3]:49161 as [fe80::2%en3]:51542',
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

/** Where in a text the window lies that ends most rarely, as the search stops at each of its ends. */
function windowOf(text: string): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + WINDOW_BYTES <= text.length; at += 1) {
    const pairs = Array.from({ length: WINDOW_BYTES - 1 }, (_, index) =>
      commonness(text.slice(at + index, at + index + 2)),
    )
    const weight = (pairs.at(-1) ?? 0) * 10 + pairs.reduce((sum, each) => sum + each, 0)
    if (weight < least) {
      least = weight
      best = at
    }
  }
  return best
}

/** Builds the tables of some fragments, all in ASCII; those shorter than the window are left out. */
export function buildSearch(fragments: readonly { text: string; use: FragmentUse }[]): FragmentSearch {
  const skip = new Uint8Array(65_536).fill(WINDOW_BYTES - 1)
  const begins = new Uint8Array(65_536)
  const candidates = new Map<number, Candidate[]>()
  for (const { text, use } of fragments) {
    if (text.length < WINDOW_BYTES) continue
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0))
    const windowAt = windowOf(text)
    const pairAt = (index: number) => ((bytes[windowAt + index] ?? 0) << 8) | (bytes[windowAt + index + 1] ?? 0)
    for (let index = 0; index < WINDOW_BYTES - 1; index += 1) {
      const pair = pairAt(index)
      skip[pair] = Math.min(skip[pair] ?? 0, WINDOW_BYTES - 2 - index)
    }
    const last = pairAt(WINDOW_BYTES - 2)
    begins[pairAt(0)] = 1
    candidates.set(last, [...(candidates.get(last) ?? []), { bytes, windowAt, bits: LINE_BITS[use] }])
  }
  return { skip, begins, candidates }
}

/** The bits of the fragments whose window ends with the byte at `end`; 0 when none is there. */
export function fragmentsAt({ candidates }: FragmentSearch, bytes: Uint8Array, end: number): number {
  const here = candidates.get((bytes[end - 1]! << 8) | bytes[end]!)
  if (here === undefined) return 0
  let bits = 0
  for (let index = 0; index < here.length; index += 1) {
    const candidate = here[index]!
    const wanted = candidate.bytes
    const from = end + 1 - WINDOW_BYTES - candidate.windowAt
    let same = 0
    while (same < wanted.length && bytes[from + same] === wanted[same]) same += 1
    if (same === wanted.length) bits |= candidate.bits
  }
  return bits
}

/** The tables of every fragment that Handhold knows. */
export const LOG_SEARCH: FragmentSearch = buildSearch(LOG_FRAGMENTS)

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
