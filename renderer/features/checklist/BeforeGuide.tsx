import { useState } from 'react'
import { shownId } from '../../../shared/engine/phone-trip.ts'
import type { Phone } from '../../../shared/engine/phone.ts'
import type { GuideId, HostSystem } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import { useFocusOnMount } from '../../ui/use-focus.ts'
import { phoneName } from '../phones/phone-name.ts'

/** A phone that still starts is not sent to recovery or DFU without a word about the backup: it may not come back. */
export function needsConsent(guide: GuideId, phone: Phone | null): boolean {
  return (guide === 'dfu' || guide === 'recovery') && phone?.presence === 'attached' && phone.mode === 'normal'
}

/** What to know before a guide that ends in recovery or DFU, and the yes to it. */
export function BeforeGuide(props: {
  guide: GuideId
  phone: Phone | null
  system: HostSystem
  onStart: () => void
  onCancel: () => void
}) {
  const t = useTexts()
  const heading = useFocusOnMount<HTMLHeadingElement>()
  const { phone } = props
  const [agreed, setAgreed] = useState(false)
  return (
    <section className="card before-guide" aria-labelledby="before-guide-title">
      <h2 id="before-guide-title" ref={heading} tabIndex={-1}>
        {t('before.title')}
      </h2>
      <p>{t('before.may-not-return')}</p>
      <p className="soft">{t(`before.backup.${props.system}`)}</p>
      {phone !== null && (
        <p dir="auto">{t('trip.enter.which', { name: phoneName(t, phone.identity), id: shownId(phone) })}</p>
      )}
      <label className="check">
        <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
        <span>{t('before.agree')}</span>
      </label>
      <div className="buttons">
        <button type="button" className="button primary" disabled={!agreed} onClick={props.onStart}>
          {t('before.start', { guide: t(`guide-choice.${props.guide}`) })}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          {t('before.cancel')}
        </button>
      </div>
    </section>
  )
}
