import type { StepId } from '../knowledge/vocabulary.ts'
import type { AttemptSummary, Case } from './case.ts'
import { answerStep, firstOpen } from './cases.ts'
import type { Effect } from './effects.ts'
import type { Event } from './events.ts'
import type { Message } from './message.ts'
import type { State } from './state.ts'
import { logOfTry } from './case-logs.ts'
import { handOverAnswered } from './step-case.ts'
import { type Step, still } from './step-result.ts'
import { beginCheck, failedAgain, phoneOfCase, startRetry } from './verification.ts'

/** Steps at which hands are on the phone or its cable: what USB saw meanwhile stands beside the answer. */
const ON_THE_LINE: readonly StepId[] = ['A2', 'A3', 'A4', 'A5', 'A6']

/** What USB saw while the person did what USB cannot prove; null where it has nothing to do with the step. */
function saidBy(state: State, stepId: StepId): Message | null {
  if (!ON_THE_LINE.includes(stepId)) return null
  const check = state.case?.check
  const seen = check?.stepId === stepId && check.awayMs !== null ? check.awayMs : null
  if (seen === null) return { key: phoneOfCase(state)?.usb ? 'earned.said.not-seen' : 'earned.said' }
  const params = { seconds: Math.max(1, Math.round(seen / 1000)), port: phoneOfCase(state)?.usbPort ?? '' }
  return { key: stepId === 'A2' ? 'earned.said.cable' : 'earned.said.left-and-returned', params }
}

const withEarned = (open: Case, stepId: StepId, earnedBy: Message): Case => ({
  ...open,
  steps: open.steps.map((step) => (step.id === stepId ? { ...step, earnedBy } : step)),
})

/** Put back to not yet, these wait for another move than the one that ticked them. */
const SEEN_BY_USB: readonly StepId[] = ['A3', 'A4', 'A5']

/** The person's answer to a step: kept with what was seen beside it; "done" leads to the next try, "undo" begins to watch anew. */
export function stepAnswered(state: State, event: Extract<Event, { kind: 'step.answer' }>): State {
  const { stepId, answer, note } = event
  if (!state.case) return state
  const said = saidBy(state, stepId)
  const before = state.case.steps.find(({ id }) => id === stepId)
  const told = answerStep(state.case, stepId, answer, note, state.wallMs)
  if (told === state.case) return state
  const next = { ...state, case: told.retry?.stepId === stepId ? { ...told, retry: null } : told }
  if (answer === 'undo') {
    const cleared = { ...next, case: { ...next.case, check: null } }
    return beginCheck(SEEN_BY_USB.includes(stepId) ? failedAgain(cleared) : cleared)
  }
  if (answer === 'cannot') return next
  const earnedBy = answer === 'already' ? { key: 'earned.said.before' } : said
  const earned = earnedBy === null ? next : { ...next, case: withEarned(next.case, stepId, earnedBy) }
  const wasOpen = before?.state === 'not-yet' || before?.state === 'checking'
  return answer === 'done' && wasOpen && isFollowedByTry(stepId) ? startRetry(earned, stepId) : earned
}

/** Update and restores are tries themselves, and after professional help nothing is tried here. */
const isFollowedByTry = (stepId: StepId) => !(['D1', 'D2', 'D3', 'F1'] as readonly StepId[]).includes(stepId)

/** Where, on which cable and at which step a restore failed or worked, for the hardware rule. */
function withPlace(state: State, attempts: readonly AttemptSummary[]): AttemptSummary[] {
  const last = attempts.at(-1)
  const open = state.case
  if (!open || last?.kind !== 'restore' || last.endedWallMs === null || last.cables !== undefined) return [...attempts]
  const cable = open.steps.find(({ id }) => id === 'A2')?.state
  const cables = cable === 'said-by-you' || cable === 'failed' ? 2 : 1
  const step = open.retry?.stepId ?? open.steps.find((each) => each.state === 'checking')?.id ?? null
  const known = { ...last, cables, step }
  // what this computer's USB shows says nothing about another one
  if (step === 'A7') return [...attempts.slice(0, -1), { ...known, computer: 'another', usbPort: null }]
  const usbPort = phoneOfCase(state)?.usbPort ?? null
  return [...attempts.slice(0, -1), { ...known, usbPort, ...dropBefore(state, open, last) }]
}

