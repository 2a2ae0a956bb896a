import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Problem } from '../../shared/engine/problem.ts'
import { APPLICATION_ID, LATEST_VERSION, MIGRATIONS, migrate, versionOf } from './migrations.ts'
import { takeOwnership } from './owner.ts'
import { checkSearchIndex, withSearchIndex } from './search-index.ts'
import { problemOf } from './trouble.ts'

/** Checking every page costs about 1 ms per MB; above this size damage is found when it is read. */
const CHECK_UP_TO_BYTES = 16_000_000
/** A history that cannot be written to is shown from a copy in memory up to this size. */
const COPY_UP_TO_BYTES = 200_000_000
/** Writes never wait longer than this for another program: a countdown may be running. They are tried again instead. */
const WRITE_WAIT_MS = 5
const HEADER_BYTES = 100

export type ConnectOptions = {
  readonly file: string
  /** Wall time for the names of set-aside and backup files. */
  readonly wallMs: () => number
  /** How long opening may wait for another program's lock. */
  readonly waitMs: number
  readonly migrations?: readonly string[]
}

/** An open, migrated database, or why there is none. `retry`: opening the same file may work later. */
export type Connection =
  | {
      readonly ok: true
      readonly db: Database.Database
      /** This program may tidy up after a crash (see owner.ts). */
      readonly mine: boolean
      /** A damaged file was set aside on the way. */
      readonly damaged: Problem | null
      close(): void
    }
  | { readonly ok: false; readonly problem: Problem; readonly retry: boolean }

/** `sqlite`: the fixed bytes are right (sqlite.org/fileformat, section 1.3); otherwise it is damaged or no database at all. */
type Header = { readonly sqlite: boolean; readonly version: number; readonly applicationId: number }

/** The header of a SQLite file, read without opening it as a database (which would already write). `null`: no file, or empty. */
function readHeader(file: string): Header | null {
  if (!existsSync(file) || statSync(file).size === 0) return null
  const bytes = Buffer.alloc(HEADER_BYTES)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, bytes, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(handle)
  }
  return {
    sqlite: bytes.toString('latin1', 0, 16) === 'SQLite format 3\0' && bytes.readUIntBE(21, 3) === 0x402020,
    version: bytes.readUInt32BE(60),
    applicationId: bytes.readUInt32BE(68),
  }
}

const stamp = (wallMs: number) => new Date(wallMs).toISOString().slice(0, 19).replaceAll(':', '-')

/** `history.db` with `damaged` becomes `history.damaged-2026-11-21T10-00-00.db`; a name that is taken gets a number. */
export function nameBeside(file: string, what: string, wallMs: number): string {
  const ending = extname(file)
  const stem = join(dirname(file), `${basename(file, ending)}.${what}-${stamp(wallMs)}`)
  const names = [`${stem}${ending}`, ...Array.from({ length: 99 }, (_, index) => `${stem}-${index + 2}${ending}`)]
  return names.find((name) => !existsSync(name)) ?? `${stem}-${wallMs}${ending}`
}

/** Renames a damaged database and its side files. Gives the problem to report; throws what renaming throws. */
function setAside(file: string, wallMs: number, why: string): Problem {
  const aside = nameBeside(file, 'damaged', wallMs)
  for (const ending of ['-wal', '-shm', '']) if (existsSync(file + ending)) renameSync(file + ending, aside + ending)
  return { code: 'database-damaged', detail: `${why}; the damaged file is kept as ${aside}`.slice(0, 2000) }
}

/** Reasons not to touch the file at all. */
function refuse(file: string, header: Header | null, latest: number): Connection | null {
  if (!header?.sqlite) return null
  if (header.applicationId !== APPLICATION_ID)
    return header.version === 0 && header.applicationId === 0
      ? null
      : {
          ok: false,
          retry: false,
          problem: { code: 'database-unavailable', detail: `${file} belongs to another program` },
        }
  if (header.version <= latest) return null
  return { ok: false, retry: false, problem: newer(header.version, latest) }
}

const newer = (version: number, latest: number): Problem => ({
  code: 'database-newer',
  detail: `the file has version ${version}, this program knows ${latest}`,
})

/**
 * Damage that must be seen before SQLite does: on closing, it deletes a log whose main file is empty or unreadable, and that
 * log may be all that is left. Gives the reason.
 */
function brokenBeforeOpening(file: string, header: Header | null): string | null {
  if (header) return header.sqlite ? null : 'the file does not begin like a database'
  const log = `${file}-wal`
  return existsSync(log) && statSync(log).size > 0 ? 'the main file is missing or empty, but its log is there' : null
}

class DamageFound extends Error {}
class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Every table of its own with its indices; then the search index, which is built again when it does not fit. */
function checkTables(db: Database.Database): void {
  const listed = db.prepare<[string], string>(`SELECT name FROM pragma_table_list WHERE type = ? AND schema = 'main'`)
  for (const table of listed.pluck().all('table')) {
    const found = db.pragma(`quick_check('${table}')`, { simple: true })
    if (found !== 'ok') throw new DamageFound(`${table}: ${String(found)}`)
  }
  if (listed.all('virtual').length > 0) withSearchIndex(db, () => checkSearchIndex(db))
}

/** Sets up, checks, backs up and migrates. Throws SqliteError, DamageFound or Refusal. */
function prepare(db: Database.Database, options: ConnectOptions): void {
  const migrations = options.migrations ?? MIGRATIONS
  const version = versionOf(db)
  if (version > migrations.length) throw new Refusal(newer(version, migrations.length))
  if (version === 0 && db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() !== 0)
    throw new Refusal({ code: 'database-unavailable', detail: `${options.file} belongs to another program` })
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('foreign_keys = ON')
  // taking the write lock once shows a read-only or locked file now and not in the middle of an attempt
  db.exec('BEGIN IMMEDIATE; COMMIT')
  if (version > 0 && statSync(options.file).size <= CHECK_UP_TO_BYTES) checkTables(db)
  if (version > 0 && version < migrations.length) backUp(db, options, version)
  migrate(db, migrations)
}

