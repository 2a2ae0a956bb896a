import type { Effect } from './effects.ts'
import type { Cue, GuideRun, Phase } from './guide-run.ts'
import { asksAboutRelease, verdictOf } from './guide-verdict.ts'
import type { Phone } from './phone.ts'
import type { AttemptFacts } from './attempt-facts.ts'

/** A run with what it asks of the world, and the cue counter. */
export type GuideUpdate = { readonly run: GuideRun; readonly cuesGiven: number; readonly effects: readonly Effect[] }
export type GuideContext = {
  readonly atMs: number
  readonly wallMs: number
  readonly phone: Phone | null
  readonly practice: boolean
}

/** One step of the interpreter: collects the run, its cues and effects while it moves. */
export type Move = { run: GuideRun; cuesGiven: number; effects: Effect[]; context: GuideContext }

/** Opens a step on a run. */
export const begin = (run: GuideRun, cuesGiven: number, context: GuideContext): Move => ({
  run,
  cuesGiven,
  effects: [],
  context,
})
/** What a step came to. */
export const done = ({ run, cuesGiven, effects }: Move): GuideUpdate => ({ run, cuesGiven, effects })

/** Gives the next cue; `plannedAtMs` is when it was due. */
export function cue(move: Move, kind: Cue['kind'], plannedAtMs: number, phase: Phase | null = null): void {
  move.cuesGiven += 1
  move.run = {
    ...move.run,
    cue: {
      seq: move.cuesGiven,
      kind,
      atMs: move.context.atMs,
      plannedAtMs,
      phaseId: phase?.id ?? null,
      say: { key: `cue.${kind}` },
    },
  }
}

/** Begins a phase at `atMs`; past the last one only USB can answer. */
export function enterPhase(move: Move, index: number, atMs: number, kind: Cue['kind'] = 'action'): void {
  const phase = move.run.phases[index]
  if (!phase) return waitForUsb(move)
  const previous = move.run.phases[index - 1]
  const releases = previous !== undefined && previous.hold.some((button) => !phase.hold.includes(button))
  const letsGoOfAll = releases && phase.hold.length === 0
  move.run = {
    ...move.run,
    stage: 'running',
    phaseIndex: index,
    phaseBeganAtMs: atMs,
    phaseEndsAtMs: phase.endsOn === 'time' ? atMs + phase.maxMs : null,
    aheadCued: false,
  }
  cue(move, kind === 'action' && letsGoOfAll ? 'let-go' : kind === 'action' && releases ? 'release' : kind, atMs, phase)
  move.effects.push({ kind: 'journal.flush' })
  if (phase.id === 'both-until-restart' || phase.id === 'computer-restarts') sendRestart(move)
}

function sendRestart(move: Move): void {
  const deviceId = move.context.phone?.usb?.deviceId
  if (deviceId !== undefined) move.effects.push({ kind: 'recovery.send', deviceId, request: 'reboot' })
}

/** The phases are over; only USB can answer now. */
export function waitForUsb(move: Move): void {
  move.run = { ...move.run, stage: 'waiting', phaseEndsAtMs: null }
  cue(move, 'let-go', move.context.atMs)
}

/** Ends the run with its one verdict. */
export function finish(move: Move, end: AttemptFacts['end']): void {
  const { run, context } = move
  const verdict = verdictOf(run, end, context.phone, context.atMs)
  const question = asksAboutRelease(run, verdict.id) ? 'released-at-tone' : null
  move.run = { ...run, stage: 'ended', phaseEndsAtMs: null, pendingReturnAtMs: null, verdict, question }
  if (verdict.id !== 'cancelled') cue(move, verdict.id === 'entered' ? 'success' : 'miss', context.atMs)
  if (run.attemptId !== null)
    move.effects.push({
      kind: 'attempt.close',
      attemptId: run.attemptId,
      endedWallMs: context.wallMs,
      verdict: verdict.id,
      facts: verdict,
      code: null,
    })
  move.effects.push(
    { kind: 'usb.watch-closely', on: false },
    { kind: 'attention.hold', on: false },
    { kind: 'journal.flush' },
  )
}

/** The phase that runs now. */
export const phaseOf = (run: GuideRun): Phase | undefined => run.phases[run.phaseIndex]
/** Between Start and verdict. */
export const isRunning = (run: GuideRun) => run.stage !== 'card' && run.stage !== 'ended'
/** The phase that the drop off USB ends. */
export const dropIndex = (run: GuideRun) =>
  run.phases.findIndex(
    (phase) => phase.endsOn === 'usb-left' || (phase.endsOn === 'user' && phase.id.endsWith('-unseen')),
  )
