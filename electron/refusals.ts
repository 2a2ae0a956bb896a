import type { UserEvent } from '../shared/engine/events.ts'
import { whyNotAsked } from '../shared/engine/loader.ts'
import { isAsShown, whyNoTrip } from '../shared/engine/phone-trip.ts'
import type { Problem } from '../shared/engine/problem.ts'
import type { State } from '../shared/engine/state.ts'

const problem = (code: Problem['code']): Problem => ({ code })

const hasCase = (state: State, caseId: string) =>
  state.case?.id === caseId || state.shelf.some((shelved) => shelved.id === caseId)

/**
 * Why an action cannot be taken as things stand, or null. The engine would drop it in silence; the person is told instead.
 */
export function refusal(state: State, event: UserEvent): Problem | null {
  switch (event.kind) {
    case 'case.resume':
      return hasCase(state, event.caseId) ? null : problem('case-unknown')
    case 'case.close':
      return state.case?.id === event.caseId ? null : problem('case-unknown')
    case 'step.answer':
    case 'step.show':
    case 'handover.answer':
    case 'retry.answer':
      return state.case ? null : problem('case-unknown')
    case 'case.open':
    case 'guide.show':
      if (event.phoneId === null || state.phones.some((phone) => phone.id === event.phoneId)) return null
      return problem('phone-unknown')
    case 'phone.ask': {
      const phone = state.phones.find(({ id }) => id === event.phoneId)
      if (phone === undefined) return problem('phone-unknown')
      return whyNotAsked(state, phone) === null ? null : problem('not-now')
    }
    case 'recovery.enter':
    case 'recovery.leave': {
      const phone = state.phones.find(({ id }) => id === event.phoneId)
      if (phone === undefined) return problem('phone-unknown')
      if (!isAsShown(phone, event)) return problem('phone-changed')
      return whyNoTrip(state, phone, event.kind === 'recovery.enter' ? 'enter' : 'leave') === null
        ? null
        : problem('not-now')
    }
    case 'guide.start':
      return state.guide?.stage === 'card' ? null : problem('not-now')
    case 'guide.again':
      return state.guide?.stage === 'ended' ? null : problem('not-now')
    case 'guide.confirm':
      return state.guide ? null : problem('not-now')
    default:
      return null
  }
}
