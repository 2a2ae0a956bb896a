import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from '../../electron/history/database.ts'
import { LATEST_VERSION } from '../../electron/history/migrations.ts'
import { append, codes, everything, freshFile, freshFolder, open } from './sample.ts'
import { opening, sampleAttempt, sampleCase, save, woke } from './values.ts'

/** A history with one case in it, closed again. */
function storedHistory(): string {
  const file = freshFile()
  const { history } = open(file, { bootId: 'boot-1' })
  history.perform(save(sampleCase('case-1')))
  append(history, 3)
  history.close()
  return file
}

const damage = (file: string, from: number, to: number) => {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, from, to)
  writeFileSync(file, bytes)
  return bytes
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a damaged file', () => {
  it.each([
    ['its beginning is overwritten', 0, 100],
    ['its first page is overwritten', 100, 4000],
    ['a page in its middle is overwritten', 8192, 12288],
  ])('is set aside unchanged in name of its date, and a fresh one begins, when %s', (_, from, to) => {
    const file = storedHistory()
    const damaged = damage(file, from, to)
    const { history, troubles } = open(file)
    expect(codes(troubles)).toEqual(['database-damaged'])
    const aside = join(dirname(file), 'history.damaged-2026-11-21T12-00-00.db')
    expect(troubles[0]?.detail).toContain(aside)
    expect(readFileSync(aside).equals(damaged)).toBe(true)
    history.perform(save(sampleCase('case-2')))
    expect(history.list(everything).rows.map((row) => row.id)).toEqual(['case-2'])
    expect(history.where()).toBe('file')
  })

  it('takes its side files along, so that a leftover log never lands in the fresh file', () => {
    const file = storedHistory()
    damage(file, 0, 4096)
    writeFileSync(`${file}-wal`, 'leftover')
    open(file)
    expect(readFileSync(join(dirname(file), 'history.damaged-2026-11-21T12-00-00.db-wal'), 'utf8')).toBe('leftover')
  })

  it('that is missing or empty does not take its log with it', () => {
    const file = freshFile()
    writeFileSync(`${file}-wal`, 'all that is left')
    expect(codes(open(file).troubles)).toEqual(['database-damaged'])
    expect(readFileSync(join(dirname(file), 'history.damaged-2026-11-21T12-00-00.db-wal'), 'utf8')).toBe(
      'all that is left',
    )
  })

  it('never overwrites one that was set aside in the same second', () => {
    const file = storedHistory()
    damage(file, 0, 4096)
    open(file).history.close()
    damage(file, 0, 4096)
    open(file)
    expect(readdirSync(dirname(file)).filter((name) => /damaged.*\.db$/.test(name))).toHaveLength(2)
  })

  it('that shows only while it is written to is replaced, and what was waiting is in the fresh one', () => {
    const file = storedHistory()
    let healthy = true
    const { history, troubles } = open(file, {
      connect(options) {
        const connection = connect(options)
        if (connection.ok)
          connection.db.function('damaged_now', () => {
            if (healthy) return 0
            throw new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT')
          })
        if (connection.ok)
          connection.db.exec('CREATE TEMP TRIGGER spoil BEFORE INSERT ON main.cases BEGIN SELECT damaged_now(); END')
        return connection
      },
    })
    healthy = false
    history.perform(save(sampleCase('case-2')))
    append(history, 5)
    history.flush()
    expect(codes(troubles)).toEqual(['database-damaged'])
    expect(history.list(everything).rows.map((row) => row.id)).toEqual(['case-2'])
    expect(history.readJournal({ caseId: 'case-1' }).entries).toHaveLength(5)
  })
})

