import { ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTexts } from '../../language.ts'

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

type View = { readonly fromMs: number; readonly toMs: number }

const LANE_HEIGHT = 34
const LANE_GAP = 6
/** A band narrower than this share of what is shown carries no word; pointing at it tells. */
const WORD_SHARE = 0.09
const CLOSEST_MS = 200
const STEPS_S = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 43_200, 86_400, 604_800,
]
const MOST_TICKS = 8

const percent = (part: number) => `${(part * 100).toFixed(3)}%`

/** A part of the whole, `factor` times as long as now, around a moment. */
function zoomed(view: View, wholeMs: number, aroundMs: number, factor: number): View {
  const length = Math.min(wholeMs, Math.max(Math.min(CLOSEST_MS, wholeMs), (view.toMs - view.fromMs) * factor))
  const share = (aroundMs - view.fromMs) / (view.toMs - view.fromMs)
  const fromMs = Math.min(wholeMs - length, Math.max(0, aroundMs - length * Math.min(1, Math.max(0, share))))
  return { fromMs, toMs: fromMs + length }
}

const shiftedTo = (view: View, wholeMs: number, atMs: number): View => {
  if (atMs >= view.fromMs && atMs <= view.toMs) return view
  const length = view.toMs - view.fromMs
  const fromMs = Math.min(wholeMs - length, Math.max(0, atMs - length / 2))
  return { fromMs, toMs: fromMs + length }
}

function ticksOf({ fromMs, toMs }: View): number[] {
  const stepMs = (STEPS_S.find((step) => (toMs - fromMs) / (step * 1000) <= MOST_TICKS) ?? 2_592_000) * 1000
  const ticks: number[] = []
  for (let atMs = Math.ceil(fromMs / stepMs) * stepMs; atMs <= toMs; atMs += stepMs) ticks.push(atMs)
  return ticks
}

function Drawn(props: { item: Item; view: View; top: number; chosen: boolean; onPoint: () => void }) {
  const { item, view, top } = props
  const length = view.toMs - view.fromMs
  const x = (item.fromMs - view.fromMs) / length
  const share = (item.toMs - item.fromMs) / length
  const looks = `item ${item.tone}${props.chosen ? ' chosen' : ''}`
  if (item.toMs < view.fromMs || item.fromMs > view.toMs) return null
  if (item.toMs === item.fromMs)
    return (
      <g className={looks} onPointerEnter={props.onPoint}>
        <line x1={percent(x)} x2={percent(x)} y1={top} y2={top + LANE_HEIGHT} />
        <circle cx={percent(x)} cy={top + LANE_HEIGHT / 2} r={5} />
      </g>
    )
  // the word stands in the middle of the part that is seen
  const middle = (Math.max(0, x) + Math.min(1, x + share)) / 2
  const seen = Math.min(1, x + share) - Math.max(0, x)
  return (
    <g className={looks} onPointerEnter={props.onPoint}>
      <rect x={percent(Math.max(0, x))} y={top} width={percent(seen)} height={LANE_HEIGHT} rx={4} />
      {item.short !== undefined && seen > Math.max(WORD_SHARE, item.short.length * 0.0105) && (
        <text x={percent(middle)} y={top + LANE_HEIGHT / 2 + 5}>
          {item.short}
        </text>
      )}
    </g>
  )
}

/**
 * Lanes over one time, to look at: pointing at something says what it is; the keyboard goes from moment to moment, and both zoom.
 * The same stands below as a list. `atWords` writes a moment.
 */
