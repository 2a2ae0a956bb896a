import type { Phase } from '../../../shared/engine/guide-run.ts'
import type { Button } from '../../../shared/knowledge/vocabulary.ts'

/**
 * What a button is to do now. `press`: click once. `hold`: push down now and stay. `keep`: stays down while another is let
 * go or joins. `release`: let go now. `ready`: a finger goes there, without pressing yet. `forbidden`: hands off. Everything else is idle.
 */
export type Role = 'press' | 'hold' | 'keep' | 'release' | 'ready' | 'forbidden' | 'idle'

export type Roles = Readonly<Partial<Record<Button, Role>>>

type Held = Pick<Phase, 'hold' | 'press' | 'avoid'>

const NOTHING: Held = { hold: [], press: [], avoid: [] }

/**
 * What each button is to do in `phase`, coming from the phase `before` it (null at the beginning). A button that stays
 * down is called `keep` only beside one that changes: when nothing changes, both are simply held.
 */
export function rolesOf(phase: Held | null, before: Held | null): Roles {
  const now = phase ?? NOTHING
  const earlier = before ?? NOTHING
  const released = earlier.hold.filter((button) => !now.hold.includes(button) && !now.press.includes(button))
  const added = now.hold.filter((button) => !earlier.hold.includes(button))
  const changes = released.length > 0 || (added.length > 0 && added.length < now.hold.length)
  const roles: Partial<Record<Button, Role>> = {}
  for (const button of now.avoid) roles[button] = 'forbidden'
  for (const button of released) roles[button] = 'release'
  for (const button of now.hold) roles[button] = changes && !added.includes(button) ? 'keep' : 'hold'
  for (const button of now.press) roles[button] = 'press'
  return roles
}

/** Where the fingers go before a phase begins: nothing is pressed yet. */
export function readyFor(phase: Held | null): Roles {
  const roles: Partial<Record<Button, Role>> = {}
  for (const button of phase?.avoid ?? []) roles[button] = 'forbidden'
  for (const button of [...(phase?.press ?? []), ...(phase?.hold ?? [])]) roles[button] = 'ready'
  return roles
}

/** The buttons that have one role, in the order of the guide's own lists. */
export function buttonsWith(roles: Roles, role: Role): Button[] {
  return (Object.keys(roles) as Button[]).filter((button) => roles[button] === role)
}
