import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { MIGRATIONS, migrate } from '../../electron/history/migrations.ts'
import { performJob } from '../../electron/history/upkeep.ts'
import { createWorkerClient, type WorkerClient } from '../../electron/history/worker-client.ts'
import { MOST_CASES } from '../../electron/history/exchange.ts'
import { caseTable } from '../../electron/history/report-table.ts'
import { type CaseRow, PART_CHARACTERS } from '../../shared/contract/history.ts'
import { loadTranslator } from '../../shared/texts/load.ts'
import { translator } from '../../shared/texts/translate.ts'
import { createLoop } from '../../shared/engine/loop.ts'
import { addCase, type Archived, archived, caseId, secretOf } from './archived.ts'
import { everything, freshFile } from './sample.ts'
import { NOON, sampleCase, sampleLog, save } from './values.ts'

// threads and files take their time on a busy machine
vi.setConfig({ testTimeout: 60_000 })

const english = translator('en')
const ENGLISH = { language: 'en', locale: 'en-GB' }

const ROW: CaseRow = {
  ...{
    id: 'x',
    practice: false,
    openedWallMs: NOON,
    closedWallMs: null,
    phoneName: null,
    productType: null,
    ecid: null,
  },
  ...{
    phoneKey: null,
    complaint: '4013',
    outcome: null,
    fixedBy: null,
    attempts: 0,
    lastVerdict: null,
    operator: null,
  },
  ...{ ticket: null, cableLabel: null, usbPort: null, hubs: null },
}

const listed = { name: 'list', input: everything } as const

/** The whole text of a document, fetched in parts as a screen does. */
async function fetched({ archive }: Archived, request: Parameters<Archived['archive']['document']>[0]) {
  const made = await archive.document(request)
  if (!made.ok) throw new Error(made.problem.code)
  const { id, characters, ...rest } = made.value
  let text = ''
  while (text.length < characters) {
    const part = archive.documentPart(id, text.length)
    if (part === '') throw new Error('a part is missing')
    text += part
  }
  return { ...rest, text, parts: Math.ceil(characters / PART_CHARACTERS) }
}

async function taken({ archive }: Archived, text: string) {
  for (let from = 0; from + PART_CHARACTERS < text.length; from += PART_CHARACTERS)
    await archive.importPart({ id: 'x', text: text.slice(from, from + PART_CHARACTERS), last: false })
  const rest = text.slice(Math.max(0, text.length - (text.length % PART_CHARACTERS || PART_CHARACTERS)))
  return archive.importPart({ id: 'x', text: rest, last: true })
}

