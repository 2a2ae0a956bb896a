import type { CauseId } from './errors-causes.ts'
import type { Provenance } from './provenance.ts'
import type { Likelihood, StepId } from './vocabulary.ts'

/** Who speaks the number; the words are `layer.<id>`. */
export const LAYERS = [
  'phone',
  'baseband',
  'host-stage',
  'host-usb',
  'personalisation',
  'signing-server',
  'state-machine',
  'download',
  'device-link',
  'not-a-restore-error',
] as const
export type Layer = (typeof LAYERS)[number]

/** Which family of cures fits: it decides what completes a row's own steps. */
export const GROUPS = [
  'usb',
  'storage',
  'file',
  'firmware',
  'hardware',
  'network',
  'signing',
  'lock',
  'host',
  'other',
] as const
export type Group = (typeof GROUPS)[number]

/** Where a row comes from; the words are `source.<id>`. */
export const SOURCES = [
  'am-enum',
  'restore-logs',
  'iphone-wiki',
  'repair-lists',
  'idevicerestore',
  'apple-quoted',
  'reports',
  'guide-1413',
  'guide-4013',
  'general-knowledge',
] as const
export type SourceId = (typeof SOURCES)[number]

export type ErrorCause = { readonly id: CauseId; readonly likelihood: Likelihood }

/** `no`: nothing in the cure erases. `by-erasing-steps`: the last steps erase. `by-the-fault`: the storage itself may be failing. */
export type DataAtRisk = 'no' | 'by-erasing-steps' | 'by-the-fault'

/** One code, or a range of codes (both ends included) that share one meaning. */
export type ErrorRow = Provenance & {
  readonly from: number
  readonly to: number
  /** Text keys are `error.<words>.title` and `error.<words>.meaning`. */
  readonly words: string
  readonly layer: Layer
  readonly group: Group
  readonly causes: readonly ErrorCause[]
  /** In the source's own order, which may jump to erasing; the plan makes it safe. */
  readonly steps: readonly StepId[]
  readonly dataAtRisk: DataAtRisk
  readonly sources: readonly SourceId[]
}

type Citation = Provenance & { readonly sources: readonly SourceId[] }

/** Facts that third parties report. */
export function reported(...sources: SourceId[]): Citation {
  return { sources, source: sources.join('; '), confidence: 'reported' }
}

/** A single weak hint: the words must say that it is not confirmed. */
export function unconfirmed(...sources: SourceId[]): Citation {
  return { sources, source: sources.join('; '), confidence: 'unconfirmed' }
}

function riskOf(causes: readonly ErrorCause[], steps: readonly StepId[]): DataAtRisk {
  const storage = causes.some(
    ({ id, likelihood }) => (id === 'nand' || id === 'secure-enclave') && likelihood === 'likely',
  )
  if (storage) return 'by-the-fault'
  return steps.includes('D2') || steps.includes('D3') ? 'by-erasing-steps' : 'no'
}

/** A row for the codes from `from` to `to`; `words` names its texts. */
export function rangeRow(
  [from, to]: readonly [from: number, to: number],
  words: string,
  [layer, group]: readonly [Layer, Group],
  likely: readonly CauseId[],
  possible: readonly CauseId[],
  steps: readonly StepId[],
  citation: Citation,
): ErrorRow {
  const causes: ErrorCause[] = [
    ...likely.map((id) => ({ id, likelihood: 'likely' as const })),
    ...possible.map((id) => ({ id, likelihood: 'possible' as const })),
  ]
  return { from, to, words, layer, group, causes, steps, dataAtRisk: riskOf(causes, steps), ...citation }
}

/** The rows of one layer: `row(code, group, likely causes, possible causes, steps in the source's order, citation)`. */
export function rowsOf(layer: Layer) {
  return (
    code: number,
    group: Group,
    likely: readonly CauseId[],
    possible: readonly CauseId[],
    steps: readonly StepId[],
    citation: Citation,
  ): ErrorRow => rangeRow([code, code], String(code), [layer, group], likely, possible, steps, citation)
}
