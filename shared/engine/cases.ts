import { checklistStep } from '../knowledge/checklist-steps.ts'
import type { Outcome, StepId, StepState } from '../knowledge/vocabulary.ts'
import { readErrorCode } from '../protocol/dialog-text.ts'
import type { AttemptSummary, Case, CasePhone, CaseStep, Complaint, HandOver } from './case.ts'
import type { GuideRun } from './guide-run.ts'
import { hostEvidence } from './host-facts.ts'
import type { Message } from './message.ts'
import type { Phone } from './phone.ts'
import type { CuredBefore, Evidence } from './plan-evidence.ts'
import { openingSteps } from './plan.ts'
import type { State } from './state.ts'

/** Attempts shown with a case; older ones stay in the history. */
const MAX_ATTEMPTS = 200

/** What a case keeps of a phone: enough to know it again and to name it. */
export const casePhone = ({ identity }: Phone): CasePhone => ({
  name: identity.name,
  productType: identity.productTypes.length === 1 ? (identity.productTypes[0] ?? null) : null,
  ecid: identity.ecid,
  udid: identity.udid,
  serialNumber: identity.serialNumber,
  buttonFamily: identity.buttonFamily,
})

/** Reads the code out of a pasted text where the screen has not done so. */
function readComplaint(complaint: Complaint): Complaint {
  if (complaint.kind !== 'code' || complaint.code !== null) return complaint
  return { ...complaint, code: readErrorCode(complaint.text).code }
}

/** What is known before the first step: hubs on the phone's path, the last look at this computer, and what helped here before. */
function openingEvidence(
  { host }: State,
  product: string | null,
  hubs: number | null,
  ownHistory: readonly CuredBefore[],
): Evidence {
  return {
    ...(hubs === null ? {} : { usb: { hubs } }),
    ...(host.facts ? { host: hostEvidence(host.facts, product) } : {}),
    ...(ownHistory.length > 0 ? { ownHistory: [...ownHistory] } : {}),
  }
}

/** A new case with its plan. A complaint that only wants a guide has no checklist. */
export function openCase(
  state: State,
  caseId: string,
  complaint: Complaint,
  phone: Phone | null,
  ownHistory: readonly CuredBefore[] = [],
): Case {
  const read = readComplaint(complaint)
  const product = phone?.identity.productTypes[0] ?? null
  const plan =
    read.kind === 'guide-only'
      ? { steps: [], deviations: [] }
      : openingSteps({
          code: read.kind === 'code' ? read.code : null,
          product,
          system: state.host.system,
          evidence: openingEvidence(state, product, phone?.usb?.hubs ?? null, ownHistory),
        })
  return {
    id: caseId,
    practice: state.practice,
    openedWallMs: state.wallMs,
    closedWallMs: null,
    complaint: read,
    phone: phone ? casePhone(phone) : null,
    steps: plan.steps,
    currentStepId: firstOpen(plan.steps),
    deviations: plan.deviations,
    handOver: null,
    attempts: [],
    outcome: null,
  }
}

/**
 * The code of an open case became known after it was opened: the plan is made for it now. Whatever was answered stays as it was
 * answered, first those steps that the new plan does not have.
 */
export function learnCode(state: State, open: Case, code: string): Case {
  const { steps: planned, deviations } = openingSteps({
    code,
    product: open.phone?.productType ?? null,
    system: state.host.system,
    evidence: openingEvidence(state, open.phone?.productType ?? null, null, []),
  })
  const answered = open.steps.filter((step) => step.state !== 'not-yet')
  const others = answered.filter(({ id }) => !planned.some((step) => step.id === id))
  const steps = [...others, ...planned.map((step) => answered.find(({ id }) => id === step.id) ?? step)]
  const text = open.complaint.kind === 'code' ? open.complaint.text : ''
  const stays = answered.some(({ id, state: now }) => id === open.currentStepId && now === 'checking')
  return {
    ...open,
    complaint: { kind: 'code', code, text },
    steps,
    deviations,
    currentStepId: stays ? open.currentStepId : firstOpen(steps),
  }
}

/** The first step that is still open; null where the plan is through. */
export const firstOpen = (steps: readonly CaseStep[]): StepId | null =>
  steps.find((step) => step.state === 'not-yet' || step.state === 'checking')?.id ?? null

/** Sets one step's state and goes to the first step that is still open. */
export function setStep(
  open: Case,
  stepId: StepId,
  change: { readonly state: StepState; readonly note: string | null; readonly earnedBy?: Message },
  wallMs: number | null,
): Case {
  const steps = open.steps.map((step): CaseStep => {
    if (step.id !== stepId) return step
    const { earnedBy: _before, ...rest } = step
    return { ...rest, ...change, atWallMs: wallMs }
  })
  const stays = change.state === 'not-yet' || change.state === 'checking'
  return { ...open, steps, currentStepId: stays ? stepId : firstOpen(steps) }
}

const ANSWERS = { done: 'said-by-you', already: 'said-by-you', cannot: 'skipped', undo: 'not-yet' } as const