describe('a question', () => {
  it('is answered by another thread like by the history itself, with what was written a moment before', async () => {
    const here = archived(freshFile())
    addCase(here, 1)
    here.history.perform(save(sampleCase('just-now', { openedWallMs: NOON + 1 })))
    const answer = await here.archive.ask(listed)
    expect(answer).toEqual(here.history.list(everything))
    expect(answer?.rows[0]?.id).toBe('just-now')
    expect(await here.archive.ask({ name: 'case', input: { caseId: caseId(1) } })).toEqual(
      here.history.caseWithEverything(caseId(1)),
    )
    expect(here.log).toEqual([])
  })

  it('however long it takes, stops no event: cues are given while the thread is still at work', async () => {
    // a thread that answers only after this one has given the sign
    const gate = new Int32Array(new SharedArrayBuffer(4))
    const slow = `const { parentPort, workerData } = require('node:worker_threads')
      parentPort.on('message', ({ id }) => {
        Atomics.wait(workerData, 0, 0)
        parentPort.postMessage({ id, value: { rows: [], total: 7 } })
      })`
    const file = freshFile()
    const client = (writes: boolean): WorkerClient =>
      createWorkerClient(
        { file, writes },
        () => {},
        () => new Worker(slow, { eval: true, workerData: gate }),
      )
    const here = archived(file, { client })
    let atMs = 0
    let published = 0
    const loop = createLoop(
      {
        clock: { nowMs: () => atMs, wallMs: () => NOON + atMs, setAlarm: () => {} },
        journal: here.history.journalFor('real'),
        publish: () => void (published += 1),
        perform: (effect) => here.history.perform(effect),
      },
      { practice: false, system: 'linux' },
    )
    let answered = false
    const asked = here.archive.ask(listed).then((answer) => {
      answered = true
      return answer
    })
    loop.state({
      ...{ kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: null, product: 'iPhone12,1' },
    })
    loop.state({ kind: 'guide.start', attemptId: 'attempt', handsFree: false })
    for (atMs = 100; atMs <= 20_000; atMs += 100) {
      loop.state({ kind: 'clock.woke' })
      await new Promise((turn) => setImmediate(turn))
    }
    expect(loop.current().cuesGiven).toBeGreaterThan(2)
    expect(published).toBeGreaterThan(200)
    expect(answered).toBe(false)
    Atomics.store(gate, 0, 1)
    Atomics.notify(gate, 0)
    expect((await asked)?.total).toBe(7)
  })

  it('is answered here when no thread can be had or when it dies', async () => {
    const dead = (writes: boolean): WorkerClient =>
      createWorkerClient(
        { file: 'x', writes },
        () => {},
        () => {
          throw new Error('no threads')
        },
      )
    const none = archived(freshFile(), { client: dead })
    addCase(none, 1)
    expect((await none.archive.ask(listed))?.total).toBe(1)
    const ends = (writes: boolean): WorkerClient =>
      createWorkerClient(
        { file: 'x', writes },
        () => {},
        () => new Worker('process.exit(3)', { eval: true }),
      )
    const dying = archived(freshFile(), { client: ends })
    addCase(dying, 1)
    expect((await dying.archive.ask(listed))?.total).toBe(1)
    expect(await dying.archive.erase([caseId(1)])).toEqual({ ok: true, value: 1 })
    expect(dying.history.list(everything).total).toBe(0)
  })

  it('of what is in a file from elsewhere is given up when the thread dies of it', async () => {
    const ends = (writes: boolean): WorkerClient =>
      createWorkerClient(
        { file: 'x', writes },
        () => {},
        () => new Worker('process.exit(3)', { eval: true }),
      )
    const here = archived(freshFile(), { client: ends })
    const taking = here.archive.importPart({ id: 'x', text: '{"format":"handhold-case"}', last: true })
    expect(await taking).toEqual({ ok: false, problem: { code: 'database-unavailable' } })
    addCase(here, 1)
    expect((await here.archive.ask(listed))?.total).toBe(1)
  })

  it('in a history that is kept in memory is answered from there', async () => {
    const here = archived(':memory:')
    addCase(here, 1)
    expect((await here.archive.ask(listed))?.total).toBe(1)
    expect(await here.archive.backUp()).toMatchObject({ ok: false })
    expect(await here.archive.keeping()).toMatchObject({ where: 'memory', copies: [] })
  })
})

describe('a long job', () => {
  it('lets the run go on: what happens meanwhile waits and is all there afterwards', async () => {
    const here = archived(freshFile())
    for (let number = 1; number <= 40; number += 1) addCase(here, number)
    const erased = here.archive.erase(Array.from({ length: 30 }, (_, index) => caseId(index + 1)))
    for (let number = 100; number < 130; number += 1) {
      addCaseWaiting(here, number)
      await new Promise((turn) => setImmediate(turn))
    }
    expect(await erased).toEqual({ ok: true, value: 30 })
    await here.archive.close()
    expect(here.history.list(everything).total).toBe(40)
    expect(here.troubles).toEqual([])
  })

  it('is waited for by a question about what was done meanwhile, so that nothing seems to be missing', async () => {
    const { here, finish, working } = await atWork({ patienceMs: 600_000 })
    addCaseWaiting(here, 7)
    let answered = false
    const asked = here.archive.ask(listed).then((answer) => {
      answered = true
      return answer
    })
    for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next))
    expect(answered).toBe(false)
    finish()
    expect((await asked)?.rows.map(({ id }) => id)).toEqual([caseId(7)])
    await working
  })

  it('is not waited for where nothing was done meanwhile', async () => {
    const { here, finish, working } = await atWork({ patienceMs: 600_000 })
    expect((await here.archive.ask(listed))?.total).toBe(0)
    finish()
    await working
  })

  it('that takes long is waited for no longer, and says at its end that there is more to see', async () => {
    const { here, finish, working } = await atWork({ patienceMs: 0 })
    addCaseWaiting(here, 7)
    expect((await here.archive.ask(listed))?.total).toBe(0)
    const before = here.changes.count
    finish()
    await working
    expect(here.changes.count).toBeGreaterThan(before)
    expect((await here.archive.ask(listed))?.total).toBe(1)
  })

  it('keeps nobody from writing on a case: what is written stands there as soon as the job is done', async () => {
    const file = freshFile()
    addCase(archived(file), 1)
    const { here, finish, working } = await atWork({ patienceMs: 600_000 }, file)
    // the thread holds the file itself meanwhile, as it does while it writes it anew
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    expect(here.history.setLabels(caseId(1), { ticket: 'R-1' })).toBe(true)
    expect(here.history.setLabels(caseId(1), { note: 'left in the rain' })).toBe(true)
    expect(here.history.setCable(`${caseId(1)}/guide`, 'white')).toBe(true)
    addCaseWaiting(here, 7)
    expect(here.history.setLabels(caseId(7), { ticket: 'R-7' })).toBe(true)
    expect(here.history.setLabels('nobody', { ticket: 'R-7' })).toBe(false)
    other.exec('ROLLBACK')
    other.close()
    finish()
    await working
    const { labels, attempts } = here.history.caseWithEverything(caseId(1))
    expect(labels).toMatchObject({ ticket: 'R-1', note: 'left in the rain', operator: `op ${secretOf(1)}` })
    expect(attempts[0]?.cableLabel).toBe('white')
    expect(here.history.caseWithEverything(caseId(7)).labels.ticket).toBe('R-7')
    expect(here.troubles).toEqual([])
  })
})

