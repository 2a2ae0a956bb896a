import type { PracticeScore as Score } from '../../../shared/contract/contract.ts'
import type { GuideRun } from '../../../shared/engine/guide-run.ts'
import { bestKey } from '../../../shared/engine/practice-best.ts'
import { useTexts } from '../../language.ts'
import { useSnapshot } from '../../store.ts'
import './score.css'

type Bar = Score['bars'][number]

const WIDTH = 300
const HEIGHT = 22
/** The shortest scale, and what is left free beyond the last mark. */
const LEAST_MS = 2000
const MARGIN = 1.15

const inSeconds = (ms: number) => (ms / 1000).toFixed(1)

/** One bar: the window that this phone would have taken, and a mark where the hands were. */
function BarPicture({ bar }: { bar: Bar }) {
  const lastMs = Math.max(LEAST_MS, bar.fromMs, bar.untilMs ?? bar.fromMs * 1.6, bar.yoursMs ?? 0) * MARGIN
  const x = (ms: number) => (ms / lastMs) * WIDTH
  const until = bar.untilMs === null ? WIDTH : x(bar.untilMs)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="score-bar" aria-hidden="true">
      <rect className="score-track" x={0} y={6} width={WIDTH} height={10} rx={3} />
      <rect
        className="score-window"
        x={x(bar.fromMs)}
        y={6}
        width={Math.max(2, until - x(bar.fromMs))}
        height={10}
        rx={3}
      />
      {bar.yoursMs !== null && (
        <path className={bar.points === 100 ? 'score-hit' : 'score-off'} d={`M ${x(bar.yoursMs)} 1 V ${HEIGHT - 1}`} />
      )}
    </svg>
  )
}

function BarRow({ bar, run }: { bar: Bar; run: GuideRun }) {
  const t = useTexts()
  const { power = 'side', second = 'volume-down' } = run.phases[0]?.buttons ?? {}
  const names = { power: t(`button.${power}`), second: t(`button.${second}`) }
  const window = { from: inSeconds(bar.fromMs), until: inSeconds(bar.untilMs ?? 0) }
  return (
    <li>
      <span>{t(`practice-screen.bar.${bar.id}`, names)}</span>
      <BarPicture bar={bar} />
      <span className="soft small">
        {t(bar.yoursMs === null ? 'practice-screen.bar.never' : 'practice-screen.bar.yours', {
          seconds: inSeconds(bar.yoursMs ?? 0),
        })}{' '}
        {t(bar.untilMs === null ? 'practice-screen.bar.window-open' : 'practice-screen.bar.window', window)}
      </span>
    </li>
  )
}

/** Beside a verdict in practice: points, yours against the window for each thing that was to be timed, and the best time so far. */
export function PracticeScore({ run }: { run: GuideRun }) {
  const t = useTexts()
  const { practiceView, real } = useSnapshot()
  const score = practiceView?.score ?? null
  const bestMs = real?.state.settings.practiceBest?.[bestKey(run)] ?? null
  const { startedAtMs, reachedAtMs } = run
  const tookMs =
    run.verdict?.id === 'entered' && startedAtMs !== null && reachedAtMs !== null ? reachedAtMs - startedAtMs : null
  if (score === null && tookMs === null) return null
  return (
    <section className="score" aria-labelledby="score-title">
      <h2 id="score-title">
        {score === null ? t('practice-screen.time') : t('practice-screen.points', { points: score.points })}
      </h2>
      {score !== null && (
        <ul>
          {score.bars.map((bar) => (
            <BarRow key={bar.id} bar={bar} run={run} />
          ))}
        </ul>
      )}
      <p className="soft small">
        {tookMs !== null && t('practice-screen.took', { seconds: inSeconds(tookMs) })}{' '}
        {bestMs !== null && t('practice-screen.best', { seconds: inSeconds(bestMs) })} {t('practice-screen.only-here')}
      </p>
    </section>
  )
}
