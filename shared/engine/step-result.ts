import type { Effect } from './effects.ts'
import type { Phone } from './phone.ts'
import type { State } from './state.ts'

/** What one event leads to. */
export type Step = { readonly state: State; readonly effects: readonly Effect[] }

/** A new State, and nothing to do. */
export const still = (state: State): Step => ({ state, effects: [] })

/** One step after another, with the effects of both. */
export const andThen = (first: Step, next: (state: State) => Step): Step => {
  const second = next(first.state)
  return { state: second.state, effects: [...first.effects, ...second.effects] }
}

/** The phone of this id, null where it is unknown (or no id is given). */
export const phoneById = (state: State, id: string | null): Phone | null =>
  state.phones.find((phone) => phone.id === id) ?? null

/** The phones on USB now. */
export const attachedPhones = (state: State): readonly Phone[] => state.phones.filter(({ usb }) => usb !== null)
