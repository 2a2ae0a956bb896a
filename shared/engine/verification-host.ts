import type { Case, CaseStep } from './case.ts'
import { hostEvidence, type HostFacts, strainOf } from './host-facts.ts'
import { linkTestCutOff } from './link-test.ts'
import type { Evidence } from './plan-evidence.ts'
import { settledBy } from './plan-settled.ts'
import type { State } from './state.ts'
import { beginCheck, earn, judgeRestarts } from './verification.ts'
import type { BootMark, Restarts } from './verification-facts.ts'

/** A corrected clock moves the computed start by less than this, mostly. */
const SAME_START_MS = 120_000

/**
 * Whether the computer was started anew between two looks. Another name of the start, or a shorter time since it, proves it; a
 * start that only computes to another moment may be a corrected clock. The same name rules it out. Null: nothing shows it.
 */
export function restartedBetween(before: BootMark, now: BootMark): 'proved' | 'likely' | null {
  if (before.bootId !== null && now.bootId !== null) return before.bootId === now.bootId ? null : 'proved'
  if (now.uptimeMs < before.uptimeMs) return 'proved'
  return now.bootedWallMs - before.bootedWallMs > SAME_START_MS ? 'likely' : null
}

/** Keeps this computer's start with the case, and says so once it is another one. */
function judgeBoot(state: State, boot: BootMark | null): State {
  const open = state.case
  if (!open || boot === null) return state
  const none: Restarts = { boot: null, computer: null, phoneAwayMs: null }
  const restarts = { ...none, ...open.restarts }
  if (restarts.boot === null) return { ...state, case: { ...open, restarts: { ...restarts, boot } } }
  const computer = restarts.computer ?? restartedBetween(restarts.boot, boot)
  if (computer === restarts.computer) return state
  return judgeRestarts({ ...state, case: { ...open, restarts: { ...restarts, computer } } })
}

const isUntouched = ({ state, atWallMs }: CaseStep) => state === 'not-yet' && atWallMs === null

/**
 * Ticks the steps that the look at this computer settles, and gives the others the reason that it found. A step that was ticked by
 * an earlier look and is not fine any more is open again. What the person answered stays.
 */
function settle(open: Case, host: NonNullable<Evidence['host']>): Case {
  const settled = settledBy({ host })
  let now = open
  for (const step of open.steps) {
    const fact = settled.get(step.id)
    const byLook = step.state === 'proved' && (step.earnedBy?.key.startsWith('reason.evidence.') ?? false)
    if (fact?.kind === 'state' && isUntouched(step))
      now = earn(now, step.id, { state: fact.state, earnedBy: fact.reason }, null)
    else if (fact?.kind === 'first' && (isUntouched(step) || byLook))
      now = {
        ...now,
        steps: now.steps.map((each): CaseStep => {
          if (each.id !== step.id) return each
          const { earnedBy: _before, ...rest } = each
          return { ...rest, state: 'not-yet', atWallMs: null, reason: fact.reason }
        }),
      }
  }
  return now
}

/** Takes a look at this computer into the State and into the case on the table. */
export function hostChecked(state: State, facts: HostFacts): State {
  const known = settleByLook({ ...state, host: { ...state.host, facts } })
  if (!known.case || !isOpen(known.case)) return known
  // the first look of a case stands for the failure that the person came with
  const strained = known.case.strain ? known : { ...known, case: { ...known.case, strain: strainOf(facts) } }
  return beginCheck(judgeBoot(strained, facts.boot))
}

const isOpen = (open: Case | null) => open !== null && open.outcome === null && open.steps.length > 0

/** Settles the case on the table by the last look, as far as there was one; again when the phone's model has become known. */
export function settleByLook(state: State): State {
  const { facts } = state.host
  const open = state.case
  if (!facts || !open || !isOpen(open)) return state
  return { ...state, case: settle(open, hostEvidence(facts, open.phone?.productType ?? null)) }
}

/** A case that comes back after the app's end: what was measured on the old clock, and ports whose numbers may be others now, go. */
export function resumeCase(open: Case): Case {
  return { ...linkTestCutOff(open), check: null, failedAt: null }
}