/** A history with a job at work that ends when it is told to; questions are answered here. */
async function atWork(options: { patienceMs: number }, file = freshFile()) {
  const gate = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const client = (): WorkerClient => ({
    ask: () => Promise.resolve({ ok: false, why: 'no-worker' }),
    async perform() {
      begun.resolve()
      await gate.promise
      return { ok: true, value: { cases: 0 } }
    },
    close: () => Promise.resolve(),
  })
  const here = archived(file, { client, ...options })
  const working = here.archive.erase(['nobody'])
  await begun.promise
  return { here, finish: gate.resolve, working }
}

const addCaseWaiting = ({ history }: Archived, number: number) => history.perform(save(sampleCase(caseId(number))))

describe('files', () => {
  it('of one case, of all cases, and of many parts are taken in elsewhere once', async () => {
    const here = archived(freshFile())
    for (let number = 1; number <= 200; number += 1) addCase(here, number)
    const { text, parts, fileName } = await fetched(here, { kind: 'cases', filter: { practice: false, search: '' } })
    expect(parts).toBeGreaterThan(1)
    expect(fileName).toBe('handhold-cases-2026-11-21.handhold')
    const other = archived(freshFile())
    const first = await taken(other, text)
    expect(first.ok && first.value.filter((one) => one.ok && one.result === 'added')).toHaveLength(200)
    const again = await taken(other, text)
    expect(again.ok && again.value.filter((one) => one.ok && one.result === 'already-here')).toHaveLength(200)
    expect(other.history.list(everything).total).toBe(200)
    expect(other.history.caseWithEverything(caseId(7)).labels).toMatchObject({ ticket: secretOf(7) })
    const one = await fetched(here, { kind: 'case', caseIds: [caseId(7)] })
    expect(await taken(other, one.text)).toMatchObject({ ok: true, value: [{ ok: true, result: 'already-here' }] })
  })

  it('cut on the way or from elsewhere are refused with the reason and change nothing', async () => {
    const here = archived(freshFile())
    addCase(here, 1)
    addCase(here, 2)
    const { text } = await fetched(here, { kind: 'cases', filter: { practice: false, search: '' } })
    const other = archived(freshFile())
    const refused = async (file: string) => {
      const done = await taken(other, file)
      return done.ok ? done.value.map((result) => (result.ok ? result.result : result.reason)) : done.problem.code
    }
    expect(await refused(text.slice(0, -50))).toEqual(['damaged'])
    expect(await refused('id,name\n1,x')).toEqual(['foreign'])
    expect(other.history.list(everything).total).toBe(0)
    // of several, the sound one is taken and the changed one is not
    expect(await refused(text.replace(`${secretOf(1)} said`, 'somebody said'))).toEqual(
      expect.arrayContaining(['added', 'damaged']),
    )
    expect(other.history.list(everything).total).toBe(1)
  })

  it('as a table hold one line for each case, and no cell that a program would run', async () => {
    const here = archived(freshFile())
    addCase(here, 1)
    here.history.setLabels(caseId(1), { ticket: '=HYPERLINK("http://x")', operator: 'a "b", c' })
    const { text, mediaType } = await fetched(here, {
      ...{ kind: 'table', filter: { practice: false, search: '' }, ...ENGLISH },
    })
    expect(mediaType).toBe('text/csv')
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(lines[1]).toContain('"a ""b"", c"')
    expect(lines[1]).toContain('2026-11-21T12:00:00.000Z')
  })

  it.each(['=1+1', '+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1', '＋1', '－1', '＠x'])(
    'as a table hold no cell that begins like a formula: %j',
    (value) => {
      const [, line = ''] = caseTable([{ ...ROW, operator: value, ticket: 'plain' }], english).split('\r\n')
      const cell = line.slice(line.indexOf("'"), line.indexOf(',plain')).replaceAll('"', '')
      expect(cell).toBe(`'${value}`)
    },
  )

  it('as a table hold each text in one cell, whatever parts cells where it is opened', () => {
    const text = caseTable([{ ...ROW, operator: 'a;=1+1', ticket: 'b\t=1' }], english)
    expect(text).toContain('"a;=1+1","b\t=1"')
    expect(caseTable([{ ...ROW, complaint: '-1' }], english)).toContain(',-1,')
  })

  it('as a table and as a report are written in the language that was chosen', async () => {
    const here = archived(freshFile())
    addCase(here, 1)
    for (const language of ['en', 'es', 'zh-Hans', 'ar'] as const) {
      const t = await loadTranslator(language)
      const written = { language, locale: t.language.formats }
      const table = await fetched(here, { kind: 'table', filter: { practice: false, search: '' }, ...written })
      expect(table.text).toContain(t('table.fixed-by'))
      expect(table.text).toContain(t('step.A2.title'))
      const ask = { kind: 'report', caseId: caseId(1), utcOffsetMs: 0, identity: true, ...written } as const
      const { text } = await fetched(here, ask)
      expect(text).toContain(`<html lang="${language}" dir="${t.language.direction}">`)
      for (const key of [
        'report.outcome',
        'outcome.fixed',
        'report.column.verdict',
        'verdict.name.entered',
        'step.A2.title',
      ])
        expect(text).toContain(t(key))
      expect(text).toContain(
        new Intl.DateTimeFormat(t.language.formats, { dateStyle: 'medium', timeZone: 'UTC' }).format(NOON),
      )
    }
    const unknown = {
      kind: 'report',
      caseId: caseId(1),
      utcOffsetMs: 0,
      identity: true,
      language: 'tlh',
      locale: 'no such',
    } as const
    expect((await fetched(here, unknown)).text).toContain('<html lang="en" dir="ltr">')
  })

  it('as a report say what the log of the restore told, and without numbers not whose phone it was', async () => {
    const here = archived(freshFile())
    addCase(here, 1, { logs: [sampleLog()] })
    const ask = { kind: 'report', caseId: caseId(1), utcOffsetMs: 0, ...ENGLISH } as const
    const { text } = await fetched(here, { ...ask, identity: true })
    expect(text).toContain('restore_001A2B3C4D5E6F70_1.log')
    expect(text).toContain(english('log.phase.send-image'))
    expect(text).toContain(english('attempt.code', { code: '4013' }))
    expect((await fetched(here, { ...ask, identity: false })).text).not.toContain('1A2B3C4D5E6F70')
  })

  it('that hold more than one file can are refused with what to do instead', async () => {
    const here = archived(freshFile())
    for (let number = 0; number <= MOST_CASES; number += 1) here.history.perform(save(sampleCase(caseId(number))))
    const asked = await here.archive.document({ kind: 'cases', filter: { practice: false, search: '' } })
    expect(asked).toEqual({ ok: false, problem: { code: 'too-much' } })
  })

  it('that stopped coming in the middle make room for the next ones', async () => {
    const here = archived(freshFile())
    addCase(here, 1)
    const { text } = await fetched(here, { kind: 'case', caseIds: [caseId(1)] })
    const begin = (id: string) => here.archive.importPart({ id, text: text.slice(0, 100), last: false })
    for (const id of ['a', 'b', 'c', 'd', 'e']) await begin(id)
    const end = (id: string) => here.archive.importPart({ id, text: text.slice(100), last: true })
    expect(await end('e')).toMatchObject({ ok: true, value: [{ ok: true }] })
    expect(await end('a')).toMatchObject({ ok: true, value: [{ ok: false, reason: 'foreign' }] })
  })

  it('made before something is erased cannot be fetched afterwards', async () => {
    const here = archived(freshFile())
    addCase(here, 1)
    const made = await here.archive.document({ kind: 'case', caseIds: [caseId(1)] })
    if (!made.ok) throw new Error(made.problem.code)
    await here.archive.erase([caseId(1)])
    expect(here.archive.documentPart(made.value.id, 0)).toBe('')
  })

  it('as a report tell the case on a page that loads and runs nothing', async () => {
    const here = archived(freshFile())
    addCase(here, 1)
    here.history.setLabels(caseId(1), { note: '<script>alert(1)</script>' })
    const ask = { kind: 'report', caseId: caseId(1), utcOffsetMs: 3_600_000, ...ENGLISH } as const
    const { text } = await fetched(here, { ...ask, identity: true })
    for (const words of ['001A2B3C4D5E6F70', secretOf(1), '13:00', '&#60;script&#62;']) expect(text).toContain(words)
    expect(text).not.toMatch(/<script|src=|href=|\{\w+\}/)
    const anonymous = await fetched(here, { ...ask, identity: false })
    expect(anonymous.text).not.toContain('001A2B3C4D5E6F70')
    expect(anonymous.text).toContain('000EC1D')
  })

  it('of a case that is not there are refused', async () => {
    const here = archived(freshFile())
    expect(await here.archive.document({ kind: 'forum', caseId: 'nobody', names: [] })).toMatchObject({
      ok: false,
      problem: { code: 'case-unknown' },
    })
    expect(here.archive.documentPart('nothing', 0)).toBe('')
  })
})

