import { describe, expect, it } from 'vitest'
import { type GuideId, VERDICTS } from '../../shared/knowledge/vocabulary.ts'
import { ROUGH_BUS } from '../../shared/simulator/bus.ts'
import { addTallies, counted, type Tally } from '../../shared/simulator/dice.ts'
import { MISTAKES } from '../../shared/simulator/mistakes.ts'
import type { Power } from '../../shared/simulator/phone.ts'
import { listDevices } from '../../shared/simulator/world.ts'
import { replay, runSession } from '../simulator/session.ts'
import type { Session, SessionSetup } from '../simulator/session-setup.ts'
import { disturbanceOf, soakSetup } from './soak-setup.ts'

/**
 * Thousands of people, phones and buses against the engine. `SOAK_SESSIONS=20000 npx vitest run tests/soak` runs more,
 * `SOAK_SEED=<n>` only the one session of that seed.
 */
const ONLY = process.env['SOAK_SEED']
const SESSIONS = Number(process.env['SOAK_SESSIONS'] ?? 8000)
const SEEDS = ONLY === undefined ? Array.from({ length: SESSIONS }, (_, index) => index + 1) : [Number(ONLY)]

/** The State is sent whole after every event: it must stay small. */
const MOST_STATE_CHARACTERS = 20_000
const MOST_EVENTS = 1500

type Played = { readonly seed: number; readonly setup: SessionSetup; readonly session: Session }
type Rule = (played: Played) => string | null

const oneVerdictPerAttempt: Rule = ({ session }) => {
  const ids = (kind: 'attempt.open' | 'attempt.close') =>
    session.effects.flatMap(({ effect }) =>
      effect.kind === 'attempt.open' && kind === 'attempt.open'
        ? [effect.attempt.attemptId]
        : effect.kind === 'attempt.close' && kind === 'attempt.close'
          ? [effect.attemptId]
          : [],
    )
  const opened = ids('attempt.open')
  const closed = ids('attempt.close')
  const isSame = opened.length === closed.length && opened.every((id, index) => closed[index] === id)
  if (!isSame) return `opened ${opened.join(' ')}, closed ${closed.join(' ')}`
  return new Set(opened).size === opened.length && session.verdicts.length === opened.length
    ? null
    : `${session.verdicts.length} verdicts for ${opened.length} attempts`
}

const replaysTheSame: Rule = ({ session }) =>
  JSON.stringify(replay(session.events)) === JSON.stringify(session.state) ? null : 'the replay ends in another state'

const noGhosts: Rule = ({ session }) => {
  const believed = session.state.phones.flatMap((phone) =>
    phone.presence === 'attached' && phone.usb ? [phone.usb.deviceId] : [],
  )
  const real = [session.world, ...session.others].flatMap(listDevices).map((device) => device.deviceId)
  return believed.sort().join(' ') === real.sort().join(' ')
    ? null
    : `believes in ${believed.join(' ')}, there is ${real.join(' ')}`
}

const staysSmall: Rule = ({ session }) =>
  session.stateCharacters <= MOST_STATE_CHARACTERS && session.events.length <= MOST_EVENTS
    ? null
    : `${session.stateCharacters} characters of state, ${session.events.length} events`

const ENDED = 'every session comes to an end'
const ENTERED = '"entered" is never said of a phone that was not'

const ENDS_IN: { readonly [guide in GuideId]: Power } = {
  dfu: 'dfu',
  recovery: 'recovery',
  'exit-dfu': 'system',
  'exit-recovery': 'system',
  restart: 'system',
  'power-off': 'off',
}

/**
 * "Entered" must be true of the phone. Left out is what USB cannot tell apart: a cable that is pulled looks like a phone
 * that went off, put back like one that restarted, and a restore that enumerates again looks like a restart.
 */
const enteredIsTrue: Rule = ({ session, setup }) => {
  const isPulled = ['unplug', 'pulled-out'].includes(disturbanceOf(setup))
  const cannotTell = (isPulled && ['power-off', 'restart'].includes(setup.guide)) || setup.start === 'restore'
  if (cannotTell) return null
  const wanted = ENDS_IN[setup.guide]
  const untrue = session.tries.find((each) => each.verdict.id === 'entered' && each.truth.power !== wanted)
  return untrue ? `said entered while the phone was in ${untrue.truth.power}` : null
}

/** A cue that is obeyed never leads to an emergency call. */
const obeyedIsSafe: Rule = ({ session, setup }) =>
  setup.person === 'perfect' && session.truth.mishaps.some((note) => note.what === 'sos')
    ? 'obeying the cues brought the emergency countdown'
    : null

const RULES: { readonly [rule: string]: Rule } = {
  'each attempt gets exactly one verdict': oneVerdictPerAttempt,
  'the same events lead to the same state': replaysTheSame,
  'no phone is believed to be there that is not, and none is missed': noGhosts,
  'state and journal stay small': staysSmall,
  [ENTERED]: enteredIsTrue,
  'obeying the cues never brings the emergency countdown': obeyedIsSafe,
}

const reproduce = (seed: number) => `SOAK_SEED=${seed} npx vitest run tests/soak`

/** All sessions, played once; the rules then look at each. A rule's failures are kept as lines, the sessions are not. */
function playAll(): { broken: Map<string, string[]>; tally: Tally } {
  const broken = new Map<string, string[]>()
  let tally: Tally = {}
  for (const seed of SEEDS) {
    const setup = soakSetup(seed)
    const note = (rule: string, says: string) => {
      broken.set(rule, [...(broken.get(rule) ?? []), `${reproduce(seed)}   # ${says}`])
    }
    let session: Session
    try {
      session = runSession(setup)
    } catch (error) {
      note(ENDED, String(error))
      continue
    }
    for (const [rule, holds] of Object.entries(RULES)) {
      const says = holds({ seed, setup, session })
      if (says !== null) note(rule, says)
    }
    tally = addTallies(addTallies(tally, session.truth.tally), session.person?.tally ?? {})
    tally = session.verdicts.reduce((sum, verdict) => counted(sum, `verdict ${verdict.id}`), tally)
    tally = counted(counted(tally, disturbanceOf(setup)), `cable ${setup.cable ?? 'signals'}`)
  }
  return { broken, tally }
}

const { broken, tally } = playAll()

describe(`${SEEDS.length} simulated sessions`, () => {
  it.each([ENDED, ...Object.keys(RULES)])('%s', (rule) => {
    const lines = broken.get(rule) ?? []
    expect(lines.slice(0, 10), `${lines.length} of ${SEEDS.length} sessions break it`).toEqual([])
  })

  it.skipIf(ONLY !== undefined)(
    'show every kind of misbehaviour: of the bus, of hands, of phones, and every disturbance',
    () => {
      const kinds = [
        ...Object.keys(ROUGH_BUS),
        ...MISTAKES,
        ...['replugged-elsewhere', 'unasked-dfu', 'dfu-spoiled', 'battery-empty', 'slider', 'siri', 'volume'],
        ...['unplug', 'guide.cancel', 'host.suspended', 'other-phone', 'usb.detached', 'cable cannot-signal'],
      ]
      expect(kinds.filter((kind) => (tally[kind] ?? 0) === 0)).toEqual([])
    },
  )

  it.skipIf(ONLY !== undefined)('reach every verdict that USB and this harness can bring about', () => {
    const elsewhere = ['soft-dfu', 'unasked', 'interrupted', 'taken-by-other']
    const missing = VERDICTS.filter((id) => !elsewhere.includes(id) && (tally[`verdict ${id}`] ?? 0) === 0)
    expect(missing).toEqual([])
  })
})
