import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Problem } from '../../shared/engine/problem.ts'
import { answer, type Circumstances, type Question, textsFor } from './questions.ts'
import { openTables } from './tables.ts'
import { problemOf } from './trouble.ts'
import { type Job, performJob } from './upkeep.ts'

/** What this thread is told at its start: the file, and whether it may write. */
export type WorkerSetup = { readonly file: string; readonly writes: boolean }
export type WorkerTask = { readonly id: number } & (
  | { readonly question: Question; readonly now: Circumstances }
  | { readonly job: Job }
)
/** `problem`: an expected failure; `bug`: a fault in this program, as a sentence. */
export type WorkerReply = {
  readonly id: number
  readonly value?: unknown
  readonly problem?: Problem
  readonly bug?: string
}

/** A job waits for the run's last write and for other readers; a question never waits long. */
const WAIT_MS = { job: 5000, question: 1000 }

/**
 * A thread beside the run with a connection of its own: however long a question takes, no cue waits for it. It opens the
 * file when the first task comes and never creates or migrates it.
 */
function serve({ file, writes }: WorkerSetup): void {
  let seat: { db: Database.Database; tables: ReturnType<typeof openTables> } | null = null
  const sit = () => {
    if (seat) return seat
    const timeout = writes ? WAIT_MS.job : WAIT_MS.question
    const db = new Database(file, { readonly: !writes, fileMustExist: true, timeout })
    db.pragma('foreign_keys = ON')
    seat = { db, tables: openTables(db, '', '') }
    return seat
  }
  const take = async (task: WorkerTask) => {
    const reply = (rest: Omit<WorkerReply, 'id'>) => parentPort?.postMessage({ id: task.id, ...rest })
    try {
      if ('job' in task) {
        const { db, tables } = sit()
        return reply({ value: performJob(db, tables, task.job) })
      }
      const t = await textsFor(task.question)
      const { db, tables } = sit()
      reply({ value: answer(db, tables, task.question, task.now, t) })
    } catch (error) {
      const problem = problemOf(error)
      reply(problem ? { problem } : { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }
  parentPort?.on('message', (task: WorkerTask) => void take(task))
}

serve(workerData as WorkerSetup)
