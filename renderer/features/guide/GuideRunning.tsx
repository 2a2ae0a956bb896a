import { Check, Hourglass, OctagonX } from 'lucide-react'
import type { GuideRun } from '../../../shared/engine/guide-run.ts'
import { phaseWords } from '../../../shared/texts/phase-words.ts'
import { useTexts } from '../../language.ts'
import type { ClockAnchor } from '../../store.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { Count } from './Count.tsx'
import { isKeptUp, toneOf, untilText, type Verb, verbLine, verbsOf } from './verbs.ts'

type Props = {
  readonly run: GuideRun
  readonly clock: ClockAnchor
  readonly confirm: (() => void) | null
}

function Verbs({ verbs, place }: { verbs: readonly Verb[]; place: string }) {
  return (
    <ScreenTitle place={place}>
      {verbs.map((verb) => (
        <span key={verb.text} className={`guide-verb tone-${verb.tone}`}>
          {verb.text}
        </span>
      ))}
    </ScreenTitle>
  )
}

function Next({ run, index }: { run: GuideRun; index: number }) {
  const t = useTexts()
  const line = verbLine(t, run, index)
  return (
    <p className="guide-next">
      {line === null ? t('guide-screen.next.end') : t('guide-screen.next')} {line !== null && <em>{line}</em>}
    </p>
  )
}

function LeadIn({ run, clock }: Props) {
  const t = useTexts()
  const endsAtMs = run.startedAtMs ?? 0
  return (
    <>
      <ScreenTitle place="lead-in">
        <span className="guide-verb">{t('guide-screen.lead-in')}</span>
      </ScreenTitle>
      <div className="guide-row">
        <Count clock={clock} beganAtMs={endsAtMs - run.leadInMs} endsAtMs={endsAtMs} tone="plain" />
        <p className="guide-facts">{t('guide-screen.lead-in.why')}</p>
      </div>
      <Next run={run} index={0} />
    </>
  )
}

/** A prohibition of more characters than this is written smaller, so that everything stays in sight. */
const LONG = 80

/** The phase's words, its prohibition, and a count only where time alone ends it. */
function Running({ run, clock, confirm }: Props) {
  const t = useTexts()
  const phase = run.phases[run.phaseIndex]
  if (phase === undefined) return null
  const words = phaseWords(t, phase)
  const verbs = verbsOf(t, run, run.phaseIndex)
  const { phaseBeganAtMs: began, phaseEndsAtMs: ends } = run
  const counted = phase.endsOn === 'time' && began !== null && ends !== null
  // The verbs say it all while buttons are held; otherwise, and where the person decides, the whole sentence is needed.
  const sentence = phase.hold.length === 0 || phase.endsOn === 'user'
  const own = `guide-screen.confirm.${phase.id}`
  const verb = verbs[0]?.text ?? ''
  const rest = words.say.startsWith(verb) ? words.say.slice(verb.length).trim() : words.say
  const kept = verbs.some((verb) => verb.spoken === 'keep') || isKeptUp(run, run.phaseIndex)
  const on = phase.hold.length === 0 ? 'guide-screen.wait-on' : kept ? 'guide-screen.only' : 'guide-screen.keep-on'
  return (
    <>
      <Verbs verbs={verbs} place="running" />
      {sentence && rest !== '' && <p className="guide-big">{rest}</p>}
      {!counted && phase.endsOn !== 'user' && (
        <p className="guide-big">{t(on, { until: untilText(t, run, run.phaseIndex) })}</p>
      )}
      <div className="guide-row">
        {counted && <Count clock={clock} beganAtMs={began} endsAtMs={ends} tone={toneOf(verbs)} />}
        <div className="guide-facts">
          {words.not !== null && (
            <p className={words.not.length > LONG ? 'guide-not is-long' : 'guide-not'}>
              <OctagonX size="0.95em" aria-hidden />
              <span>{words.not}</span>
            </p>
          )}
          {words.hint !== null && <p className="guide-hint">{words.hint}</p>}
          {words.screen !== null && <p>{words.screen}</p>}
        </div>
      </div>
      {confirm !== null && (
        <button type="button" className="button primary guide-confirm" onClick={confirm}>
          <Check size="1.1em" aria-hidden />
          {t(t.has(own) ? own : 'guide-screen.confirm')}
          <kbd>{t('guide-screen.key.space')}</kbd>
        </button>
      )}
      <Next run={run} index={run.phaseIndex + 1} />
    </>
  )
}

function Settling({ run }: { run: GuideRun }) {
  const t = useTexts()
  return (
    <>
      <ScreenTitle place="settling">
        <span className="guide-verb tone-good">{t('guide-screen.let-go-all')}</span>
      </ScreenTitle>
      <p className="guide-big">{t(`guide-screen.settling.${run.target ?? 'off'}`)}</p>
      <p className="guide-facts">{t('guide-screen.settling.why')}</p>
    </>
  )
}

function Waiting({ run }: { run: GuideRun }) {
  const t = useTexts()
  const still = run.cue?.kind === 'still-waiting'
  return (
    <>
      <ScreenTitle place="waiting">
        <span className="guide-verb">{t('guide-screen.let-go-all')}</span>
      </ScreenTitle>
      <p className="guide-big guide-waiting">
        <Hourglass size="0.9em" aria-hidden />
        {t(still ? 'guide-screen.waiting.still' : 'guide-screen.waiting')}
      </p>
      <p className="guide-facts">{t(`guide-screen.waiting.why.${run.leftAtMs === null ? 'here' : 'left'}`)}</p>
    </>
  )
}

/** Everything between Start and the verdict: the verb, what not to do, the count where there is one, and what comes next. */
export function GuideRunning(props: Props) {
  const { run } = props
  return (
    <div className="guide-say">
      {run.stage === 'lead-in' && <LeadIn {...props} />}
      {run.stage === 'running' && <Running {...props} />}
      {run.stage === 'settling' && <Settling run={run} />}
      {run.stage === 'waiting' && <Waiting run={run} />}
    </div>
  )
}
