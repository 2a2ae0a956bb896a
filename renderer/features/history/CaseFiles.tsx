import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { useTexts } from '../../language.ts'
import { goTo } from '../../routes.ts'
import { useStore } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { SaveButton } from './SaveButton.tsx'
import { utcOffsetMs, writtenIn } from './save-document.ts'

type Erased = CallOutput<'historyErase'>

function Erase(props: { caseId: string }) {
  const t = useTexts()
  const store = useStore()
  const [asking, setAsking] = useState(false)
  const [answer, setAnswer] = useState<Erased | null>(null)
  const erase = async () => {
    const erased = await store
      .call('historyErase', { caseIds: [props.caseId] })
      .catch((): Erased => ({ ok: false, problem: { code: 'not-now' } }))
    setAnswer(erased)
    setAsking(false)
    if (erased.ok && erased.copies === 0) goTo({ name: 'history' })
  }
  if (answer?.ok === true) return <Notice tone="doubt">{t('case.erased.copies', { count: answer.copies })}</Notice>
  return (
    <div className="erase">
      {answer !== null && (
        <Notice tone="trouble">{t('keeping.refused', { reason: t(`problem.${answer.problem.code}.what`) })}</Notice>
      )}
      {asking ? (
        <Notice tone="trouble">
          <p>{t('case.erase.sure')}</p>
          <div className="buttons">
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {t('case.erase.no')}
            </button>
            <button type="button" className="button" onClick={() => void erase()}>
              <Trash2 size="1.1em" aria-hidden />
              {t('case.erase.yes')}
            </button>
          </div>
        </Notice>
      ) : (
        <button type="button" className="button quiet" onClick={() => setAsking(true)}>
          <Trash2 size="1.1em" aria-hidden />
          {t('case.erase')}
        </button>
      )}
    </div>
  )
}

/** What can be handed on of a case, and erasing it. */
export function CaseFiles(props: { caseId: string }) {
  const t = useTexts()
  const { caseId } = props
  const [names, setNames] = useState('')
  const known = () =>
    names
      .split(',')
      .map((name) => name.trim().slice(0, 120))
      .filter(Boolean)
      .slice(0, 50)
  const report = (identity: boolean) => () =>
    ({ kind: 'report', caseId, identity, utcOffsetMs: utcOffsetMs(), ...writtenIn(t) }) as const
  return (
    <section className="card case-files" aria-labelledby="case-files">
      <h2 id="case-files">{t('case.files')}</h2>
      <div className="buttons">
        <SaveButton words={t('case.files.report')} request={report(true)} />
        <SaveButton words={t('case.files.report-anonymous')} request={report(false)} />
        <SaveButton words={t('case.files.case')} request={() => ({ kind: 'case', caseIds: [caseId] })} />
      </div>
      <div className="forum">
        <p className="small soft">{t('case.files.forum.what')}</p>
        <label className="label-field">
          <span className="small soft">{t('case.files.forum.names')}</span>
          <input className="field" value={names} maxLength={2000} onChange={(event) => setNames(event.target.value)} />
        </label>
        <SaveButton words={t('case.files.forum')} request={() => ({ kind: 'forum', caseId, names: known() })} />
      </div>
      <Erase caseId={caseId} />
    </section>
  )
}
