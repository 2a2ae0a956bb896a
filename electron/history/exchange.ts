import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type ImportResult, NO_LABELS } from '../../shared/contract/history.ts'
import { redact } from '../../shared/protocol/redaction.ts'
import { Content, Envelope, FORMAT, FORMAT_OF_SEVERAL, FORMAT_VERSION, JournalLine } from './exchange-format.ts'
import { unfit } from './import-limits.ts'
import { rejoined } from './rejoin.ts'
import type { Tables } from './tables.ts'

/** No honest case comes near this. */
const MAX_CHARACTERS = 100_000_000
/** What became of each one goes to the screen in one frame; details only where they are few. */
export const MOST_CASES = 5000
const MOST_DETAILS = 100

export type ExportOptions = {
  readonly appVersion: string
  readonly wallMs: number
  /** Names to take out together with every id of phone and person; `null`: leave everything as it is. */
  readonly redactNames: readonly string[] | null
}

const digestOf = (content: unknown) => createHash('sha256').update(JSON.stringify(content)).digest('hex')

function readContent(db: Database, tables: Tables, caseId: string): Content | null {
  const value = tables.cases.byId(caseId)
  if (!value) return null
  const rows = db
    .prepare<[string], Omit<JournalLine, 'body' | 'raw'> & { text: string }>(
      `SELECT attempt_id AS attemptId, boot_id AS bootId, app_version AS appVersion, schema, at_ms AS atMs, wall_ms AS wallMs,
        body AS text FROM journal WHERE case_id = ? ORDER BY seq`,
    )
    .all(caseId)
  const journal = rows.map(({ text, ...row }) => {
    try {
      return { ...row, body: JSON.parse(text) as unknown }
    } catch {
      return { ...row, body: null, raw: text }
    }
  })
  const labels = tables.cases.labels(caseId)
  return { case: value, labels, attempts: tables.attempts.ofCase(caseId).attempts, journal }
}

/** A ticket is looked for in texts too, unless it is so short or so plain that it would be found in codes and counts. */
const isTelling = (ticket: string) => ticket.length >= (/^\d+$/.test(ticket) ? 6 : 4)

/** Ids of phones and persons get stand-ins; who worked on it and the customer's ticket are left out. */
function withoutNames(whole: Content, names: readonly string[]): Content {
  const { operator, ticket, ...rest } = whole.labels ?? NO_LABELS
  const known = [operator, ticket !== null && isTelling(ticket) ? ticket : null].filter((name) => name !== null)
  const labels = { ...rest, operator: null, ticket: null }
  return redact({ ...whole, labels }, { names: [...names, ...known] }).value
}

/** Several exports in one text, each with its own digest. */
export const exportOfSeveral = (exports: readonly string[]): string =>
  `{"format":"${FORMAT_OF_SEVERAL}","version":${FORMAT_VERSION},"cases":[\n${exports.join(',\n')}\n]}`

/** One case with its attempts and its journal as a JSON text. `null`: there is no such case, or it cannot be read. Throws what SQLite throws. */
export function exportCase(db: Database, tables: Tables, caseId: string, options: ExportOptions): string | null {
  const whole = readContent(db, tables, caseId)
  if (!whole) return null
  const { redactNames } = options
  const content = redactNames === null ? whole : withoutNames(whole, redactNames)
  const { appVersion, wallMs } = options
  const head = {
    format: FORMAT,
    version: FORMAT_VERSION,
    appVersion,
    exportedWallMs: wallMs,
    redacted: redactNames !== null,
  }
  return JSON.stringify({ ...head, digest: digestOf(content), content })
}

type Refusal = Extract<ImportResult, { ok: false }>
const refused = (reason: Refusal['reason'], detail: string): Refusal => ({
  ok: false,
  reason,
  detail: detail.slice(0, 200),
})

type Read = { readonly content: Content; readonly digest: string; readonly redacted: boolean }

function readJournal(lines: readonly unknown[]): Content['journal'] | z.ZodError {
  const journal: JournalLine[] = []
  for (const line of lines) {
    const read = JournalLine.safeParse(line)
    if (!read.success) return read.error
    journal.push(read.data)
  }
  return journal
}

/** Reads an export without writing anything. */
function readExport(value: unknown): Read | Refusal {
  const envelope = Envelope.safeParse(value)
  if (!envelope.success) return refused('foreign', z.prettifyError(envelope.error))
  const { version, digest, content, redacted } = envelope.data
  if (version > FORMAT_VERSION) return refused('newer', `version ${version}`)
  if (version < 1) return refused('foreign', `version ${version}`)
  const bad = unfit(content)
  if (bad !== null) return refused(bad.tooLong ? 'too-long' : 'foreign', bad.detail)
  if (digestOf(content) !== digest) return refused('damaged', 'the content does not fit its digest')
  const read = Content.safeParse(content)
  if (!read.success) return refused('newer', z.prettifyError(read.error))
  const journal = readJournal(read.data.journal)
  if (journal instanceof z.ZodError) return refused('newer', z.prettifyError(journal))
  return { content: { ...read.data, journal }, digest, redacted }
}

/** Every text of a value, changed. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]))
}

/** The same case under new ids, everywhere that the old ones stand. */
function underNewIds(content: Content, newId: () => string): Content {
  const ids = [content.case.id, ...content.attempts.map(({ attemptId }) => attemptId)]
  // an id may begin with another one (`<case>/restore-1`): the shorter one takes the longer one along
  const roots = ids.filter((id) => !ids.some((other) => other !== id && id.startsWith(other)))
  const fresh = [...new Set(roots)].map((id) => [id, newId()] as const)
  return mapTexts(content, (text) =>
    fresh.reduce((now, [id, instead]) => now.replaceAll(id, () => instead), text),
  ) as Content
}

