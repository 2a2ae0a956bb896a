import type { World } from '../shared/contract/contract.ts'
import type { State } from '../shared/engine/state.ts'
import type { Act, ClockAnchor } from './store.ts'

/** What every screen of a world gets. `clock` turns this page's time into the world's (`worldMs`). */
export type ScreenProps = {
  readonly world: World
  readonly state: State
  readonly clock: ClockAnchor
  readonly act: Act
}