describe('a backup', () => {
  it('brings back what was there, and what was there in between is kept as a copy', async () => {
    const file = freshFile()
    const here = archived(file)
    addCase(here, 1)
    const copy = await here.archive.backUp()
    if (!copy.ok) throw new Error(copy.problem.code)
    const fileName = copy.value.split('/').at(-1) ?? ''
    addCase(here, 2)
    expect(await here.archive.restore(fileName)).toEqual({ ok: true, value: null })
    expect(here.history.list(everything).rows.map(({ id }) => id)).toEqual([caseId(1)])
    expect((await here.archive.ask(listed))?.total).toBe(1)
    const { copies } = await here.archive.keeping()
    const between = copies.find(({ kind }) => kind === 'before-restore')
    expect(await here.archive.restore(between?.fileName ?? '')).toEqual({ ok: true, value: null })
    expect(here.history.list(everything).total).toBe(2)
    // the run goes on in the file that took its place
    addCase(here, 3)
    expect((await here.archive.ask(listed))?.total).toBe(3)
    expect(here.history.where()).toBe('file')
    expect(here.troubles).toEqual([])
  })

  it.each([
    ['that is not there', 'history.backup-2020-01-01T00-00-00.db', null, 'database-unavailable'],
    ['under a name that is none', '../history.db', null, 'database-unavailable'],
    ['that is no database', 'history.backup-2020-01-01T00-00-00.db', 'nonsense', 'database-damaged'],
  ])('(%s) is refused and the history stays', async (_, name, content, code) => {
    const file = freshFile()
    const here = archived(file)
    addCase(here, 1)
    if (content !== null) writeFileSync(join(dirname(file), name), content)
    expect(await here.archive.restore(name)).toMatchObject({ ok: false, problem: { code } })
    expect(here.history.list(everything).total).toBe(1)
    expect(readdirSync(dirname(file)).filter((one) => one.includes('before-restore'))).toEqual([])
  })
})

