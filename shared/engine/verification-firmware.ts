import type { Case, CaseStep } from './case.ts'
import type { Event } from './events.ts'
import type { Evidence } from './plan-evidence.ts'
import { settledBy } from './plan-settled.ts'
import type { State } from './state.ts'
import { earn } from './verification.ts'
import type { FirmwareFacts } from './verification-facts.ts'

const STEPS_OF_FIRMWARE = ['C1', 'C2'] as const

/**
 * What a checked file shows of the firmware steps. Fresh is only a whole file for this model; fit and signed only one of which both are
 * known, because an unsigned one is refused however well it fits. What speaks against it counts by itself.
 */
export function firmwareEvidence({ whole, fits, signed }: FirmwareFacts): NonNullable<Evidence['firmware']> {
  const known = fits === false || signed === false || (fits === true && signed === true)
  return {
    ...(whole && fits === true ? { checked: true } : {}),
    ...(known ? { fits: fits !== false, signed: signed !== false } : {}),
  }
}

const isOpen = ({ state }: CaseStep) => state === 'not-yet' || state === 'checking'

/** A step that this file speaks against is open again, with the reason. */
function reopened(open: Case, stepId: CaseStep['id'], reason: CaseStep['reason']): Case {
  const steps = open.steps.map((step): CaseStep => {
    if (step.id !== stepId || !(isOpen(step) || step.state === 'proved')) return step
    const { earnedBy: _before, ...rest } = step
    return { ...rest, state: 'not-yet', atWallMs: null, reason }
  })
  return { ...open, steps }
}

/** A firmware file was checked during the open case on the table: it is kept with it, and ticks what it shows. */
export function firmwareChecked(state: State, event: Extract<Event, { kind: 'firmware.checked' }>): State {
  if (!state.case || state.case.outcome !== null) return state
  const { whole, fits, signed } = event
  const settled = settledBy({ firmware: firmwareEvidence({ whole, fits, signed }) })
  let now: Case = { ...state.case, firmware: { whole, fits, signed } }
  for (const id of STEPS_OF_FIRMWARE) {
    const fact = settled.get(id)
    const step = now.steps.find((each) => each.id === id)
    if (!fact || !step) continue
    const wallMs = now.currentStepId === id ? state.wallMs : null
    if (fact.kind === 'first') now = reopened(now, id, fact.reason)
    else if (fact.kind === 'state' && isOpen(step))
      now = earn(now, id, { state: fact.state, earnedBy: fact.reason }, wallMs)
  }
  return { ...state, case: now }
}
