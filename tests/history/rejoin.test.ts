import { describe, expect, it } from 'vitest'
import type { History } from '../../electron/history/open.ts'
import type { Event, EventBody } from '../../shared/engine/events.ts'
import { everything, exportFrom, freshFile, importInto, open } from './sample.ts'
import { NOON, opening, sampleAttempt, sampleCase, save } from './values.ts'

const CASE = '11111111-aaaa-4aaa-8aaa-000000000001'
const HERE = '22222222-bbbb-4bbb-8bbb-000000000001'
const THERE = '22222222-bbbb-4bbb-8bbb-000000000002'
const newId = () => '99999999-cccc-4ccc-8ccc-000000000001'

function says(history: History, atMs: number, body: EventBody, attemptId: string | null = null): void {
  const event: Event = { ...body, atMs, wallMs: NOON + atMs }
  history.journalFor('real').append(event, { caseId: CASE, attemptId })
}
const tried = (history: History, atMs: number, stepId: 'A2' | 'A3') =>
  says(history, atMs, { kind: 'step.answer', stepId, answer: 'done', note: null })

/** A case that is open on this computer, with one try, and as it went on at another one until it was fixed there. */
function taken() {
  const here = open(freshFile()).history
  here.perform(save(sampleCase(CASE)))
  here.perform(opening(sampleAttempt(HERE), CASE))
  tried(here, 1000, 'A2')
  const away = open(freshFile(), { bootId: 'boot-9' }).history
  importInto(away, exportFrom(here, CASE, null) ?? '', newId)
  tried(away, 60_000, 'A3')
  away.perform(opening(sampleAttempt(THERE), CASE))
  away.perform(save(sampleCase(CASE, { outcome: 'fixed', closedWallMs: NOON + 90_000 })))
  return { here, away, back: () => exportFrom(away, CASE, null) ?? '' }
}
const storyOf = (history: History) =>
  history.caseWithEverything(CASE).events.map(({ event, wallMs }) => [event?.kind, wallMs - NOON])

describe('a case that went on at another computer', () => {
  it('is one history again when it comes back, with its tries from both', () => {
    const { here, back } = taken()
    expect(importInto(here, back(), newId)).toEqual({ ok: true, caseId: CASE, result: 'continued' })
    const { case: value, attempts } = here.caseWithEverything(CASE)
    expect(value?.outcome).toBe('fixed')
    expect(attempts.map(({ attemptId }) => attemptId).toSorted()).toEqual([HERE, THERE])
    expect(here.list(everything).total).toBe(1)
    expect(storyOf(here)).toEqual([
      ['step.answer', 1000],
      ['step.answer', 60_000],
    ])
    expect(importInto(here, back(), newId)).toMatchObject({ result: 'already-here' })
  })

  it('keeps what merely happened here meanwhile, in its place', () => {
    const { here, back } = taken()
    says(here, 30_000, { kind: 'clock.woke' })
    says(here, 70_000, { kind: 'usb.detached', deviceId: '1-1' })
    expect(importInto(here, back(), newId)).toMatchObject({ result: 'continued' })
    expect(storyOf(here).map(([, atMs]) => atMs)).toEqual([1000, 30_000, 60_000, 70_000])
  })

  it('keeps what was written on it here, as long as nothing else was written there', () => {
    const { here, away, back } = taken()
    here.setLabels(CASE, { ticket: 'T-1' })
    away.setLabels(CASE, { operator: 'Ada' })
    expect(importInto(here, back(), newId)).toMatchObject({ result: 'continued' })
    expect(here.caseWithEverything(CASE).labels).toMatchObject({ ticket: 'T-1', operator: 'Ada' })
  })

  it.each<[string, (here: History, away: History) => void]>([
    ['went on here too', (here) => tried(here, 30_000, 'A3')],
    ['was ended here', (here) => here.perform(save(sampleCase(CASE, { outcome: 'given-up', closedWallMs: NOON + 5 })))],
    ['has a try here that is not there', (here) => here.perform(opening(sampleAttempt(newId()), CASE))],
    [
      'was written on differently on both',
      (here, away) => {
        here.setLabels(CASE, { note: 'dropped' })
        away.setLabels(CASE, { note: 'wet' })
      },
    ],
  ])('is kept beside the one here where that one %s', (_, change) => {
    const { here, away, back } = taken()
    change(here, away)
    const before = here.caseWithEverything(CASE)
    const kept = importInto(here, back(), () => '99999999-cccc-4ccc-8ccc-000000000007')
    expect(kept).toMatchObject({ ok: true, result: 'conflict-kept' })
    expect(here.caseWithEverything(CASE)).toEqual(before)
    expect(here.list(everything).total).toBe(2)
  })

  it('never takes the place of anything when its names were taken out', () => {
    const { here, away } = taken()
    const redacted = exportFrom(away, CASE, []) ?? ''
    importInto(here, redacted, newId)
    expect(here.caseWithEverything(CASE).case?.outcome).toBeNull()
  })
})
