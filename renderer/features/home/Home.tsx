import { CircleHelp, FlaskConical, Waypoints } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { readErrorCode } from '../../../shared/protocol/dialog-text.ts'
import { useTexts } from '../../language.ts'
import { goTo } from '../../routes.ts'
import type { ScreenProps } from '../../screen.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { FirstRunHint } from '../first-run/FirstRunHint.tsx'
import { onlyPhone, PhonePanel } from '../phones/PhonePanel.tsx'
import { GuideChoice } from './GuideChoice.tsx'
import { RecoveryOffer } from './RecoveryOffer.tsx'
import { Shelf } from './Shelf.tsx'
import './home.css'

function CodeForm(props: ScreenProps) {
  const t = useTexts()
  const [text, setText] = useState('')
  const code = readErrorCode(text).code
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    void props.act({
      kind: 'case.open',
      caseId: crypto.randomUUID(),
      complaint: { kind: 'code', code, text: text.trim().slice(0, 4000) },
      phoneId: onlyPhone(props.state)?.id ?? null,
    })
  }
  const said =
    text.trim() === '' ? t('home.field.help') : code === null ? t('home.field.none') : t('home.field.code', { code })
  return (
    <form className="code-form" onSubmit={submit}>
      <label className="unseen" htmlFor="what-happened">
        {t('home.field.label')}
      </label>
      <div className="code-row">
        <input
          id="what-happened"
          className="field"
          value={text}
          maxLength={4000}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('home.field.example')}
          aria-describedby="what-happened-help"
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          {t('home.go')}
        </button>
      </div>
      <p className="soft small" id="what-happened-help" aria-live="polite">
        {said}
      </p>
    </form>
  )
}

function Question(props: ScreenProps & { onGuides: () => void }) {
  const t = useTexts()
  const phone = onlyPhone(props.state)
  const noCode = () =>
    void props.act({
      kind: 'case.open',
      caseId: crypto.randomUUID(),
      complaint: { kind: 'no-code' },
      phoneId: phone?.id ?? null,
    })
  return (
    <>
      <header className="question">
        <ScreenTitle place="home">{t('home.title')}</ScreenTitle>
        <p className="lead">{t('home.lead')}</p>
      </header>
      <CodeForm {...props} />
      <section className="ways" aria-label={t('home.ways')}>
        <button type="button" className="way" onClick={noCode}>
          <CircleHelp size="1.4em" aria-hidden />
          <strong>{t('home.no-code')}</strong>
          <span>{t('home.no-code.what')}</span>
        </button>
        <button type="button" className="way" onClick={props.onGuides}>
          <Waypoints size="1.4em" aria-hidden />
          <strong>{t('home.guides')}</strong>
          <span>{t('home.guides.what')}</span>
        </button>
        {props.world === 'real' && (
          <button type="button" className="way" onClick={() => goTo({ name: 'practise' })}>
            <FlaskConical size="1.4em" aria-hidden />
            <strong>{t('home.practise')}</strong>
            <span>{t('home.practise.what')}</span>
          </button>
        )}
      </section>
      {/* below what is always there: it comes and goes with the phone, and moves nothing that a hand may be about to press */}
      {phone?.mode === 'recovery' && phone.presence === 'attached' && <RecoveryOffer {...props} phone={phone} />}
      <Shelf {...props} />
      <FirstRunHint {...props} />
    </>
  )
}

/** The first screen: one question, and what is plugged in. */
export function Home(props: ScreenProps) {
  const [choosing, setChoosing] = useState(false)
  return (
    <div className="with-phone">
      <PhonePanel state={props.state} act={props.act} />
      <div className="sheet home">
        {choosing ? (
          <GuideChoice {...props} onBack={() => setChoosing(false)} />
        ) : (
          <Question {...props} onGuides={() => setChoosing(true)} />
        )}
      </div>
    </div>
  )
}
