import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { addCase, archived, caseId, filesHolding, secretOf, storeRule } from './archived.ts'
import { everything, exportFrom, freshFile, open } from './sample.ts'
import { NOON } from './values.ts'

// threads and files take their time on a busy machine
vi.setConfig({ testTimeout: 60_000 })

const DAY_MS = 86_400_000

/** Three letters of which the search index would keep pieces. */
const piecesIn = (file: string, piece: string) => {
  const db = new Database(file)
  db.exec(`CREATE VIRTUAL TABLE temp.pieces USING fts5vocab('main', 'case_search', 'row')`)
  const found = db.prepare('SELECT count(*) FROM temp.pieces WHERE term = ?').pluck().get(piece)
  db.close()
  return found
}

describe('one case that is erased', () => {
  it('is in no byte of any file any more, nor in the search index, and the others are whole', async () => {
    const file = freshFile()
    const here = archived(file)
    for (const number of [1, 2, 3]) addCase(here, number)
    expect(filesHolding(file, secretOf(2))).not.toEqual([])
    const before = here.history.caseWithEverything(caseId(3))
    expect(await here.archive.erase([caseId(2)])).toEqual({ ok: true, value: 1 })
    await here.archive.close()
    expect(filesHolding(file, secretOf(2))).toEqual([])
    expect(here.history.caseWithEverything(caseId(3))).toEqual(before)
    expect(here.history.list(everything).rows.map(({ id }) => id)).toEqual([caseId(3), caseId(1)])
    expect(here.history.list({ ...everything, search: secretOf(2) }).total).toBe(0)
    expect(here.history.list({ ...everything, search: secretOf(3) }).total).toBe(1)
    here.history.close()
    expect(piecesIn(file, '02w')).toBe(0)
    expect(piecesIn(file, '03w')).toBe(1)
    expect(filesHolding(file, secretOf(3))).not.toEqual([])
  })

  it('takes what was counted of it along', async () => {
    const here = archived(freshFile())
    for (const number of [1, 2]) addCase(here, number)
    await here.archive.erase([caseId(1), caseId(2)])
    expect((await here.archive.ask({ name: 'choices', input: { practice: false } }))?.code).toEqual([])
    const insights = await here.archive.ask({
      name: 'insights',
      input: { practice: false, subject: 'guides', utcOffsetMs: 0 },
    })
    expect(insights?.misses.port).toEqual([])
    expect(insights?.repairs).toEqual([])
  })

  it('that nobody has is nothing erased', async () => {
    const here = archived(freshFile())
    addCase(here, 1)
    expect(await here.archive.erase([caseId(7)])).toEqual({ ok: true, value: 0 })
    expect(here.history.list(everything).total).toBe(1)
  })

  it('stays in a copy made before, and the copy is named so that it can be removed', async () => {
    const file = freshFile()
    const here = archived(file)
    addCase(here, 1)
    const copy = await here.archive.backUp()
    if (!copy.ok) throw new Error(copy.problem.code)
    await here.archive.erase([caseId(1)])
    await here.archive.close()
    const { copies } = await archived(file).archive.keeping()
    expect(copies.map(({ kind }) => kind)).toEqual(['backup'])
    expect(filesHolding(file, secretOf(1))).toEqual(copies.map(({ fileName }) => fileName))
    expect(here.archive.removeCopy(copies[0]?.fileName ?? '')).toEqual({ ok: true, value: null })
    expect(filesHolding(file, secretOf(1))).toEqual([])
  })
})

it('a copy that a killed run left on its way is gone after the next start', async () => {
  const file = freshFile()
  const here = archived(file)
  addCase(here, 1)
  copyFileSync(file, `${file}-coming`)
  await here.archive.erase([caseId(1)])
  await here.archive.startUp()
  await here.archive.close()
  expect(filesHolding(file, secretOf(1))).toEqual([])
})

describe('everything that is erased', () => {
  it('is in no byte of any file; settings stay, and the outbox keeps bare ids', async () => {
    const file = freshFile()
    const here = archived(file)
    for (const number of [1, 2, 3]) addCase(here, number)
    addCase(here, 4, { practice: true })
    await here.archive.retain({ closedDays: 90, practiceDays: null })
    expect(await here.archive.eraseAll()).toEqual({ ok: true, value: 4 })
    await here.archive.close()
    expect(here.history.list(everything).total).toBe(0)
    for (const number of [1, 2, 3, 4]) expect(filesHolding(file, secretOf(number))).toEqual([])
    const { retention, cleaning } = await archived(file).archive.keeping()
    expect(retention).toEqual({ closedDays: 90, practiceDays: null })
    expect(cleaning).toBe(false)
    here.history.close()
    const db = new Database(file)
    expect(db.prepare(`SELECT DISTINCT change FROM outbox ORDER BY change`).pluck().all()).toEqual(['erased', 'saved'])
    expect(db.prepare(`SELECT count(*) FROM outbox WHERE entity_id = ?`).pluck().get(caseId(4))).toBe(0)
    db.close()
  })
})

