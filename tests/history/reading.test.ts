import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import type { CaseQuery } from '../../shared/contract/history.ts'
import { calls } from '../../shared/contract/contract.ts'
import { DEFAULT_SETTINGS } from '../../shared/engine/state.ts'
import { append, codes, everything, freshFile, open } from './sample.ts'
import { NOON, opening, sampleAttempt, sampleCase, save, woke } from './values.ts'

/** Changes the closed file behind the history's back. */
function tamper(file: string, sql: string): void {
  const db = new Database(file).unsafeMode(true)
  db.exec(sql)
  db.close()
}

describe('the list of cases', () => {
  const filled = () => {
    const { history } = open(freshFile())
    for (let index = 0; index < 25; index += 1)
      history.perform(save(sampleCase(`case-${index}`, { openedWallMs: NOON + index })))
    history.perform(
      save(
        sampleCase('other', { openedWallMs: NOON - 1, complaint: { kind: 'code', code: null, text: '100%_done!' } }),
      ),
    )
    history.perform(save(sampleCase('practice', { practice: true })))
    return history
  }

  it('is newest first, in pages, with the number of all', () => {
    const history = filled()
    const page = history.list({ ...everything, limit: 10, offset: 20 })
    expect(page.total).toBe(26)
    expect(page.rows.map((row) => row.id)).toEqual(['case-4', 'case-3', 'case-2', 'case-1', 'case-0', 'other'])
    expect(history.list({ ...everything, limit: 3 }).rows.map((row) => row.id)).toEqual([
      'case-24',
      'case-23',
      'case-22',
    ])
  })

  it('offers to filter by the most frequent of each kind, however many there are of another', () => {
    const { history } = open(freshFile())
    for (let number = 0; number < 400; number += 1) {
      const name = `iPhone ${number}`
      const phone = { name, productType: null, ecid: null, udid: null, serialNumber: null, buttonFamily: null }
      history.perform(save(sampleCase(`case-${number}`, { phone })))
    }
    history.perform(save(sampleCase('case-0', { phone: null })))
    const choices = history.desk.reading((_, tables) => tables.cases.choices(false), null)
    expect(choices?.phone).toHaveLength(300)
    expect(choices?.code).toEqual([{ value: '4013', cases: 400 }])
  })

  it('fits the contract', () => {
    const list = filled().list(everything)
    expect(calls.historyList.output.parse(list)).toEqual(list)
  })

  it('keeps practice apart', () => {
    const history = filled()
    expect(history.list({ ...everything, practice: true }).rows.map((row) => row.id)).toEqual(['practice'])
    expect(history.list(everything).rows.some((row) => row.practice)).toBe(false)
  })

  it('finds by part of the code, the phone, its numbers and the words, whatever the case of the letters', () => {
    const history = filled()
    const found = (search: string) => history.list({ ...everything, search }).total
    expect(found('401')).toBe(25)
    expect(found('IPHONE 11')).toBe(26)
    expect(found('iphone12,1')).toBe(26)
    expect(found('1a2b3c')).toBe(26)
    expect(found('could not')).toBe(25)
    expect(found('9006')).toBe(0)
    expect(found('iphone 4013 restored')).toBe(25)
    expect(found('iphone 9006')).toBe(0)
  })

  it('takes signs that mean something to SQL for what they are', () => {
    const history = filled()
    const found = (search: string) => history.list({ ...everything, search }).rows.map((row) => row.id)
    expect(found('100%_done!')).toEqual(['other'])
    for (const sign of ['%', '"', '"""', 'a"b"c AND (', '*', 'abc\0def', 'NEAR(x y)', '-'])
      expect(found(sign)).toEqual([])
    expect(found("'; DROP TABLE cases; --")).toEqual([])
    expect(history.list(everything).total).toBe(26)
  })

  it('takes one or two letters for the beginning of the code or a part of the name, as they are typed', () => {
    const history = filled()
    const found = (search: string) => history.list({ ...everything, search }).total
    expect(found('4')).toBe(25)
    expect(found('11')).toBe(26)
    expect(found('13')).toBe(0)
  })

  it('finds a case by what it says now, not by what it said before', () => {
    const { history } = open(freshFile())
    history.perform(save(sampleCase('case-1')))
    history.flush()
    history.perform(save(sampleCase('case-1', { complaint: { kind: 'code', code: '9', text: 'nine' } })))
    expect(history.list({ ...everything, search: '4013' }).total).toBe(0)
    expect(history.list({ ...everything, search: 'nine' }).total).toBe(1)
  })

  it('filters by code, model, outcome and time, and sorts both ways', () => {
    const history = filled()
    history.perform(save(sampleCase('done', { openedWallMs: NOON + 99, closedWallMs: NOON + 100, outcome: 'fixed' })))
    const ids = (more: Partial<CaseQuery>) => history.list({ ...everything, ...more }).rows.map((row) => row.id)
    expect(ids({ outcome: 'fixed' })).toEqual(['done'])
    expect(ids({ outcome: 'open' })).toHaveLength(26)
    expect(ids({ code: '4013' })).toHaveLength(26)
    expect(ids({ code: '401' })).toEqual([])
    expect(ids({ productType: 'iPhone12,1', search: 'done' })).toEqual(['other'])
    expect(ids({ fromWallMs: NOON + 3, untilWallMs: NOON + 5 })).toEqual(['case-4', 'case-3'])
    expect(ids({ sort: 'oldest', limit: 2 })).toEqual(['other', 'case-0'])
    expect(ids({ sort: 'code', limit: 1 })).toEqual(['done'])
  })

  it.each([
    ['wrong', `UPDATE case_search_data SET block = x'00ff00ff' WHERE id > 10`],
    ['incomplete', 'DELETE FROM case_search_data WHERE id > 10'],
  ])('is searched as before when its search index was %s at the start; the history is not given up', (_, sql) => {
    const file = freshFile()
    const first = open(file, { bootId: 'boot-1' }).history
    first.perform(save(sampleCase('case-1')))
    first.close()
    tamper(file, sql)
    const { history, troubles } = open(file)
    expect(history.list({ ...everything, search: '4013' }).total).toBe(1)
    history.perform(save(sampleCase('case-2')))
    expect(history.list({ ...everything, search: '4013' }).total).toBe(2)
    expect(troubles).toEqual([])
  })

  it('is searched as before when its search index is damaged while it is in use', () => {
    const file = freshFile()
    const { history, troubles } = open(file)
    history.perform(save(sampleCase('case-1')))
    history.flush()
    tamper(file, 'DELETE FROM case_search_data WHERE id > 10')
    expect(history.list({ ...everything, search: '4013' }).total).toBe(1)
    expect(troubles).toEqual([])
  })

  it('counts the attempts of a case and names the last verdict', () => {
    const { history } = open(freshFile())
    history.perform(save(sampleCase('case-1')))
    history.perform(
      opening(sampleAttempt('a', { startedWallMs: NOON, endedWallMs: NOON, verdict: 'cancelled' }), 'case-1'),
    )
    history.perform(
      opening(sampleAttempt('b', { startedWallMs: NOON + 5, endedWallMs: NOON + 9, verdict: 'entered' }), 'case-1'),
    )
    expect(history.list(everything).rows[0]).toMatchObject({ attempts: 2, lastVerdict: 'entered', complaint: '4013' })
  })
})

