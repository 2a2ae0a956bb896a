import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { type Archive, createArchive } from '../../electron/history/archive.ts'
import { countSql, pageSql, phonesSql } from '../../electron/history/case-query.ts'
import { INSIGHT_SQL } from '../../electron/history/insights.ts'
import { type History, openHistory } from '../../electron/history/open.ts'
import type { Question } from '../../electron/history/questions.ts'
import type { CaseQuery } from '../../shared/contract/history.ts'
import { inDigits, median, p95, spread } from './figures.ts'
import { fillHistory } from './history-filled.ts'
import type { BenchReport, BenchRow } from './row.ts'

const ROUNDS = 30
const STARTS = 7
const SERVE = join(import.meta.dirname, '../../dist/serve/serve.js')

type Statement = { readonly sql: string; readonly values: Readonly<Record<string, string | number>> }
type Asked = { readonly name: string; readonly question: Question; readonly statements: readonly Statement[] }

const query: CaseQuery = { practice: false, search: '', limit: 100, offset: 0 }

/** A list as the screen asks for it, and the two statements behind it. */
const list = (name: string, more: Partial<CaseQuery>): Asked => {
  const input = { ...query, ...more }
  return { name, question: { name: 'list', input }, statements: [pageSql(input), countSql(input)] }
}

const world = { practice: 0 }
const dimensions = ['port', 'cable', 'hubs', 'model', 'quarter']

const ASKED: readonly Asked[] = [
  list('first page', {}),
  list('search “40”', { search: '40' }),
  list('search “iphone”', { search: 'iphone' }),
  list('search “iphone 4013”', { search: 'iphone 4013' }),
  list('search “T-77123”', { search: 'T-77123' }),
  list('filter by code', { code: '4013' }),
  list('filter by model', { phoneName: 'iPhone 13' }),
  list('filter by outcome', { outcome: 'professional' }),
  list('filter by unfinished', { outcome: 'open' }),
  list('filter by repair', { fixedBy: 'A2' }),
  list('filter by operator', { operator: 'Berta' }),
  list('filter by cable', { cableLabel: 'cable 7' }),
  list('filter by port', { usbPort: '1-4' }),
  list('filter by hubs', { hubs: 1 }),
  list('order by ticket', { sort: 'ticket' }),
  list('order by length', { sort: 'longest' }),
  {
    name: 'grouped by phone',
    question: { name: 'phones', input: query },
    statements: [phonesSql(query, query)],
  },
  {
    name: 'all insights',
    question: { name: 'insights', input: { practice: false, subject: 'guides', utcOffsetMs: 0 } },
    statements: [
      { sql: INSIGHT_SQL.cases, values: world },
      ...dimensions.map((dimension) => ({
        sql: INSIGHT_SQL.misses,
        values: { ...world, dimension, subject: 'guides' },
      })),
      { sql: INSIGHT_SQL.repairs, values: world },
    ],
  },
]

/** The statement with its values written into it, for the shell. */
function written({ sql, values }: Statement): string {
  const names = Object.keys(values).toSorted((one, other) => other.length - one.length)
  const literal = (value: string | number | undefined) =>
    typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
  return names.reduce((text, name) => text.replaceAll(`@${name}`, literal(values[name])), sql).replaceAll(/\s+/g, ' ')
}

/** Milliseconds of each round in one run of the `sqlite3` shell; what it prints of rows goes nowhere. Null where there is none. */
function shellMs(file: string, statements: readonly Statement[]): number[] | null {
  const round = ['.output /dev/null', ...statements.map((one) => `${written(one)};`), '.output stdout', '.print round']
  // the times are printed even while rows are not
  const script = ['.timer on', ...Array.from({ length: ROUNDS + 1 }, () => round).flat()].join('\n')
  const run = spawnSync('sqlite3', ['-readonly', file], { input: script, encoding: 'utf8', maxBuffer: 100_000_000 })
  if (run.error || run.status !== 0) return null
  const times = [...run.stdout.matchAll(/Run Time: real (\d+\.\d+)/g)].map(([, seconds]) => Number(seconds) * 1000)
  const size = statements.length
  const rounds = Array.from({ length: times.length / size }, (_, index) =>
    times.slice(index * size, (index + 1) * size).reduce((sum, ms) => sum + ms, 0),
  )
  // the first one reads the file
  return rounds.slice(1)
}

async function oursMs(archive: Archive, question: Question): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const beganMs = performance.now()
    if ((await archive.ask(question)) === null) throw new Error('the question was not answered')
    times.push(performance.now() - beganMs)
  }
  return times.slice(1)
}

/** The longest pause of this thread, which gives the cues, while all questions are asked. */
async function longestPauseMs(ask: (question: Question) => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  for (const { question } of ASKED) {
    await ask(question)
    await new Promise((turn) => setTimeout(turn, 5))
  }
  delay.disable()
  return delay.max / 1e6
}

