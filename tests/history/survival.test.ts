import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../shared/engine/guide-run.ts'
import { append, freshFile, open } from './sample.ts'
import { NOON, opening, sampleAttempt, sampleCase, save, woke } from './values.ts'

/** Starts a real program that writes without end, and kills it without warning after it flushed `enough` events. Gives the last number it printed. */
async function killWhileWriting(file: string, enough: number): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer-child.ts'), file])
  let flushed = 0
  for await (const line of createInterface({ input: child.stdout })) {
    flushed = Math.max(flushed, Number(line))
    if (flushed >= enough) child.kill('SIGKILL')
  }
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  return flushed
}

describe('a program killed in the middle of writing', () => {
  it('loses nothing that was flushed, doubles nothing, and leaves a sound file', async () => {
    const file = freshFile()
    const flushed = await killWhileWriting(file, 5000)
    const db = new Database(file)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const times = db.prepare('SELECT at_ms FROM journal ORDER BY seq').pluck().all()
    db.close()
    expect(times.length).toBeGreaterThanOrEqual(flushed)
    expect(times).toEqual([0, ...Array.from({ length: times.length - 1 }, (_, index) => index + 2)])
  })

  it('leaves its attempt interrupted at its last event and its case to be resumed', async () => {
    const file = freshFile()
    await killWhileWriting(file, 200)
    const { history, troubles } = open(file)
    const { openCases, resumeCaseId } = history.startUp()
    const lastEventMs = history.readJournal({ attemptId: 'attempt-1' }).entries.at(-1)?.wallMs
    expect(resumeCaseId).toBe('case-1')
    expect(openCases[0]?.attempts).toEqual([
      sampleAttempt('attempt-1', { endedWallMs: lastEventMs ?? null, verdict: 'interrupted' }),
    ])
    expect(history.caseWithEverything('case-1').attempts).toEqual([
      {
        ...openCases[0]?.attempts[0],
        caseId: 'case-1',
        ...{ usbPort: null, hubs: null, cableLabel: null, result: null },
        facts: {
          id: 'interrupted',
          atMs: (lastEventMs ?? 0) - NOON,
          text: { key: 'verdict.interrupted' },
          reasons: [],
          change: null,
          shiftMs: 0,
        },
      },
    ])
    expect(troubles).toEqual([])
  })
})

