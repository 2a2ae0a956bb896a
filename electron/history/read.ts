import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { CallOutput } from '../../shared/contract/contract.ts'
import type { Problem } from '../../shared/engine/problem.ts'
import { inMemory } from './database.ts'
import type { CaseQuery } from '../../shared/contract/history.ts'
import { everythingOf } from './everything.ts'
import { APPLICATION_ID, LATEST_VERSION, versionOf } from './migrations.ts'
import { openTables } from './tables.ts'
import { problemOf } from './trouble.ts'

/** Looks into a history that another program may be using: nothing is written, tidied up or migrated in the file. */
export type HistoryReader = {
  list(query: CaseQuery): CallOutput<'historyList'>
  caseWithEverything(caseId: string): CallOutput<'historyCase'>
  close(): void
}

export type HistoryReading =
  | { readonly ok: true; readonly history: HistoryReader }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Opens a history for looking only. A file that does not exist gives an empty one; one of an older version is shown from a
 * copy in memory. The reader's methods throw what SQLite throws.
 */
export function readHistory(file: string): HistoryReading {
  try {
    const db = openToLook(file)
    if ('code' in db) return { ok: false, problem: db }
    const tables = openTables(db, '', '')
    return {
      ok: true,
      history: {
        list: (query) => tables.cases.list(query),
        caseWithEverything: (caseId) => everythingOf(tables, caseId),
        close: () => void db.close(),
      },
    }
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    return { ok: false, problem }
  }
}

function openToLook(file: string): Database.Database | Problem {
  if (!existsSync(file)) return inMemory(null)
  const db = new Database(file, { readonly: true, timeout: 2000 })
  try {
    const version = versionOf(db)
    const ours = db.pragma('application_id', { simple: true }) === APPLICATION_ID
    if (ours && version === LATEST_VERSION) return db
    db.close()
    if (!ours && version > 0) return { code: 'database-unavailable', detail: `${file} belongs to another program` }
    if (version <= LATEST_VERSION) return inMemory(file)
    return { code: 'database-newer', detail: `the file has version ${version}, this program knows ${LATEST_VERSION}` }
  } catch (error) {
    db.close()
    throw error
  }
}
