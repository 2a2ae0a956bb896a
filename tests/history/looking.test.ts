import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { APPLICATION_ID, LATEST_VERSION } from '../../electron/history/migrations.ts'
import { readHistory } from '../../electron/history/read.ts'
import { everything, freshFile, open } from './sample.ts'
import { opening, sampleAttempt, sampleCase, save } from './values.ts'

/** The reader of a file that must be readable. */
function look(file: string) {
  const read = readHistory(file)
  if (!read.ok) throw new Error(read.problem.code)
  onTestFinished(() => read.history.close())
  return read.history
}

const problemCode = (file: string) => {
  const read = readHistory(file)
  return read.ok ? null : read.problem.code
}

describe('looking into a history', () => {
  it('sees what a running program has written, and leaves its attempts alone', () => {
    const file = freshFile()
    const { history } = open(file)
    history.perform(save(sampleCase('case-1')))
    history.perform(opening(sampleAttempt('attempt-1'), 'case-1'))
    history.flush()
    const reader = look(file)
    expect(reader.list(everything).rows.map((row) => row.id)).toEqual(['case-1'])
    expect(reader.caseWithEverything('case-1').attempts[0]?.verdict).toBeNull()
    expect(history.caseWithEverything('case-1').attempts[0]?.endedWallMs).toBeNull()
  })

  it('where there is none shows an empty one and makes no file', () => {
    const file = freshFile()
    expect(look(file).list(everything)).toEqual({ rows: [], total: 0 })
    expect(existsSync(file)).toBe(false)
  })

  it('shows every older version without changing it', () => {
    const file = freshFile()
    copyFileSync(join(import.meta.dirname, '../fixtures/history/v1.db'), file)
    const before = readFileSync(file)
    expect(look(file).list(everything).total).toBe(2)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('of a newer version, of another program, or damaged says which it is and moves nothing', () => {
    const newer = freshFile()
    const db = new Database(newer)
    db.exec(
      `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${LATEST_VERSION + 1}; CREATE TABLE t (x)`,
    )
    db.close()
    const foreign = freshFile()
    const other = new Database(foreign)
    other.exec('PRAGMA user_version = 3; CREATE TABLE t (x)')
    other.close()
    const damaged = freshFile()
    writeFileSync(damaged, 'not a database at all'.repeat(100))
    expect([newer, foreign, damaged].map(problemCode)).toEqual([
      'database-newer',
      'database-unavailable',
      'database-damaged',
    ])
    expect(readdirSync(dirname(damaged))).toEqual(['history.db'])
  })
})
