import type { Database } from 'better-sqlite3'
import type { CaseLabels } from '../../shared/contract/history.ts'
import type { Case } from '../../shared/engine/case.ts'
import type { Effect } from '../../shared/engine/effects.ts'
import type { Settings, State } from '../../shared/engine/state.ts'
import { type AttemptClose, type AttemptOpen, type AttemptStore, attemptStore } from './attempt-store.ts'
import { type CaseStore, caseStore } from './case-store.ts'
import { type JournalRow, type JournalStore, journalStore } from './journal.ts'
import { withSearchIndex } from './search-index.ts'
import { type SettingsStore, settingsStore } from './settings-store.ts'
import { problemOf } from './trouble.ts'

/** Something to write. Writing the same one twice does no harm, except for an event. */
export type Change =
  | { readonly kind: 'case.save'; readonly case: Case; readonly wallMs: number }
  | AttemptOpen
  | AttemptClose
  | Extract<Effect, { kind: 'attempt.answered' }>
  | { readonly kind: 'settings.save'; readonly settings: Settings; readonly wallMs: number }
  /** What was believed when an attempt began. */
  | { readonly kind: 'attempt.begin'; readonly attemptId: string; readonly state: State }
  /** What a workshop writes on a case, and which cable an attempt was made with. */
  | { readonly kind: 'labels'; readonly caseId: string; readonly labels: Partial<CaseLabels> }
  | { readonly kind: 'cable'; readonly attemptId: string; readonly cableLabel: string | null }
  | { readonly kind: 'table'; readonly caseId: string | null; readonly wallMs: number }
  | { readonly kind: 'event'; readonly row: JournalRow }

export type Tables = {
  readonly cases: CaseStore
  readonly attempts: AttemptStore
  readonly journal: JournalStore
  readonly settings: SettingsStore
  /**
   * Writes all or nothing, in order. Throws an expected failure (see trouble.ts). What the database refuses for its
   * content alone would be refused for ever: it is left out, the rest is written, and what was left out is given back.
   */
  write(changes: readonly Change[]): { refused: string[] }
}

/** All tables of one open database. */
export function openTables(db: Database, bootId: string, appVersion: string): Tables {
  const cases = caseStore(db)
  const attempts = attemptStore(db, cases, bootId)
  const journal = journalStore(db, bootId, appVersion)
  const settings = settingsStore(db)

  const writeOne = (change: Change): void => {
    switch (change.kind) {
      case 'event':
        return journal.append(change.row)
      case 'case.save':
        return cases.save(change.case, change.wallMs)
      case 'attempt.open':
        return attempts.open(change)
      case 'attempt.close':
        return attempts.close(change)
      case 'attempt.answered':
        return attempts.answered(change.attemptId, change.facts)
      case 'attempt.begin':
        return attempts.begin(change.attemptId, change.state)
      case 'labels':
        return cases.setLabels(change.caseId, change.labels)
      case 'cable':
        return attempts.setCable(change.attemptId, change.cableLabel)
      case 'settings.save':
        return settings.save(change.settings, change.wallMs)
      case 'table':
        return settings.saveTable(change.caseId, change.wallMs)
    }
  }
  const writeAll = db.transaction((changes: readonly Change[]) => changes.forEach(writeOne))
  const writeEach = db.transaction((changes: readonly Change[]) => {
    const refused: string[] = []
    for (const change of changes)
      try {
        writeOne(change)
      } catch (error) {
        if (problemOf(error)) throw error
        refused.push(`${change.kind}: ${String(error)}`)
      }
    return refused
  })

  return {
    cases,
    attempts,
    journal,
    settings,
    write(changes) {
      try {
        withSearchIndex(db, () => writeAll.immediate(changes))
        return { refused: [] }
      } catch (error) {
        if (problemOf(error)) throw error
        return { refused: writeEach.immediate(changes) }
      }
    },
  }
}
