import type { CallOutput } from '../../shared/contract/contract.ts'
import type { Tables } from './tables.ts'

/** One case with its attempts and its journal. `unreadable` counts the lines and rows that did not fit. Throws what SQLite throws. */
export function everythingOf(tables: Tables, caseId: string): CallOutput<'historyCase'> {
  const { attempts, unreadable } = tables.attempts.ofCase(caseId)
  const journal = tables.journal.read({ caseId })
  return {
    case: tables.cases.byId(caseId),
    labels: tables.cases.labels(caseId),
    attempts,
    events: journal.entries,
    unreadable: journal.unreadable + unreadable,
  }
}
