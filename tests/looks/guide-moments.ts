import { initialState } from '../../shared/engine/initial-state.ts'
import type { State } from '../../shared/engine/state.ts'
import { step } from '../../shared/engine/step.ts'
import { runSession } from '../simulator/session.ts'

/** Every State with a guide on screen, in a DFU guide that a perfect person of the simulator plays by hand; those that look the same come once. */
export function statesOfGuide(): State[] {
  const setup = { product: 'iPhone12,1', seed: 20, guide: 'dfu', way: 'manual', person: 'perfect', tries: 1 } as const
  let state = initialState(false, 'macos')
  const states: State[] = []
  for (const event of runSession(setup).events) {
    const before = state.guide
    state = step(state, event).state
    if (state.guide !== null && state.guide !== before) states.push(state)
  }
  return states
}

/** The State at the very moment in which a phase of that guide begins. Throws when it never does. */
export function stateInPhase(phaseId: string): State {
  const found = statesOfGuide().find(
    ({ guide }) => guide?.stage === 'running' && guide.phases[guide.phaseIndex]?.id === phaseId,
  )
  if (found === undefined) throw new Error(`no phase ${phaseId} in this session`)
  return found
}
