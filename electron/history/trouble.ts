import Database from 'better-sqlite3'
import type { Problem, ProblemCode } from '../../shared/engine/problem.ts'

const SQLITE_CODES: readonly (readonly [string, ProblemCode])[] = [
  ['SQLITE_BUSY', 'database-locked'],
  ['SQLITE_LOCKED', 'database-locked'],
  ['SQLITE_READONLY', 'database-read-only'],
  ['SQLITE_PERM', 'database-read-only'],
  ['SQLITE_FULL', 'database-full'],
  ['SQLITE_CORRUPT', 'database-damaged'],
  ['SQLITE_NOTADB', 'database-damaged'],
  ['SQLITE_CANTOPEN', 'database-unavailable'],
  ['SQLITE_IOERR', 'database-unavailable'],
  ['SQLITE_AUTH', 'database-unavailable'],
  ['SQLITE_PROTOCOL', 'database-locked'],
]

const FILE_CODES: Readonly<Record<string, ProblemCode>> = {
  EACCES: 'database-read-only',
  EPERM: 'database-read-only',
  EROFS: 'database-read-only',
  ENOSPC: 'database-full',
  EDQUOT: 'database-full',
}

/**
 * What an error of SQLite or of the file system means to the history. `null`: it is none of the expected failures, hence
 * a fault in this program.
 */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const { code, message } = error
  // the file system's messages begin with the code, SQLite's do not
  const detail = (message.startsWith(code) ? message : `${code}: ${message}`).slice(0, 2000)
  if (error instanceof Database.SqliteError) {
    const known = SQLITE_CODES.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))
    return known ? { code: known[1], detail } : null
  }
  return /^E[A-Z0-9]+$/.test(code) ? { code: FILE_CODES[code] ?? 'database-unavailable', detail } : null
}