/** Makes room for the same case with more in it. */
function takeOut(db: Database, caseId: string): void {
  for (const sql of ['DELETE FROM journal WHERE case_id = ?', 'DELETE FROM cases WHERE id = ?'])
    db.prepare(sql).run(caseId)
}

function write(db: Database, tables: Tables, content: Content): void {
  const { id, practice } = content.case
  tables.cases.save(content.case, content.case.closedWallMs ?? content.case.openedWallMs)
  for (const { caseId: _, facts, usbPort = null, hubs = null, cableLabel, beginning, ...attempt } of content.attempts) {
    tables.attempts.open({ kind: 'attempt.open', caseId: id, attempt, practice, usbPort, hubs })
    const { attemptId, endedWallMs, verdict, code } = attempt
    if (cableLabel !== undefined) tables.attempts.setCable(attemptId, cableLabel)
    if (beginning) tables.attempts.begin(attemptId, beginning)
    if (endedWallMs !== null)
      tables.attempts.close({ kind: 'attempt.close', attemptId, endedWallMs, verdict, facts, code })
  }
  tables.cases.setLabels(id, content.labels ?? NO_LABELS)
  const line =
    db.prepare(`INSERT INTO journal (case_id, attempt_id, practice, boot_id, app_version, schema, at_ms, wall_ms, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const own = new Set(content.attempts.map(({ attemptId }) => attemptId))
  for (const { attemptId, bootId, appVersion, schema, atMs, wallMs: at, body, raw } of content.journal) {
    // a line of an attempt that did not come along must not join one of another case here
    const of = attemptId !== null && own.has(attemptId) ? attemptId : null
    line.run(id, of, practice ? 1 : 0, bootId, appVersion, schema, atMs, at, raw ?? JSON.stringify(body))
  }
}

/** A file's text as a value, or why it is none of ours. */
function readText(text: string): { readonly value: unknown } | Refusal {
  if (text.length > MAX_CHARACTERS) return refused('too-long', `${text.length} characters`)
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    // its beginning tells an export that was cut from what never was one
    return refused(text.slice(0, 200).includes(`"${FORMAT}`) ? 'damaged' : 'foreign', String(error))
  }
}

type ImportOptions = { readonly newId: () => string; readonly wallMs: number }

/**
 * Takes in an export, all of it or nothing. The same one twice, or one whose case is here unchanged, changes nothing; one that went on from
 * what is here (see rejoin.ts) takes its place; else a case that is here with other content stays, and the imported one is kept beside
 * it under new ids. Throws what SQLite throws.
 */
export function importCase(db: Database, tables: Tables, text: string, options: ImportOptions): ImportResult {
  const read = readText(text)
  return 'ok' in read ? read : importValue(db, tables, read.value, options)
}

function importValue(db: Database, tables: Tables, value: unknown, options: ImportOptions): ImportResult {
  const read = readExport(value)
  if ('ok' in read) return read
  const { content, digest, redacted } = read
  const key = `imported.${digest}`
  const before = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck()
  const remember = db.prepare('INSERT OR REPLACE INTO settings (key, value, saved_wall_ms) VALUES (?, ?, ?)')
  return db
    .transaction((): ImportResult => {
      const earlier = before.get(key)
      if (earlier !== undefined && tables.cases.byId(earlier))
        return { ok: true, caseId: earlier, result: 'already-here' }
      const here = readContent(db, tables, content.case.id)
      if (here && digestOf(here) === digest) return { ok: true, caseId: content.case.id, result: 'already-here' }
      const whole = here === null || redacted ? null : rejoined(here, content)
      if (whole !== null) {
        takeOut(db, content.case.id)
        write(db, tables, whole)
        remember.run(key, content.case.id, Math.round(options.wallMs))
        return { ok: true, caseId: content.case.id, result: 'continued' }
      }
      const clash =
        tables.cases.has(content.case.id) || content.attempts.some(({ attemptId }) => tables.attempts.has(attemptId))
      const kept = clash ? underNewIds(content, options.newId) : content
      write(db, tables, kept)
      remember.run(key, kept.case.id, Math.round(options.wallMs))
      return { ok: true, caseId: kept.case.id, result: clash ? 'conflict-kept' : 'added' }
    })
    .immediate()
}

const Several = z.object({
  format: z.literal(FORMAT_OF_SEVERAL),
  version: z.number().int().min(1),
  cases: z.array(z.unknown()),
})

/** Takes in a file with one case or with several; each is judged by itself. Throws what SQLite throws. */
export function importFile(db: Database, tables: Tables, text: string, options: ImportOptions): ImportResult[] {
  const read = readText(text)
  if ('ok' in read) return [read]
  if (!text.slice(0, 200).includes(`"${FORMAT_OF_SEVERAL}"`)) return [importValue(db, tables, read.value, options)]
  const several = Several.safeParse(read.value)
  if (!several.success) return [refused('foreign', z.prettifyError(several.error))]
  const { version, cases } = several.data
  if (version > FORMAT_VERSION) return [refused('newer', `version ${version}`)]
  if (cases.length > MOST_CASES) return [refused('too-long', `${cases.length} cases`)]
  return cases.map((one): ImportResult => {
    const result = importValue(db, tables, one, options)
    return result.ok || cases.length <= MOST_DETAILS ? result : { ...result, detail: '' }
  })
}
