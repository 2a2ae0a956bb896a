import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { connect } from '../../electron/history/database.ts'
import { LATEST_VERSION, MIGRATIONS, migrate, versionOf } from '../../electron/history/migrations.ts'
import { codes, everything, freshFile, freshFolder, open } from './sample.ts'
import { NOON } from './values.ts'

const fixtures = join(import.meta.dirname, '../fixtures/history')
const stored = readdirSync(fixtures).filter((name) => name.endsWith('.db'))

/** Tables, indices and triggers as SQLite knows them. */
const schemaOf = (db: Database.Database) =>
  db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()

it('a database of every version so far is stored', () => {
  expect(stored.toSorted()).toEqual(MIGRATIONS.map((_, index) => `v${index + 1}.db`).toSorted())
})

describe.each(stored)('a stored database %s', (name) => {
  const version = Number(/\d+/.exec(name)?.[0])
  const copied = () => {
    const file = freshFile()
    copyFileSync(join(fixtures, name), file)
    return file
  }

  it('opens with everything that was in it', () => {
    const { history, troubles } = open(copied())
    expect(troubles).toEqual([])
    expect(history.where()).toBe('file')
    expect(history.list(everything).rows.map((row) => [row.id, row.complaint, row.outcome, row.lastVerdict])).toEqual([
      ['case-open', '4013', null, 'interrupted'],
      ['case-closed', 'no-code', 'fixed', 'entered'],
    ])
    expect(history.list({ ...everything, practice: true }).rows.map((row) => row.complaint)).toEqual(['dfu'])
    const whole = history.caseWithEverything('case-open')
    expect(whole.unreadable).toBe(0)
    expect(whole.events.map((entry) => entry.event.kind)).toEqual([
      'case.open',
      'usb.attached',
      'step.answer',
      'guide.start',
      'usb.detached',
      'clock.woke',
    ])
    expect(whole.attempts[0]?.endedWallMs).toBe(NOON + 6000)
    const { settings, resumeCaseId } = history.startUp()
    expect(settings.theme).toBe('dark')
    expect(resumeCaseId).toBe('case-open')
  })

  it('comes to the same tables as a fresh one, and is copied before when it is older', () => {
    const file = copied()
    open(file).history.close()
    const migrated = new Database(file, { readonly: true })
    const fresh = new Database(':memory:')
    migrate(fresh)
    expect(versionOf(migrated)).toBe(LATEST_VERSION)
    expect(schemaOf(migrated)).toEqual(schemaOf(fresh))
    expect(migrated.pragma('foreign_key_check')).toEqual([])
    migrated.close()
    fresh.close()
    const copies = readdirSync(dirname(file)).filter((one) => one.startsWith('history.version-'))
    expect(copies).toEqual(version < LATEST_VERSION ? [`history.version-${version}-2026-11-21T12-00-00.db`] : [])
  })
})

describe('version 2', () => {
  it('knows of older cases which steps were tried and which one repaired, even beside a case that cannot be read', () => {
    const db = new Database(':memory:')
    migrate(db, MIGRATIONS.slice(0, 1))
    const insert =
      db.prepare(`INSERT INTO cases (id, practice, opened_wall_ms, saved_wall_ms, complaint_kind, complaint_text,
      outcome, schema, body) VALUES (?, 0, 0, 0, 'no-code', '', ?, 1, ?)`)
    const steps = [
      { id: 'A1', state: 'proved', atWallMs: 5 },
      { id: 'A2', state: 'failed', atWallMs: 9 },
      { id: 'B1', state: 'said-by-you', atWallMs: 7 },
      { id: 'B2', state: 'not-yet', atWallMs: null },
    ]
    insert.run('fixed', 'fixed', JSON.stringify({ steps }))
    insert.run('given-up', 'given-up', JSON.stringify({ steps: steps.slice(0, 1) }))
    insert.run('broken', 'fixed', '{"steps":')
    migrate(db)
    expect(db.prepare('SELECT id, fixed_by FROM cases ORDER BY number').raw().all()).toEqual([
      ['fixed', 'B1'],
      ['given-up', null],
      ['broken', null],
    ])
    expect(db.prepare('SELECT step_id, state FROM case_steps ORDER BY case_number, step_id').raw().all()).toEqual([
      ['A1', 'proved'],
      ['A2', 'failed'],
      ['B1', 'said-by-you'],
      ['A1', 'proved'],
    ])
    db.close()
  })

  it('finds older cases by search', () => {
    const file = freshFile()
    copyFileSync(join(fixtures, 'v1.db'), file)
    expect(open(file).history.list({ ...everything, search: '1A2B3C' }).total).toBe(2)
  })
})

describe('a migration', () => {
  const next = 'ALTER TABLE cases ADD COLUMN mood TEXT'
  /** A stored history, and a way to open it with migrations that do not exist yet. */
  const withNext = (sql: string) => {
    const file = freshFile()
    copyFileSync(join(fixtures, `v${LATEST_VERSION}.db`), file)
    const before = readFileSync(file)
    const opened = open(file, { connect: (options) => connect({ ...options, migrations: [...MIGRATIONS, sql] }) })
    const backup = join(dirname(file), `history.version-${LATEST_VERSION}-2026-11-21T12-00-00.db`)
    return { file, before, backup, ...opened }
  }

  it('leaves a full copy of the version before beside the file', () => {
    const { history, backup, troubles } = withNext(next)
    expect(troubles).toEqual([])
    expect(history.list(everything).total).toBe(2)
    const copy = new Database(backup, { readonly: true })
    expect(versionOf(copy)).toBe(LATEST_VERSION)
    expect(copy.prepare('SELECT count(*) FROM cases').pluck().get()).toBe(3)
    copy.close()
  })

  it('that is done is not done again', () => {
    const { history, file } = withNext(next)
    history.close()
    const again = open(file, { connect: (options) => connect({ ...options, migrations: [...MIGRATIONS, next] }) })
    expect(again.troubles).toEqual([])
    expect(readdirSync(dirname(file)).filter((one) => one.includes('version'))).toHaveLength(1)
  })

  it('that fails half-way leaves the version before, whole', () => {
    const file = freshFile()
    copyFileSync(join(fixtures, `v${LATEST_VERSION}.db`), file)
    const db = new Database(file)
    const schema = schemaOf(db)
    expect(() => migrate(db, [...MIGRATIONS, `${next}; DELETE FROM cases; SELECT nonsense`])).toThrow('nonsense')
    expect(versionOf(db)).toBe(LATEST_VERSION)
    expect(schemaOf(db)).toEqual(schema)
    expect(db.prepare('SELECT count(*) FROM cases').pluck().get()).toBe(3)
    db.close()
  })

  it('does not begin when the copy cannot be made, and the run goes on in memory', () => {
    // the longest name that a file may have here leaves no room for the name of the copy
    const file = join(freshFolder(), `${'n'.repeat(240)}.db`)
    copyFileSync(join(fixtures, `v${LATEST_VERSION}.db`), file)
    const { history, troubles } = open(file, {
      connect: (options) => connect({ ...options, migrations: [...MIGRATIONS, next] }),
    })
    expect(codes(troubles)).toEqual(['database-unavailable'])
    expect(history.where()).toBe('memory')
    expect(history.list(everything).total).toBe(2)
    history.close()
    const db = new Database(file)
    expect(versionOf(db)).toBe(LATEST_VERSION)
    db.close()
  })
})
