import type { GuideRun, Phase } from '../../shared/engine/guide-run.ts'
import { type Cue, hears, type Person, reaction } from '../../shared/simulator/people.ts'
import type { PhoneScreen } from '../../shared/simulator/phone.ts'

/** How a simulated person reads the coach: which phase they are at, and what they wait to see on the phone. */
export type Attention = {
  readonly running: boolean
  /** The phase that was counted down to, so that it needs no cue of its own. */
  readonly anticipated: number | null
  readonly watchesFor: {
    readonly phaseId: string
    readonly sinceMs: number
    readonly screenThen: PhoneScreen | null
  } | null
}
export const INATTENTIVE: Attention = { running: false, anticipated: null, watchesFor: null }

/** Perfect hands that come early (negative) or late (positive) to one phase, or late to `let-go`, in ms. */
export type Mistime = { readonly phaseId: string; readonly byMs: number }

type Hearing = {
  readonly atMs: number
  readonly heard: boolean
  readonly warned: boolean
  readonly mistimes: readonly Mistime[]
}

type Followed = { readonly person: Person; readonly attention: Attention }

const shiftOf = (phaseId: string, hearing: Hearing): number =>
  hearing.mistimes.find((each) => each.phaseId === phaseId)?.byMs ?? 0

/** The cue into a phase: counted down to `dueAtMs`, or now. */
function cueFor(phase: Phase, dueAtMs: number | null, hearing: Hearing): Cue {
  const byMs = shiftOf(phase.id, hearing)
  const due = dueAtMs === null ? (byMs > 0 ? hearing.atMs + byMs : null) : dueAtMs + byMs
  return {
    phaseId: phase.id,
    hold: phase.hold,
    press: phase.press,
    counted: due !== null,
    dueAtMs: due,
    heard: hearing.heard,
    warnedBeforehand: hearing.warned,
  }
}

/** The person hears or sees what changed in the run. */
export function followsCoach(
  person: Person,
  attention: Attention,
  before: GuideRun | null,
  after: GuideRun,
  hearing: Hearing,
): Followed {
  const first = after.phases[0]
  if (after.stage === 'lead-in' && before?.stage !== 'lead-in' && first) {
    return {
      person: hears(person, cueFor(first, after.startedAtMs, hearing), hearing.atMs),
      attention: { running: true, anticipated: 0, watchesFor: null },
    }
  }
  const began = after.stage === 'running' && after.phaseBeganAtMs !== null
  const isNew =
    before?.stage !== 'running' ||
    before.phaseIndex !== after.phaseIndex ||
    before.phaseBeganAtMs !== after.phaseBeganAtMs
  if (began && isNew) return entersPhase(person, attention, after, hearing)
  const isNewCue = after.cue !== null && after.cue.seq !== before?.cue?.seq
  const isLetGo = isNewCue && ['let-go', 'success', 'miss'].includes(after.cue?.kind ?? '')
  if (after.stage === 'running' || !isLetGo) {
    return { person, attention: { ...attention, running: attention.running && after.stage !== 'ended' } }
  }
  const byMs = Math.max(0, shiftOf('let-go', hearing))
  const cue: Cue = {
    phaseId: '',
    hold: [],
    press: [],
    counted: byMs > 0,
    dueAtMs: byMs > 0 ? hearing.atMs + byMs : null,
    heard: hearing.heard,
    warnedBeforehand: false,
  }
  return {
    person: hears(person, cue, hearing.atMs),
    attention: { running: false, anticipated: null, watchesFor: null },
  }
}

function entersPhase(before: Person, attention: Attention, run: GuideRun, hearing: Hearing): Followed {
  const phase = run.phases[run.phaseIndex]
  if (!phase) return { person: before, attention }
  let person = before
  if (attention.anticipated !== run.phaseIndex) person = hears(person, cueFor(phase, null, hearing), hearing.atMs)
  const next = run.phases[run.phaseIndex + 1]
  const counts = phase.endsOn === 'time' && run.phaseEndsAtMs !== null && next !== undefined
  if (counts) person = hears(person, cueFor(next, run.phaseEndsAtMs, hearing), hearing.atMs)
  const watches = phase.endsOn === 'user' || phase.id === 'drag-slider'
  return {
    person,
    attention: {
      running: true,
      anticipated: counts ? run.phaseIndex + 1 : null,
      watchesFor: watches ? { phaseId: phase.id, sinceMs: hearing.atMs, screenThen: null } : null,
    },
  }
}

type Saying = { readonly atMs: number; readonly phaseId: string; readonly slides: boolean }

/** Five slow counts: what the text advises where the screen was black already. */
const SLOW_COUNTS_MS = 5000
const READING_MS = 2000

/** The person looks at the phone and says what the coach asked to be told. */
export function looksAtPhone(
  person: Person,
  attention: Attention,
  screen: PhoneScreen,
  atMs: number,
): Followed & { readonly says: readonly Saying[] } {
  const { watchesFor } = attention
  if (!watchesFor) return { person, attention, says: [] }
  const { phaseId, sinceMs } = watchesFor
  const says = (waitMs: number, slides = false) => {
    const reacts = reaction(person, false)
    const saying = { atMs: Math.max(atMs, sinceMs + waitMs) + reacts.reactionMs, phaseId, slides }
    return { person: reacts.person, attention: { ...attention, watchesFor: null }, says: [saying] }
  }
  if (phaseId === 'settings-shut-down') return says(READING_MS)
  if (phaseId === 'drag-slider') return screen === 'slider' ? says(READING_MS, true) : { person, attention, says: [] }
  if (phaseId.endsWith('until-slider')) return screen === 'slider' ? says(0) : { person, attention, says: [] }
  const screenThen = watchesFor.screenThen ?? screen
  if (screenThen === 'black') return says(SLOW_COUNTS_MS)
  if (screen === 'black') return says(0)
  return { person, attention: { ...attention, watchesFor: { ...watchesFor, screenThen } }, says: [] }
}
