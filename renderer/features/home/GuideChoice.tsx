import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { buttonsOf, NEWEST_IPHONE } from '../../../shared/knowledge/button-families.ts'
import { DEVICES } from '../../../shared/knowledge/devices.ts'
import type { GuideId } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import type { ScreenProps } from '../../screen.ts'
import { openGuideCase } from '../../ui/show-guide.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { BeforeGuide, needsConsent } from '../checklist/BeforeGuide.tsx'
import { BrokenButtons } from '../guide/BrokenButtons.tsx'
import { onlyPhone } from '../phones/PhonePanel.tsx'

const GROUPS = (['iphone', 'ipad', 'ipod'] as const).map((group) => ({
  group,
  models: [
    ...new Map(DEVICES.filter((row) => row.deviceClass === group).map((row) => [row.productType, row.name])),
  ].toReversed(),
}))

function ModelField(props: { product: string; onChange: (product: string) => void }) {
  const t = useTexts()
  return (
    <label className="label model-field">
      {t('guide-choice.model')}
      <select className="field" value={props.product} onChange={(event) => props.onChange(event.target.value)}>
        <option value="">{t('guide-choice.model.unknown')}</option>
        {GROUPS.map(({ group, models }) => (
          <optgroup key={group} label={t(`guide-choice.group.${group}`)}>
            {models.map(([productType, name]) => (
              <option key={productType} value={productType}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

const GENTLEST_FIRST = [
  'recovery',
  'dfu',
  'exit-recovery',
  'exit-dfu',
  'restart',
  'power-off',
] as const satisfies readonly GuideId[]

/** "Just enter DFU or recovery": one guide without a checklist, for the phone that is plugged in or a model that is chosen. */
export function GuideChoice(props: ScreenProps & { onBack: () => void }) {
  const t = useTexts()
  const phone = onlyPhone(props.state)
  const [product, setProduct] = useState('')
  const [asked, setAsked] = useState<GuideId | null>(null)
  const known = phone?.identity.productTypes[0] ?? null
  const model = known ?? (product === '' ? null : product)
  const buttons = model === null ? NEWEST_IPHONE : buttonsOf(model)
  const start = (guide: GuideId) => openGuideCase(props, guide, product === '' ? null : product)
  const choose = (guide: GuideId) => {
    if (needsConsent(guide, phone)) setAsked(guide)
    else void start(guide)
  }
  return (
    <>
      <header className="question">
        <button type="button" className="button quiet back" onClick={props.onBack}>
          <ArrowLeft size="1.1em" aria-hidden />
          {t('guide-choice.back')}
        </button>
        <ScreenTitle place="guides">{t('guide-choice.title')}</ScreenTitle>
        <p className="lead">{t('guide-choice.lead')}</p>
      </header>
      {known === null && <ModelField product={product} onChange={setProduct} />}
      {buttons !== null && <BrokenButtons family={buttons.family} power={buttons.power} />}
      {asked === null ? (
        <section className="ways" aria-label={t('guide-choice.title')}>
          {GENTLEST_FIRST.map((guide) => (
            <button type="button" className="way" key={guide} onClick={() => choose(guide)}>
              <strong>{t(`guide-choice.${guide}`)}</strong>
              <span>{t(`guide-choice.${guide}.what`)}</span>
            </button>
          ))}
        </section>
      ) : (
        <BeforeGuide
          guide={asked}
          phone={phone}
          system={props.state.host.system}
          onStart={() => void start(asked)}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  )
}
