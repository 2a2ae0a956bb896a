import { useLayoutEffect, useRef } from 'react'
import type { GuideRun } from '../../../shared/engine/guide-run.ts'
import { phaseWords } from '../../../shared/texts/phase-words.ts'
import { useTexts } from '../../language.ts'
import { type ClockAnchor, worldMs } from '../../store.ts'
import { useEveryFrame } from './use-every-frame.ts'
import { toneOf, untilText, verbsOf } from './verbs.ts'

type Props = { readonly run: GuideRun; readonly clock: ClockAnchor }

/** How much of the room that the words leave a phase gets: longer holds are longer, but the shortest can still be read. */
const weightOf = (maxMs: number) => Math.min(3.2, Math.max(1.5, Math.sqrt(maxMs / 1500)))

function Segment({ run, clock, index }: Props & { index: number }) {
  const t = useTexts()
  const item = useRef<HTMLLIElement>(null)
  const phase = run.phases[index]
  const running = run.stage === 'running' && index === run.phaseIndex
  // a tick is earned: the phase of a miss, and the one that only waits for USB, are not done
  const over = run.stage === 'settling' || (run.stage === 'ended' && run.verdict?.id === 'entered')
  const done = index < run.phaseIndex || (over && index <= run.phaseIndex)
  const weight = weightOf(phase?.maxMs ?? 0)
  useLayoutEffect(() => item.current?.style.setProperty('--weight', String(weight)), [weight])
  useEveryFrame((pageMs) => {
    const { phaseBeganAtMs: began, phaseEndsAtMs: ends } = run
    const counted = running && began !== null && ends !== null && ends > began
    const share = counted ? Math.min(1, Math.max(0, (worldMs(clock, pageMs) - began) / (ends - began))) : 0
    item.current?.style.setProperty('--share', counted ? share.toFixed(4) : '0')
  })
  if (phase === undefined) return null
  const tone = toneOf(verbsOf(t, run, index))
  const state = done ? 'done' : running ? 'now' : 'next'
  return (
    <li ref={item} className={`guide-segment is-${state} of-${tone}`} aria-current={running ? 'step' : undefined}>
      <span className="guide-segment-words">
        {done && <span className="unseen">{t('guide-screen.strip.done')}</span>}
        <b>{phaseWords(t, phase).short}</b>
        <span>{untilText(t, run, index)}</span>
      </span>
    </li>
  )
}

/** The whole guide as lengths, with the present phase filled as far as time fills it. */
export function PhaseStrip({ run, clock }: Props) {
  const t = useTexts()
  return (
    <ol className="guide-strip" aria-label={t('guide-screen.strip')}>
      {run.phases.map((phase, index) => (
        <Segment key={phase.id} run={run} clock={clock} index={index} />
      ))}
    </ol>
  )
}
