import { useState } from 'react'
import { codeOfTry } from '../../../shared/engine/case-logs.ts'
import type { HandOver } from '../../../shared/engine/case.ts'
import { useTexts } from '../../language.ts'
import { useWakeLock } from '../../ui/cues/use-wake-lock.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { showGuide } from '../../ui/show-guide.ts'
import { useWhen } from '../../ui/words.ts'
import type { CaseProps } from '../checklist/CaseScreen.tsx'
import { LiveLog } from '../logs/LiveLog.tsx'
import { RestoreWatch } from './RestoreWatch.tsx'
import { FailedForm, type HandOverTask, Instructions } from './HandOverParts.tsx'
import './handover.css'

type HandOverProps = CaseProps & { readonly handOver: HandOver }

const taskOf = (props: HandOverProps): HandOverTask =>
  props.handOver.mode === 'dfu' ? 'dfu' : props.current.currentStepId === 'D2' ? 'recovery-restore' : 'recovery'

function Answers(props: HandOverProps) {
  const t = useTexts()
  const [failing, setFailing] = useState(false)
  const answer = (kind: 'restoring' | 'worked') => void props.act({ kind: 'handover.answer', answer: kind, code: null })
  if (failing)
    return (
      <FailedForm
        read={codeOfTry(props.current)}
        onSend={(code) => void props.act({ kind: 'handover.answer', answer: 'failed', code })}
        onCancel={() => setFailing(false)}
      />
    )
  return (
    <section aria-labelledby="handover-answers" className="answers step-answers">
      <h2 id="handover-answers">{t(props.handOver.stage === 'ready' ? 'handover.how' : 'handover.how.restoring')}</h2>
      <div className="buttons">
        {props.handOver.stage === 'ready' && (
          <button type="button" className="button primary" onClick={() => answer('restoring')}>
            {t('handover.restoring')}
          </button>
        )}
        <button type="button" className="button" onClick={() => answer('worked')}>
          {t('handover.worked')}
        </button>
        <button type="button" className="button" onClick={() => setFailing(true)}>
          {t('handover.failed')}
        </button>
      </div>
    </section>
  )
}

/** Leaving by the buttons keeps the data; it is always one guide away. */
function WayOut(props: HandOverProps) {
  const t = useTexts()
  const leave = () => void showGuide(props, props.handOver.mode === 'dfu' ? 'exit-dfu' : 'exit-recovery')
  return (
    <details className="way-out">
      <summary>{t(`handover.out.${props.handOver.mode}`)}</summary>
      <p className="soft">{t(`handover.out.${props.handOver.mode}.what`)}</p>
      <button type="button" className="button" onClick={leave}>
        {t(`handover.out.${props.handOver.mode}.go`)}
      </button>
    </details>
  )
}

function Restoring(props: HandOverProps) {
  const t = useTexts()
  const when = useWhen()
  useWakeLock(true)
  return (
    <>
      <ScreenTitle place="restoring">{t('handover.restoring.title')}</ScreenTitle>
      <p className="lead">{t('handover.restoring.lead', { when: when(props.handOver.sinceWallMs) })}</p>
      <Notice tone="plain">{t('handover.restoring.leaves')}</Notice>
      <RestoreWatch {...props} />
      <LiveLog {...props} />
      <Answers {...props} />
    </>
  )
}

/** After DFU or recovery: what to do now in Finder, Apple Devices or iTunes, and how it went. */
export function HandOverScreen(props: CaseProps) {
  const t = useTexts()
  const { handOver } = props.current
  if (handOver === null) return null
  const all = { ...props, handOver }
  if (handOver.stage === 'restoring')
    return (
      <article className="step">
        <Restoring {...all} />
      </article>
    )
  const task = taskOf(all)
  return (
    <article className="step handover">
      <ScreenTitle place={`handover-${task}`}>{t(`handover.${task}.title.${props.state.host.system}`)}</ScreenTitle>
      <Instructions task={task} system={props.state.host.system} />
      <LiveLog {...all} />
      <Answers {...all} />
      <WayOut {...all} />
    </article>
  )
}
