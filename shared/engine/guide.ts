import type { Mode } from '../knowledge/vocabulary.ts'
import { guideCard } from './guide-card.ts'
import {
  begin,
  cue,
  done,
  dropIndex,
  enterPhase,
  finish,
  type GuideContext,
  type GuideUpdate,
  isRunning,
  type Move,
  phaseOf,
} from './guide-move.ts'
import type { GuideRun } from './guide-run.ts'
import type { CommandOutcome } from './phone.ts'

/**
 * Leaving and returning in the same mode within this time is a blink of the link (or a cable that was pulled), not a reset: no
 * system and no recovery starts that fast. DFU can, so it has no such time.
 */
const BLINK_MS: Partial<Record<Mode, number>> = { normal: 10_000, restore: 10_000, recovery: 4000 }
/** A link that blinks more often than this is taken at its word: the attempt ends. */
const MAX_BLINKS = 3

/** Start: hands to the buttons. The first phase begins when the lead-in is over. */
export function startGuide(
  run: GuideRun,
  cuesGiven: number,
  context: GuideContext,
  start: {
    readonly attemptId: string
    readonly handsFree: boolean
    readonly leadInMs: number
    readonly caseId: string | null
  },
): GuideUpdate {
  const move = begin(run, cuesGiven, context)
  move.run = {
    ...run,
    attemptId: start.attemptId,
    handsFree: start.handsFree,
    stage: 'lead-in',
    leadInMs: start.leadInMs,
    startedAtMs: context.atMs + start.leadInMs,
  }
  cue(move, 'lead-in', context.atMs)
  const attempt = {
    attemptId: start.attemptId,
    kind: 'guide' as const,
    guide: run.guide,
    way: run.way,
    startedWallMs: context.wallMs,
    endedWallMs: null,
    verdict: null,
    code: null,
  }
  move.effects.push(
    {
      kind: 'attempt.open',
      caseId: start.caseId,
      attempt,
      practice: context.practice,
      usbPort: context.phone?.usbPort ?? null,
      hubs: context.phone?.usb?.hubs ?? null,
      cableLabel: run.cable ?? null,
    },
    { kind: 'usb.watch-closely', on: true },
    { kind: 'usb.relist' },
    { kind: 'attention.hold', on: true },
    { kind: 'journal.flush' },
  )
  const deviceId = context.phone?.usb?.deviceId
  if (run.way === 'assisted' && deviceId !== undefined)
    move.effects.push({ kind: 'recovery.send', deviceId, request: 'set-auto-boot' })
  return done(move)
}

/** The guided phone left USB. */
export function phoneLeft(run: GuideRun, cuesGiven: number, context: GuideContext): GuideUpdate {
  const move = begin(run, cuesGiven, context)
  if (!isRunning(run)) return done(move)
  const { atMs } = context
  const drop = dropIndex(run)
  move.run = { ...run, pendingReturnAtMs: null, stillWaitingCued: false }
  if (run.target === null) {
    move.run = { ...move.run, leftAtMs: atMs, reachedAtMs: atMs, stage: 'settling' }
    cue(move, 'left', atMs)
  } else if (run.stage === 'settling' || run.stage === 'waiting') {
    move.run = {
      ...move.run,
      stage: 'waiting',
      reachedAtMs: null,
      leftAtMs: run.stage === 'settling' ? atMs : (run.leftAtMs ?? atMs),
    }
  } else if (run.stage === 'lead-in' || run.phaseIndex <= drop) {
    move.run = { ...move.run, leftAtMs: atMs, startedAtMs: Math.min(run.startedAtMs ?? atMs, atMs) }
    enterPhase(move, drop + 1, atMs, 'left')
  } else move.run = { ...move.run, leftAtMs: run.leftAtMs ?? atMs }
  return done(move)
}

