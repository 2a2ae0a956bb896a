import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { everything, exportFrom, freshFile, importInto, open } from './sample.ts'
import { NOON, opening, sampleAttempt, sampleCase, save, woke } from './values.ts'

const CASE = '11111111-aaaa-4aaa-8aaa-000000000001'
const ATTEMPT = '22222222-bbbb-4bbb-8bbb-000000000001'
const RESTORE = `${CASE}/restore-1`

/** A counter that gives ids like those of the doors. */
const ids = () => {
  let number = 0
  return () => `99999999-cccc-4ccc-8ccc-${String((number += 1)).padStart(12, '0')}`
}

/** A history with one case that has a guide attempt, a restore, and a journal. */
function filled() {
  const opened = open(freshFile())
  const { history } = opened
  const attempt = sampleAttempt(ATTEMPT, { endedWallMs: NOON + 9000, verdict: 'entered' })
  const restore = sampleAttempt(RESTORE, {
    kind: 'restore',
    guide: null,
    way: null,
    endedWallMs: NOON + 99_000,
    code: '4013',
  })
  history.perform(
    save(sampleCase(CASE, { attempts: [attempt, restore], closedWallMs: NOON + 99_999, outcome: 'given-up' })),
  )
  history.perform(opening(sampleAttempt(ATTEMPT), CASE))
  history.perform({
    kind: 'attempt.close',
    attemptId: ATTEMPT,
    endedWallMs: NOON + 9000,
    verdict: 'entered',
    facts: { id: 'entered', atMs: 9000, text: { key: 'verdict.entered' }, reasons: [], change: null, shiftMs: 0 },
    code: null,
  })
  history.perform(opening(restore, CASE))
  const journal = history.journalFor('real')
  journal.append(
    { ...woke(1), kind: 'guide.start', attemptId: ATTEMPT, handsFree: false },
    { caseId: CASE, attemptId: ATTEMPT },
  )
  for (let index = 2; index < 5; index += 1) journal.append(woke(index), { caseId: CASE, attemptId: ATTEMPT })
  return { ...opened, text: exportFrom(history, CASE, null) ?? '' }
}

/** A case's content without the numbers that belong to one file. */
function contentOf(history: ReturnType<typeof filled>['history'], caseId: string) {
  const { case: value, attempts, events, unreadable } = history.caseWithEverything(caseId)
  return { value, attempts, events: events.map((entry) => ({ ...entry, seq: 0 })), unreadable }
}

describe('an exported case', () => {
  it('is on another computer what it was on the first', () => {
    const { history, text } = filled()
    const other = open(freshFile())
    expect(importInto(other.history, text, ids())).toEqual({ ok: true, caseId: CASE, result: 'added' })
    expect(contentOf(other.history, CASE)).toEqual(contentOf(history, CASE))
    expect(other.history.list({ ...everything, search: '4013' }).total).toBe(1)
  })

  it('is recognised when it comes again, and when it comes home', () => {
    const { history, text } = filled()
    expect(importInto(history, text, ids())).toEqual({ ok: true, caseId: CASE, result: 'already-here' })
    const other = open(freshFile()).history
    importInto(other, text, ids())
    const again = importInto(other, text, ids())
    expect(again).toEqual({ ok: true, caseId: CASE, result: 'already-here' })
    const back = exportFrom(other, CASE, null) ?? ''
    expect(importInto(history, back, ids())).toMatchObject({ result: 'already-here' })
    expect(history.list(everything).total).toBe(1)
    expect(history.caseWithEverything(CASE).events).toHaveLength(4)
  })

  it('that went on elsewhere is kept beside the one that is here, once, under new ids everywhere', () => {
    const { history, text } = filled()
    const other = open(freshFile()).history
    importInto(other, text, ids())
    const { value } = contentOf(other, CASE)
    if (!value) throw new Error('the case is there')
    other.perform(save({ ...value, outcome: 'fixed' }))
    const changed = exportFrom(other, CASE, null) ?? ''
    const result = importInto(history, changed, ids())
    expect(result).toMatchObject({ ok: true, result: 'conflict-kept' })
    expect(importInto(history, changed, ids())).toEqual({ ...result, result: 'already-here' })
    const rows = history.list(everything).rows
    expect(new Set(rows.map((row) => row.outcome))).toEqual(new Set(['fixed', 'given-up']))
    expect(rows.map((row) => row.attempts)).toEqual([2, 2])
    const caseId = result?.ok ? result.caseId : ''
    const kept = JSON.stringify(contentOf(history, caseId))
    for (const id of [CASE, ATTEMPT, RESTORE]) expect(kept).not.toContain(id)
    const { value: keptCase, attempts, events } = contentOf(history, caseId)
    expect(keptCase?.attempts.map((one) => one.attemptId)).toEqual(attempts.map((one) => one.attemptId))
    expect(events[0]?.event).toMatchObject({ attemptId: attempts[0]?.attemptId })
  })

  it('keeps its unreadable lines as they are', () => {
    const file = freshFile()
    const first = open(file, { bootId: 'boot-1' }).history
    importInto(first, filled().text, ids())
    first.close()
    const db = new Database(file)
    db.exec(`UPDATE journal SET body = '{"half' WHERE seq = 2`)
    db.close()
    const text = exportFrom(open(file).history, CASE, null) ?? ''
    const other = open(freshFile()).history
    expect(importInto(other, text, ids())).toMatchObject({ result: 'added' })
    expect(other.caseWithEverything(CASE)).toMatchObject({ unreadable: 1 })
  })

  it('that is redacted names no phone, and tells the same story', () => {
    const { history } = filled()
    const text = exportFrom(history, CASE, []) ?? ''
    expect(text).not.toMatch(/1A2B3C4D5E6F70/i)
    const other = open(freshFile()).history
    expect(importInto(other, text, ids())).toMatchObject({ result: 'added' })
    const before = contentOf(history, CASE)
    const after = contentOf(other, CASE)
    expect(after.attempts).toEqual(before.attempts)
    expect(after.events).toEqual(before.events)
  })
})

describe('what is no sound export', () => {
  const text = () => filled().text
  it.each([
    ['another JSON file', 'foreign', () => '{"recipes":[]}'],
    ['no JSON', 'foreign', () => 'PK\u0003\u0004 a zip'],
    ['an empty file', 'foreign', () => ''],
    ['a number', 'foreign', () => '42'],
    ['half of one', 'damaged', () => text().slice(0, -200)],
    ['one with a changed verdict', 'damaged', () => text().replace('"entered"', '"never-left"')],
    ['one of a later version', 'newer', () => text().replace('"version":1', '"version":2')],
  ])('(%s) is refused as %s and nothing changes', (_, reason, file) => {
    const { history } = open(freshFile())
    expect(importInto(history, file(), ids())).toMatchObject({ ok: false, reason })
    expect(history.list(everything).total).toBe(0)
  })
})

it('a case that is not there exports as nothing', () => {
  expect(exportFrom(open(freshFile()).history, 'nobody', null)).toBeNull()
})