/** From just before the door is started to the line that says where it is. */
async function startMs(file: string): Promise<number> {
  const beganMs = performance.now()
  const child = spawn(process.execPath, [SERVE, '--no-open', '--database', file], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const said = createInterface({ input: child.stdout })
  const ready = await Promise.race([once(said, 'line').then(() => true), once(child, 'exit').then(() => false)])
  const ms = performance.now() - beganMs
  if (!ready) throw new Error('the door ended before it was ready')
  child.kill('SIGTERM')
  await once(child, 'exit')
  return ms
}

function openOn(file: string): { history: History; archive: Archive } {
  const history = openHistory({
    file,
    bootId: 'bench',
    appVersion: 'bench',
    wallMs: Date.now,
    onTrouble: (problem) => {
      throw new Error(problem.detail ?? problem.code)
    },
    onRecovered: () => {},
  })
  const archive = createArchive({
    history,
    appVersion: 'bench',
    wallMs: Date.now,
    onChanged: () => {},
    log: console.error,
  })
  return { history, archive }
}

const AIMS: Readonly<Record<string, string>> = { 'first page': 'ratio ≤ 1.5, ≤ 16 ms' }

async function questionRows(file: string, archive: Archive): Promise<{ rows: BenchRow[]; skipped: string }> {
  const rows: BenchRow[] = []
  for (const { name, question, statements } of ASKED) {
    const times = await oursMs(archive, question)
    const shell = shellMs(file, statements)
    const ours = p95(times)
    const against = shell === null ? Number.NaN : p95(shell)
    const ratio = shell === null ? null : ours / against
    const aim = AIMS[name] ?? 'ratio ≤ 1.5'
    rows.push({
      ...{
        name: `history: ${name}, p95`,
        unit: 'ms',
        ours,
        against,
        againstName: 'sqlite3 shell, same SQL',
        ratio,
        aim,
      },
      detail: shell === null ? spread(times) : `${spread(times)}; shell ${spread(shell)}`,
    })
  }
  const skipped = rows.some(({ ratio }) => ratio === null)
    ? 'The rows beside the `sqlite3` shell have no comparison: this machine has no `sqlite3`.'
    : ''
  return { rows, skipped }
}

async function startRow(file: string, empty: string): Promise<BenchRow> {
  const times = { full: [] as number[], empty: [] as number[] }
  for (let round = 0; round <= STARTS; round += 1) {
    times.full.push(await startMs(file))
    times.empty.push(await startMs(empty))
  }
  const [full, bare] = [times.full.slice(1), times.empty.slice(1)]
  return {
    ...{ name: 'history: the door ready to be opened, median', unit: 'ms', ours: median(full), against: median(bare) },
    ...{ againstName: 'an empty history', ratio: median(full) / median(bare), aim: 'ratio ≤ 1.2' },
    detail: `${spread(full)}; empty ${spread(bare)}`,
  }
}

/**
 * The history's questions over 100,000 cases and 1,000,000 attempts, as the screen asks them (on a thread of their own, answers handed
 * over), beside the same SQL in the `sqlite3` shell; what they cost the thread that gives cues; and the start of the app with
 * that history beside an empty one. Built once in a temporary folder. Needs the built app.
 */
export async function benchHistory(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-bench-history-'))
  try {
    const file = join(folder, 'history.db')
    const beganMs = performance.now()
    fillHistory(file)
    const filledMs = performance.now() - beganMs
    const { history, archive } = openOn(file)
    const { rows, skipped } = await questionRows(file, archive)
    const beside = await longestPauseMs((question) => archive.ask(question))
    const none = createArchive({
      ...{ history, appVersion: 'bench', wallMs: Date.now, onChanged: () => {}, log: () => {} },
      client: () => ({
        ask: () => Promise.resolve({ ok: false, why: 'no-worker' }),
        perform: () => Promise.resolve({ ok: false, why: 'no-worker' }),
        close: () => Promise.resolve(),
      }),
    })
    const here = await longestPauseMs((question) => none.ask(question))
    await archive.close()
    history.close()
    const empty = join(folder, 'empty.db')
    openOn(empty).history.close()
    const pause: BenchRow = {
      ...{
        name: 'history: longest pause of the cues’ thread while all is asked',
        unit: 'ms',
        ours: beside,
        against: here,
      },
      ...{
        againstName: 'the same questions on that thread',
        ratio: beside / here,
        aim: 'far below a frame’s worth of cues',
      },
      detail: 'timer resolution 1 ms, so about 1 to 2 ms are the instrument',
    }
    const built = `Filling the history took ${inDigits(filledMs / 1000)} s. ${skipped}`.trim()
    return { rows: [...rows, pause, await startRow(file, empty)], page: built }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
