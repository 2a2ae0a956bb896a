import { CircleCheck, Flag, Wrench } from 'lucide-react'
import type { Outcome } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { routeHash } from '../../routes.ts'
import { showGuide } from '../../ui/show-guide.ts'
import type { CaseProps } from './CaseScreen.tsx'

const ENDS: readonly { readonly outcome: Outcome; readonly Glyph: typeof Flag }[] = [
  { outcome: 'fixed', Glyph: CircleCheck },
  { outcome: 'professional', Glyph: Wrench },
  { outcome: 'given-up', Glyph: Flag },
]

/** How a case ends: three outcomes, or it stays open. `onBack` null: the plan is through and there is no step to go back to. */
export function EndCase(props: CaseProps & { onBack: (() => void) | null }) {
  const t = useTexts()
  const { id: caseId, complaint } = props.current
  const guideOnly = props.onBack === null && complaint.kind === 'guide-only' ? complaint.guide : null
  const through = props.onBack === null && guideOnly === null
  return (
    <article className="step end-case">
      <ScreenTitle place="end-case">
        {guideOnly !== null ? t(`guide-choice.${guideOnly}`) : t(through ? 'end.title.through' : 'end.title')}
      </ScreenTitle>
      <p className="lead">{t(guideOnly !== null ? 'guide-case.lead' : through ? 'end.lead.through' : 'end.lead')}</p>
      {guideOnly !== null && (
        <div className="buttons">
          <button type="button" className="button primary" onClick={() => void showGuide(props, guideOnly)}>
            {t('guide-case.show')}
          </button>
        </div>
      )}
      <section className="ways" aria-label={t('end.title')}>
        {ENDS.map(({ outcome, Glyph }) => (
          <button
            type="button"
            className="way"
            key={outcome}
            onClick={() => void props.act({ kind: 'case.close', caseId, outcome })}
          >
            <Glyph size="1.4em" aria-hidden />
            <strong>{t(`outcome.${outcome}`)}</strong>
            <span>{t(`outcome.${outcome}.what`)}</span>
          </button>
        ))}
      </section>
      <div className="buttons">
        {props.onBack !== null && (
          <button type="button" className="button" onClick={props.onBack}>
            {t('end.back')}
          </button>
        )}
        <button type="button" className="button" onClick={() => void props.act({ kind: 'case.leave' })}>
          {t('end.leave-open')}
        </button>
      </div>
    </article>
  )
}

/** The case has its outcome: where it is kept, and what is next. */
export function ClosedCase(props: CaseProps) {
  const t = useTexts()
  const { id, outcome } = props.current
  return (
    <article className="step end-case">
      <ScreenTitle place="closed">{t('closed.title', { outcome: outcome ?? 'fixed' })}</ScreenTitle>
      <p className="lead">{t('closed.lead')}</p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={() => void props.act({ kind: 'case.leave' })}>
          {t('closed.next')}
        </button>
        <a className="button" href={routeHash({ name: 'case', caseId: id })}>
          {t('closed.history')}
        </a>
      </div>
    </article>
  )
}
