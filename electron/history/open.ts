import type { Database } from 'better-sqlite3'
import type { CallOutput, World } from '../../shared/contract/contract.ts'
import type { Case } from '../../shared/engine/case.ts'
import type { Effect } from '../../shared/engine/effects.ts'
import type { Journal } from '../../shared/engine/ports.ts'
import type { Problem } from '../../shared/engine/problem.ts'
import { DEFAULT_SETTINGS, type Settings, type State } from '../../shared/engine/state.ts'
import { type ConnectOptions, type Connection, connect, inMemory, reconnectAfresh } from './database.ts'
import { type CaseLabels, type CaseQuery, NO_LABELS } from '../../shared/contract/history.ts'
import { everythingOf } from './everything.ts'
import type { JournalRange, JournalReading } from './journal.ts'
import { createPending } from './pending.ts'
import { type Change, openTables, type Tables } from './tables.ts'
import { problemOf } from './trouble.ts'
import { createWriteBehind } from './write-behind.ts'

export type HistoryOptions = {
  /** `:memory:` keeps nothing. */
  readonly file: string
  /** A fresh UUID for every run of the program. */
  readonly bootId: string
  readonly appVersion: string
  readonly wallMs: () => number
  /** May be called before `openHistory` returns, and again for the same code when there is more to say. */
  readonly onTrouble: (problem: Problem) => void
  /** What was reported under this code is over, and everything is written. */
  readonly onRecovered: (code: Problem['code']) => void
  /** Cases, attempts or settings have been written: a shown list may be old now. */
  readonly onChanged?: () => void
  /** How long opening may wait for another program's lock; 2000 when left out. */
  readonly openWaitMs?: number
  /** How the file is opened; tests put limits here. */
  readonly connect?: (options: ConnectOptions) => Connection
  /** How many events may wait for the disk. */
  readonly bound?: number
}

/** What the event `app.started` needs from the history. */
export type StartUp = {
  readonly openCases: Case[]
  readonly resumeCaseId: string | null
  readonly settings: Settings
}

export type History = {
  /** The file asked for, and whether this run really writes there. */
  readonly file: string
  where(): 'file' | 'memory'
  /** The journal port of one world's loop. */
  journalFor(world: World): Journal
  /** Performs case.save, attempt.open, attempt.close, attempt.answered, settings.save and journal.flush; other effects are not its own. Never throws. */
  perform(effect: Effect): void
  /** Call once, before the loop starts. */
  startUp(): StartUp
  openCases(): Case[]
  caseById(caseId: string): Case | null
  list(query: CaseQuery): CallOutput<'historyList'>
  caseWithEverything(caseId: string): CallOutput<'historyCase'>
  readJournal(range: JournalRange): JournalReading
  /** Keeps what was believed when an attempt began (after `attempt.open`), without the other cases on the shelf. */
  attemptBegan(attemptId: string, state: State): void
  /** Written like everything else, so also later where the file is busy. Gives whether there is such a case, or such an attempt. */
  setLabels(caseId: string, labels: Partial<CaseLabels>): boolean
  setCable(attemptId: string, cableLabel: string | null): boolean
  /** For the archive alone. */
  readonly desk: Desk
  /** Events that had to be dropped because the disk stayed away for too long. */
  readonly dropped: () => number
  readonly flush: () => void
  /** Writes what it can and lets go of the file. Gives how many changes could not be written. */
  close(): { lost: number }
}

/** The open database, as the archive needs it; nothing of it may be kept over a turn. */
export type Desk = {
  db(): Database
  tables(): Tables
  /** A read after what waits was written. Trouble is reported and gives `otherwise`. */
  reading<T>(read: (db: Database, tables: Tables) => T, otherwise: T): T
  /** While on, the run's own changes wait in their buffer. */
  hold(on: boolean): void
  /** Whether something waits there that a list or a case would show. */
  waiting(): boolean
  /** Lets go of the file, lets it be replaced, and opens it again. Gives why it could not be opened. */
  reseat(replace: () => void): Problem | null
}

