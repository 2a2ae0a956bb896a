import { parseArgs } from 'node:util'
import type { CaseRow } from '../../shared/contract/history.ts'
import type { HistoryReader } from '../history/read.ts'
import { defaultDatabaseFile } from '../host-system.ts'
import { type Command, type CommandIo, EXIT } from './command.ts'
import { reasonOf, words } from './words.ts'

/** The contract gives this many cases at once. */
const PAGE = 500

type Asked = { readonly file: string; readonly search: string; readonly practice: boolean }

function readArguments(args: string[]): Asked {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      database: { type: 'string' },
      search: { type: 'string' },
      practice: { type: 'boolean' },
    },
  })
  return {
    file: values.database ?? defaultDatabaseFile(),
    search: (values.search ?? '').slice(0, 200),
    practice: values.practice ?? false,
  }
}

function* pages(history: HistoryReader, { search, practice }: Asked): Generator<CaseRow> {
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = history.list({ practice, search, limit: PAGE, offset })
    yield* rows
    if (offset + PAGE >= total) return
  }
}

const iso = (wallMs: number | null) => (wallMs === null ? null : new Date(wallMs).toISOString())

/** One case with its attempts, moments in ISO form. */
function caseAnswer(history: HistoryReader, row: CaseRow) {
  const { case: whole, attempts, unreadable } = history.caseWithEverything(row.id)
  return {
    id: row.id,
    practice: row.practice,
    openedAt: iso(row.openedWallMs),
    closedAt: iso(row.closedWallMs),
    complaint: row.complaint,
    outcome: row.outcome,
    phone: whole?.phone ?? null,
    steps: whole?.steps.map(({ id, state, note, atWallMs }) => ({ id, state, note, at: iso(atWallMs) })) ?? [],
    attempts: attempts.map(({ facts, startedWallMs, endedWallMs, ...attempt }) => ({
      ...attempt,
      startedAt: iso(startedWallMs),
      endedAt: iso(endedWallMs),
      durationMs: endedWallMs === null ? null : endedWallMs - startedWallMs,
      reasons: facts?.reasons ?? [],
      text: facts === null ? null : words(facts.text.key, facts.text.params),
    })),
    unreadable,
  }
}

/** Native code is loaded here and not before. */
async function tell(asked: Asked, io: CommandIo): Promise<number> {
  const { readHistory } = await import('../history/read.ts')
  const reading = readHistory(asked.file)
  if (!reading.ok) {
    const { code, detail } = reading.problem
    // the problem's own sentence says what the app does about damage; here nothing is done
    const reason = words(code === 'database-damaged' ? 'command.history.damaged' : `problem.${code}.what`)
    io.err(words('command.history.unavailable', { reason: detail === undefined ? reason : `${reason} (${detail})` }))
    return EXIT.failed
  }
  const { history } = reading
  try {
    io.out(JSON.stringify({ cases: Array.from(pages(history, asked), (row) => caseAnswer(history, row)) }))
    return EXIT.done
  } finally {
    history.close()
  }
}

/** `handhold history --json`: all cases with their attempts, newest first, as one JSON value. */
export const historyCommand: Command = {
  name: 'history',
  usage: words('command.history.usage'),
  async run(args, io) {
    let asked: Asked
    try {
      asked = readArguments(args)
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return EXIT.wrongUse
    }
    return tell(asked, io)
  },
}
