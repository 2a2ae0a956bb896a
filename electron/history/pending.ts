import type { Change } from './tables.ts'

/** Events beyond this are dropped, oldest first: about 20 minutes of a very lively bus with no disk to write to. */
export const HARD_BOUND = 20_000

/** What is not on disk yet: events in order, and of cases and settings only the newest. */
export type Pending = {
  /** Gives how many older events had to be dropped for it. */
  add(change: Change): number
  readonly size: number
  /** Whether this case is to be saved, or this attempt opened. */
  has(kind: 'case.save' | 'attempt.open', id: string): boolean
  /** Everything, in the order it must be written. */
  all(): readonly Change[]
  /** What has not been marked as shown yet. */
  unshown(): readonly Change[]
  /** Everything is in the copy that reads come from, but still owed to the file. */
  markShown(): void
  clear(): void
}

const keyOf = (change: Exclude<Change, { kind: 'event' }>): string => {
  switch (change.kind) {
    case 'case.save':
      return `case ${change.case.id}`
    case 'attempt.open':
      return `open ${change.attempt.attemptId}`
    case 'attempt.close':
      return `close ${change.attemptId}`
    case 'attempt.answered':
      return `answered ${change.attemptId}`
    case 'attempt.begin':
      return `begin ${change.attemptId}`
    case 'labels':
      return `labels ${change.caseId}`
    case 'cable':
      return `cable ${change.attemptId}`
    default:
      return change.kind
  }
}

/** Of labels each one is new by itself; of everything else the newest is all. */
const withEarlier = (change: Change, earlier: Change | undefined): Change =>
  change.kind === 'labels' && earlier?.kind === 'labels'
    ? { ...change, labels: { ...earlier.labels, ...change.labels } }
    : change

/** A bounded, ordered heap of unwritten changes. `bound` counts events. */
export function createPending(bound: number = HARD_BOUND): Pending {
  const documents = new Map<string, Change>()
  const shownDocuments = new Set<string>()
  let events: Change[] = []
  let shownEvents = 0
  return {
    add(change) {
      if (change.kind !== 'event') {
        const key = keyOf(change)
        documents.set(key, withEarlier(change, documents.get(key)))
        shownDocuments.delete(key)
        return 0
      }
      events.push(change)
      if (events.length <= bound) return 0
      // a tenth at once: shifting for every event would cost more than the event
      const dropped = Math.max(1, Math.floor(bound / 10))
      events.splice(0, dropped)
      shownEvents = Math.max(0, shownEvents - dropped)
      return dropped
    },
    get size() {
      return documents.size + events.length
    },
    has: (kind, id) => documents.has(kind === 'case.save' ? `case ${id}` : `open ${id}`),
    all: () => [...documents.values(), ...events],
    unshown: () => [
      ...[...documents].filter(([key]) => !shownDocuments.has(key)).map(([, change]) => change),
      ...events.slice(shownEvents),
    ],
    markShown() {
      for (const key of documents.keys()) shownDocuments.add(key)
      shownEvents = events.length
    },
    clear() {
      documents.clear()
      shownDocuments.clear()
      events = []
      shownEvents = 0
    },
  }
}
