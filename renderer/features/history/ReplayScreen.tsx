import { ArrowLeft, Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { AttemptRecord, JournalEntry } from '../../../shared/contract/history.ts'
import { replayAttempt } from '../../../shared/engine/replay.ts'
import type { State } from '../../../shared/engine/state.ts'
import { phaseWords } from '../../../shared/texts/phase-words.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import { routeHash } from '../../routes.ts'
import type { Act, ClockAnchor } from '../../store.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { GuideScreen } from '../guide/GuideScreen.tsx'
import { attemptName } from './attempt-words.ts'
import { useAnswer } from './use-answer.ts'
import './replay.css'

/** Nothing that is pressed on a replayed screen does anything. */
const nothing: Act = () => Promise.resolve({ ok: true })

/** Shown as then, but silent, and without the keys that act. */
const quiet = (state: State): State => ({
  ...state,
  practice: false,
  settings: { ...state.settings, sound: false, speech: false, singleLetterKeys: false },
})

/** What is asked at this moment, for who does not see the screen. */
function said(t: Translate, { guide }: State): string {
  if (guide === null) return ''
  if (guide.verdict !== null) return t(`verdict.name.${guide.verdict.id}`)
  const phase = guide.stage === 'running' ? guide.phases[guide.phaseIndex] : undefined
  if (phase !== undefined) return phaseWords(t, phase).say
  return t.has(`timeline.stage.${guide.stage}`) ? t(`timeline.stage.${guide.stage}`) : ''
}

const SLIDER_STEP_MS = 100

/** Whether the screen shows something else than before: another cue, stage or phase, or the phone came or went. */
function looksOther(before: State | undefined, { guide, phones }: State): boolean {
  const shown = (state: Pick<State, 'guide' | 'phones'>) => {
    const phone = state.phones.find(({ id }) => id === state.guide?.phoneId)
    return [state.guide?.stage, state.guide?.phaseIndex, state.guide?.cue?.seq, phone?.presence, phone?.mode].join()
  }
  return before === undefined || shown(before) !== shown({ guide, phones })
}

/** Where the playing stands: `atMs` of the attempt's clock at `sinceMs` of the page. */
type Head = { readonly atMs: number; readonly sinceMs: number; readonly playing: boolean }

/** Runs from where it stands to the end, in real time; drawn again ten times a second, the screen's own counts by themselves. */
function usePlaying(startMs: number, endMs: number) {
  const [head, setHead] = useState<Head>(() => ({ atMs: startMs, sinceMs: performance.now(), playing: false }))
  const [nowMs, setNowMs] = useState(startMs)
  useEffect(() => {
    if (!head.playing) return undefined
    const timer = setInterval(() => {
      const atMs = Math.min(endMs, head.atMs + performance.now() - head.sinceMs)
      setNowMs(atMs)
      if (atMs >= endMs) setHead({ atMs: endMs, sinceMs: performance.now(), playing: false })
    }, 100)
    return () => clearInterval(timer)
  }, [head, endMs])
  const go = (atMs: number, playing: boolean) => {
    setHead({ atMs, sinceMs: performance.now(), playing })
    setNowMs(atMs)
  }
  return { head, nowMs, go }
}

function Player(props: { head: ReactNode; attempt: AttemptRecord; beginning: State; events: readonly JournalEntry[] }) {
  const t = useTexts()
  const { attempt, beginning, events } = props
  const states = useMemo(
    () => replayAttempt(beginning, attempt.attemptId, events),
    [beginning, attempt.attemptId, events],
  )
  const startMs = beginning.atMs
  const endMs = Math.max(startMs + 1, states.at(-1)?.atMs ?? startMs)
  const { head, nowMs, go } = usePlaying(startMs, endMs)
  const state = states.findLast(({ atMs }) => atMs <= nowMs) ?? beginning
  const clock: ClockAnchor = { sentAtMs: head.atMs, rate: head.playing ? 1 : 0, receivedAtMs: head.sinceMs }
  const moments = states.filter((now, index) => looksOther(states[index - 1], now)).map(({ atMs }) => atMs)
  const before = moments.findLast((atMs) => atMs < nowMs)
  const after = moments.find((atMs) => atMs > nowMs)
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  const Glyph = head.playing ? Pause : Play
  return (
    <>
      <main className="replay-controls">
        {props.head}
        <fieldset className="replay-bar">
          <legend className="unseen">{t('replay.position')}</legend>
          <button
            type="button"
            className="button primary"
            onClick={() => go(nowMs >= endMs ? startMs : nowMs, !head.playing)}
          >
            <Glyph size="1.1em" aria-hidden />
            {t(head.playing ? 'replay.pause' : 'replay.play')}
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('replay.step-back')}
            disabled={before === undefined}
            onClick={() => go(before ?? startMs, false)}
          >
            <SkipBack size="1.1em" aria-hidden />
          </button>
          <input
            type="range"
            min={0}
            max={Math.ceil((endMs - startMs) / SLIDER_STEP_MS) * SLIDER_STEP_MS}
            step={SLIDER_STEP_MS}
            value={nowMs - startMs}
            aria-label={t('replay.position')}
            aria-valuetext={t('replay.at', { seconds: seconds(nowMs - startMs), length: seconds(endMs - startMs) })}
            onChange={(event) => go(Math.min(endMs, startMs + Number(event.target.value)), false)}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={t('replay.step-on')}
            disabled={after === undefined}
            onClick={() => go(after ?? endMs, false)}
          >
            <SkipForward size="1.1em" aria-hidden />
          </button>
          <span className="figures small replay-time">
            {t('replay.at', { seconds: seconds(nowMs - startMs), length: seconds(endMs - startMs) })}
          </span>
        </fieldset>
        <output className="unseen" aria-live="polite">
          {said(t, state)}
        </output>
      </main>
      <div className="replay-stage" inert>
        <GuideScreen world="practice" state={quiet(state)} clock={clock} act={nothing} />
      </div>
    </>
  )
}

/** An attempt on the guide's own screen, as it was shown then, with a slider over its time. Nothing happens to a phone. */
export function ReplayScreen(props: { caseId: string; attemptId: string }) {
  const t = useTexts()
  const { found, failed } = useAnswer('historyCase', { caseId: props.caseId })
  const attempt = found?.attempts.find(({ attemptId }) => attemptId === props.attemptId)
  const beginning = attempt?.beginning ?? null
  const waiting = found === null ? t(failed ? 'history.failed' : 'history.reading') : t('replay.none')
  const head = (
    <header className="replay-head">
      <a className="button quiet" href={routeHash({ name: 'case', caseId: props.caseId })}>
        <ArrowLeft size="1.1em" aria-hidden />
        {t('replay.back')}
      </a>
      <ScreenTitle place={`replay-${props.attemptId}`}>
        {attempt === undefined ? waiting : t('replay.title', { name: attemptName(t, attempt) })}
      </ScreenTitle>
      <span className="soft small">{t(beginning === null ? 'replay.none' : 'replay.note')}</span>
    </header>
  )
  return (
    <div className="replay">
      {attempt === undefined || beginning === null ? (
        <main>{head}</main>
      ) : (
        <Player head={head} attempt={attempt} beginning={beginning} events={found?.events ?? []} />
      )}
    </div>
  )
}