describe('a rule for keeping', () => {
  it('erases closed cases that are older, at the next start too, and never an open one of a real phone', async () => {
    const file = freshFile()
    const here = archived(file)
    addCase(here, 1, { openedWallMs: NOON - 100 * DAY_MS, closedWallMs: NOON - 99 * DAY_MS })
    addCase(here, 2, { openedWallMs: NOON - 100 * DAY_MS, closedWallMs: NOON - 5 * DAY_MS })
    addCase(here, 3, { openedWallMs: NOON - 900 * DAY_MS, closedWallMs: null, outcome: null })
    addCase(here, 4, { practice: true, openedWallMs: NOON - 40 * DAY_MS, closedWallMs: null, outcome: null })
    expect(await here.archive.retain({ closedDays: 30, practiceDays: null })).toEqual({ ok: true, value: 1 })
    const left = () => here.history.list(everything).rows.map(({ id }) => id)
    expect(left()).toEqual([caseId(2), caseId(3)])
    // what falls due later goes at a start
    storeRule(here, { closedDays: 4, practiceDays: 30 })
    expect((await here.archive.keeping()).due).toBe(2)
    await here.archive.startUp()
    expect(left()).toEqual([caseId(3)])
    expect(here.history.list({ ...everything, practice: true }).total).toBe(0)
  })

  it('is none unless somebody sets one', async () => {
    const here = archived(freshFile())
    addCase(here, 1, { openedWallMs: 0, closedWallMs: 1 })
    expect(await here.archive.retain()).toEqual({ ok: true, value: 0 })
    expect(here.history.list(everything).total).toBe(1)
  })
})

describe('while another program reads the history', () => {
  it('an erased case is gone for everybody at once, and its bytes as soon as that program is done', async () => {
    const file = freshFile()
    const here = archived(file)
    addCase(here, 1)
    addCase(here, 2)
    const reader = new Database(file, { readonly: true })
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM cases').get()
    expect(await here.archive.erase([caseId(1)])).toEqual({ ok: true, value: 1 })
    await here.archive.close()
    expect(here.history.list(everything).total).toBe(1)
    expect(filesHolding(file, secretOf(1))).not.toEqual([])
    expect(here.log.join()).toContain('cleaning is owed')
    reader.close()
    const next = archived(file)
    await next.archive.startUp()
    expect(filesHolding(file, secretOf(1))).toEqual([])
  })
})

describe('a start of the program that is noted in a journal', () => {
  it('keeps of the open cases only the one it belongs to', () => {
    const file = freshFile()
    const { history } = open(file)
    addCase({ history }, 1, { closedWallMs: null, outcome: null })
    addCase({ history }, 2, { closedWallMs: null, outcome: null })
    const startUp = history.startUp()
    history
      .journalFor('real')
      .append(
        { kind: 'app.started', system: 'linux', ...startUp, atMs: 5, wallMs: NOON },
        { caseId: caseId(1), attemptId: null },
      )
    const text = exportFrom(history, caseId(1), null) ?? ''
    expect(text).toContain(secretOf(1))
    expect(text).not.toContain(secretOf(2))
    expect(text).not.toContain(caseId(2))
  })

  it('is cut down to it in histories from before', () => {
    const file = freshFile()
    copyFileSync('tests/fixtures/history/v2.db', file)
    const db = new Database(file)
    const opened = {
      kind: 'app.started',
      openCases: [
        { id: 'case-open', a: 1 },
        { id: 'case-other', a: 2 },
      ],
    }
    const insert =
      db.prepare(`INSERT INTO journal (case_id, practice, boot_id, app_version, schema, at_ms, wall_ms, body)
      VALUES ('case-open', 0, 'b', '0', 1, 0, 0, ?)`)
    insert.run(JSON.stringify(opened))
    insert.run('{"kind":"app.started", broken')
    db.close()
    open(file).history.close()
    const migrated = new Database(file)
    const bodies = migrated.prepare(`SELECT body FROM journal WHERE boot_id = 'b' ORDER BY seq`).pluck().all()
    expect(bodies.map(String)).toEqual([
      JSON.stringify({ ...opened, openCases: opened.openCases.slice(0, 1) }),
      '{"kind":"app.started", broken',
    ])
    migrated.close()
  })
})
