import { CircleCheck, Flag, Wrench } from 'lucide-react'
import type { Outcome } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import type { CaseProps } from './CaseScreen.tsx'

const ENDS: readonly { readonly outcome: Outcome; readonly Glyph: typeof Flag }[] = [
  { outcome: 'fixed', Glyph: CircleCheck },
  { outcome: 'professional', Glyph: Wrench },
  { outcome: 'given-up', Glyph: Flag },
]

/** How a case ends: three outcomes, or it stays open. `onBack` null: the plan is through and there is no step to go back to. */
export function EndCase(props: CaseProps & { onBack: (() => void) | null }) {
  const t = useTexts()
  const caseId = props.current.id
  return (
    <article className="step end-case">
      <ScreenTitle place="end-case">{t(props.onBack === null ? 'end.title.through' : 'end.title')}</ScreenTitle>
      <p className="lead">{t(props.onBack === null ? 'end.lead.through' : 'end.lead')}</p>
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
