import type { Clock } from '../../shared/engine/ports.ts'

/** One alarm that rings at or after a moment, never from inside the call that set it. */
type Alarm = (atMs: number | null, ring: () => void) => void

/** A run of time that several clocks can share: the practice loop and the practice phone each set their own alarm on one. */
export type Timeline = {
  readonly rate: number
  nowMs(): number
  wallMs(): number
  alarm(): Alarm
}

/** Timers drift with their length, so a long wait is slept in pieces and the last one is short. */
const LONGEST_PIECE_MS = 1000
const LAST_PIECE_MS = 25

/** How long to sleep towards a moment that is `leftMs` of life away: never past it by more than one short timer's lateness. */
export const pieceMs = (leftMs: number): number => {
  if (leftMs <= LAST_PIECE_MS) return Math.max(0, leftMs)
  return Math.min(LONGEST_PIECE_MS, leftMs - LAST_PIECE_MS / 2)
}

/**
 * Starts a timeline. `rate`: milliseconds of it per millisecond of life (practice may run faster). At rate 1 the wall time
 * is the computer's; at any other it runs along with the timeline, so that durations agree on screen.
 * The computer's sleep makes no storm: an alarm that came due meanwhile rings once.
 */
export function createTimeline(rate = 1): Timeline {
  const beganMs = performance.now()
  const beganWallMs = Date.now()
  const nowMs = () => beganMs + (performance.now() - beganMs) * rate
  const wallMs = rate === 1 ? Date.now : () => Math.round(beganWallMs + (nowMs() - beganMs))

  const alarm = (): Alarm => {
    let timer: NodeJS.Timeout | undefined
    return (atMs, ring) => {
      clearTimeout(timer)
      if (atMs === null) return
      const sleep = () => {
        const leftMs = (atMs - nowMs()) / rate
        timer = setTimeout(() => (nowMs() >= atMs ? ring() : sleep()), pieceMs(leftMs))
      }
      sleep()
    }
  }
  return { rate, nowMs, wallMs, alarm }
}

/** The engine's clock on a timeline. Each clock has one alarm of its own. */
export function createClock(timeline: Timeline): Clock {
  return { nowMs: () => timeline.nowMs(), wallMs: () => timeline.wallMs(), setAlarm: timeline.alarm() }
}
