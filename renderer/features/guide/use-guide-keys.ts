import { useEffect, useRef, useState } from 'react'

/** Stopping needs Escape held this long, or a second press within `AGAIN_MS` of the first. */
const HELD_MS = 900
const AGAIN_MS = 2500

export type GuideKeys = {
  /** The run can be stopped; on the card Escape simply goes back. */
  readonly stoppable: boolean
  readonly stop: () => void
  /** Null where single-letter keys are switched off. */
  readonly mute: (() => void) | null
  /** Null where the phase does not end on the person's word. */
  readonly confirm: (() => void) | null
}

const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, input, select, textarea, summary') !== null

/**
 * The keys of a running guide, on the whole page. Returns whether a stop was asked for once and waits for its
 * confirmation, and `ask` for a pointer's way to the same.
 */
export function useGuideKeys(keys: GuideKeys): { readonly armed: boolean; readonly ask: () => void } {
  const [armed, setArmed] = useState(false)
  const newest = useRef({ ...keys, armed })
  useEffect(() => {
    newest.current = { ...keys, armed }
  })

  useEffect(() => {
    if (!armed) return undefined
    const timer = setTimeout(() => setArmed(false), AGAIN_MS)
    return () => clearTimeout(timer)
  }, [armed])

  const ask = () => {
    const { stoppable, stop, armed: again } = newest.current
    if (!stoppable) return
    setArmed(!again)
    if (again) stop()
  }

  useEffect(() => {
    let held = 0
    const down = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      const { mute, confirm } = newest.current
      if (event.key === 'Escape') {
        ask()
        held = window.setTimeout(() => newest.current.stoppable && newest.current.stop(), HELD_MS)
      } else if (event.key === ' ' && confirm !== null && !isControl(event.target)) {
        event.preventDefault()
        confirm()
      } else if (event.key.toLowerCase() === 'm' && mute !== null) mute()
    }
    const up = (event: KeyboardEvent) => {
      if (event.key === 'Escape') clearTimeout(held)
    }
    const leave = () => clearTimeout(held)
    document.addEventListener('keydown', down)
    document.addEventListener('keyup', up)
    window.addEventListener('blur', leave)
    return () => {
      leave()
      document.removeEventListener('keydown', down)
      document.removeEventListener('keyup', up)
      window.removeEventListener('blur', leave)
    }
  }, [])
  return { armed, ask }
}
