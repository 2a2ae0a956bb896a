/** More than this no honest case holds; a file from elsewhere may hold anything. */
const MOST = { depth: 100, items: 20_000, lines: 1_000_000, values: 20_000_000 }
/** The last moment that a date can name (ECMA-262, "Time Values and Time Range"); nothing in a case is a larger number. */
const LARGEST = 8.64e15

/** Why a content cannot be read at all: too much of it, or nested or numbered as no case ever is. */
export type Unfit = { readonly tooLong: boolean; readonly detail: string }

type Visit = { readonly value: unknown; readonly depth: number; readonly most: number }

const isTable = (value: unknown): value is object => typeof value === 'object' && value !== null

function* within({ value, depth }: Visit): Generator<Visit> {
  if (!isTable(value)) return
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value)
  for (const [name, one] of entries)
    yield { value: one, depth: depth + 1, most: depth === 0 && name === 'journal' ? MOST.lines : MOST.items }
}

/**
 * Goes through a parsed content once, without recursion, before anything that could be overwhelmed looks at it (a schema collects
 * a complaint for every wrong item; writing JSON stops at deep nesting). Gives null for what is safe to judge. Pure; never throws.
 */
export function unfit(content: unknown): Unfit | null {
  const open: Iterator<Visit>[] = [[{ value: content, depth: 0, most: MOST.items }].values()]
  let values = 0
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const next = top.next()
    if (next.done === true) {
      open.pop()
      continue
    }
    const { value, depth, most } = next.value
    values += 1
    if (values > MOST.values) return { tooLong: true, detail: `more than ${MOST.values} values` }
    if (depth > MOST.depth) return { tooLong: false, detail: 'nested too deeply' }
    if (Array.isArray(value) && value.length > most) return { tooLong: true, detail: `a list of ${value.length}` }
    if (typeof value === 'number' && Math.abs(value) > LARGEST)
      return { tooLong: false, detail: `a number of ${value}` }
    if (isTable(value)) open.push(within(next.value))
  }
  return null
}