/** Erases here and now, as the thread does it. */
function erase({ history }: Archived, id: string): void {
  history.flush()
  performJob(history.desk.db(), history.desk.tables(), { kind: 'erase', caseIds: [id] })
}

describe('what is kept with the writes', () => {
  /** The same counts, made by going through everything. */
  const counted = (db: Database.Database) => ({
    attempts: db
      .prepare(
        `SELECT practice, what, usb_port AS value, sum(missed), count(*) FROM (SELECT practice, usb_port,
          CASE kind WHEN 'restore' THEN 'restore' ELSE guide END AS what,
          CASE kind WHEN 'guide' THEN verdict <> 'entered' ELSE result IS NOT 'worked' END AS missed
          FROM attempts WHERE usb_port IS NOT NULL AND (kind = 'guide'
            AND verdict NOT IN ('cancelled', 'interrupted', 'unasked') OR kind = 'restore' AND result IS NOT NULL))
        GROUP BY practice, what, usb_port ORDER BY 1, 2, 3`,
      )
      .raw()
      .all(),
    values: db
      .prepare(
        `SELECT practice, 'port', usb_port, count(*) FROM cases WHERE usb_port IS NOT NULL GROUP BY practice, usb_port
        UNION ALL SELECT practice, 'operator', operator, count(*) FROM cases WHERE operator IS NOT NULL
        GROUP BY practice, operator UNION ALL SELECT practice, 'all', '', count(*) FROM cases GROUP BY practice
        ORDER BY 1, 2, 3`,
      )
      .raw()
      .all(),
    repairs: db
      .prepare(
        `SELECT cases.practice, complaint_code, step_id, sum(fixed_by IS step_id), count(*) FROM cases JOIN case_steps
        ON case_number = number WHERE closed_wall_ms IS NOT NULL AND complaint_code IS NOT NULL
        GROUP BY cases.practice, complaint_code, step_id ORDER BY 1, 2, 3`,
      )
      .raw()
      .all(),
  })
  const kept = (db: Database.Database) => ({
    attempts: db
      .prepare(
        `SELECT practice, what, value, missed, judged FROM attempt_counts WHERE dimension = 'port' AND judged > 0
        ORDER BY practice, what, value`,
      )
      .raw()
      .all(),
    values: db
      .prepare(
        `SELECT practice, field, value, cases FROM case_values WHERE field IN ('port', 'operator', 'all')
        ORDER BY practice, field, value`,
      )
      .raw()
      .all(),
    repairs: db
      .prepare(
        `SELECT practice, code, step_id, fixed, tried FROM repair_counts WHERE tried > 0
        ORDER BY practice, code, step_id`,
      )
      .raw()
      .all(),
  })

  it('is what one counts by going through everything, whatever was saved, changed and erased in whatever order', () => {
    const file = freshFile()
    const here = archived(file)
    let seed = 11
    const dice = (sides: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % sides
    }
    for (let round = 0; round < 300; round += 1) {
      const number = 1 + dice(25)
      const id = caseId(number)
      const what = dice(6)
      const closed = dice(3) > 0
      const step = { id: dice(2) ? 'A2' : 'A3', state: dice(2) ? 'proved' : 'failed' } as const
      if (what < 3)
        here.history.perform(
          save(
            sampleCase(id, {
              practice: number % 5 === 0,
              complaint: { kind: 'code', code: dice(2) ? '9' : '4013', text: '' },
              steps: [{ ...step, reason: { key: 'x' }, erases: false, minutes: 1, note: null, atWallMs: NOON }],
              closedWallMs: closed ? NOON : null,
              outcome: closed ? 'fixed' : null,
            }),
          ),
        )
      else if (what === 3) {
        const restore = dice(3) === 0
        const attemptId = `${id}/try-${dice(4)}`
        here.history.perform({
          kind: 'attempt.open',
          caseId: id,
          practice: number % 5 === 0,
          usbPort: dice(4) ? `1-${dice(3)}` : null,
          hubs: dice(3),
          attempt: {
            attemptId,
            kind: restore ? 'restore' : 'guide',
            guide: restore ? null : dice(2) ? 'dfu' : 'recovery',
            ...{ way: null, startedWallMs: NOON, endedWallMs: null, verdict: null, code: null },
          },
        })
        const verdict = (['entered', 'never-left', 'cancelled', 'came-back-in-system'] as const)[dice(4)] ?? 'entered'
        here.history.perform({
          kind: 'attempt.close',
          attemptId,
          endedWallMs: NOON,
          facts: null,
          ...(restore ? { verdict: null, code: null, result: dice(2) ? 'worked' : 'failed' } : { verdict, code: null }),
        })
      } else if (what === 4) here.history.setLabels(id, { operator: dice(2) ? `op ${dice(3)}` : null })
      else if (dice(4) === 0) erase(here, id)
    }
    here.history.flush()
    const db = new Database(file, { readonly: true })
    const truth = counted(db)
    expect(truth.attempts.length * truth.values.length * truth.repairs.length).toBeGreaterThan(0)
    expect(kept(db)).toEqual(truth)
    expect(db.pragma('foreign_key_check')).toEqual([])
    db.close()
  })

  it('is filled by the migration as it would have been by the writes', () => {
    const file = freshFile()
    const here = archived(file)
    for (let number = 1; number <= 5; number += 1) addCase(here, number, { practice: number === 5 })
    here.history.close()
    const db = new Database(file)
    const rows = (table: string, columns: string) => db.prepare(`SELECT ${columns} FROM ${table}`).raw().all()
    const [cases, attempts, steps] = [
      rows(
        'cases',
        `id, practice, opened_wall_ms, closed_wall_ms, saved_wall_ms, complaint_kind, complaint_code,
        complaint_text, phone_name, product_type, outcome, fixed_by, schema, body`,
      ),
      rows(
        'attempts',
        'id, case_id, kind, guide, practice, boot_id, started_wall_ms, ended_wall_ms, verdict, usb_port, hubs',
      ),
      rows('case_steps', 'case_number, step_id, state'),
    ]
    const wanted = kept(db)
    db.close()
    const old = new Database(':memory:')
    migrate(old, MIGRATIONS.slice(0, 2))
    const put = (table: string, columns: string, all: unknown[]) => {
      const marks = columns.split(',').map(() => '?')
      for (const row of all) old.prepare(`INSERT INTO ${table} (${columns}) VALUES (${marks.join()})`).run(row)
    }
    put(
      'cases',
      `id, practice, opened_wall_ms, closed_wall_ms, saved_wall_ms, complaint_kind, complaint_code,
        complaint_text, phone_name, product_type, outcome, fixed_by, schema, body`,
      cases,
    )
    put(
      'attempts',
      'id, case_id, kind, guide, practice, boot_id, started_wall_ms, ended_wall_ms, verdict, usb_port, hubs',
      attempts,
    )
    put('case_steps', 'case_number, step_id, state', steps)
    migrate(old)
    expect(wanted.repairs.length * wanted.attempts.length).toBeGreaterThan(0)
    const ports = (all: unknown[][]) => all.filter(([, field]) => field === 'port')
    expect({ ...kept(old), values: [] }).toEqual({ ...wanted, values: [] })
    expect(ports(kept(old).values as unknown[][])).toEqual(ports(wanted.values as unknown[][]))
    old.close()
  })
})

