import { type FragmentUse, LOG_FRAGMENTS } from '../knowledge/log-patterns.ts'

/** What a line's fragments make of it, as bits. */
export const LINE_BITS = { read: 1, operation: 2, noise: 4, trouble: 8 } as const satisfies Record<FragmentUse, number>

/**
 * All fragments as one machine that is fed byte by byte: `next[(state << SHIFT) | letters[byte]]` is the following state, and
 * states from `firstWorth` on have found something (`worth[state]`, bits of `LINE_BITS`; 0 for the end of a line).
 */
export type FragmentMachine = {
  readonly next: Uint16Array
  readonly letters: Uint8Array
  readonly worth: Uint8Array
  readonly firstWorth: number
  readonly endOfLine: number
}

/** Width of a row of the table, as a power of two: so many different letters may occur in all fragments together. */
export const SHIFT = 6
const LINE_FEED = 0x0a

type Node = { readonly to: Map<number, Node>; fallback: Node | null; bits: number; id: number }
const node = (): Node => ({ to: new Map(), fallback: null, bits: 0, id: 0 })

const lower = (byte: number) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)

/** Each byte's letter: 0 for what occurs in no fragment, the same for both cases. */
function lettersOf(texts: readonly string[]): Uint8Array {
  const letters = new Uint8Array(256)
  let count = 1
  letters[LINE_FEED] = count++
  for (const text of texts)
    for (const char of text) {
      const byte = lower(char.charCodeAt(0))
      if (letters[byte] === 0) letters[byte] = count++
    }
  for (let byte = 0x41; byte <= 0x5a; byte += 1) letters[byte] = letters[byte + 0x20] ?? 0
  if (count > 1 << SHIFT) throw new Error(`${count} different letters in fragments`)
  return letters
}

/** Adds one fragment to the tree. */
function plant(root: Node, letters: readonly number[], bits: number): void {
  let at = root
  for (const letter of letters) {
    const found = at.to.get(letter) ?? node()
    at.to.set(letter, found)
    at = found
  }
  at.bits |= bits
}

/** Links every node to the longest other beginning that its text ends with (Aho and Corasick, 1975); gives all nodes by depth. */
function link(root: Node): readonly Node[] {
  const order: Node[] = [root]
  for (let index = 0; index < order.length; index += 1) {
    const at = order[index] ?? root
    for (const [letter, child] of at.to) {
      let fallback = at.fallback
      while (fallback !== null && !fallback.to.has(letter)) fallback = fallback.fallback
      child.fallback = fallback?.to.get(letter) ?? root
      child.bits |= child.fallback.bits
      order.push(child)
    }
  }
  return order
}

/** Builds the machine of some fragments. */
export function buildMachine(fragments: readonly { text: string; use: FragmentUse }[]): FragmentMachine {
  const letters = lettersOf(fragments.map(({ text }) => text))
  const root = node()
  for (const { text, use } of fragments)
    plant(
      root,
      Array.from(text, (char) => letters[char.charCodeAt(0)] ?? 0),
      LINE_BITS[use],
    )
  const nodes = link(root)
  const plain = nodes.filter(({ bits }) => bits === 0)
  const found = nodes.filter(({ bits }) => bits !== 0)
  const endOfLine = nodes.length
  ;[...plain, ...found].forEach((each, id) => (each.id = id))
  const next = new Uint16Array((nodes.length + 1) << SHIFT)
  const worth = new Uint8Array(nodes.length + 1)
  for (const at of nodes) {
    worth[at.id] = at.bits
    for (let letter = 0; letter < 1 << SHIFT; letter += 1) {
      const step = at.to.get(letter)?.id ?? (at.fallback === null ? 0 : (next[(at.fallback.id << SHIFT) | letter] ?? 0))
      next[(at.id << SHIFT) | letter] = step
    }
    next[(at.id << SHIFT) | (letters[LINE_FEED] ?? 0)] = endOfLine
  }
  // after the end of a line everything begins anew
  next.copyWithin(endOfLine << SHIFT, root.id << SHIFT, (root.id + 1) << SHIFT)
  return { next, letters, worth, firstWorth: plain.length, endOfLine }
}

/** The machine of every fragment that Handhold knows. */
export const LOG_MACHINE: FragmentMachine = buildMachine(LOG_FRAGMENTS)