describe('after a start', () => {
  it('an attempt that its case did not know yet is added to it, and tidying up twice changes nothing', () => {
    const file = freshFile()
    const before = open(file, { bootId: 'boot-1' }).history
    before.perform(save(sampleCase('case-1')))
    before.perform(opening(sampleAttempt('attempt-1'), 'case-1'))
    before.close()
    const once = open(file).history
    const first = once.caseWithEverything('case-1')
    once.close()
    const twice = open(file, { bootId: 'boot-3' }).history
    expect(first.case?.attempts.map((one) => one.verdict)).toEqual(['interrupted'])
    expect(twice.caseWithEverything('case-1')).toEqual(first)
  })

  it('an attempt that ended keeps its verdict, and a restore stays open because it runs outside this program', () => {
    const file = freshFile()
    const before = open(file, { bootId: 'boot-1' }).history
    before.perform(save(sampleCase('case-1')))
    before.perform(opening(sampleAttempt('ended'), 'case-1'))
    before.perform({
      kind: 'attempt.close',
      attemptId: 'ended',
      endedWallMs: NOON + 9000,
      verdict: 'entered',
      facts: null,
      code: null,
    })
    before.perform(opening(sampleAttempt('restore', { kind: 'restore', guide: null, way: null }), 'case-1'))
    before.close()
    const { history } = open(file)
    const verdicts = history.caseWithEverything('case-1').attempts.map((one) => [one.attemptId, one.verdict])
    expect(Object.fromEntries(verdicts)).toEqual({ ended: 'entered', restore: null })
  })

  it('what the person answered after the end is kept with the attempt, whose verdict and end stand', () => {
    const file = freshFile()
    const missed: Verdict = {
      id: 'came-back-in-system',
      atMs: 9000,
      text: { key: 'verdict.back-in-system' },
      reasons: [{ id: 'released-early', likelihood: 'likely' }],
      change: null,
      shiftMs: 0,
    }
    const facts: Verdict = { ...missed, reasons: [{ id: 'cable-cannot-signal', likelihood: 'likely' }] }
    const before = open(file, { bootId: 'boot-1' }).history
    before.perform(save(sampleCase('case-1')))
    before.perform(opening(sampleAttempt('missed'), 'case-1'))
    const closed = { endedWallMs: NOON + 9000, verdict: missed.id, facts: missed, code: null }
    before.perform({ kind: 'attempt.close', attemptId: 'missed', ...closed })
    before.perform({ kind: 'attempt.answered', attemptId: 'missed', facts })
    before.close()
    const [kept] = open(file).history.caseWithEverything('case-1').attempts
    expect(kept).toMatchObject({ verdict: missed.id, endedWallMs: NOON + 9000, facts })
  })

  it('the attempts of a program that is still running are left alone, and it keeps its case', () => {
    const file = freshFile()
    const running = open(file, { bootId: 'boot-1' }).history
    running.perform(save(sampleCase('case-1')))
    running.perform(opening(sampleAttempt('attempt-1'), 'case-1'))
    append(running, 2)
    running.flush()
    const { history } = open(file)
    expect(history.caseWithEverything('case-1').attempts[0]?.verdict).toBeNull()
    expect(history.startUp().resumeCaseId).toBeNull()
    expect(history.startUp().openCases).toHaveLength(1)
  })

  it('practice attempts are interrupted too, but a practice case is never put on the real table', () => {
    const file = freshFile()
    const before = open(file, { bootId: 'boot-1' }).history
    before.perform(save(sampleCase('practice', { practice: true })))
    before.perform(opening(sampleAttempt('attempt-1'), 'practice', true))
    before.close()
    const { history } = open(file)
    expect(history.startUp()).toMatchObject({ openCases: [], resumeCaseId: null })
    expect(history.caseWithEverything('practice').attempts[0]?.verdict).toBe('interrupted')
  })
})

describe('the case to resume', () => {
  /** Two open cases, `case-2` saved last; then the events given, each in the case that the loop would name; then a new start. */
  const resumedAfter = (events: { kind: 'clock.woke' | 'case.leave'; caseId: string }[]) => {
    const file = freshFile()
    let wall = NOON
    const before = open(file, { bootId: 'boot-1', wallMs: () => (wall += 1) }).history
    before.perform(save(sampleCase('case-1')))
    before.perform(save(sampleCase('case-2')))
    for (const { kind, caseId } of events)
      before.journalFor('real').append({ kind, atMs: 1, wallMs: NOON }, { caseId, attemptId: null })
    before.close()
    return open(file).history.startUp().resumeCaseId
  }

  it('is the one that lay on the table, not the one saved last', () => {
    expect(resumedAfter([{ kind: 'clock.woke', caseId: 'case-1' }])).toBe('case-1')
  })

  it('is none after the person put the last one back on the shelf', () => {
    expect(
      resumedAfter([
        { kind: 'clock.woke', caseId: 'case-1' },
        { kind: 'case.leave', caseId: 'case-1' },
      ]),
    ).toBeNull()
  })

  it('is still on the table when leaving it was refused because a guide ran', () => {
    expect(
      resumedAfter([
        { kind: 'case.leave', caseId: 'case-1' },
        { kind: 'clock.woke', caseId: 'case-1' },
      ]),
    ).toBe('case-1')
  })

  it('is the one saved last when nothing is known of a table', () => {
    expect(resumedAfter([])).toBe('case-2')
  })

  it('is the one whose attempt was cut off, whatever lay on the table', () => {
    const file = freshFile()
    const before = open(file, { bootId: 'boot-1' }).history
    before.perform(save(sampleCase('case-1')))
    before.perform(save(sampleCase('case-2')))
    before.perform(opening(sampleAttempt('attempt-1'), 'case-1'))
    before.journalFor('real').append(woke(1), { caseId: 'case-2', attemptId: null })
    before.close()
    expect(open(file).history.startUp().resumeCaseId).toBe('case-1')
  })
})
