import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Problem } from '../../shared/engine/problem.ts'
import type { WorkerReply, WorkerSetup, WorkerTask } from './history-worker.ts'
import type { AnswerTo, Circumstances, Question } from './questions.ts'
import type { Job, JobResult } from './upkeep.ts'

/** The value, or the expected failure. `no-worker`: no thread could be had; `died`: it was had and ended, perhaps of this very task. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Problem | 'no-worker' | 'died' }

export type WorkerClient = {
  ask<Q extends Question>(question: Q, now: Circumstances): Promise<Reply<AnswerTo<Q>>>
  perform(job: Job): Promise<Reply<JobResult>>
  /** Ends the thread; what waits is answered with `died`. */
  close(): Promise<void>
}

/**
 * Beside this file while developing, beside the door's bundle when built. This code may stand in that bundle or in a part of it that
 * lies a folder further in.
 */
function workerFile(): string {
  if (import.meta.filename.endsWith('.ts')) return join(import.meta.dirname, 'history-worker.ts')
  const beside = ['.', '..'].map((up) => join(import.meta.dirname, up, 'history-worker.js'))
  return beside.find((file) => existsSync(file)) ?? ''
}

type Waiting = { readonly done: (reply: Reply<unknown>) => void; readonly failed: (bug: Error) => void }
type Ask = { readonly question: Question; readonly now: Circumstances } | { readonly job: Job }

/**
 * A thread that reads (or, with `writes`, works on) a history file, started at the first question. It keeps no process alive. What it dies
 * of is logged. `start` is replaced in tests.
 */
export function createWorkerClient(
  setup: WorkerSetup,
  log: (line: string) => void,
  start: () => Worker = () => new Worker(workerFile(), { workerData: setup }),
): WorkerClient {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | null = null
  let broken = false
  let asked = 0

  const giveUp = () => {
    broken = true
    for (const { done } of waiting.values()) done({ ok: false, why: 'died' })
    waiting.clear()
  }
  const take = ({ id, value, problem, bug }: WorkerReply) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (bug !== undefined) asker?.failed(new Error(bug))
    else asker?.done(problem ? { ok: false, why: problem } : { ok: true, value })
    if (waiting.size === 0) thread?.unref()
  }
  const ready = (): Worker | null => {
    if (broken || thread) return broken ? null : thread
    try {
      thread = start()
    } catch (error) {
      log(`no thread for the history: ${String(error)}`)
      broken = true
      return null
    }
    thread.on('message', take)
    thread.on('error', (error) => {
      log(`a thread of the history died: ${String(error)}`)
      giveUp()
    })
    thread.on('exit', giveUp)
    thread.unref()
    return thread
  }
  const put = (ask: Ask): Promise<Reply<unknown>> => {
    const worker = ready()
    if (worker === null) return Promise.resolve({ ok: false, why: 'no-worker' })
    return new Promise((done, failed) => {
      asked += 1
      waiting.set(asked, { done, failed })
      worker.ref()
      const task: WorkerTask = { id: asked, ...ask }
      worker.postMessage(task)
    })
  }

  return {
    ask: async <Q extends Question>(question: Q, now: Circumstances) =>
      (await put({ question, now })) as Reply<AnswerTo<Q>>,
    perform: async (job) => (await put({ job })) as Reply<JobResult>,
    async close() {
      broken = true
      await thread?.terminate()
      giveUp()
    },
  }
}
