import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts'
import { type Document, type ImportResult, PART_CHARACTERS } from '../../shared/contract/history.ts'
import type { Problem } from '../../shared/engine/problem.ts'
import { bytesOf, copiesOf, copyNamed } from './copies.ts'
import { looksSound, nameBeside } from './database.ts'
import type { DocumentText } from './documents.ts'
import { type CuredBefore, curedBefore } from './insights.ts'
import type { History } from './open.ts'
import { answer, type AnswerTo, type Question, textsFor } from './questions.ts'
import { problemOf } from './trouble.ts'
import { type Job, type JobResult, dueCount, owesCleaning, performJob } from './upkeep.ts'
import { createWorkerClient, type Reply, type WorkerClient } from './worker-client.ts'

/** A job of the history: what it gave, or why it was not done. */
export type Done<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** Files made for the person that are kept until they were fetched, and files on their way in; the oldest goes first. */
const TEXTS_KEPT = 4
/** So long a question may wait for a job, when the run has something to write that the answer would show. */
const PATIENCE_MS = 2000
/** No honest export comes near this. */
const MOST_IMPORT_CHARACTERS = 100_000_000

export type ArchivePorts = {
  readonly history: History
  readonly appVersion: string
  readonly wallMs: () => number
  /** The history looks different now, or a long job has ended. */
  readonly onChanged: () => void
  readonly log: (line: string) => void
  /** How a thread is had; replaced in tests. */
  readonly client?: (writes: boolean) => WorkerClient
  readonly patienceMs?: number
}

export type Archive = {
  /**
   * Reads beside the run. While a job works on the file the run's own writes wait; an answer that would lack them waits for the job,
   * but never long: after a longer job `onChanged` says that there is more to see. `null`: it could not be read, and the trouble
   * has been reported.
   */
  ask<Q extends Question>(question: Q): Promise<AnswerTo<Q> | null>
  /** What cured this code before, here; counted with the writes, so that it costs nothing now. */
  curedBefore(code: string): CuredBefore[]
  document(request: CallInput<'historyDocument'>): Promise<Done<Document>>
  documentPart(id: string, offset: number): string
  /** `null`: a part was taken, more follow. */
  importPart(part: CallInput<'historyImport'>): Promise<Done<ImportResult[]>>
  erase(caseIds: readonly string[]): Promise<Done<number>>
  eraseAll(): Promise<Done<number>>
  /** Erases what the stored rule lets go, or this one, which is stored. */
  retain(rule?: CallInput<'historyRetention'>): Promise<Done<number>>
  backUp(): Promise<Done<string>>
  restore(fileName: string): Promise<Done<null>>
  removeCopy(fileName: string): Done<null>
  keeping(): Promise<CallOutput<'historyKeeping'>>
  /** Erases what is due by the stored rule, and cleans away what a run that ended in the middle had erased. */
  startUp(): Promise<void>
  /** Waits for the job that runs, and ends the threads. */
  close(): Promise<void>
}

const UNAVAILABLE: Problem = { code: 'database-unavailable' }
const unknownCase = { ok: false, problem: { code: 'case-unknown' } } as const

/**
 * The history's slow side: questions are answered by a thread with a connection of its own, long work is done by another one
 * while the run's own writes wait in their buffer. Where there is no file or no thread, the same is done here.
 */
