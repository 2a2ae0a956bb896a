import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClock, createTimeline, pieceMs } from '../../electron/adapters/clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('an alarm rings at its moment, not before it', () => {
  const clock = createClock(createTimeline())
  const beganMs = clock.nowMs()
  const rang: number[] = []
  clock.setAlarm(beganMs + 3456.5, () => rang.push(clock.nowMs() - beganMs))
  vi.advanceTimersByTime(3456)
  expect(rang).toEqual([])
  vi.advanceTimersByTime(2)
  expect(rang).toHaveLength(1)
})

test('setting an alarm replaces the one before, and null clears it', () => {
  const clock = createClock(createTimeline())
  const rang: string[] = []
  clock.setAlarm(clock.nowMs() + 100, () => rang.push('first'))
  clock.setAlarm(clock.nowMs() + 200, () => rang.push('second'))
  vi.advanceTimersByTime(1000)
  clock.setAlarm(clock.nowMs() + 100, () => rang.push('third'))
  clock.setAlarm(null, () => rang.push('cleared'))
  vi.advanceTimersByTime(1000)
  expect(rang).toEqual(['second'])
})

test('an alarm in the past rings once, and not from inside the call that set it', () => {
  const clock = createClock(createTimeline())
  const rang: string[] = []
  clock.setAlarm(clock.nowMs() - 60_000, () => rang.push('late'))
  expect(rang).toEqual([])
  vi.advanceTimersByTime(1)
  expect(rang).toEqual(['late'])
  vi.advanceTimersByTime(120_000)
  expect(rang).toEqual(['late'])
})

test('practice time runs at its rate, in its wall time too', () => {
  const timeline = createTimeline(20)
  const beganMs = timeline.nowMs()
  const beganWallMs = timeline.wallMs()
  const rang: number[] = []
  timeline.alarm()(beganMs + 10_000, () => rang.push(timeline.nowMs() - beganMs))
  vi.advanceTimersByTime(500)
  expect(rang).toEqual([10_000])
  expect(timeline.wallMs() - beganWallMs).toBe(10_000)
})

test('two clocks of one timeline have an alarm each', () => {
  const timeline = createTimeline()
  const rang: string[] = []
  createClock(timeline).setAlarm(timeline.nowMs() + 10, () => rang.push('loop'))
  timeline.alarm()(timeline.nowMs() + 5, () => rang.push('phone'))
  vi.advanceTimersByTime(20)
  expect(rang).toEqual(['phone', 'loop'])
})

test('a long wait is slept in pieces, and the last piece is short', () => {
  let leftMs = 86_400_000
  const pieces: number[] = []
  while (leftMs > 0) {
    const piece = pieceMs(leftMs)
    pieces.push(piece)
    leftMs -= piece
  }
  expect(Math.max(...pieces)).toBeLessThanOrEqual(1000)
  expect(pieces.at(-1)).toBeLessThanOrEqual(25)
  expect(pieceMs(-5)).toBe(0)
})
