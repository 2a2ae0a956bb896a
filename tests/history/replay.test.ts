import { describe, expect, it } from 'vitest'
import type { Event } from '../../shared/engine/events.ts'
import { createLoop } from '../../shared/engine/loop.ts'
import { replayAttempt } from '../../shared/engine/replay.ts'
import { runSession } from '../simulator/session.ts'
import type { SessionSetup } from '../simulator/session-setup.ts'
import { exportFrom, freshFile, importInto, open } from './sample.ts'

const CASE = '11111111-aaaa-4aaa-8aaa-000000000001'
const OWNER = 'Berta Beispiel'

/** Plays a person with a phone, and keeps it all in a history as the app does. */
function recorded(setup: Partial<SessionSetup> & { seed: number }) {
  const session = runSession({ product: 'iPhone12,1', guide: 'dfu', way: 'manual', person: 'perfect', ...setup })
  const { history } = open(freshFile())
  let now: Event = { kind: 'clock.woke', atMs: 0, wallMs: 1_790_000_000_000 }
  const loop = createLoop(
    {
      clock: { nowMs: () => now.atMs, wallMs: () => now.wallMs, setAlarm: () => {} },
      journal: history.journalFor('practice'),
      publish: () => {},
      perform(effect) {
        history.perform(effect)
        if (effect.kind === 'attempt.open') history.attemptBegan(effect.attempt.attemptId, loop.current())
      },
    },
    { practice: true, system: 'linux' },
  )
  const text = `${OWNER}'s phone shows 4013, see /Users/berta/Desktop/kunden/berta.log`
  const opened = {
    kind: 'case.open',
    caseId: CASE,
    complaint: { kind: 'code', code: '4013', text },
    phoneId: null,
  } as const
  let tries = 0
  for (const event of session.events) {
    now = event
    const { atMs: _, wallMs: __, ...body } = event
    // who works here stands in the settings, which every beginning keeps
    if (body.kind === 'app.started') {
      loop.state({ ...body, settings: { ...body.settings, operator: 'dorothea' } })
      loop.state(opened)
      continue
    }
    // ids like those that the doors give
    if (body.kind === 'guide.start')
      loop.state({ ...body, attemptId: `22222222-bbbb-4bbb-8bbb-00000000000${(tries += 1)}` })
    else loop.state(body)
  }
  history.flush()
  history.setLabels(CASE, { operator: 'Carla Kunz', ticket: 'R-77123', cableLabel: 'white', note: `call ${OWNER}` })
  return { history, session }
}

type Recorded = ReturnType<typeof recorded>['history']

/** The verdict of every attempt as it was stored, and as it comes out when it is played again. */
function verdictsOf(history: Recorded) {
  const { attempts, events } = history.caseWithEverything(CASE)
  return attempts.map(({ attemptId, facts, beginning }) => ({
    stored: facts,
    played: beginning ? replayAttempt(beginning, attemptId, events).at(-1)?.guide?.verdict : 'no beginning',
  }))
}

const STORIES: (Partial<SessionSetup> & { seed: number })[] = [
  { seed: 1 },
  { seed: 2, way: 'assisted', start: 'recovery' },
  { seed: 3, person: 'learner', tries: 3 },
  { seed: 4, person: 'nobody' },
  { seed: 5, cable: 'cannot-signal', tries: 2 },
  { seed: 6, product: 'iPhone10,1', person: 'learner', tries: 2 },
]

describe.each(STORIES)('an attempt (%o)', (story) => {
  it('played again comes to the verdict that was stored', () => {
    const { history, session } = recorded(story)
    const verdicts = verdictsOf(history)
    expect(verdicts).toHaveLength(session.tries.length)
    for (const { stored, played } of verdicts) {
      expect(stored).not.toBeNull()
      expect(played).toEqual(stored)
    }
  })

  it('redacted for a forum and taken in elsewhere comes to the same verdicts, and no byte names phone or person', () => {
    const { history } = recorded(story)
    const text = exportFrom(history, CASE, [OWNER]) ?? ''
    const plain = exportFrom(history, CASE, null) ?? ''
    const serials = [
      ...plain.matchAll(/ECID:([0-9A-F]{16})|"ecid":"([0-9A-F]{16})"|SRNM:\[(\w{10,12})\]|"udid":"([^"]+)"/g),
    ]
    const found = serials.flatMap((match) => match.slice(1)).filter((original) => original !== undefined)
    const originals = [...new Set(found), OWNER, 'berta', 'kunden', 'Carla Kunz', 'R-77123', 'dorothea']
    expect(found.length).toBeGreaterThan(0)
    const holds = (all: string, original: string) => all.toLowerCase().includes(original.toLowerCase())
    expect(originals.filter((original) => !holds(plain, original))).toEqual([])
    expect(originals.filter((original) => holds(text, original))).toEqual([])
    const ecids = [...new Set(found.filter((original) => /^[0-9A-F]{16}$/.test(original)))]
    const spelled = ecids.flatMap((ecid) => [BigInt(`0x${ecid}`).toString(), ecid.replace(/^0+/, '')])
    expect(spelled.filter((original) => holds(text, original))).toEqual([])
    const other = open(freshFile()).history
    expect(importInto(other, text, () => 'unused-but-long-enough')).toMatchObject({ ok: true, result: 'added' })
    expect(verdictsOf(other)).toEqual(verdictsOf(history))
  })
})

it('an attempt without events after Start shows its beginning', () => {
  const { history } = recorded({ seed: 1 })
  const [attempt] = history.caseWithEverything(CASE).attempts
  const beginning = attempt?.beginning
  if (!beginning) throw new Error('the beginning is kept')
  expect(replayAttempt(beginning, 'another', [])).toEqual([beginning])
})
