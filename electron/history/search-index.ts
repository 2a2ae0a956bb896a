import Database from 'better-sqlite3'

/**
 * Does something that uses the search index. The index holds nothing of its own: when it is damaged it is built again and the
 * work is done once more, instead of taking the whole history for damaged. Throws what SQLite throws otherwise.
 */
export function withSearchIndex<T>(db: Database.Database, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_CORRUPT_VTAB') throw error
    db.exec(`INSERT INTO case_search (case_search) VALUES ('rebuild')`)
    return work()
  }
}

/** Compares the search index with the cases; throws SQLITE_CORRUPT_VTAB when they differ. */
export function checkSearchIndex(db: Database.Database): void {
  db.exec(`INSERT INTO case_search (case_search, rank) VALUES ('integrity-check', 1)`)
}
