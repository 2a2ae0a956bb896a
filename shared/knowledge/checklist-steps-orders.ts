import type { Provenance } from './provenance.ts'
import type { StepId } from './vocabulary.ts'

/** The order in which a published guide, or the default for codes nobody knows, takes its steps. */
export type StepOrder = Provenance & {
  readonly codes: readonly string[]
  readonly steps: readonly StepId[]
  /** Steps that keep the data, that the guide's own list lacks and that we add before anything erases. */
  readonly added: readonly StepId[]
}

/**
 * The two guides, exactly in their own order; making it safe is the plan's work.
 * 1413: cable, port, clean, restart, update the software, DFU restore, other computer.
 * 4013 and 4014: restart, cable, port, update the software, close programs, recovery (Update, then Restore), DFU,
 * other computer, hardware.
 */
export const GUIDE_ORDERS: readonly StepOrder[] = [
  {
    codes: ['1413'],
    steps: ['A2', 'A3', 'A4', 'A6', 'A5', 'A1', 'D3', 'A7', 'F1'],
    added: ['C1', 'D1'],
    source: 'guide for error 1413',
    confidence: 'reported',
  },
  {
    codes: ['4013'],
    steps: ['A5', 'A2', 'A3', 'A4', 'A1', 'A8', 'D1', 'D2', 'D3', 'A7', 'F1'],
    added: ['A6', 'B1', 'D4', 'C1'],
    source: 'guide for error 4013',
    confidence: 'reported',
  },
  {
    codes: ['4014'],
    steps: ['A5', 'A2', 'A3', 'A4', 'A1', 'A8', 'D1', 'D2', 'D3', 'A7', 'F1'],
    added: ['E1', 'A6', 'D4', 'C1'],
    source: 'guide for errors 4013 and 4014; public logs of virtual machines',
    confidence: 'reported',
  },
]

/** For codes without a row, and for "no code". */
export const DEFAULT_ORDER: StepOrder = {
  codes: [],
  steps: ['A1', 'A5', 'A2', 'A3', 'A4', 'B1', 'D1', 'A7', 'C1', 'D2', 'D3', 'F1'],
  added: [],
  source: 'order of the family 9, 4005, 4013, 4014 on two public firmware sites, made safe',
  confidence: 'inferred',
}
