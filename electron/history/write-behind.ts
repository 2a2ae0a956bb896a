import type { Problem } from '../../shared/engine/problem.ts'
import type { Pending } from './pending.ts'
import type { Change } from './tables.ts'
import { problemOf } from './trouble.ts'

/** Events wait at most this long, cases and attempts not even that. */
const FLUSH_AFTER_MS = 250
/** So many waiting events are written at once: about 1 ms of work. */
const FLUSH_AT = 256
const RETRY_FIRST_MS = 500
const RETRY_LAST_MS = 10_000
/** Two programs may collide for a moment without anything being wrong. */
const LOCKED_TRIES_UNTIL_REPORT = 3

export type WriteBehindPorts = {
  readonly pending: Pending
  readonly onTrouble: (problem: Problem) => void
  readonly onRecovered: (code: Problem['code']) => void
  readonly onChanged: () => void
  /** Writing goes to a copy in memory at first; the file is owed everything until `reach` gives null. */
  readonly owed: boolean
  /** All or nothing; throws expected failures. */
  write(changes: readonly Change[]): { refused: string[] }
  /** Tries to get to the file. Gives why not. */
  reach(): Problem | null
  /** Sets a damaged file aside. Gives whether there is a fresh one. */
  replace(why: string): boolean
}

export type WriteBehind = {
  add(change: Change): void
  /** Writes what waits, now. Trouble is reported, what could not be written stays and is tried again. */
  readonly flush: () => void
  /** Trouble that is already known when this begins. */
  trouble(problem: Problem): void
  /** A read has failed: reports it, and sets the file aside when it is damaged. */
  readFailed(problem: Problem): void
  /** While on, nothing is written and everything waits: somebody else works on the file. */
  hold(on: boolean): void
  /** Whether something waits that a list may show. */
  readonly waiting: () => boolean
  readonly dropped: () => number
  /** Last flush; no timers after it. Gives the number of changes that are lost. */
  end(): number
}

/** Whether a list on the screen may look different afterwards. */
const isSeen = ({ kind }: Change) => kind !== 'event' && kind !== 'table'

/** The bounded buffer between the loop and the disk. Nothing in it throws an expected failure, and nothing waits. */
export function createWriteBehind(ports: WriteBehindPorts): WriteBehind {
  const { pending } = ports
  let timer: { at: 'soon' | 'later' | 'retry'; handle: NodeJS.Timeout } | null = null
  let owed = ports.owed
  let failures = 0
  let reported: Problem['code'] | null = null
  let dropped = 0
  let replaced = false
  let ended = false
  let held = false
  let waitingEvents = 0

  const clearTimer = () => {
    if (timer) clearTimeout(timer.handle)
    timer = null
  }
  const setTimer = (at: 'soon' | 'later' | 'retry', ms: number, ring: () => void) => {
    clearTimer()
    const handle = setTimeout(() => {
      timer = null
      ring()
    }, ms)
    handle.unref()
    timer = { at, handle }
  }
  const retryLater = () =>
    setTimer('retry', Math.min(RETRY_FIRST_MS * 2 ** Math.max(0, failures - 1), RETRY_LAST_MS), flush)

  const report = (problem: Problem) => {
    if (reported === problem.code) return
    if (reported) ports.onRecovered(reported)
    reported = problem.code
    ports.onTrouble(problem)
  }
  const failed = (problem: Problem) => {
    failures += 1
    if (problem.code !== 'database-locked' || failures >= LOCKED_TRIES_UNTIL_REPORT) report(problem)
    if (!ended) retryLater()
  }
  const succeeded = () => {
    failures = 0
    if (reported === null) return
    const code = reported
    reported = null
    ports.onRecovered(code)
  }

  /** Writes; gives the problem when it failed. */
  const tryWrite = (changes: readonly Change[]): Problem | null => {
    try {
      const { refused } = ports.write(changes)
      if (refused.length > 0)
        ports.onTrouble({
          code: 'database-unavailable',
          detail: `${refused.length} changes do not fit the database: ${refused[0]}`.slice(0, 2000),
        })
      return null
    } catch (error) {
      const problem = problemOf(error)
      if (!problem) throw error
      return problem
    }
  }

  /** While the file is owed something, reads come from memory: what is new goes there first. */
  const showInMemory = () => {
    const unshown = pending.unshown()
    if (unshown.length === 0) return
    const problem = tryWrite(unshown)
    if (problem) throw new Error(`memory refused a write: ${problem.detail}`)
    pending.markShown()
    if (unshown.some(isSeen)) ports.onChanged()
  }

  function flush(): void {
    if (ended || held) return
    if (owed) {
      showInMemory()
      waitingEvents = 0
      if (timer?.at === 'retry') return
      reachAndPay()
      return
    }
    pay()
  }

  function reachAndPay(): void {
    const problem = ports.reach()
    if (problem) return failed(problem)
    owed = false
    pay()
    ports.onChanged()
  }

  function pay(): void {
    clearTimer()
    waitingEvents = 0
    if (pending.size === 0) return
    const changes = pending.all()
    const problem = tryWrite(changes)
    if (problem?.code === 'database-damaged') return replace(problem)
    if (problem) return failed(problem)
    pending.clear()
    succeeded()
    if (changes.some(isSeen)) ports.onChanged()
  }

  function replace(problem: Problem): void {
    // a disk that damages fresh files too must not be filled with them
    if (replaced) return failed(problem)
    replaced = true
    owed = !ports.replace(problem.detail ?? problem.code)
    if (owed) return failed(problem)
    pay()
  }

  const countDropped = (count: number) => {
    const first = dropped === 0
    dropped += count
    const code = reported ?? 'database-unavailable'
    if (first)
      ports.onTrouble({ code, detail: `the oldest ${count} events waiting for the disk were dropped; more may follow` })
  }

  return {
    add(change) {
      if (ended) return
      const lost = pending.add(change)
      if (lost > 0) countDropped(lost)
      if (change.kind === 'event') waitingEvents += 1
      if (timer?.at === 'retry' || timer?.at === 'soon') {
        if (owed && waitingEvents >= FLUSH_AT) flush()
        return
      }
      if (change.kind !== 'event') setTimer('soon', 0, flush)
      else if (waitingEvents >= FLUSH_AT) flush()
      else if (!timer) setTimer('later', FLUSH_AFTER_MS, flush)
    },
    flush,
    trouble(problem) {
      failures = 1
      report(problem)
      if (owed) retryLater()
    },
    readFailed(problem) {
      if (problem.code === 'database-damaged') replace(problem)
      else report(problem)
    },
    hold(on) {
      held = on
      if (!on) flush()
    },
    waiting: () => pending.all().some(isSeen),
    dropped: () => dropped,
    end() {
      held = false
      flush()
      ended = true
      clearTimer()
      return pending.size
    },
  }
}
