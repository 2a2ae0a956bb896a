import { type ReactNode, useEffect, useRef } from 'react'

/**
 * The one `h1` of a screen. Takes the focus whenever `place` changes, so that the keyboard and the screen reader start
 * at the top of what is new.
 */
export function ScreenTitle(props: { place: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [props.place])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {props.children}
    </h1>
  )
}
