import { type RefObject, useEffect, useRef } from 'react'

/** A ref whose element takes the focus when it appears, scrolled into view: for what replaces the thing that was just pressed. */
export function useFocusOnMount<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null)
  useEffect(() => {
    element.current?.focus({ preventScroll: true })
    element.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return element
}
