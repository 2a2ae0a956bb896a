import { useLayoutEffect, useRef } from 'react'

/**
 * Calls `draw` with `performance.now()` before every painted frame while mounted, and once before the first. What moves with
 * time is written straight to the page from here: React draws only when the State changes.
 */
export function useEveryFrame(draw: (pageMs: number) => void): void {
  const newest = useRef(draw)
  useLayoutEffect(() => {
    newest.current = draw
    draw(performance.now())
  })
  useLayoutEffect(() => {
    let frame = 0
    const tick = () => {
      newest.current(performance.now())
      frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
  }, [])
}
