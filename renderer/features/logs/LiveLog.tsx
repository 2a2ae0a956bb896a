import { logOfTry } from '../../../shared/engine/case-logs.ts'
import { codeOfLog } from '../../../shared/engine/log-summary.ts'
import { useTexts } from '../../language.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { CaseProps } from '../checklist/CaseScreen.tsx'

/** What the restore program's own log says while the work stands there: how far it is, or the result with one click to take it. */
export function LiveLog(props: CaseProps) {
  const t = useTexts()
  const log = logOfTry(props.current)
  if (log === null) return null
  const code = codeOfLog(log)
  const from = t('log.live.from', { file: log.fileName })
  const answer = (kind: 'worked' | 'failed') => void props.act({ kind: 'handover.answer', answer: kind, code })
  if (log.success === null)
    return (
      <Notice tone="plain">
        {t(log.percent === null ? 'log.live.running' : 'log.live.running.percent', {
          phase: log.lastPhase === null ? t('log.live.begun') : t(`log.phase.${log.lastPhase}`),
          percent: Math.round(log.percent ?? 0),
        })}{' '}
        <span className="small">{from}</span>
      </Notice>
    )
  return (
    <section className={`card live-log ${log.success ? 'ok' : 'trouble'}`} aria-labelledby="live-log-title">
      <h2 id="live-log-title">
        {log.success
          ? t('log.live.success')
          : code === null
            ? t('log.live.failed')
            : t('log.live.failed.code', { code })}
      </h2>
      <p className="small">{from}</p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={() => answer(log.success ? 'worked' : 'failed')}>
          {t(log.success ? 'log.live.take-success' : 'log.live.take-failure')}
        </button>
      </div>
    </section>
  )
}