export function TimelineView(props: {
  lengthMs: number
  lanes: readonly Lane[]
  label: string
  atWords: (atMs: number) => string
}) {
  const t = useTexts()
  const hintId = useId()
  const { lengthMs, atWords } = props
  const whole: View = { fromMs: 0, toMs: lengthMs }
  const lanes = props.lanes.filter(({ items }) => items.length > 0)
  const moments = lanes.flatMap(({ items }) => items).toSorted((one, other) => one.fromMs - other.fromMs)
  const [view, setView] = useState(whole)
  const [chosen, setChosen] = useState<Item | null>(null)
  const at = moments.findIndex((item) => item.fromMs === chosen?.fromMs && item.words === chosen.words)
  const aroundMs = chosen?.fromMs ?? (view.fromMs + view.toMs) / 2
  const zoom = (factor: number) => setView(zoomed(view, lengthMs, aroundMs, factor))
  const go = (index: number) => {
    const item = moments[Math.min(moments.length - 1, Math.max(0, index))]
    if (item === undefined) return
    setChosen(item)
    setView(shiftedTo(view, lengthMs, item.fromMs))
  }
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(0.5),
    '=': () => zoom(0.5),
    '-': () => zoom(2),
    '0': () => setView(whole),
  }
  const onKey = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const saidOf = (item: Item | undefined) => (item === undefined ? '' : `${atWords(item.fromMs)}: ${item.words}`)
  const height = lanes.length * (LANE_HEIGHT + LANE_GAP) + 20
  const isWhole = view.fromMs <= 0 && view.toMs >= lengthMs
  return (
    <figure className="timeline">
      <figcaption className="small soft">{props.label}</figcaption>
      <div className="timeline-body">
        <div className="timeline-names small soft" aria-hidden>
          {lanes.map(({ name }) => (
            <span key={name}>{name}</span>
          ))}
        </div>
        <div className="timeline-plot">
          <input
            type="range"
            className="unseen"
            min={0}
            max={Math.max(0, moments.length - 1)}
            value={Math.max(0, at)}
            aria-label={props.label}
            aria-describedby={hintId}
            aria-valuetext={saidOf(moments[Math.max(0, at)])}
            onChange={(event) => go(Number(event.target.value))}
            onFocus={() => at < 0 && go(0)}
            onKeyDown={onKey}
          />
          <svg height={height} aria-hidden>
            {lanes.map(({ name, items }, lane) =>
              items.map((item) => (
                <Drawn
                  key={`${name}-${item.fromMs}-${item.words}`}
                  item={item}
                  view={view}
                  top={lane * (LANE_HEIGHT + LANE_GAP)}
                  chosen={item === moments[at]}
                  onPoint={() => setChosen(item)}
                />
              )),
            )}
            {ticksOf(view).map((atMs) => {
              const x = (atMs - view.fromMs) / (view.toMs - view.fromMs)
              const side = x < 0.04 ? 'start' : x > 0.96 ? 'end' : 'middle'
              return (
                <text key={atMs} className={`axis ${side}`} x={percent(x)} y={height - 4}>
                  {atWords(atMs)}
                </text>
              )
            })}
          </svg>
        </div>
      </div>
      <div className="timeline-foot">
        <span className="timeline-said small" aria-hidden>
          {saidOf(chosen ?? undefined)}
        </span>
        <span className="unseen" id={hintId}>
          {t('timeline.keys')}
        </span>
        <button type="button" className="icon-button" aria-label={t('timeline.zoom-in')} onClick={() => zoom(0.5)}>
          <ZoomIn size="1.1em" aria-hidden />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('timeline.zoom-out')}
          disabled={isWhole}
          onClick={() => zoom(2)}
        >
          <ZoomOut size="1.1em" aria-hidden />
        </button>
        <button type="button" className="button quiet small" disabled={isWhole} onClick={() => setView(whole)}>
          {t('timeline.whole')}
        </button>
      </div>
      <details className="small">
        <summary>{t('timeline.list')}</summary>
        <ol className="timeline-list">
          {moments.map((item) => (
            <li key={`${item.fromMs}-${item.tone}-${item.words}`}>
              <span className="soft figures">{atWords(item.fromMs)}</span> {item.words}
            </li>
          ))}
        </ol>
      </details>
    </figure>
  )
}