describe('what is written on a case', () => {
  it('begins with what the settings name, and later saves leave it alone', () => {
    const here = archived(freshFile())
    const settings = { ...here.history.startUp().settings, operator: 'Anna', cableLabel: 'white 2 m' }
    here.history.perform({ kind: 'settings.save', settings })
    here.history.flush()
    here.history.perform(save(sampleCase('one')))
    here.history.flush()
    expect(here.history.setLabels('one', { ticket: ' T-1 ', cableLabel: '' })).toBe(true)
    here.history.perform(save(sampleCase('one', { outcome: 'fixed', closedWallMs: NOON })))
    expect(here.history.caseWithEverything('one').labels).toEqual({
      ...{ operator: 'Anna', ticket: 'T-1', cableLabel: null, note: null },
    })
    expect(here.history.list({ ...everything, search: 't-1' }).total).toBe(1)
    expect(here.history.list({ ...everything, operator: 'Anna' }).total).toBe(1)
    expect(here.history.setLabels('nobody', { ticket: 'x' })).toBe(false)
  })

  it('of the cable goes to attempts that have none, and a new cable only to the ones after it', () => {
    const here = archived(freshFile())
    addCase(here, 1, { closedWallMs: null, outcome: null })
    here.history.setLabels(caseId(1), { cableLabel: 'old' })
    here.history.setLabels(caseId(1), { cableLabel: 'new' })
    here.history.perform({
      ...{ kind: 'attempt.open', caseId: caseId(1), practice: false },
      attempt: {
        ...{ attemptId: 'second', kind: 'guide', guide: 'dfu', way: null },
        ...{ startedWallMs: NOON + 1, endedWallMs: null, verdict: null, code: null },
      },
    })
    const cables = () => here.history.caseWithEverything(caseId(1)).attempts.map(({ cableLabel }) => cableLabel)
    expect(cables()).toEqual(['old', 'new'])
    expect(here.history.setCable('second', 'third')).toBe(true)
    expect(cables()).toEqual(['old', 'third'])
  })
})
