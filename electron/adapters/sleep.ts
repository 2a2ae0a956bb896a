/** Timers stand still while the computer sleeps and the wall clock does not. */
const LOOK_EVERY_MS = 2000
/** A busy machine or a corrected clock may lose this much without having slept. */
const NOTICED_FROM_MS = 5000

/**
 * Notices that the computer slept, for doors that nobody tells: the wall clock went on and the monotonic one did not, or a
 * timer came far too late. Calls `onResumed` after waking; a jump of the wall clock can look the same, and then too
 * nothing worse happens than one more list of the bus. Gives the end of watching.
 */
export function watchForSleep(onResumed: () => void): () => void {
  let lastMs = performance.now()
  let lastWallMs = Date.now()
  const look = () => {
    const passedMs = performance.now() - lastMs
    const passedWallMs = Date.now() - lastWallMs
    lastMs += passedMs
    lastWallMs += passedWallMs
    if (Math.max(passedMs, passedWallMs) - LOOK_EVERY_MS > NOTICED_FROM_MS) onResumed()
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
