import { openHistory } from '../../electron/history/open.ts'
import type { CaseStep } from '../../shared/engine/case.ts'
import type { Event } from '../../shared/engine/events.ts'
import { createLoop } from '../../shared/engine/loop.ts'
import type { Outcome, StepId, VerdictId } from '../../shared/knowledge/vocabulary.ts'
import { opening, sampleAttempt, sampleCase, sampleLog, save } from '../history/values.ts'
import { runSession } from '../simulator/session.ts'

const HOUR_MS = 3_600_000
const WALL_MS = 1_790_000_000_000

const id = (number: number) => `11111111-aaaa-4aaa-8aaa-${String(number).padStart(12, '0')}`
const pick = <T>(list: readonly [T, ...T[]], number: number): T => list[number % list.length] ?? list[0]

const step = (stepId: StepId, state: CaseStep['state'], atWallMs: number): CaseStep => ({
  ...{ id: stepId, state, reason: { key: `reason.place.${stepId}` }, erases: false, minutes: 5, note: null, atWallMs },
})

type Filled = ReturnType<typeof openHistory>

/** One of a workshop's plain cases: port 1-4 and the old white cable miss more often. */
function addCase(history: Filled, number: number): void {
  const openedWallMs = WALL_MS - number * 7 * HOUR_MS
  const fixed = number % 4 !== 0
  const code = pick(['4013', '9', '4013', '1110', '4014'], number)
  const outcome: Outcome = fixed ? 'fixed' : pick(['professional', 'given-up'], number)
  const steps = [
    step('A5', 'failed', openedWallMs + 600_000),
    step('A2', fixed && number % 3 > 0 ? 'proved' : 'failed', openedWallMs + 1_200_000),
    step('A3', 'said-by-you', openedWallMs + 900_000),
  ]
  const phone = number % 12
  const value = sampleCase(id(number), {
    openedWallMs,
    closedWallMs: openedWallMs + HOUR_MS,
    complaint: { kind: 'code', code, text: `The iPhone could not be restored. An unknown error occurred (${code}).` },
    phone: {
      name: pick(['iPhone 11', 'iPhone 13', 'iPhone SE (2nd generation)', 'iPhone 8'], phone),
      productType: pick(['iPhone12,1', 'iPhone14,5', 'iPhone12,8', 'iPhone10,1'], phone),
      ecid: `001A2B3C4D5E6F${(16 + phone).toString(16).toUpperCase()}`,
      ...{ udid: null, serialNumber: null, buttonFamily: null },
    },
    steps,
    outcome,
  })
  history.perform(save(value))
  const port = number % 3 === 0 ? '1-4' : pick(['1-1', '1-2'], number)
  const verdict: VerdictId = (port === '1-4' ? number % 4 !== 0 : number % 10 === 0)
    ? 'came-back-in-recovery'
    : 'entered'
  const startedWallMs = openedWallMs + 1_500_000
  const attempt = sampleAttempt(`${id(number)}/guide`, { startedWallMs, endedWallMs: startedWallMs + 31_000, verdict })
  const effect = opening(attempt, id(number))
  history.perform(effect.kind === 'attempt.open' ? { ...effect, usbPort: port, hubs: number % 3 } : effect)
  history.flush()
  const missedByCable = [3, 6, 9, 15, 18, 12]
  history.setLabels(id(number), {
    operator: pick(['Anna', 'Berta', 'Carla'], number),
    ticket: `T-${1000 + number}`,
    cableLabel: missedByCable.includes(number) ? 'old white' : pick(['braided 1 m', 'Apple 2 m'], number),
  })
}

/** A case whose DFU guide was really played, by a person of the simulator. */
function addPlayed(history: Filled, number: number, person: 'perfect' | 'learner'): void {
  const session = runSession({
    product: 'iPhone12,1',
    seed: 20 + number,
    guide: 'dfu',
    way: 'manual',
    person,
    tries: 2,
  })
  let now: Event = { kind: 'clock.woke', atMs: 0, wallMs: WALL_MS }
  const loop = createLoop(
    {
      clock: { nowMs: () => now.atMs, wallMs: () => now.wallMs + number * HOUR_MS, setAlarm: () => {} },
      journal: history.journalFor('real'),
      publish: () => {},
      perform(effect) {
        history.perform(effect)
        if (effect.kind === 'attempt.open') history.attemptBegan(effect.attempt.attemptId, loop.current())
      },
    },
    { practice: false, system: 'linux' },
  )
  let tries = 0
  for (const event of session.events) {
    now = event
    const { atMs: _, wallMs: __, ...body } = event
    if (body.kind === 'guide.start') loop.state({ ...body, attemptId: `${id(number)}/try-${(tries += 1)}` })
    else loop.state(body)
    if (body.kind === 'app.started') {
      const text = 'Anna Muster played this: the iPhone could not be restored (4013).'
      loop.state({
        kind: 'case.open',
        caseId: id(number),
        complaint: { kind: 'code', code: '4013', text },
        phoneId: null,
      })
    }
  }
  for (const [stepId, answer] of [
    ['A2', 'done'],
    ['A3', 'already'],
    ['A1', 'cannot'],
  ] as const) {
    now = { ...now, atMs: now.atMs + 45_000, wallMs: now.wallMs + 45_000 }
    loop.state({ kind: 'step.answer', stepId, answer, note: answer === 'cannot' ? 'no newer version here' : null })
  }
  const later = (ms: number) => new Date(now.wallMs + number * HOUR_MS + ms).toISOString().slice(0, 23)
  const parts = [
    ['recovery', 30_000],
    ['boot-restore', 55_000],
    ['restore', 90_000],
    ['send-image', 100_000],
  ] as const
  const log = sampleLog({
    ...{ fileName: 'iPhone-Updater.log', tool: 'finder', device: null, utcOffsetMs: 0 },
    writtenWallMs: now.wallMs + number * HOUR_MS + 190_000,
    phases: parts.map(([part, ms], index) => ({
      ...{ id: part, startedAt: later(ms), endedAt: later(parts[index + 1]?.[1] ?? 190_000) },
    })),
  })
  now = { ...now, atMs: now.atMs + 200_000, wallMs: now.wallMs + 200_000 }
  loop.state({ kind: 'log.read', log })
  now = { ...now, atMs: now.atMs + 60_000, wallMs: now.wallMs + 60_000 }
  loop.state({ kind: 'case.close', caseId: id(number), outcome: 'fixed' })
  history.flush()
  history.setLabels(id(number), { operator: 'Anna', ticket: `T-${1000 + number}`, cableLabel: 'braided 1 m' })
}

/** Fills a history file with what a workshop may have: 60 cases on real phones and one of practice. The door must be closed. */
export function fillHistory(file: string): void {
  const history = openHistory({
    file,
    bootId: 'boot-of-filling',
    appVersion: '0.1.0',
    wallMs: () => WALL_MS,
    onTrouble: (problem) => {
      throw new Error(problem.code)
    },
    onRecovered: () => {},
  })
  for (let number = 0; number < 58; number += 1) addCase(history, number)
  addPlayed(history, 58, 'perfect')
  addPlayed(history, 59, 'learner')
  history.perform(save(sampleCase(id(99), { practice: true })))
  history.close()
}
