import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrate } from '../../electron/history/migrations.ts'
import { openHistory } from '../../electron/history/open.ts'
import type { Event } from '../../shared/engine/events.ts'
import type { BenchRow } from './row.ts'

const EVENTS = 20_000
const ROUNDS = 5

/** What a busy bus states, about 300 characters of JSON. */
const eventAt = (index: number): Event => ({
  kind: 'usb.attached',
  device: {
    deviceId: `1-2.3:${index}`,
    vendorId: 0x05ac,
    productId: 0x1227,
    serial: 'CPID:8030 CPRV:11 CPFM:03 SCEP:01 BDID:04 ECID:001A2B3C4D5E6F70 IBFL:3C SRTG:[iBoot-4479.0.0.100.4]',
    product: 'Apple Mobile Device (DFU Mode)',
    usbPort: '1-2.3',
    hubs: 1,
    speedMbps: 480,
  },
  atMs: index,
  wallMs: 1_763_726_400_000 + index,
})

const perSecond = (work: () => void): number => {
  const began = performance.now()
  work()
  return (EVENTS / (performance.now() - began)) * 1000
}

/** Through the journal port, until the last event is in the file. */
function ours(file: string): number {
  const history = openHistory({
    file,
    bootId: 'bench',
    appVersion: 'bench',
    wallMs: Date.now,
    onTrouble: (problem) => {
      throw new Error(problem.code)
    },
    onRecovered: () => {},
  })
  const journal = history.journalFor('real')
  const place = { caseId: 'case', attemptId: 'attempt' }
  const rate = perSecond(() => {
    for (let index = 0; index < EVENTS; index += 1) journal.append(eventAt(index), place)
    journal.flush()
  })
  const kept = history.readJournal({ caseId: 'case' }).entries.at(-1)?.atMs
  history.close()
  if (kept !== EVENTS - 1) throw new Error('the bench lost events')
  return rate
}

/** The same rows into the same table with better-sqlite3 alone, one by one or in one transaction. */
function bare(file: string, transaction: boolean): number {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  migrate(db)
  const insert =
    db.prepare(`INSERT INTO journal (case_id, attempt_id, practice, boot_id, app_version, schema, at_ms, wall_ms, body)
VALUES ('case', 'attempt', 0, 'bench', 'bench', 1, ?, ?, ?)`)
  const loop = () => {
    for (let index = 0; index < EVENTS; index += 1) {
      const event = eventAt(index)
      insert.run(event.atMs, event.wallMs, JSON.stringify(event))
    }
  }
  const rate = perSecond(transaction ? db.transaction(loop) : loop)
  db.close()
  return rate
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/**
 * Appends per second through the journal beside bare inserts of the same events into the same table: one commit for each
 * (what a journal without a buffer does), and all in one commit (what no journal can reach). Medians of interleaved rounds.
 */
export function benchAppends(): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-bench-'))
  const rates = { ours: [] as number[], each: [] as number[], once: [] as number[] }
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.ours.push(ours(join(folder, `ours-${round}.db`)))
      rates.each.push(bare(join(folder, `each-${round}.db`), false))
      rates.once.push(bare(join(folder, `once-${round}.db`), true))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const row = (againstName: string, against: number, aim: string): BenchRow => {
    const rate = median(rates.ours)
    return { name: 'journal appends', unit: 'events/s', ours: rate, against, againstName, ratio: rate / against, aim }
  }
  return [
    row('better-sqlite3, one commit per event', median(rates.each), 'ratio ≥ 1'),
    row('better-sqlite3, one commit for all', median(rates.once), 'as near to 1 as a bounded buffer allows'),
  ]
}
