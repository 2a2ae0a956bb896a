import { useState } from 'react'
import { PRACTICE_TROUBLES, type PracticeSetup } from '../../../shared/contract/contract.ts'
import { BUTTON_FAMILIES, type ButtonFamily } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import { useStore } from '../../store.ts'
import { PhoneDrawing } from '../../ui/drawing/PhoneDrawing.tsx'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { PRACTICE_MODELS, USUAL_MODEL } from './models.ts'

const STARTS = ['normal', 'recovery', 'dfu', 'frozen', 'off'] as const satisfies readonly PracticeSetup['start'][]
const CABLES = ['signals', 'cannot-signal'] as const satisfies readonly PracticeSetup['cable'][]

function FamilyChoice(props: { chosen: ButtonFamily; onChoose: (family: ButtonFamily) => void }) {
  const t = useTexts()
  return (
    <fieldset className="practice-families">
      <legend>{t('practice-screen.family')}</legend>
      {BUTTON_FAMILIES.map((family) => (
        <label key={family} className={`practice-family${family === props.chosen ? ' is-chosen' : ''}`}>
          <input type="radio" name="family" checked={family === props.chosen} onChange={() => props.onChoose(family)} />
          <PhoneDrawing
            family={family}
            product={USUAL_MODEL[family]}
            device={t(`guide-screen.family.${family}`)}
            roles={{}}
            screen="home"
            plugged={false}
            names="none"
          />
          <span>{t(`guide-screen.family.${family}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

type Choice<T extends string> = {
  readonly name: string
  readonly values: readonly T[]
  readonly chosen: T
  readonly onChoose: (value: T) => void
}

function Choices<T extends string>({ name, values, chosen, onChoose }: Choice<T>) {
  const t = useTexts()
  return (
    <fieldset className="practice-choices">
      <legend>{t(`practice-screen.${name}`)}</legend>
      {values.map((value) => (
        <label key={value} className="check">
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{t(`practice-screen.${name}.${value}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Which virtual iPhone to practise with, and how it begins. */
export function PracticeSetupForm() {
  const t = useTexts()
  const store = useStore()
  const [family, setFamily] = useState<ButtonFamily>('face-id')
  const [product, setProduct] = useState(USUAL_MODEL['face-id'])
  const [start, setStart] = useState<PracticeSetup['start']>('normal')
  const [cable, setCable] = useState<PracticeSetup['cable']>('signals')
  const [trouble, setTrouble] = useState<(typeof PRACTICE_TROUBLES)[number]>('none')
  const chooseFamily = (next: ButtonFamily) => {
    setFamily(next)
    setProduct(USUAL_MODEL[next])
  }
  return (
    <main className="practice-setup">
      <form
        className="practice-form"
        onSubmit={(event) => {
          event.preventDefault()
          void store.practiceStart({ product, start, cable, trouble, seed: null })
        }}
      >
        <header>
          <ScreenTitle place="practice-setup">{t('practice-screen.title')}</ScreenTitle>
          <p className="lead">{t('practice-screen.lead')}</p>
        </header>
        <FamilyChoice chosen={family} onChoose={chooseFamily} />
        <div className="practice-details">
          <div className="practice-phone-choice">
            <label className="label">
              {t('practice-screen.model')}
              <select className="field" value={product} onChange={(event) => setProduct(event.target.value)}>
                {PRACTICE_MODELS[family].map((model) => (
                  <option key={model.product} value={model.product}>
                    {model.name}
                  </option>
                ))}
              </select>
            </label>
            <label className="label">
              {t('practice-screen.trouble')}
              <select
                className="field"
                value={trouble}
                onChange={(event) => setTrouble(PRACTICE_TROUBLES.find((one) => one === event.target.value) ?? 'none')}
              >
                {PRACTICE_TROUBLES.map((one) => (
                  <option key={one} value={one}>
                    {t(`practice-screen.trouble.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Choices name="start" values={STARTS} chosen={start} onChoose={setStart} />
          <Choices name="cable" values={CABLES} chosen={cable} onChoose={setCable} />
        </div>
        <div className="buttons">
          <button type="submit" className="button primary practice-begin">
            {t('practice-screen.begin')}
          </button>
        </div>
      </form>
    </main>
  )
}
