import type { Database } from 'better-sqlite3'
import { type Interval, wilsonInterval } from './wilson.ts'

/** `hits` of `of`, with the interval in which the true share lies (95 %). */
export type Share = { readonly hits: number; readonly of: number } & Interval

export type Insights = {
  /** Guide attempts that missed, by the computer's USB port; attempts whose port was not noted are left out. */
  missesByPort(): ({ readonly usbPort: string } & Share)[]
  /** By product type of the case's phone; `null` where it is not known. */
  missesByModel(): ({ readonly productType: string | null } & Share)[]
  /** By hour of the day at the place of this computer. */
  missesByHour(): ({ readonly hour: number } & Share)[]
  /** Of the closed cases with this code in which this step was tried: in how many it was the repair. */
  repairsByCode(): ({ readonly code: string; readonly stepId: string } & Share)[]
}

/** Attempts that say something about hands, cable and port: ended, and not by the person or by the program. */
const JUDGED = `practice = @practice AND kind = 'guide' AND verdict NOT IN ('cancelled', 'interrupted', 'unasked')`
const MISSED = `sum(verdict <> 'entered')`

/** The statements, so that a test can ask SQLite for their plans. */
export const INSIGHT_SQL = {
  missesByPort: `SELECT usb_port AS usbPort, ${MISSED} AS hits, count(*) AS "of" FROM attempts
    WHERE ${JUDGED} AND usb_port IS NOT NULL GROUP BY usb_port`,
  missesByModel: `SELECT product_type AS productType, sum(hits) AS hits, sum("of") AS "of" FROM (
      SELECT case_id, ${MISSED} AS hits, count(*) AS "of" FROM attempts WHERE ${JUDGED} GROUP BY case_id) AS counted
    LEFT JOIN cases ON cases.id = counted.case_id GROUP BY product_type`,
  missesByHour: `SELECT ((started_wall_ms + @offsetMs) / 3600000) % 24 AS hour, ${MISSED} AS hits, count(*) AS "of" FROM attempts
    WHERE ${JUDGED} GROUP BY hour`,
  repairsByCode: `SELECT complaint_code AS code, step_id AS stepId, sum(fixed_by IS step_id) AS hits, count(*) AS "of"
    FROM cases INDEXED BY cases_by_repair JOIN case_steps ON case_steps.case_number = cases.number
    WHERE practice = @practice AND closed_wall_ms IS NOT NULL AND complaint_code IS NOT NULL GROUP BY code, step_id`,
} as const

type Counted = { readonly hits: number; readonly of: number }

/** The ones that are surely high come first; what was counted once or twice sinks. */
const ranked = <T extends Counted>(rows: readonly T[]): (T & Share)[] =>
  rows.map((row) => ({ ...row, ...wilsonInterval(row.hits, row.of) })).toSorted((a, b) => b.low - a.low || b.of - a.of)

/**
 * Counts over one world's cases and attempts, made by SQL and not by loading rows. `utcOffsetMs` is local time minus UTC.
 * Throws what SQLite throws.
 */
export function insightsOf(
  db: Database,
  world: { readonly practice: boolean; readonly utcOffsetMs: number },
): Insights {
  const practice = world.practice ? 1 : 0
  const count = <T>(sql: string, more: Record<string, number> = {}) =>
    ranked(db.prepare<unknown[], T & Counted>(sql).all({ practice, ...more }))
  return {
    missesByPort: () => count<{ usbPort: string }>(INSIGHT_SQL.missesByPort),
    missesByModel: () => count<{ productType: string | null }>(INSIGHT_SQL.missesByModel),
    missesByHour: () => count<{ hour: number }>(INSIGHT_SQL.missesByHour, { offsetMs: world.utcOffsetMs }),
    repairsByCode: () => count<{ code: string; stepId: string }>(INSIGHT_SQL.repairsByCode),
  }
}
