import { GUIDE_TIMES, onceMorePhase } from '../knowledge/button-guides.ts'
import type { GuideRun, Phase } from './guide-run.ts'
import {
  begin,
  cue,
  done,
  enterPhase,
  finish,
  type GuideContext,
  type GuideUpdate,
  isRunning,
  type Move,
  phaseOf,
  waitForUsb,
} from './guide-move.ts'

/** The target must stay this long before the attempt counts as a success. */
export const STAY_MS = 3000
/** Power off: the phone must stay away this long. */
export const STAY_AWAY_MS = 10_000
/** Back in another mode than asked: decided when it lasted this long, so that late strings can still say who it is. */
export const RETURN_SETTLE_MS = 1200
/** "Still waiting" is said after this, the wait is over after `WAIT_OVER_MS`. A system may need 45 s to come back. */
export const STILL_WAITING_MS = 30_000
export const WAIT_OVER_MS = 60_000
/** How long before the end of a count the next action is announced. */
export const AHEAD_MS = 1500
const AHEAD_ONLY_IF_LONGER_MS = 2500

/** The moments at which time alone moves the run on. */
function dueMoments(run: GuideRun): { atMs: number; then: (move: Move, plannedAtMs: number) => void }[] {
  const phase = phaseOf(run)
  const began = run.phaseBeganAtMs ?? 0
  const next = (move: Move, planned: number) => enterPhase(move, move.run.phaseIndex + 1, planned)
  if (run.stage === 'lead-in')
    return [{ atMs: run.startedAtMs ?? 0, then: (move, planned) => enterPhase(move, 0, planned) }]
  if (run.stage === 'settling')
    return [
      {
        atMs: (run.reachedAtMs ?? 0) + (run.target === null ? STAY_AWAY_MS : STAY_MS),
        then: (move) => finish(move, 'stayed'),
      },
    ]
  if (run.stage === 'waiting') return waitingMoments(run)
  if (run.stage !== 'running' || !phase) return []
  if (phase.endsOn === 'time') return [...aheadMoment(run, phase), { atMs: run.phaseEndsAtMs ?? began, then: next }]
  // an order that took its time to be sent is waited for from then on
  const over = Math.max(began, run.restartSentAtMs ?? began) + phase.maxMs
  if (phase.endsOn === 'usb-left')
    return [...onceMoreMoment(run, phase), { atMs: over, then: (move) => finish(move, 'wait-over') }]
  if (phase.endsOn === 'user')
    return [{ atMs: over, then: phase.id.endsWith('until-slider') ? next : (move) => finish(move, 'wait-over') }]
  // only the system is waited for: a minute from the drop, whatever was pressed since
  if (phase.hold.length === 0) return waitingMoments(run)
  const isLast = run.phaseIndex === run.phases.length - 1
  return [{ atMs: over, then: isLast ? waitForUsb : (move: Move) => finish(move, 'wait-over') }]
}

/**
 * Held past the longest reset without a drop: what was pressed did not count, and holding on changes nothing. Everything up, and
 * once more from the beginning, once in a try. Not where the computer restarts the phone or a finger is to drag the slider.
 */
function onceMoreMoment(run: GuideRun, phase: Phase) {
  const begun = run.phases[0]?.id === 'once-more'
  if (begun || run.way !== 'manual' || phase.hold.length === 0) return []
  const then = (move: Move, planned: number) => {
    move.run = { ...move.run, phases: [onceMorePhase(phase.buttons), ...move.run.phases] }
    enterPhase(move, 0, planned, 'let-go')
  }
  return [{ atMs: (run.phaseBeganAtMs ?? 0) + GUIDE_TIMES.onceMoreAfterMs[run.family], then }]
}

function aheadMoment(run: GuideRun, phase: Phase) {
  const next = run.phases[run.phaseIndex + 1]
  if (run.aheadCued || !next || phase.maxMs < AHEAD_ONLY_IF_LONGER_MS || run.phaseEndsAtMs === null) return []
  const then = (move: Move, planned: number) => {
    move.run = { ...move.run, aheadCued: true }
    cue(move, 'ahead', planned, next)
  }
  return [{ atMs: run.phaseEndsAtMs - AHEAD_MS, then }]
}

const waitingSince = (run: GuideRun) => run.leftAtMs ?? run.phaseBeganAtMs ?? run.startedAtMs ?? 0

function stillWaitingMoment(run: GuideRun) {
  if (run.stillWaitingCued) return []
  const then = (move: Move, planned: number) => {
    move.run = { ...move.run, stillWaitingCued: true }
    cue(move, 'still-waiting', planned)
  }
  return [{ atMs: waitingSince(run) + STILL_WAITING_MS, then }]
}

function waitingMoments(run: GuideRun) {
  if (run.pendingReturnAtMs !== null)
    return [{ atMs: run.pendingReturnAtMs + RETURN_SETTLE_MS, then: (move: Move) => finish(move, 'returned') }]
  return [
    ...stillWaitingMoment(run),
    { atMs: waitingSince(run) + WAIT_OVER_MS, then: (move: Move) => finish(move, 'wait-over') },
  ]
}

/** Time passed: performs everything that is due, each at its planned moment. */
export function guideWoke(run: GuideRun, cuesGiven: number, context: GuideContext): GuideUpdate {
  const move = begin(run, cuesGiven, context)
  // each moment moves the run on, so that a late wake-up catches up phase by phase; the bound only guards against a bug
  for (let turn = 0; turn < 50; turn += 1) {
    const due = dueMoments(move.run)
      .filter((moment) => moment.atMs <= context.atMs)
      .sort((a, b) => a.atMs - b.atMs)[0]
    if (!due) return done(move)
    due.then(move, due.atMs)
  }
  throw new Error(`the guide ${run.guide} does not come to rest in phase ${move.run.phaseIndex}`)
}

/** When the run next needs time to pass; null while only an event can move it. */
export function nextGuideMs(run: GuideRun): number | null {
  const moments = isRunning(run) ? dueMoments(run).map((moment) => moment.atMs) : []
  return moments.length > 0 ? Math.min(...moments) : null
}