describe('a file that is not for this version', () => {
  it('of a newer version is refused, left untouched to the byte, and the run goes on in memory', () => {
    const file = storedHistory()
    const db = new Database(file)
    db.pragma(`user_version = ${LATEST_VERSION + 1}`)
    db.close()
    const before = readFileSync(file)
    const { history, troubles, recovered } = open(file)
    expect(codes(troubles)).toEqual(['database-newer'])
    history.perform(save(sampleCase('case-2')))
    expect(history.list(everything).rows.map((row) => row.id)).toEqual(['case-2'])
    expect(history.where()).toBe('memory')
    history.close()
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(recovered).toEqual([])
    expect(readdirSync(dirname(file)).toSorted()).toEqual(['history.db', 'history.db-owner'])
  })

  it('of another program is refused and left untouched to the byte', () => {
    const file = freshFile()
    const db = new Database(file)
    db.exec('CREATE TABLE recipes (name TEXT)')
    db.close()
    const before = readFileSync(file)
    const { history, troubles } = open(file)
    expect(codes(troubles)).toEqual(['database-unavailable'])
    expect(history.where()).toBe('memory')
    history.close()
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('a file that cannot be written to', () => {
  it('because another program holds it: nothing is said for two tries, then it is reported, then all of it is written', () => {
    const file = freshFile()
    const { history, troubles, recovered } = open(file)
    const other = new Database(file, { timeout: 0 })
    other.exec('BEGIN IMMEDIATE')
    history.perform(save(sampleCase('case-1')))
    append(history, 7)
    history.flush()
    history.flush()
    expect(troubles).toEqual([])
    vi.advanceTimersByTime(60_000)
    expect(codes(troubles)).toEqual(['database-locked'])
    other.exec('COMMIT')
    vi.advanceTimersByTime(10_000)
    expect(recovered).toEqual(['database-locked'])
    expect(other.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(7)
    other.close()
  })

  it('because another program holds it at the start: the run begins in memory and is all in the file later', () => {
    const file = storedHistory()
    const other = new Database(file, { timeout: 0 })
    other.exec('BEGIN IMMEDIATE')
    const { history, troubles, recovered } = open(file)
    expect(codes(troubles)).toEqual(['database-locked'])
    expect(history.startUp().openCases.map((one) => one.id)).toEqual(['case-1'])
    history.perform(save(sampleCase('case-2')))
    history.perform(opening(sampleAttempt('attempt-9'), 'case-2'))
    append(history, 4, { caseId: 'case-2', attemptId: 'attempt-9' })
    expect(history.list(everything).total).toBe(2)
    expect(history.readJournal({ attemptId: 'attempt-9' }).entries).toHaveLength(4)
    expect(history.where()).toBe('memory')
    other.exec('COMMIT')
    other.close()
    vi.advanceTimersByTime(10_000)
    expect(history.where()).toBe('file')
    expect(recovered).toEqual(['database-locked'])
    expect(history.list(everything).total).toBe(2)
    expect(history.readJournal({ attemptId: 'attempt-9' }).entries.map((entry) => entry.atMs)).toEqual([0, 1, 2, 3])
    expect(history.caseWithEverything('case-2').attempts.map((one) => one.verdict)).toEqual([null])
  })

  it('because the disk is full: it is reported at once, kept, and written when there is room', () => {
    const file = freshFile()
    let limit: (pages: number) => void = () => {}
    const { history, troubles, recovered } = open(file, {
      connect(options) {
        const connection = connect(options)
        if (connection.ok) limit = (pages) => void connection.db.pragma(`max_page_count = ${pages}`)
        return connection
      },
    })
    limit(1)
    history.perform(save(sampleCase('case-1')))
    append(history, 1000)
    history.flush()
    expect(codes(troubles)).toEqual(['database-full'])
    limit(100_000)
    vi.advanceTimersByTime(10_000)
    expect(recovered).toEqual(['database-full'])
    expect(history.readJournal({ caseId: 'case-1' }).entries).toHaveLength(1000)
    expect(history.dropped()).toBe(0)
  })

  it('for very long: events beyond the bound are dropped, oldest first, counted and reported; cases never are', () => {
    const file = freshFile()
    const { history, troubles } = open(file, { bound: 100 })
    const other = new Database(file, { timeout: 0 })
    other.exec('BEGIN IMMEDIATE')
    history.perform(save(sampleCase('case-1')))
    append(history, 150)
    expect(troubles.at(-1)?.detail).toContain('dropped')
    other.exec('COMMIT')
    other.close()
    history.flush()
    const kept = history.readJournal({ caseId: 'case-1' }).entries
    expect(kept.length + history.dropped()).toBe(150)
    expect(kept.length).toBeGreaterThan(80)
    expect(kept.at(-1)?.atMs).toBe(149)
    expect(history.list(everything).total).toBe(1)
  })

  it('at the end: what could not be written is counted', () => {
    const file = freshFile()
    const { history } = open(file)
    const other = new Database(file, { timeout: 0 })
    other.exec('BEGIN IMMEDIATE')
    for (let index = 0; index < 3; index += 1)
      history.journalFor('practice').append(woke(index), { caseId: 'case-1', attemptId: null })
    expect(history.close()).toEqual({ lost: 3 })
    other.close()
  })
})

/** Runs as a user without rights, because root may write anywhere. Gives what the run printed, parsed. */
function asNobody(file: string): unknown {
  const script = join(import.meta.dirname, 'read-only-child.ts')
  const identity = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  return JSON.parse(execFileSync(process.execPath, [script, file], { ...identity, encoding: 'utf8' }))
}

describe.skipIf(process.platform === 'win32')('a folder that cannot be written to', () => {
  it('shows the stored history from a copy, keeps the run in memory and says so', () => {
    const file = storedHistory()
    chmodSync(file, 0o444)
    chmodSync(`${file}-owner`, 0o444)
    chmodSync(dirname(file), 0o555)
    const cases = ['case-2', 'case-1']
    expect(asNobody(file)).toEqual({ codes: ['database-read-only'], where: 'memory', cases, looked: ['case-1'] })
    chmodSync(dirname(file), 0o755)
  })

  it('without a history in it gives an empty one in memory and says so', () => {
    const folder = join(freshFolder(), 'locked')
    mkdirSync(folder)
    chmodSync(dirname(folder), 0o755)
    chmodSync(folder, 0o555)
    const file = join(folder, 'deeper', 'history.db')
    const cases = ['case-2']
    expect(asNobody(file)).toEqual({ codes: ['database-read-only'], where: 'memory', cases, looked: [] })
    expect(existsSync(file)).toBe(false)
  })
})

it('a folder in the file’s place is told once, in the system’s own words, and the run goes on in memory', () => {
  const folder = freshFolder()
  const { history, troubles } = open(folder)
  expect(codes(troubles)).toEqual(['database-unavailable'])
  expect(troubles[0]?.detail).toMatch(/^EISDIR: illegal/)
  history.perform(save(sampleCase('case-2')))
  expect(history.list(everything).rows.map((row) => row.id)).toEqual(['case-2'])
})
