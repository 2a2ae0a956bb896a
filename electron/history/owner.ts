import Database from 'better-sqlite3'

/** The right to tidy up after a crash: held by the first program that opened this history, until it ends. */
export type Owner = { readonly mine: boolean; release(): void }

/**
 * Takes the right by holding an exclusive lock on an empty file next to the history. The operating system lets go of it
 * when the process dies, however it dies. Not getting it because another program holds it gives `mine: false`; a folder
 * that cannot be written to gives `mine: true`, because nobody else can write there either.
 */
export function takeOwnership(file: string): Owner {
  let lock: Database.Database | null = null
  try {
    lock = new Database(`${file}-owner`, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    const held = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
    return { mine: !held, release: () => {} }
  }
  const held = lock
  return { mine: true, release: () => void held.close() }
}
