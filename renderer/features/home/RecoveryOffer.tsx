import type { Phone } from '../../../shared/engine/phone.ts'
import { useTexts } from '../../language.ts'
import type { ScreenProps } from '../../screen.ts'
import { openGuideCase } from '../../ui/show-guide.ts'

/** A phone in recovery is offered Update first, then the way out. DFU is not offered here. */
export function RecoveryOffer(props: ScreenProps & { phone: Phone }) {
  const t = useTexts()
  const { phone, act } = props
  const update = async () => {
    const opened = await act({
      kind: 'case.open',
      caseId: crypto.randomUUID(),
      complaint: { kind: 'no-code' },
      phoneId: phone.id,
    })
    if (opened.ok) await act({ kind: 'step.show', stepId: 'D1' })
  }
  return (
    <section className="card recovery-offer" aria-labelledby="recovery-offer-title">
      <h2 id="recovery-offer-title">{t('recovery-offer.title')}</h2>
      <p className="soft">{t('recovery-offer.what')}</p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={() => void update()}>
          {t('recovery-offer.update')}
        </button>
        <button type="button" className="button" onClick={() => void openGuideCase(props, 'exit-recovery')}>
          {t('recovery-offer.leave')}
        </button>
      </div>
    </section>
  )
}
