import type { Database } from 'better-sqlite3'
import { CASE_ENDING, type CaseRow, type DocumentRequest } from '../../shared/contract/history.ts'
import type { Translate } from '../../shared/texts/translate.ts'
import { exportCase, exportOfSeveral, MOST_CASES } from './exchange.ts'
import type { Circumstances } from './questions.ts'
import { reportPage } from './report-page.ts'
import { caseTable } from './report-table.ts'
import type { Tables } from './tables.ts'

/** A whole file that was made for the person. */
export type DocumentText = { readonly fileName: string; readonly mediaType: string; readonly text: string }

const PAGE = 500
/** One text in memory; a longer history is moved by a backup. */
const MAX_CHARACTERS = 90_000_000

const day = (wallMs: number) => new Date(wallMs).toISOString().slice(0, 10)

/** A part of a file name that every system takes. */
const plain = (words: string) => words.replace(/[^a-z0-9.-]+/gi, '-').replace(/^-+|-+$/g, '') || 'case'

function* rowsOf(
  tables: Tables,
  { filter, sort }: Pick<Extract<DocumentRequest, { kind: 'table' }>, 'filter' | 'sort'>,
) {
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = tables.cases.list({ ...filter, ...(sort && { sort }), limit: PAGE, offset })
    yield* rows
    if (offset + PAGE >= total) return
  }
}

/** The cases as texts; `too-much` where they do not fit into one file. */
function exported(
  db: Database,
  tables: Tables,
  caseIds: Iterable<string>,
  now: Circumstances,
): readonly string[] | 'too-much' {
  const texts: string[] = []
  let characters = 0
  for (const caseId of caseIds) {
    const text = exportCase(db, tables, caseId, { ...now, redactNames: null })
    if (text === null) continue
    characters += text.length
    texts.push(text)
    if (characters > MAX_CHARACTERS || texts.length > MOST_CASES) return 'too-much'
  }
  return texts
}

function* idsOf(rows: Iterable<CaseRow>) {
  for (const { id } of rows) yield id
}

/** As the installed app tells it to the system (electron-builder.config.cjs); the text inside is JSON. */
const CASE_TYPE = 'application/x-handhold-case'

/** Makes one file. `null`: the case is not there or cannot be read; `too-much`: no file holds it. Throws what SQLite throws. */
export function makeDocument(
  db: Database,
  tables: Tables,
  request: DocumentRequest,
  now: Circumstances,
  t: Translate,
): DocumentText | 'too-much' | null {
  const today = day(now.wallMs)
  switch (request.kind) {
    case 'case':
    case 'cases': {
      const ids = request.kind === 'case' ? request.caseIds : idsOf(rowsOf(tables, { filter: request.filter }))
      const texts = exported(db, tables, ids, now)
      if (texts === 'too-much') return texts
      const [only] = texts
      if (only === undefined) return null
      const text = texts.length === 1 ? only : exportOfSeveral(texts)
      const name = `handhold-${texts.length === 1 ? 'case' : 'cases'}-${today}${CASE_ENDING}`
      return { fileName: name, mediaType: CASE_TYPE, text }
    }
    case 'forum': {
      const text = exportCase(db, tables, request.caseId, { ...now, redactNames: request.names })
      return text === null ? null : { fileName: `handhold-forum-${today}${CASE_ENDING}`, mediaType: CASE_TYPE, text }
    }
    case 'report': {
      const value = tables.cases.byId(request.caseId)
      if (value === null) return null
      const text = reportPage({
        case: value,
        labels: tables.cases.labels(value.id),
        attempts: tables.attempts.ofCase(value.id).attempts,
        identity: request.identity,
        utcOffsetMs: request.utcOffsetMs,
        locale: request.locale,
        t,
        ...now,
      })
      const code = value.complaint.kind === 'code' ? (value.complaint.code ?? 'error') : value.complaint.kind
      return { fileName: `handhold-report-${plain(code)}-${today}.html`, mediaType: 'text/html', text }
    }
    case 'table':
      return {
        fileName: `handhold-cases-${today}.csv`,
        mediaType: 'text/csv',
        text: caseTable(rowsOf(tables, request), t),
      }
  }
}
