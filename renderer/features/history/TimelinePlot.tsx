import { AxisBottom } from '@visx/axis'
import { scaleUtc } from '@visx/scale'
import { Bar, Line } from '@visx/shape'
import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react'

/** A stretch or, without a length, a moment. `tone` picks its looks; `words` is what it says. */
export type Item = {
  readonly fromMs: number
  readonly toMs: number
  readonly words: string
  /** What fits inside a band; nothing for a moment. */
  readonly short?: string
  readonly tone: string
}
export type Lane = { readonly name: string; readonly items: readonly Item[] }
/** The part of the whole that is shown. */
export type View = { readonly fromMs: number; readonly toMs: number }

const LANE_HEIGHT = 34
const LANE_GAP = 6
const AXIS_HEIGHT = 26
/** Room for a moment's round head, and for half a word of the axis, at both ends. */
const SIDE = 8
const TICK_WIDTH = 120
/** About the width of a letter in a band, and what stays free beside the word. */
const LETTER = 7.4
const WORD_SPACE = 14
/** A drop may last a second of an hour: it is never thinner than this. */
const THINNEST = 3

type Scale = ReturnType<typeof scaleUtc<number>>

function Drawn(props: { item: Item; scale: Scale; width: number; top: number; chosen: boolean; onPoint: () => void }) {
  const { item, scale, width, top } = props
  const [from, to] = [scale(item.fromMs), scale(item.toMs)]
  if (to < 0 || from > width) return null
  const looks = `item ${item.tone}${props.chosen ? ' chosen' : ''}`
  if (item.toMs === item.fromMs)
    return (
      <g className={looks} onPointerEnter={props.onPoint}>
        <Line from={{ x: from, y: top }} to={{ x: from, y: top + LANE_HEIGHT }} />
        <circle cx={from} cy={top + LANE_HEIGHT / 2} r={5} />
      </g>
    )
  const left = Math.max(-SIDE, from)
  const seen = Math.max(THINNEST, Math.min(width + SIDE, to) - left)
  const fits = item.short !== undefined && seen > item.short.length * LETTER + WORD_SPACE
  return (
    <g className={looks} onPointerEnter={props.onPoint}>
      <Bar x={left} y={top} width={seen} height={LANE_HEIGHT} rx={4} />
      {fits && (
        // the word stands in the middle of the part that is seen
        <text x={left + seen / 2} y={top + LANE_HEIGHT / 2 + 5}>
          {item.short}
        </text>
      )}
    </g>
  )
}

/** The width that an element has on the page, as it changes. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width] as const
}

type Moving = { readonly onZoom: (factor: number, aroundMs: number) => void; readonly onShift: (byMs: number) => void }

/** Dragging moves what is shown; the wheel with Ctrl or ⌘ (or two fingers) zooms around the pointer. The wheel alone scrolls the page. */
function useHand(view: View, width: number, { onZoom, onShift }: Moving) {
  const svg = useRef<SVGSVGElement>(null)
  const msPerPixel = (view.toMs - view.fromMs) / Math.max(1, width)
  const zoom = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const x = event.clientX - (svg.current?.getBoundingClientRect().left ?? 0) - SIDE
    onZoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 150), view.fromMs + x * msPerPixel)
  })
  useEffect(() => {
    const element = svg.current
    // React listens to the wheel without a say in what follows
    element?.addEventListener('wheel', zoom, { passive: false })
    return () => element?.removeEventListener('wheel', zoom)
  }, [])
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => event.currentTarget.setPointerCapture(event.pointerId)
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onShift(-event.movementX * msPerPixel)
  }
  return { svg, onPointerDown, onPointerMove }
}

/** Lanes over one axis, drawn; what it shows is said elsewhere for who cannot see it. */
export function TimelinePlot(
  props: {
    lanes: readonly Lane[]
    view: View
    chosen: Item | null
    onChosen: (item: Item) => void
    atWords: (atMs: number) => string
  } & Moving,
) {
  const { lanes, view, chosen } = props
  const [place, whole] = useWidth()
  const width = Math.max(0, whole - 2 * SIDE)
  const { svg, ...hand } = useHand(view, width, props)
  const scale = scaleUtc<number>({ domain: [view.fromMs, view.toMs], range: [0, width] })
  const axisTop = lanes.length * (LANE_HEIGHT + LANE_GAP)
  return (
    <div ref={place}>
      <svg ref={svg} width={whole} height={axisTop + AXIS_HEIGHT} aria-hidden {...hand}>
        <g transform={`translate(${SIDE} 0)`}>
          {lanes.map(({ name, items }, lane) =>
            items.map((item) => (
              <Drawn
                key={`${name}-${item.fromMs}-${item.words}`}
                {...{ item, scale, width, top: lane * (LANE_HEIGHT + LANE_GAP), chosen: item === chosen }}
                onPoint={() => props.onChosen(item)}
              />
            )),
          )}
          {width > 0 && (
            <AxisBottom
              scale={scale}
              top={axisTop}
              numTicks={Math.max(2, Math.floor(width / TICK_WIDTH))}
              tickLength={5}
              tickFormat={(at) => props.atWords(Number(at))}
              // the library's own measures words with inline styles, which this page forbids
              tickComponent={({ x, formattedValue }) => (
                <text className={`axis ${x < 30 ? 'start' : x > width - 30 ? 'end' : 'middle'}`} x={x} y={20}>
                  {formattedValue}
                </text>
              )}
            />
          )}
        </g>
      </svg>
    </div>
  )
}