/** A drop this close before the failure belongs to it; a restore makes the phone leave several times long before. */
const DROP_BELONGS_SECONDS = 10
/** A log is written to the end a moment after what it tells. */
const LOG_LATE_MS = 1000

/**
 * How USB stood at the failure. Where the other program's log tells the moment, the drop before it counts. Without one a phone that
 * never left, and one that is off USB now, say something; one that left and came back may have done so because the restore asked it
 * to, which says nothing.
 */
function dropBefore(state: State, open: Case, attempt: AttemptSummary): { readonly dropSeconds?: number | null } {
  const phone = phoneOfCase(state)
  if (!phone || state.host.usb.status !== 'watching') return {}
  const sinceWallMs = Math.min(attempt.startedWallMs, (open.retry ?? open.handOver)?.sinceWallMs ?? Infinity)
  const left = phone.changes.filter(({ mode, wallMs }) => mode === null && wallMs >= sinceWallMs)
  const log = logOfTry(open)
  if (log?.success === false) {
    const last = left.findLast(({ wallMs }) => wallMs <= log.writtenWallMs + LOG_LATE_MS)
    const seconds = last ? Math.max(0, Math.round((log.writtenWallMs - last.wallMs) / 1000)) : null
    return { dropSeconds: seconds !== null && seconds <= DROP_BELONGS_SECONDS ? seconds : null }
  }
  if (phone.usb !== null) return left.length === 0 ? { dropSeconds: null } : {}
  const last = left.at(-1)
  return last ? { dropSeconds: Math.round((state.wallMs - last.wallMs) / 1000) } : {}
}

/** A failure or a success was told: notes where it was, and after a failure the next "other port" is another one than this. */
export function outcomeTold(before: State, told: Step): Step {
  const open = told.state.case
  if (!open || open === before.case) return told
  const noted = { ...told.state, case: { ...open, attempts: withPlace(before, open.attempts) } }
  const failed = open.handOver?.stage === 'failed' && before.case?.handOver?.stage !== 'failed'
  // "another port" goes on from where it failed on this computer
  const elsewhere = before.case?.retry?.stepId === 'A7'
  return { ...told, state: failed && !elsewhere ? failedAgain(noted) : noted }
}

/** How the try after a step went. Worked: fixed, by this step. Failed: the step did not help, and the plan goes on. */
export function retryAnswered(state: State, event: Extract<Event, { kind: 'retry.answer' }>): Step {
  const open = state.case
  if (!open?.retry || open.outcome !== null) return still(state)
  const { stepId } = open.retry
  if (event.answer === 'later') return still({ ...state, case: goOn({ ...open, retry: null }, stepId) })
  const mode = phoneOfCase(state)?.mode === 'dfu' ? 'dfu' : 'recovery'
  const lent: Case = {
    ...open,
    handOver: { mode, stage: 'ready', sinceWallMs: open.retry.sinceWallMs, code: null },
  }
  const ready = { ...state, case: lent }
  const told = outcomeTold(
    ready,
    handOverAnswered(ready, { ...event, kind: 'handover.answer', answer: event.answer, code: event.code }),
  )
  const after = told.state.case
  if (!after) return told
  const effects = stepId === 'A7' ? told.effects.map(withoutPlace) : told.effects
  // the step that was done last before it worked is the one that helped
  const change = event.answer === 'worked' ? {} : { state: 'failed' as const, note: after.handOver?.code ?? null }
  const steps = after.steps.map((step) => (step.id === stepId ? { ...step, ...change, atWallMs: state.wallMs } : step))
  return { effects, state: { ...told.state, case: goOn({ ...after, steps, retry: null }, stepId) } }
}

/** A try on another computer belongs to no port of this one. */
function withoutPlace(effect: Effect): Effect {
  if (effect.kind !== 'attempt.open') return effect
  const { usbPort: _port, hubs: _hubs, ...rest } = effect
  return rest
}

/** From a step that is over to the first one that is open; whoever looks at another step stays there. */
const goOn = (open: Case, from: StepId): Case =>
  open.currentStepId === from && open.outcome === null ? { ...open, currentStepId: firstOpen(open.steps) } : open
