import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { importFile, MOST_CASES } from '../../electron/history/exchange.ts'
import { MAX_FRAME_CHARACTERS } from '../../shared/contract/channel.ts'
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

/** An export of this content as it would be signed by who made it: nobody can tell a hostile one by its digest. */
type Signed = Record<string, unknown> & { case: object }
function signed(change: (content: Signed) => unknown): string {
  const whole = JSON.parse(filled().text) as { content: Signed }
  const content = change(whole.content) ?? whole.content
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  return JSON.stringify({ ...whole, digest, content })
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('a hostile export', () => {
  it.each<[string, string, () => string]>([
    [
      'nested a million deep',
      'foreign',
      () => filled().text.replace('"journal":[', `"journal":[${nested(1_000_000)},`),
    ],
    [
      'with a list of two million numbers',
      'too-long',
      () => signed((content) => ({ ...content, attempts: Array.from({ length: 2_000_000 }, () => 0) })),
    ],
    [
      'with a million wrong lines',
      'newer',
      () => signed((content) => ({ ...content, journal: Array.from({ length: 1_000_000 }, () => 0) })),
    ],
    ['of version 0', 'foreign', () => filled().text.replace('"version":1', '"version":0')],
    ['of version -1', 'foreign', () => filled().text.replace('"version":1', '"version":-1')],
    [
      'opened at a moment that no date can name',
      'foreign',
      () => signed((content) => void Object.assign(content.case, { openedWallMs: 1e300 })),
    ],
    ['with short ids', 'newer', () => signed((content) => void Object.assign(content.case, { id: 'a' }))],
  ])('(%s) is refused as %s, and nothing changes', (_, reason, file) => {
    const { history } = open(freshFile())
    expect(importInto(history, file(), ids())).toMatchObject({ ok: false, reason })
    expect(history.list(everything).total).toBe(0)
  })

  it('with keys that mean something to JavaScript changes nothing but its own case', () => {
    const evil = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'
    const plain = JSON.parse(filled().text) as { content: object }
    const content = JSON.stringify(plain.content).replaceAll('"kind":', `${evil}"kind":`)
    const digest = createHash('sha256')
      .update(JSON.stringify(JSON.parse(content)))
      .digest('hex')
    const text = JSON.stringify({ ...plain, digest, content: 0 }).replace('"content":0', `"content":${content}`)
    const { history } = open(freshFile())
    expect(importInto(history, text, ids())).toMatchObject({ ok: true, result: 'added' })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(JSON.stringify(history.caseWithEverything(CASE))).not.toContain('polluted')
    const other = open(freshFile()).history
    expect(importInto(other, exportFrom(history, CASE, []) ?? '', ids())).toMatchObject({ ok: true })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('cannot put lines into an attempt of another case', () => {
    const { history } = filled()
    const before = history.readJournal({ attemptId: ATTEMPT })
    const stranger = '55555555-eeee-4eee-8eee-000000000001'
    const text = signed((content) => {
      Object.assign(content.case, { id: stranger, attempts: [] })
      content['attempts'] = []
    })
    expect(importInto(history, text, ids())).toMatchObject({ ok: true, result: 'added' })
    expect(history.readJournal({ attemptId: ATTEMPT })).toEqual(before)
    expect(history.caseWithEverything(stranger).events).toHaveLength(4)
  })

  it('whose ids look like numbers or like other words is kept beside with its words whole', () => {
    const number = '1795262400000123'
    const text = signed((content) => {
      Object.assign(content.case, {
        id: number,
        complaint: { kind: 'code', code: '4013', text: 'at 1795262400000' },
      })
    })
    const { history } = open(freshFile())
    expect(importInto(history, text, ids())).toMatchObject({ ok: true, result: 'added' })
    const again = signed((content) => {
      Object.assign(content.case, { id: number, outcome: 'fixed' })
    })
    const kept = importInto(history, again, ids())
    expect(kept).toMatchObject({ ok: true, result: 'conflict-kept' })
    expect(history.list(everything).total).toBe(2)
  })
})

describe('a file of several cases', () => {
  const several = (more: object) => JSON.stringify({ format: 'handhold-cases', version: 1, cases: [], ...more })
  const taken = (text: string) => {
    const { desk } = open(freshFile()).history
    return desk.reading((db, tables) => importFile(db, tables, text, { newId: ids(), wallMs: NOON }), [])
  }
  it.each([
    ['of a later version', 'newer', several({ version: 2 })],
    ['of version 0', 'foreign', several({ version: 0 })],
    ['that are none', 'foreign', several({ cases: 7 })],
    ['of far too many', 'too-long', several({ cases: Array.from({ length: 100_000 }, () => 0) })],
    ['cut in the middle', 'damaged', several({}).slice(0, -3)],
  ])('(%s) is refused as %s', (_, reason, text) => {
    expect(taken(text)).toMatchObject([{ ok: false, reason }])
  })

  it('says of each what became of it, in few enough words for one frame', () => {
    const results = taken(several({ cases: Array.from({ length: MOST_CASES }, () => ({ a: 'x'.repeat(300) })) }))
    expect(results).toHaveLength(MOST_CASES)
    expect(JSON.stringify(results).length).toBeLessThan(MAX_FRAME_CHARACTERS / 2)
  })
})

it('a case that is not there exports as nothing', () => {
  expect(exportFrom(open(freshFile()).history, 'nobody', null)).toBeNull()
})
