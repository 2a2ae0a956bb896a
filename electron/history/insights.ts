import type { Database } from 'better-sqlite3'
import type { Insights, INSIGHT_SUBJECTS, MissRow, RepairRow } from '../../shared/contract/history.ts'
import { STEPS, type StepId } from '../../shared/knowledge/vocabulary.ts'
import { wilsonInterval } from './wilson.ts'

/** The statements over counts that are kept with the writes, so that a test can ask SQLite for their plans. */
export const INSIGHT_SQL = {
  misses: `SELECT value, sum(missed) AS hits, sum(judged) AS "of" FROM attempt_counts
    WHERE practice = @practice AND dimension = @dimension AND judged > 0
    AND CASE @subject WHEN 'guides' THEN what <> 'restore' ELSE what = @subject END GROUP BY value`,
  repairs: `SELECT code, step_id AS stepId, fixed AS hits, tried AS "of" FROM repair_counts
    WHERE practice = @practice AND tried > 0`,
  repairsOfCode: `SELECT step_id AS stepId, fixed AS hits, tried AS "of" FROM repair_counts
    WHERE practice = 0 AND code = @code AND fixed > 0`,
  cases: 'SELECT count(*) FROM cases WHERE practice = @practice',
} as const

type Counted = { readonly hits: number; readonly of: number }
type Counts = Counted & { readonly value: string }

/** The ones that are surely high come first; what was counted once or twice sinks. */
const ranked = <T extends Counted>(rows: readonly T[]) =>
  rows.map((row) => ({ ...row, ...wilsonInterval(row.hits, row.of) })).toSorted((a, b) => b.low - a.low || b.of - a.of)

/** Fewer attempts than this, here or elsewhere, are no comparison. */
const COMPARE_FROM = 5

/** Marks the rows whose interval lies above the share of all the others together. */
function compared(rows: readonly Counts[]): MissRow[] {
  const hits = rows.reduce((sum, row) => sum + row.hits, 0)
  const of = rows.reduce((sum, row) => sum + row.of, 0)
  return ranked(rows).map((row) => {
    const others = of - row.of
    const enough = row.of >= COMPARE_FROM && others >= COMPARE_FROM
    return { ...row, standsOut: enough && row.low > (hits - row.hits) / others }
  })
}

const HOUR_MS = 3_600_000

/** Quarters of the UTC day as hours of a place whose time is `utcOffsetMs` ahead. */
function hoursOf(quarters: readonly Counts[], utcOffsetMs: number): Counts[] {
  const hours = new Map<string, Counts>()
  for (const { value, hits, of } of quarters) {
    const atMs = Number(value) * (HOUR_MS / 4) + utcOffsetMs
    const hour = String(((Math.floor(atMs / HOUR_MS) % 24) + 24) % 24)
    const known = hours.get(hour)
    hours.set(hour, { value: hour, hits: hits + (known?.hits ?? 0), of: of + (known?.of ?? 0) })
  }
  return [...hours.values()]
}

export type InsightQuestion = {
  readonly practice: boolean
  readonly subject: (typeof INSIGHT_SUBJECTS)[number]
  readonly utcOffsetMs: number
}

/** Counts over one world's cases and attempts, read and not counted now. Throws what SQLite throws. */
export function insightsOf(db: Database, { practice, subject, utcOffsetMs }: InsightQuestion): Insights {
  const world = { practice: practice ? 1 : 0 }
  const misses = (dimension: string) =>
    db.prepare<unknown[], Counts>(INSIGHT_SQL.misses).all({ ...world, dimension, subject })
  return {
    cases: Number(db.prepare(INSIGHT_SQL.cases).pluck().get(world)),
    misses: {
      port: compared(misses('port')),
      cable: compared(misses('cable')),
      hubs: compared(misses('hubs')),
      model: compared(misses('model')),
      hour: compared(hoursOf(misses('quarter'), utcOffsetMs)),
    },
    repairs: ranked(db.prepare<unknown[], Omit<RepairRow, 'low' | 'high'>>(INSIGHT_SQL.repairs).all(world)),
  }
}

/** A step that ended earlier cases of a code: in `fixed` of the `of` in which it was tried. */
export type CuredBefore = { readonly id: StepId; readonly fixed: number; readonly of: number }

const isStep = (id: string): id is StepId => STEPS.some((known) => known === id)

/** What cured this code in real cases here, the surest first. Throws what SQLite throws. */
export function curedBefore(db: Database, code: string): CuredBefore[] {
  const rows = ranked(db.prepare<unknown[], Counted & { stepId: string }>(INSIGHT_SQL.repairsOfCode).all({ code }))
  return rows.flatMap(({ stepId, hits, of }) => (isStep(stepId) ? [{ id: stepId, fixed: hits, of }] : []))
}
