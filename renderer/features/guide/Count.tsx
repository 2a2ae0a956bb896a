import { useRef } from 'react'
import { type ClockAnchor, worldMs } from '../../store.ts'
import { useEveryFrame } from './use-every-frame.ts'

const RADIUS = 54
const AROUND = 2 * Math.PI * RADIUS

type Props = {
  readonly clock: ClockAnchor
  readonly beganAtMs: number
  readonly endsAtMs: number
  readonly tone: 'hold' | 'keep' | 'plain'
}

/**
 * The large count towards a known moment, in whole seconds that are left (1 for the last one). Derived from the world's
 * clock anew at each frame, so it cannot drift. Hidden from screen readers, which hear the cues instead.
 */
export function Count({ clock, beganAtMs, endsAtMs, tone }: Props) {
  const number = useRef<HTMLSpanElement>(null)
  const arc = useRef<SVGCircleElement>(null)
  useEveryFrame((pageMs) => {
    const leftMs = Math.max(0, endsAtMs - worldMs(clock, pageMs))
    const share = endsAtMs > beganAtMs ? Math.min(1, leftMs / (endsAtMs - beganAtMs)) : 0
    const text = String(Math.ceil(leftMs / 1000))
    if (number.current !== null && number.current.textContent !== text) number.current.textContent = text
    arc.current?.setAttribute('stroke-dashoffset', String(AROUND * (1 - share)))
  })
  return (
    <div className={`guide-count tone-${tone}`} aria-hidden="true">
      <svg viewBox="0 0 120 120">
        <circle className="guide-count-track" cx={60} cy={60} r={RADIUS} />
        <circle
          ref={arc}
          className="guide-count-arc"
          cx={60}
          cy={60}
          r={RADIUS}
          strokeDasharray={AROUND}
          transform="rotate(-90 60 60)"
        />
      </svg>
      <span ref={number} data-testid="guide-count" />
    </div>
  )
}
