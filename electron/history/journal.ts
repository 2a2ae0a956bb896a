import type { Database } from 'better-sqlite3'
import { JournalEntry } from '../../shared/contract/history.ts'
import { type Event, EVENT_SCHEMA } from '../../shared/engine/events.ts'
import { whole } from './rows.ts'

/** An event on its way into the journal. */
export type JournalRow = {
  readonly event: Event
  readonly caseId: string | null
  readonly attemptId: string | null
  readonly practice: boolean
}

export type JournalRange = { readonly attemptId: string } | { readonly caseId: string }
export type JournalReading = { readonly entries: JournalEntry[]; readonly unreadable: number }

/**
 * From each schema version of an event's body to the newest. When EVENT_SCHEMA is raised, the old version gets its step
 * here and journals of released versions stay readable.
 */
const UPCASTS: Readonly<Record<number, (body: unknown) => unknown>> = { 1: (body) => body }

/** A whole history goes to the screen in one frame; a reading stays well below the frame's bound, newest events first kept. */
const READING_CHARACTERS = 600_000

const COLUMNS = `seq, attempt_id AS attemptId, boot_id AS bootId, app_version AS appVersion, schema, at_ms AS atMs,
  wall_ms AS wallMs, body`

/** The statements behind a reading, newest first. */
export const JOURNAL_OF_CASE_SQL = `SELECT ${COLUMNS} FROM journal WHERE case_id = ? ORDER BY seq DESC`
export const JOURNAL_OF_ATTEMPT_SQL = `SELECT ${COLUMNS} FROM journal WHERE attempt_id = ? ORDER BY seq DESC`

type StoredRow = { schema: number; body: string } & Record<string, unknown>

/** One stored line as an entry. `null`: broken text, an unknown schema, or a body of another shape. */
function toEntry({ body, ...row }: StoredRow): JournalEntry | null {
  const upcast = UPCASTS[row.schema]
  if (!upcast) return null
  try {
    const read = JournalEntry.safeParse({ ...row, event: upcast(JSON.parse(body)) })
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/**
 * The body that is stored: the event without its two times, which have columns of their own. A start tells of all open
 * cases; the journal of one case keeps only that one, so that it can be handed on or erased by itself.
 */
function bodyOf(event: Event, caseId: string | null): string {
  const { atMs: _, wallMs: __, ...body } = event
  if (body.kind !== 'app.started') return JSON.stringify(body)
  const resumeCaseId = body.resumeCaseId === caseId ? caseId : null
  return JSON.stringify({ ...body, resumeCaseId, openCases: body.openCases.filter(({ id }) => id === caseId) })
}

export type JournalStore = {
  append(row: JournalRow): void
  /** Oldest first. Bounded by characters: of a longer one the newest part. Lines that cannot be read are counted. */
  read(range: JournalRange, characters?: number): JournalReading
}

/** Reads and writes of the journal on one open database. All throw what SQLite throws. */
export function journalStore(db: Database, bootId: string, appVersion: string): JournalStore {
  const append =
    db.prepare(`INSERT INTO journal (case_id, attempt_id, practice, boot_id, app_version, schema, at_ms, wall_ms, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const ofCase = db.prepare<[string], StoredRow>(JOURNAL_OF_CASE_SQL)
  const ofAttempt = db.prepare<[string], StoredRow>(JOURNAL_OF_ATTEMPT_SQL)
  return {
    append: ({ event, caseId, attemptId, practice }) =>
      void append.run(
        caseId,
        attemptId,
        practice ? 1 : 0,
        bootId,
        appVersion,
        EVENT_SCHEMA,
        event.atMs,
        whole(event.wallMs),
        bodyOf(event, caseId),
      ),
    read(range, characters = READING_CHARACTERS) {
      const rows = 'caseId' in range ? ofCase.iterate(range.caseId) : ofAttempt.iterate(range.attemptId)
      const entries: JournalEntry[] = []
      let unreadable = 0
      let read = 0
      for (const row of rows) {
        read += row.body.length
        if (read > characters) break
        const entry = toEntry(row)
        if (entry) entries.push(entry)
        else unreadable += 1
      }
      return { entries: entries.reverse(), unreadable }
    },
  }
}
