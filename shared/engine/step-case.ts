import { answerHandOver, beginHandOver, casePhone, closeCase, openCase } from './cases.ts'
import type { Effect } from './effects.ts'
import type { Event } from './events.ts'
import type { Phone } from './phone.ts'
import type { State } from './state.ts'
import { attachedPhones, phoneById, type Step, still } from './step-result.ts'
import { verifyUsb } from './verification.ts'
import { resumeCase, settleByLook } from './verification-host.ts'

const MAX_SHELF = 50

/**
 * A case that was opened without a phone gets the one phone that is there; one whose phone is known by its ECID learns the model
 * and the serial number as soon as a mode shows them.
 */
export function bindCase(state: State): State {
  const bound = state.case?.phone ?? null
  const [only, another] = attachedPhones(state)
  if (!state.case || state.case.outcome || !only || another || only.reading) return state
  const seen = casePhone(only)
  if (bound === null) return settleByLook({ ...state, case: { ...state.case, phone: seen } })
  const same = bound.ecid !== null && bound.ecid === seen.ecid
  const knowsMore =
    (bound.productType === null && seen.productType !== null) ||
    (bound.serialNumber === null && seen.serialNumber !== null)
  if (!same || !knowsMore) return state
  const known = { ...seen, udid: seen.udid ?? bound.udid, serialNumber: seen.serialNumber ?? bound.serialNumber }
  return settleByLook({ ...state, case: { ...state.case, phone: known } })
}

function toShelf(state: State): State {
  const open = state.case
  if (!open) return state
  const shelf =
    open.outcome === null ? [open, ...state.shelf.filter(({ id }) => id !== open.id)].slice(0, MAX_SHELF) : state.shelf
  return { ...state, case: null, shelf }
}

/** A guide that is only shown goes with its case; a running one keeps the case on the table. */
export const guideRuns = ({ guide }: State) => guide !== null && guide.stage !== 'card' && guide.stage !== 'ended'

/** Opening, resuming, leaving and closing cases; none of it while a guide runs. */
export function caseEvent(state: State, event: Extract<Event, { kind: `case.${string}` }>): Step {
  if (guideRuns(state)) return still(state)
  switch (event.kind) {
    case 'case.open': {
      const attached = attachedPhones(state)
      const phone = phoneById(state, event.phoneId) ?? (attached.length === 1 ? (attached[0] ?? null) : null)
      const cleared = { ...toShelf(state), guide: null }
      const opened = verifyUsb(
        { ...cleared, case: openCase(cleared, event.caseId, event.complaint, phone, event.ownHistory) },
        [],
      )
      return { state: opened, effects: [{ kind: 'host.check', network: false }] }
    }
    case 'case.resume': {
      const found = state.shelf.find(({ id }) => id === event.caseId)
      if (!found) return still(state)
      const cleared = toShelf(state)
      const shelf = cleared.shelf.filter(({ id }) => id !== found.id)
      const resumed = verifyUsb({ ...cleared, guide: null, case: resumeCase(found), shelf }, [])
      return { state: resumed, effects: [{ kind: 'host.check', network: false }] }
    }
    case 'case.leave':
      return still({ ...toShelf(state), guide: null })
    case 'case.close':
      if (state.case?.id !== event.caseId) return still(state)
      return still({ ...state, case: closeCase(state.case, event.outcome, state.wallMs) })
  }
}

/** The work goes on in the other program; only a phone that is in this mode now can be handed over. */
export function handOverBegun(state: State, mode: 'recovery' | 'dfu'): Step {
  // what newer phones are reported to show for DFU counts where the person says that it is DFU
  const isThere = (phone: Phone) =>
    phone.mode === mode || (mode === 'dfu' && (phone.mode === 'debug-usb' || phone.mode === 'port-dfu'))
  if (!state.case || guideRuns(state) || !attachedPhones(state).some(isThere)) return still(state)
  return still({ ...state, case: beginHandOver(state.case, mode, state.wallMs) })
}

/** Where the only phone on USB is plugged in. */
function placeOf(state: State) {
  const [only, another] = attachedPhones(state)
  return only && !another ? { usbPort: only.usbPort, hubs: only.usb?.hubs ?? null } : {}
}

/** The person tells how it went in the other program. */
export function handOverAnswered(state: State, event: Extract<Event, { kind: 'handover.answer' }>): Step {
  if (!state.case) return still(state)
  const { case: told, restore } = answerHandOver(state.case, event.answer, event.code, state.wallMs)
  const next = { ...state, case: told }
  if (!restore) return still(next)
  const known = state.case.attempts.some(({ attemptId }) => attemptId === restore.attemptId)
  const opened: Effect[] = known
    ? []
    : [
        {
          kind: 'attempt.open',
          caseId: told.id,
          attempt: { ...restore, endedWallMs: null, code: null },
          practice: state.practice,
          ...placeOf(state),
        },
      ]
  if (restore.endedWallMs === null) return { state: next, effects: opened }
  const closed: Effect = {
    kind: 'attempt.close',
    attemptId: restore.attemptId,
    endedWallMs: restore.endedWallMs,
    verdict: null,
    facts: null,
    code: restore.code,
    result: restore.result ?? null,
  }
  return { state: next, effects: [...opened, closed] }
}

/** The app starts: settings, and the cases that were open. */
export function appStarted(state: State, event: Extract<Event, { kind: 'app.started' }>): Step {
  const resumed = event.openCases.find(({ id }) => id === event.resumeCaseId) ?? null
  return {
    state: {
      ...state,
      host: { ...state.host, system: event.system },
      settings: event.settings,
      case: resumed && resumeCase(resumed),
      shelf: event.openCases.filter(({ id }) => id !== resumed?.id).slice(0, MAX_SHELF),
    },
    effects: [{ kind: 'host.check', network: false }],
  }
}
