import { createContext, useContext, useSyncExternalStore } from 'react'
import type { OpenConnection } from '../shared/contract/connection.ts'
import type {
  Answer,
  CallOutput,
  PracticeAction,
  PracticeSetup,
  PracticeView,
  PushHandlers,
  World,
} from '../shared/contract/contract.ts'
import type { UserEvent } from '../shared/engine/events.ts'
import type { Problem } from '../shared/engine/problem.ts'
import type { State } from '../shared/engine/state.ts'
import { keepConnected, type Link, type LinkListener, type LinkStatus } from './connection.ts'

/** Joins a world's monotonic clock to this page's: at `receivedAtMs` (performance.now) the world's clock stood at `sentAtMs`. */
export type ClockAnchor = { readonly sentAtMs: number; readonly rate: number; readonly receivedAtMs: number }

/** What a world's clock says at a moment of this page (`performance.now()` unless told). Milliseconds, same scale as every `…AtMs` in State. */
export function worldMs(clock: ClockAnchor, pageMs: number = performance.now()): number {
  return clock.sentAtMs + (pageMs - clock.receivedAtMs) * clock.rate
}

/** States something into one world. Resolves with the answer; a refusal is also shown on screen by the store. */
export type Act = (event: UserEvent) => Promise<Answer>

export type WorldView = { readonly state: State; readonly clock: ClockAnchor }

/** All that the screen knows. Replaced as a whole, never changed in place. */
export type Snapshot = {
  readonly link: LinkStatus
  readonly app: CallOutput<'hello'> | null
  readonly real: WorldView | null
  readonly practice: WorldView | null
  /** The virtual iPhone; `setup` is null while nobody practises. */
  readonly practiceView: PracticeView | null
  /** Counts the pushes that say that the history changed. */
  readonly historyVersion: number
  /** The newest refusal, until dismissed or until something is accepted. */
  readonly refusal: Problem | null
}

export type Store = {
  readonly snapshot: () => Snapshot
  readonly subscribe: (listener: () => void) => () => void
  act(world: World, event: UserEvent): Promise<Answer>
  practiceStart(setup: PracticeSetup): Promise<Answer>
  practiceAct(action: PracticeAction): Promise<Answer>
  practiceStop(): Promise<Answer>
  /** Reads the history; rejects when the connection is lost. */
  readonly call: OpenConnection['call']
  retryNow(): void
  dismissRefusal(): void
}

/** A clock that seems to step back further than this did: the computer slept or the service restarted. */
const CLOCK_JUMP_MS = 500

/** A frame that waited on its way makes the world look slow: of two anchors the one that shows the later world is nearer to the truth. */
export function betterAnchor(before: ClockAnchor | null, next: ClockAnchor): ClockAnchor {
  if (before === null || before.rate !== next.rate) return next
  const behindMs = worldMs(before, next.receivedAtMs) - next.sentAtMs
  return behindMs > 0 && behindMs < CLOCK_JUMP_MS * next.rate ? before : next
}

const EMPTY: Snapshot = {
  link: { kind: 'connecting' },
  app: null,
  real: null,
  practice: null,
  practiceView: null,
  historyVersion: 0,
  refusal: null,
}

/** The screen's copy of what the engine believes, kept fresh over one connection. `connect` is replaced in fixtures. */
export function createStore(connect: (listener: LinkListener) => Link = keepConnected): Store {
  let now = EMPTY
  const listeners = new Set<() => void>()
  const set = (change: Partial<Snapshot>) => {
    now = { ...now, ...change }
    for (const listener of listeners) listener()
  }
  const pushes: PushHandlers = {
    state: ({ world, sentAtMs, rate, state }) => {
      const clock = betterAnchor(now[world]?.clock ?? null, { sentAtMs, rate, receivedAtMs: performance.now() })
      set({ [world]: { state, clock } })
    },
    practice: (practiceView) => set(practiceView.setup === null ? { practiceView, practice: null } : { practiceView }),
    historyChanged: () => set({ historyVersion: now.historyVersion + 1 }),
  }
  const link = connect({
    pushes,
    onStatus: (status) => set({ link: status }),
    onOpen: () =>
      void link.call('hello', {}).then(
        (app) => set({ app, historyVersion: now.historyVersion + 1 }),
        () => undefined,
      ),
  })
  const answered = async (answer: Promise<Answer>): Promise<Answer> => {
    const given = await answer.catch((): Answer => ({ ok: false, problem: { code: 'not-now' } }))
    set({ refusal: given.ok ? null : given.problem })
    return given
  }
  return {
    snapshot: () => now,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    act: (world, event) => answered(link.call('act', { world, event })),
    practiceStart: (setup) => answered(link.call('practiceStart', setup)),
    practiceAct: (action) => answered(link.call('practiceAct', action)),
    practiceStop: () => answered(link.call('practiceStop', {})),
    call: (name, input) => link.call(name, input),
    retryNow: () => link.retryNow(),
    dismissRefusal: () => set({ refusal: null }),
  }
}

export const StoreContext = createContext<Store | null>(null)

/** The store of this page. Throws outside of `StoreContext`: a bug. */
export function useStore(): Store {
  const store = useContext(StoreContext)
  if (store === null) throw new Error('no store above this component')
  return store
}

/** Everything the screen knows, drawn again whenever it changes. */
export function useSnapshot(): Snapshot {
  const store = useStore()
  return useSyncExternalStore(store.subscribe, store.snapshot)
}