describe('one unreadable row', () => {
  it('of the journal hides no other: it is counted and stays as it is', () => {
    const file = freshFile()
    const first = open(file, { bootId: 'boot-1' }).history
    first.perform(save(sampleCase('case-1')))
    append(first, 6)
    first.close()
    tamper(
      file,
      `UPDATE journal SET body = '{"kind":"clock.wo' WHERE seq = 2;
       UPDATE journal SET body = '{"kind":"from.tomorrow"}' WHERE seq = 3;
       UPDATE journal SET schema = 99 WHERE seq = 4`,
    )
    const { history } = open(file)
    const { events, unreadable } = history.caseWithEverything('case-1')
    expect(events.map((entry) => entry.seq)).toEqual([1, 5, 6])
    expect(unreadable).toBe(3)
    expect(history.readJournal({ attemptId: 'attempt-1' })).toEqual({ entries: events, unreadable: 3 })
  })

  it('of the attempts hides no other', () => {
    const file = freshFile()
    const first = open(file, { bootId: 'boot-1' }).history
    first.perform(save(sampleCase('case-1')))
    for (const id of ['a', 'b']) first.perform(opening(sampleAttempt(id, { endedWallMs: NOON }), 'case-1'))
    first.close()
    tamper(file, `UPDATE attempts SET verdict = 'from tomorrow' WHERE id = 'a'`)
    const { attempts, unreadable } = open(file).history.caseWithEverything('case-1')
    expect(attempts.map((one) => one.attemptId)).toEqual(['b'])
    expect(unreadable).toBe(1)
  })

  it('of the cases still stands in the list, and the other open cases come back', () => {
    const file = freshFile()
    const first = open(file, { bootId: 'boot-1' }).history
    for (const id of ['case-1', 'case-2']) first.perform(save(sampleCase(id)))
    first.close()
    tamper(file, `UPDATE cases SET body = '{' WHERE id = 'case-2'`)
    const { history } = open(file)
    expect(history.list(everything).total).toBe(2)
    expect(history.openCases().map((one) => one.id)).toEqual(['case-1'])
    expect(history.caseById('case-2')).toBeNull()
  })
})

