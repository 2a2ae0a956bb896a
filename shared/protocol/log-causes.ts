import { findError } from '../knowledge/errors.ts'
import type { CauseId } from '../knowledge/errors-causes.ts'
import { type Likelihood, LIKELIHOODS } from '../knowledge/vocabulary.ts'
import type { LogSession } from './log-session.ts'

/** What can lie behind a failure, with the lines of the log that speak for it. */
export type LogCause = { readonly id: CauseId; readonly likelihood: Likelihood; readonly evidence: readonly number[] }

const MOST_EVIDENCE = 10

type Found = Map<CauseId, { likelihood: Likelihood; evidence: Set<number> }>

const stronger = (one: Likelihood, other: Likelihood) =>
  LIKELIHOODS.indexOf(one) <= LIKELIHOODS.indexOf(other) ? one : other

function add(found: Found, id: CauseId, likelihood: Likelihood, lines: readonly number[]): void {
  const known = found.get(id)
  const evidence = known?.evidence ?? new Set<number>()
  for (const line of lines) if (evidence.size < MOST_EVIDENCE) evidence.add(line)
  found.set(id, { likelihood: known === undefined ? likelihood : stronger(known.likelihood, likelihood), evidence })
}

/** What the catalogue of errors knows of a stated code. */
function fromCode(found: Found, code: number, lines: readonly number[]): void {
  const row = findError(String(code))
  if (row === null || row.lookAlike) return
  for (const { id, likelihood } of row.row.causes) add(found, id, likelihood, lines)
}

/** Where the run stopped. What the code's own row suspects too becomes likely. */
function fromOperation(found: Found, { operation, phases }: LogSession): void {
  if (operation?.row == null) return
  // the last operation may lie behind a part that was reached later
  const last = phases.at(-1)
  if (last === undefined || last.line > operation.line) return
  for (const id of operation.row.causes) {
    const known = found.get(id)
    add(found, id, known === undefined ? 'possible' : 'likely', [operation.line])
  }
}

/**
 * Takes a run and the code and lines of its error; gives the likely causes first. Nothing for a run that went well or that
 * says nothing.
 */
export function logCauses(
  session: LogSession,
  error: { code: number | null; lines: readonly number[] } | null,
): readonly LogCause[] {
  const found: Found = new Map()
  const deepest = session.depths.reduce<(typeof session.depths)[number] | null>(
    (best, entry) => (best === null || entry.depth > best.depth ? entry : best),
    null,
  )
  if (error !== null) {
    if (deepest !== null && deepest.code !== error.code) fromCode(found, deepest.code, [deepest.line])
    if (error.code !== null) fromCode(found, error.code, error.lines)
    for (const { row, line } of session.stages) for (const id of row.causes) add(found, id, 'possible', [line])
    const first = session.stages.find(({ row }) => !row.summary && row.causes.length > 0)
    const likely = first?.row.causes[0]
    if (first !== undefined && likely !== undefined && error.code === null) add(found, likely, 'likely', [first.line])
  }
  fromOperation(found, session)
  return [...found]
    .map(([id, { likelihood, evidence }]) => ({ id, likelihood, evidence: [...evidence].toSorted((a, b) => a - b) }))
    .toSorted((one, other) => LIKELIHOODS.indexOf(one.likelihood) - LIKELIHOODS.indexOf(other.likelihood))
}