/** A full copy next to the file before its first change of version. A half-written copy is removed. */
function backUp(db: Database.Database, options: ConnectOptions, version: number): void {
  const copy = nameBeside(options.file, `version-${version}`, options.wallMs())
  try {
    db.prepare('VACUUM INTO ?').run(copy)
  } catch (error) {
    rmSync(copy, { force: true })
    throw error
  }
}

function openOnce(options: ConnectOptions): Connection {
  const db = new Database(options.file, { timeout: options.waitMs })
  try {
    prepare(db, options)
    db.pragma(`busy_timeout = ${WRITE_WAIT_MS}`)
  } catch (error) {
    db.close()
    throw error
  }
  const owner = takeOwnership(options.file)
  const close = () => {
    db.close()
    owner.release()
  }
  return { ok: true, db, mine: owner.mine, damaged: null, close }
}

/** What went wrong while opening, as a value. Throws on again what is a fault in this program. */
function failure(error: unknown, file: string): Extract<Connection, { ok: false }> {
  if (error instanceof Refusal) return { ok: false, problem: error.problem, retry: false }
  const problem = problemOf(error)
  if (!problem) throw error
  if (problem.code !== 'database-unavailable') return { ok: false, problem, retry: true }
  return {
    ok: false,
    retry: true,
    problem: mayWriteBeside(file) ? problem : { ...problem, code: 'database-read-only' },
  }
}

/** SQLite says only "cannot open" when a folder is read-only; trying to write there tells. */
function mayWriteBeside(file: string): boolean {
  const probe = `${file}-probe`
  try {
    closeSync(openSync(probe, 'w'))
    rmSync(probe)
    return true
  } catch (error) {
    return problemOf(error)?.code !== 'database-read-only'
  }
}

/** Opens, and when the file is damaged sets it aside and opens a fresh one. Never deletes a history. */
export function connect(options: ConnectOptions): Connection {
  const latest = options.migrations?.length ?? LATEST_VERSION
  try {
    mkdirSync(dirname(options.file), { recursive: true })
    const header = readHeader(options.file)
    const refused = refuse(options.file, header, latest)
    if (refused) return refused
    const broken = brokenBeforeOpening(options.file, header)
    if (broken) return startAfresh(options, broken)
    try {
      return openOnce(options)
    } catch (error) {
      const damage = error instanceof DamageFound || problemOf(error)?.code === 'database-damaged'
      if (!damage) throw error
      return startAfresh(options, String(error))
    }
  } catch (error) {
    return failure(error, options.file)
  }
}

/** Sets a damaged file aside and opens a fresh one. The caller has closed its connection. Throws what opening throws. */
function startAfresh(options: ConnectOptions, why: string): Connection {
  const damaged = setAside(options.file, options.wallMs(), why)
  const opened = openOnce(options)
  return opened.ok ? { ...opened, damaged } : opened
}

/** Like `connect`, for a database that turned out damaged while it was in use; its connection is closed already. */
export function reconnectAfresh(options: ConnectOptions, why: string): Connection {
  try {
    return startAfresh(options, why)
  } catch (error) {
    return failure(error, options.file)
  }
}

/**
 * A migrated database in memory. With `copyOf` it begins with what that file holds, when it can be read; the file itself
 * is not touched.
 */
export function inMemory(copyOf: string | null): Database.Database {
  return (copyOf === null ? null : copyInMemory(copyOf)) ?? migrated(new Database(':memory:'))
}

/** What a file holds, migrated in memory; null when it cannot be read, is none of ours or is too large. */
export function copyInMemory(file: string): Database.Database | null {
  const copied = copyIntoMemory(file)
  return copied && migrated(copied)
}

function migrated(db: Database.Database): Database.Database {
  db.pragma('foreign_keys = ON')
  migrate(db)
  return db
}

function copyIntoMemory(file: string): Database.Database | null {
  try {
    const header = readHeader(file)
    if (!header?.sqlite || header.applicationId !== APPLICATION_ID || header.version > LATEST_VERSION) return null
    if (statSync(file).size > COPY_UP_TO_BYTES) return null
    const bytes = readFileSync(file)
    // bytes 18 and 19 name the journal mode; memory has no write-ahead log (sqlite.org/fileformat, section 1.3)
    bytes[18] = 1
    bytes[19] = 1
    const db = new Database(bytes)
    if (db.pragma('quick_check(1)', { simple: true }) === 'ok') return db
    db.close()
    return null
  } catch {
    return null
  }
}

/** Why a file cannot take the history's place; null when it can: whole, ours, and not of a later version. */
export function looksSound(file: string): Problem | null {
  try {
    const header = readHeader(file)
    const unavailable = (detail: string): Problem => ({ code: 'database-unavailable', detail })
    if (!header?.sqlite) return { code: 'database-damaged', detail: `${file} is no database` }
    if (header.applicationId !== APPLICATION_ID) return unavailable(`${file} belongs to another program`)
    if (header.version > LATEST_VERSION) return newer(header.version, LATEST_VERSION)
    const db = new Database(file, { readonly: true })
    const found = db.pragma('quick_check(1)', { simple: true })
    db.close()
    return found === 'ok' ? null : { code: 'database-damaged', detail: String(found) }
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    return problem
  }
}