/**
 * The person's answer to a step. A step that is not in the plan changes nothing. What was tried before this case has no moment in
 * it, so that it can never be taken for what ended the case.
 */
export function answerStep(
  open: Case,
  stepId: StepId,
  answer: keyof typeof ANSWERS,
  note: string | null,
  wallMs: number,
): Case {
  if (open.outcome !== null || !open.steps.some((step) => step.id === stepId)) return open
  return setStep(open, stepId, { state: ANSWERS[answer], note }, answer === 'already' ? null : wallMs)
}

/** Ends the case. Only an open case can end. */
export const closeCase = (open: Case, outcome: Outcome, wallMs: number): Case =>
  open.outcome === null ? { ...open, outcome, closedWallMs: wallMs, handOver: null } : open

const withAttempt = (open: Case, attempt: AttemptSummary): Case => ({
  ...open,
  attempts: [...open.attempts.filter(({ attemptId }) => attemptId !== attempt.attemptId), attempt].slice(-MAX_ATTEMPTS),
})

/** A guide began inside this case. */
export const attemptStarted = (open: Case, run: GuideRun, wallMs: number): Case =>
  run.attemptId === null
    ? open
    : withAttempt(
        { ...open, handOver: null },
        {
          attemptId: run.attemptId,
          kind: 'guide',
          guide: run.guide,
          way: run.way,
          startedWallMs: wallMs,
          endedWallMs: null,
          verdict: null,
          code: null,
        },
      )

/** The current step, if this guide is what it asks for. */
function stepOfGuide(open: Case, run: GuideRun): CaseStep | null {
  const step = open.steps.find(({ id }) => id === open.currentStepId)
  return step && checklistStep(step.id).guide === run.guide ? step : null
}

/** A guide ended with its verdict: the step that asked for it moves on, and recovery and DFU lead to the hand-over. */
export function attemptEnded(open: Case, run: GuideRun, wallMs: number): Case {
  const { verdict, attemptId } = run
  const attempt = open.attempts.find((one) => one.attemptId === attemptId)
  if (!verdict || !attempt) return open
  const ended = withAttempt(open, { ...attempt, endedWallMs: wallMs, verdict: verdict.id })
  if (verdict.id !== 'entered') return ended
  const step = stepOfGuide(ended, run)
  if (run.target === 'recovery' || run.target === 'dfu') {
    const { currentStepId } = ended
    // a guide beside the plan leaves the current step as it is
    const handed = beginHandOver(step ? ended : { ...ended, currentStepId: null }, run.target, wallMs)
    return step ? handed : { ...handed, currentStepId }
  }
  // USB saw it leave and return: likely a restart, not proved
  const earnedBy = { key: 'earned.guide-restart' }
  return step ? setStep(ended, step.id, { state: 'likely', note: null, earnedBy }, wallMs) : ended
}

/** The phone is where the other program takes it over; the current step, if there is one, waits for the answer. */
export function beginHandOver(open: Case, mode: HandOver['mode'], wallMs: number): Case {
  if (open.outcome !== null) return open
  const step = open.steps.find(({ id, state }) => id === open.currentStepId && state === 'not-yet')
  const waiting = step ? setStep(open, step.id, { state: 'checking', note: null }, wallMs) : open
  return { ...waiting, handOver: { mode, stage: 'ready', sinceWallMs: wallMs, code: null } }
}

/** How the work in Finder, Apple Devices or iTunes went. Gives the case and the restore attempt that began or ended. */
export function answerHandOver(
  open: Case,
  answer: 'restoring' | 'worked' | 'failed',
  code: string | null,
  wallMs: number,
): { readonly case: Case; readonly restore: AttemptSummary | null } {
  const { handOver } = open
  if (!handOver || open.outcome !== null) return { case: open, restore: null }
  const running = open.attempts.find((one) => one.kind === 'restore' && one.endedWallMs === null)
  const restore: AttemptSummary = running ?? {
    attemptId: `${open.id}/restore-${open.attempts.filter(({ kind }) => kind === 'restore').length + 1}`,
    kind: 'restore',
    guide: null,
    way: null,
    startedWallMs: wallMs,
    endedWallMs: null,
    verdict: null,
    code: null,
    result: null,
  }
  if (answer === 'restoring')
    return { case: withAttempt({ ...open, handOver: { ...handOver, stage: 'restoring' } }, restore), restore }
  const read = code === null ? null : (readErrorCode(code).code ?? code.slice(0, 60))
  const ended = { ...restore, endedWallMs: wallMs, code: answer === 'failed' ? read : null, result: answer }
  const told = withAttempt({ ...open, handOver: { ...handOver, stage: answer, code: ended.code } }, ended)
  const step = told.steps.find(({ id, state }) => id === told.currentStepId && state === 'checking')
  if (answer === 'worked') {
    const ticked = step ? setStep(told, step.id, { state: 'said-by-you', note: null }, wallMs) : told
    return { case: closeCase(ticked, 'fixed', wallMs), restore: ended }
  }
  const failed = step ? setStep(told, step.id, { state: 'failed', note: ended.code }, wallMs) : told
  return { case: failed, restore: ended }
}