export function createArchive(ports: ArchivePorts): Archive {
  const { history, wallMs, log } = ports
  const { desk, file } = history
  const clientFor = ports.client ?? ((writes: boolean) => createWorkerClient({ file, writes }, log))
  let reader = clientFor(false)
  let jobs: Promise<unknown> = Promise.resolve()
  /** Over when the job that runs has ended, or has taken too long to be waited for. */
  let patience: Promise<unknown> = Promise.resolve()
  let working = 0
  const documents = new Map<string, DocumentText>()
  const imports = new Map<string, string[]>()
  /** A copy on its way to become the history. */
  const coming = `${file}-coming`
  const now = () => ({ appVersion: ports.appVersion, wallMs: wallMs() })
  const inFile = () => history.where() === 'file'

  async function ask<Q extends Question>(question: Q): Promise<AnswerTo<Q> | null> {
    history.flush()
    if (desk.waiting()) await patience
    if (inFile()) {
      const reply = await reader.ask(question, now())
      if (reply.ok) return reply.value
      if (typeof reply.why !== 'string') log(`a reading thread could not read: ${reply.why.detail ?? reply.why.code}`)
    }
    // here, where trouble is reported and a damaged search index can be built again
    const t = await textsFor(question)
    return desk.reading((db, tables) => answer(db, tables, question, now(), t) as AnswerTo<Q>, null)
  }

  const workHere = (job: Job): Reply<JobResult> => {
    try {
      return { ok: true, value: performJob(desk.db(), desk.tables(), job) }
    } catch (error) {
      const why = problemOf(error)
      if (!why) throw error
      return { ok: false, why }
    }
  }
  /** One at a time, each on a thread of its own that ends with it. The run's writes wait meanwhile. */
  const work = (steps: (perform: (job: Job) => Promise<JobResult>) => Promise<void>): Promise<Done<null>> => {
    const run = async (): Promise<Done<null>> => {
      history.flush()
      const client = inFile() ? clientFor(true) : null
      const perform = async (job: Job) => {
        const reply = client === null ? workHere(job) : await client.perform(job)
        // a file from elsewhere that a thread died of must not be read by the one that gives the cues
        const here = !reply.ok && (reply.why === 'no-worker' || (reply.why === 'died' && job.kind !== 'import'))
        const done = here ? workHere(job) : reply
        if (done.ok) return done.value
        throw new Refused(typeof done.why === 'string' ? UNAVAILABLE : done.why)
      }
      working += 1
      desk.hold(true)
      const ended = Promise.withResolvers<void>()
      const tired = setTimeout(ended.resolve, ports.patienceMs ?? PATIENCE_MS)
      patience = ended.promise
      try {
        await steps(perform)
        return { ok: true, value: null }
      } catch (error) {
        const problem = error instanceof Refused ? error.problem : problemOf(error)
        if (problem === null) throw error
        return { ok: false, problem }
      } finally {
        await client?.close()
        desk.hold(false)
        clearTimeout(tired)
        ended.resolve()
        working -= 1
        ports.onChanged()
      }
    }
    const done = jobs.then(run)
    jobs = done.catch(() => undefined)
    return done
  }
  const worked = async <T>(
    first: T,
    steps: (perform: (job: Job) => Promise<JobResult>, give: (value: T) => void) => Promise<void>,
  ): Promise<Done<T>> => {
    let value = first
    const done = await work((perform) => steps(perform, (given) => (value = given)))
    return done.ok ? { ok: true, value } : done
  }

  /** Erases now and answers; removing the bytes from the file follows by itself and may take a while. */
  const erasing = async (job: Job): Promise<Done<number>> => {
    documents.clear()
    const erased = await worked(0, async (perform, give) => give((await perform(job)).cases ?? 0))
    if (erased.ok && erased.value > 0) void cleanUp()
    return erased
  }
  const cleanUp = async () => {
    const done = await worked(true, async (perform, give) => {
      // a reader's connection would keep the old pages in the log
      await reader.close()
      reader = clientFor(false)
      give((await perform({ kind: 'clean' })).cleaned ?? true)
    }).catch((error: unknown) => log(`cleaning failed: ${String(error)}`))
    if (done && !done.ok) log(`cleaning is owed: ${done.problem.detail ?? done.problem.code}`)
    if (done?.ok && !done.value) log('cleaning is owed: another program reads the history')
  }

  const keepDocument = ({ fileName, mediaType, text }: DocumentText): Document => {
    const id = randomUUID()
    documents.set(id, { fileName, mediaType, text })
    keepNewest(documents)
    return { id, fileName, mediaType, characters: text.length }
  }

  return {
    ask,
    curedBefore: (code) => desk.reading((db) => curedBefore(db, code), []),
    async document(request) {
      const made = await ask({ name: 'document', input: request })
      if (made === 'too-much') return { ok: false, problem: { code: 'too-much' } }
      return made === null ? unknownCase : { ok: true, value: keepDocument(made) }
    },
    documentPart: (id, offset) => documents.get(id)?.text.slice(offset, offset + PART_CHARACTERS) ?? '',
    async importPart({ id, text, last }) {
      const parts = imports.get(id) ?? []
      parts.push(text)
      imports.set(id, parts)
      // a screen that was closed in the middle never sends its last part
      keepNewest(imports)
      const tooLong = parts.length * PART_CHARACTERS > MOST_IMPORT_CHARACTERS
      if (!last && !tooLong) return { ok: true, value: [] }
      imports.delete(id)
      if (tooLong) return { ok: true, value: [{ ok: false, reason: 'too-long', detail: `${parts.length} parts` }] }
      return worked<ImportResult[]>([], async (perform, give) =>
        give((await perform({ kind: 'import', text: parts.join(''), wallMs: wallMs() })).results ?? []),
      )
    },
    erase: (caseIds) => erasing({ kind: 'erase', caseIds }),
    eraseAll: () => erasing({ kind: 'erase-all' }),
    retain: (rule) => erasing({ kind: 'retain', nowMs: wallMs(), ...(rule && { rule }) }),
    backUp() {
      if (!inFile()) return Promise.resolve({ ok: false, problem: UNAVAILABLE })
      const copy = nameBeside(file, 'backup', wallMs())
      return worked(copy, (perform) => copying(perform, copy))
    },
    async restore(fileName) {
      const copy = copyNamed(file, fileName)
      if (copy === null || !inFile()) return { ok: false, problem: UNAVAILABLE }
      const unfit = looksSound(copy)
      if (unfit) return { ok: false, problem: unfit }
      return work(async (perform) => {
        await copying(perform, nameBeside(file, 'before-restore', wallMs()))
        await reader.close()
        copyFileSync(copy, coming)
        const problem = desk.reseat(() => {
          for (const side of ['-wal', '-shm']) rmSync(`${file}${side}`, { force: true })
          renameSync(coming, file)
        })
        reader = clientFor(false)
        if (problem) throw new Refused(problem)
      })
    },
    removeCopy(fileName) {
      const copy = copyNamed(file, fileName)
      if (copy === null) return { ok: false, problem: UNAVAILABLE }
      for (const side of ['', '-wal', '-shm']) rmSync(`${copy}${side}`, { force: true })
      ports.onChanged()
      return { ok: true, value: null }
    },
    async keeping() {
      const known = await ask({ name: 'keeping', input: {} })
      return {
        file,
        where: history.where(),
        bytes: bytesOf(file),
        copies: copiesOf(file),
        retention: known?.retention ?? { closedDays: null, practiceDays: null },
        due: known?.due ?? 0,
        cleaning: known?.cleaning ?? working > 0,
      }
    },
    async startUp() {
      // left behind by a run that ended while it went back to a copy
      rmSync(coming, { force: true })
      const due = desk.reading((db) => ({ cases: dueCount(db, wallMs()), cleaning: owesCleaning(db) }), null)
      if (due && due.cases > 0) await erasing({ kind: 'retain', nowMs: wallMs() })
      else if (due?.cleaning) await cleanUp()
    },
    async close() {
      // a job adds its cleaning while it ends
      for (let last: unknown = null; last !== jobs; await jobs) last = jobs
      await reader.close()
    },
  }
}

function keepNewest(texts: Map<string, unknown>): void {
  for (const old of [...texts.keys()].slice(0, -TEXTS_KEPT)) texts.delete(old)
}

/** A job that was not done, for a reason that is told. */
class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** A half-written copy is removed. */
async function copying(perform: (job: Job) => Promise<JobResult>, copy: string): Promise<void> {
  try {
    await perform({ kind: 'copy', file: copy })
  } catch (error) {
    if (existsSync(copy)) rmSync(copy, { force: true })
    throw error
  }
}
