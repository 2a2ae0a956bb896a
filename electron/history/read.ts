import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { CallOutput } from '../../shared/contract/contract.ts'
import type { Problem } from '../../shared/engine/problem.ts'
import { copyInMemory, inMemory } from './database.ts'
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
 * Opens a history for looking only. A file that does not exist gives an empty one; one of an older version, and one in a place
 * where nothing may be written, is shown from a copy in memory. The reader's methods throw what SQLite throws.
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
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return inMemory(null)
  try {
    return openBesideOthers(file)
  } catch (error) {
    // where nothing may be written beside it SQLite does not open a file of ours; without a log the file alone says everything
    const mayCopy = problemOf(error)?.code === 'database-read-only' && !hasLog(file)
    const copied = mayCopy ? copyInMemory(file) : null
    if (!copied) throw error
    return copied
  }
}

/** Whether changes lie in a write-ahead log beside the file. */
const hasLog = (file: string) => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

function openBesideOthers(file: string): Database.Database | Problem {
  const db = new Database(file, { readonly: true, timeout: 2000 })
  try {
    const version = versionOf(db)
    const ours = db.pragma('application_id', { simple: true }) === APPLICATION_ID
    if (ours && version === LATEST_VERSION) return db
    db.close()
    const unavailable = (detail: string): Problem => ({ code: 'database-unavailable', detail })
    if (!ours && version > 0) return unavailable(`${file} belongs to another program`)
    if (version <= LATEST_VERSION)
      return copyInMemory(file) ?? unavailable(`${file} has version ${version} and cannot be copied`)
    return { code: 'database-newer', detail: `the file has version ${version}, this program knows ${LATEST_VERSION}` }
  } catch (error) {
    db.close()
    throw error
  }
}