/** The guided phone is on USB (again). */
export function phoneArrived(run: GuideRun, cuesGiven: number, context: GuideContext, mode: Mode): GuideUpdate {
  const move = begin(run, cuesGiven, context)
  if (!isRunning(run)) return done(move)
  const { atMs } = context
  const blinked =
    mode === run.from &&
    run.blinks < MAX_BLINKS &&
    run.leftAtMs !== null &&
    atMs - run.leftAtMs < (BLINK_MS[mode] ?? 0) &&
    run.returns.length === 0
  if (blinked) backToHold(move)
  else if (mode === run.target || (run.target === 'dfu' && (mode === 'debug-usb' || mode === 'port-dfu')))
    reached(move, mode)
  else if (run.from === null && run.leftAtMs === null && run.returns.length === 0 && beforeReset(run))
    nowVisible(move, mode)
  else
    move.run = {
      ...run,
      stage: 'waiting',
      phaseEndsAtMs: null,
      pendingReturnAtMs: atMs,
      reachedAtMs: null,
      returns: [...run.returns, { mode, atMs }].slice(-10),
    }
  return done(move)
}

const beforeReset = (run: GuideRun) => run.stage === 'lead-in' || run.phaseIndex <= dropIndex(run)

/** The first sight of the target: let go, and see whether it stays. */
function reached(move: Move, mode: Mode): void {
  const { atMs } = move.context
  const firstSight = !move.run.reachedOnce
  move.run = {
    ...move.run,
    stage: 'settling',
    phaseEndsAtMs: null,
    pendingReturnAtMs: null,
    reachedAtMs: atMs,
    reachedOnce: true,
    returns: [...move.run.returns, { mode, atMs }].slice(-10),
  }
  if (firstSight) cue(move, 'let-go', atMs)
}

/** The link blinked: nothing was reset, so the hold goes on. Asking for a second button now could start an emergency call. */
function backToHold(move: Move): void {
  // power off holds nothing when the phone leaves: the person goes on where they were
  if (move.run.target === null) {
    move.run = { ...move.run, stage: 'running', leftAtMs: null, reachedAtMs: null, blinks: move.run.blinks + 1 }
    return
  }
  move.run = { ...move.run, leftAtMs: null, reachedAtMs: null, blinks: move.run.blinks + 1 }
  enterPhase(move, dropIndex(move.run), move.context.atMs)
}

/** A phone that USB did not show has appeared before the reset: from here on its drop can be seen, so it ends the hold. */
function nowVisible(move: Move, mode: Mode): void {
  const { run, context } = move
  const card = guideCard({
    guide: run.guide,
    way: run.way,
    phone: context.phone,
    product: run.product,
    tryNumber: run.tryNumber,
    before: run.before,
    shiftMs: run.shiftMs,
  })
  move.run = {
    ...run,
    from: mode,
    phases: card.phases,
    phaseIndex: Math.min(run.phaseIndex, card.phases.length - 1),
    phoneId: context.phone?.id ?? run.phoneId,
  }
}

/** The person says that a phase which only they can see has ended. */
export function confirmPhase(run: GuideRun, cuesGiven: number, context: GuideContext, phaseId: string): GuideUpdate {
  const move = begin(run, cuesGiven, context)
  const phase = phaseOf(run)
  if (run.stage !== 'running' || phase?.endsOn !== 'user' || phase.id !== phaseId) return done(move)
  if (phase.id.endsWith('-unseen')) move.run = { ...run, leftAtMs: context.atMs }
  enterPhase(move, run.phaseIndex + 1, context.atMs)
  return done(move)
}

/** Ends a running guide: the person stopped it, the app stops, or somebody else holds the phone. */
export function endGuide(
  run: GuideRun,
  cuesGiven: number,
  context: GuideContext,
  end: 'cancelled' | 'app-stopped' | 'taken',
): GuideUpdate {
  const move = begin(run, cuesGiven, context)
  if (isRunning(run)) finish(move, end)
  return done(move)
}

/** What a sent command led to. */
export function commandAnswered(
  run: GuideRun,
  cuesGiven: number,
  context: GuideContext,
  request: 'probe' | 'set-auto-boot' | 'reboot',
  outcome: CommandOutcome,
): GuideUpdate {
  const move = begin(run, cuesGiven, context)
  if (!isRunning(run) || request === 'probe') return done(move)
  if (outcome === 'busy' || outcome === 'no-permission' || outcome === 'restoring') finish(move, 'taken')
  else if (request === 'set-auto-boot') move.run = { ...run, autoBootSet: outcome === 'ok' }
  else if (outcome === 'ok' || outcome === 'gone') move.run = { ...run, restartSentAtMs: context.atMs }
  return done(move)
}
