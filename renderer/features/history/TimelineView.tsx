import { ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTexts } from '../../language.ts'
import { type Item, type Lane, TimelinePlot, type View } from './TimelinePlot.tsx'

const CLOSEST_MS = 200

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
  return startingAt(view, wholeMs, atMs - length / 2)
}

function startingAt(view: View, wholeMs: number, atMs: number): View {
  const length = view.toMs - view.fromMs
  const fromMs = Math.min(wholeMs - length, Math.max(0, atMs))
  return { fromMs, toMs: fromMs + length }
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
          <TimelinePlot
            {...{ lanes, view, atWords, chosen: moments[at] ?? null, onChosen: setChosen }}
            onZoom={(factor, atMs) => setView((now) => zoomed(now, lengthMs, atMs, factor))}
            onShift={(byMs) => setView((now) => startingAt(now, lengthMs, now.fromMs + byMs))}
          />
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