type Seat = {
  readonly tables: Tables
  readonly connection: Extract<Connection, { ok: true }> | null
  readonly db: Database
}

const EMPTY_LIST: CallOutput<'historyList'> = { rows: [], total: 0 }
const EMPTY_CASE = { case: null, labels: NO_LABELS, attempts: [], events: [], unreadable: 0 }

/**
 * Opens the history and keeps it going: a damaged file is set aside, a newer or foreign one is left alone, and when the
 * file cannot be written to, the run goes on in memory and what is owed to the file is written once it can be. Trouble is
 * reported and never thrown.
 */
export function openHistory(options: HistoryOptions): History {
  const { bootId, appVersion, wallMs } = options
  const connectOptions = { file: options.file, wallMs, waitMs: options.openWaitMs ?? 2000 }
  const open = options.connect ?? connect
  const inFile = options.file !== ':memory:'
  const pending = createPending(options.bound)
  const interrupted: string[] = []
  let mine = true

  const sit = (connection: Extract<Connection, { ok: true }>): Seat => {
    const tables = openTables(connection.db, bootId, appVersion)
    mine = connection.mine
    if (mine) interrupted.push(...tables.attempts.markInterrupted())
    if (connection.damaged) options.onTrouble(connection.damaged)
    return { tables, connection, db: connection.db }
  }
  const sitInMemory = (copyOf: string | null): Seat => {
    const db = inMemory(copyOf)
    const tables = openTables(db, bootId, appVersion)
    interrupted.push(...tables.attempts.markInterrupted())
    return { tables, connection: null, db }
  }

  /** A seat at the file, or the problem. Damage that shows only while tidying up sets the file aside too. */
  const sitAtFile = (waitMs: number): Seat | { problem: Problem; retry: boolean } => {
    let connection = open({ ...connectOptions, waitMs })
    for (const last of [false, true]) {
      if (!connection.ok) return connection
      try {
        return sit(connection)
      } catch (error) {
        const problem = problemOf(error)
        connection.close()
        if (!problem) throw error
        if (last || problem.code !== 'database-damaged') return { problem, retry: true }
        connection = reconnectAfresh(connectOptions, String(error))
      }
    }
    throw new Error('unreachable: the second round returns')
  }

  const first = inFile ? sitAtFile(connectOptions.waitMs) : sitInMemory(null)
  const refused = 'problem' in first ? first : null
  let seat: Seat = 'problem' in first ? sitInMemory(options.file) : first

  const writes = createWriteBehind({
    pending,
    onTrouble: options.onTrouble,
    onRecovered: options.onRecovered,
    onChanged: () => options.onChanged?.(),
    owed: refused?.retry === true,
    write: (changes) => seat.tables.write(changes),
    /** Called only while the file is owed something. */
    reach() {
      const next = sitAtFile(0)
      if ('problem' in next) return next.problem
      seat.db.close()
      seat = next
      return null
    },
    /** The file turned out damaged: set it aside and go on in a fresh one. */
    replace(why) {
      seat.connection?.close()
      const next = reconnectAfresh(connectOptions, why)
      seat = next.ok ? sit(next) : sitInMemory(null)
      return next.ok
    },
  })
  if (refused?.retry) writes.trouble(refused.problem)
  else if (refused) options.onTrouble(refused.problem)

  /** A read over what is written, after writing what waits. Trouble is reported and gives `otherwise`. */
  const reading = <T>(read: (tables: Tables) => T, otherwise: T): T => {
    writes.flush()
    try {
      return read(seat.tables)
    } catch (error) {
      const problem = problemOf(error)
      if (!problem) throw error
      writes.readFailed(problem)
      return otherwise
    }
  }

  let closed = false
  const running = new Set<string>()
  const add = (change: Change) => writes.add(change)

  let table: string | null = null
  /** Remembers which case lies on the table: the one that events belong to, until it is left. */
  const noteTable = (kind: string, caseId: string | null) => {
    const now = kind === 'case.leave' ? null : caseId
    if (now === table) return
    table = now
    add({ kind: 'table', caseId: now, wallMs: wallMs() })
  }

  /** Moving the log into the main file waits for the disk itself: not while somebody holds buttons. */
  const holdCheckpoints = () => {
    if (seat.connection && !closed) seat.db.pragma(`wal_autocheckpoint = ${running.size > 0 ? 0 : 1000}`)
  }

  return {
    file: options.file,
    where: () => (seat.connection ? 'file' : 'memory'),
    journalFor: (world) => ({
      append(event, place) {
        add({ kind: 'event', row: { event, ...place, practice: world === 'practice' } })
        if (world === 'real') noteTable(event.kind, place.caseId)
      },
      flush: writes.flush,
    }),
    perform(effect) {
      switch (effect.kind) {
        case 'case.save':
          return add({ kind: 'case.save', case: effect.case, wallMs: wallMs() })
        case 'attempt.open':
          if (effect.attempt.kind === 'guide') running.add(effect.attempt.attemptId)
          holdCheckpoints()
          return add(effect)
        case 'attempt.close':
          running.delete(effect.attemptId)
          add(effect)
          return holdCheckpoints()
        case 'attempt.answered':
          return add(effect)
        case 'settings.save':
          return add({ kind: 'settings.save', settings: effect.settings, wallMs: wallMs() })
        case 'journal.flush':
          return writes.flush()
      }
    },
    startUp() {
      const openCases = reading((tables) => tables.cases.openCases().cases, [])
      const lastTable = reading<string | null | undefined>((tables) => tables.settings.table(), undefined)
      const read = reading((tables) => tables.settings.read(wallMs()), { settings: DEFAULT_SETTINGS, problem: null })
      if (read.problem) options.onTrouble(read.problem)
      return {
        openCases,
        settings: read.settings,
        resumeCaseId: mine ? caseToResume(openCases, interrupted, lastTable) : null,
      }
    },
    openCases: () => reading((tables) => tables.cases.openCases().cases, []),
    caseById: (caseId) => reading((tables) => tables.cases.byId(caseId), null),
    list: (query) => reading((tables) => tables.cases.list(query), EMPTY_LIST),
    caseWithEverything: (caseId) => reading((tables) => everythingOf(tables, caseId), EMPTY_CASE),
    readJournal: (range) => reading((tables) => tables.journal.read(range), { entries: [], unreadable: 0 }),
    attemptBegan: (attemptId, state) => add({ kind: 'attempt.begin', attemptId, state: { ...state, shelf: [] } }),
    setLabels(caseId, labels) {
      const known = pending.has('case.save', caseId) || reading((tables) => tables.cases.has(caseId), false)
      if (known) add({ kind: 'labels', caseId, labels })
      writes.flush()
      return known
    },
    setCable(attemptId, cableLabel) {
      const known = pending.has('attempt.open', attemptId) || reading((tables) => tables.attempts.has(attemptId), false)
      if (known) add({ kind: 'cable', attemptId, cableLabel })
      writes.flush()
      return known
    },
    desk: {
      db: () => seat.db,
      tables: () => seat.tables,
      reading: (read, otherwise) => reading((tables) => read(seat.db, tables), otherwise),
      hold: (on) => writes.hold(on),
      waiting: writes.waiting,
      reseat(replace) {
        seat.connection?.close()
        replace()
        const next = sitAtFile(connectOptions.waitMs)
        seat = 'problem' in next ? sitInMemory(null) : next
        return 'problem' in next ? next.problem : null
      },
    },
    dropped: writes.dropped,
    flush: writes.flush,
    close() {
      const lost = writes.end()
      closed = true
      if (seat.connection) seat.connection.close()
      else seat.db.close()
      return { lost }
    },
  }
}

/** The open case whose attempt was cut off; else the one on the table; else, when nothing is known of a table, the one saved last. */
function caseToResume(openCases: Case[], interrupted: string[], table: string | null | undefined): string | null {
  const cutOff = openCases.find((one) => interrupted.includes(one.id))
  if (cutOff) return cutOff.id
  if (table === undefined) return openCases[0]?.id ?? null
  return openCases.some((one) => one.id === table) ? table : null
}