describe('the journal', () => {
  it('gives back each event as it was stated, with its times, boot and version', () => {
    const { history } = open(freshFile())
    const event = { ...woke(12.25), kind: 'guide.confirm' as const, phaseId: 'hold-both' }
    history.journalFor('practice').append(event, { caseId: 'case-1', attemptId: 'attempt-1' })
    expect(history.readJournal({ attemptId: 'attempt-1' }).entries).toEqual([
      {
        seq: 1,
        attemptId: 'attempt-1',
        bootId: 'boot-2',
        appVersion: '0.1.0',
        schema: 1,
        atMs: 12.25,
        wallMs: Math.round(event.wallMs),
        event: { kind: 'guide.confirm', phaseId: 'hold-both' },
      },
    ])
  })

  it('is written within a quarter of a second without being asked, and cases at once', () => {
    vi.useFakeTimers()
    try {
      const file = freshFile()
      const { history } = open(file)
      const other = new Database(file)
      const count = (table: string) => other.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
      append(history, 3)
      expect(count('journal')).toBe(0)
      vi.advanceTimersByTime(250)
      expect(count('journal')).toBe(3)
      history.perform(save(sampleCase('case-1')))
      vi.advanceTimersByTime(0)
      expect(count('cases')).toBe(1)
      other.close()
    } finally {
      vi.useRealTimers()
    }
  })

  it('of a very long case fits into one frame of the contract, with the newest events in it', () => {
    const { history } = open(freshFile())
    history.perform(save(sampleCase('case-1')))
    const serial = 'x'.repeat(10_000)
    const device = {
      deviceId: 'd',
      vendorId: 1,
      productId: 2,
      serial,
      product: null,
      usbPort: '1-1',
      hubs: 0,
      speedMbps: 480,
    }
    for (let index = 0; index < 200; index += 1)
      history
        .journalFor('real')
        .append({ ...woke(index), kind: 'usb.attached', device }, { caseId: 'case-1', attemptId: null })
    const read = history.caseWithEverything('case-1')
    expect(JSON.stringify(read).length).toBeLessThan(1_000_000)
    expect(read.events.at(-1)?.atMs).toBe(199)
  })

  it('tells when cases have changed, and not for events alone', () => {
    const { history, changes } = open(freshFile())
    append(history, 3)
    history.flush()
    expect(changes.count).toBe(0)
    history.perform(save(sampleCase('case-1')))
    history.flush()
    expect(changes.count).toBe(1)
  })
})

describe('settings', () => {
  const changed = { ...DEFAULT_SETTINGS, speech: false, leadInMs: 9000 }

  it('come back as they were saved', () => {
    const file = freshFile()
    const first = open(file).history
    first.perform({ kind: 'settings.save', settings: changed })
    first.close()
    expect(open(file).history.startUp().settings).toEqual(changed)
  })

  it('that are damaged are kept aside and reported once, and the defaults hold', () => {
    const file = freshFile()
    const first = open(file).history
    first.perform({ kind: 'settings.save', settings: changed })
    first.close()
    tamper(file, `UPDATE settings SET value = '{"sound":"loud"}' WHERE key = 'settings'`)
    const second = open(file)
    expect(second.history.startUp().settings).toEqual(DEFAULT_SETTINGS)
    expect(codes(second.troubles)).toEqual(['settings-damaged'])
    second.history.close()
    const third = open(file)
    third.history.startUp()
    expect(third.troubles).toEqual([])
    third.history.close()
    const db = new Database(file)
    expect(db.prepare(`SELECT value FROM settings WHERE key LIKE 'settings.damaged-%'`).pluck().all()).toEqual([
      '{"sound":"loud"}',
    ])
    db.close()
  })
})
