import { useEffect, useRef } from 'react'
import type { GuideRun } from '../../../shared/engine/guide-run.ts'
import { BUTTON_FAMILIES } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import type { Act } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PRACTICE_MODELS } from '../practice/models.ts'

type Props = {
  readonly run: GuideRun
  readonly act: Act
  /** Start was pressed before the model was named. */
  readonly asked: boolean
  /** None of the list: the newest kind of buttons is taken, on the person's word. */
  readonly onNewer: () => void
}

/**
 * On the card of a phone whose model USB does not tell: says whose buttons are shown, and lets the person name the model. A
 * guide for the wrong buttons never works, so this stands before everything else.
 */
export function ModelChoice({ run, act, asked, onNewer }: Props) {
  const t = useTexts()
  const field = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (asked) field.current?.focus()
  }, [asked])
  const choose = (product: string) =>
    void act({ kind: 'guide.show', guide: run.guide, way: run.wayOpen ? null : run.way, phoneId: run.phoneId, product })
  return (
    <Notice tone="doubt">
      <label className="guide-model">
        <span>{t(`guide-screen.assumed.${run.family}`)}</span>
        <select
          ref={field}
          className="field"
          value={run.product ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="" disabled>
            {t('guide-screen.assumed.choose')}
          </option>
          {BUTTON_FAMILIES.map((family) => (
            <optgroup key={family} label={t(`guide-screen.family.${family}`)}>
              {PRACTICE_MODELS[family].map(({ product, name }) => (
                <option key={product} value={product}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {asked && (
        <p className="guide-model-first" role="alert">
          <strong>{t('guide-screen.assumed.first')}</strong>{' '}
          <button type="button" className="button quiet" onClick={onNewer}>
            {t('guide-screen.assumed.newer')}
          </button>
        </p>
      )}
    </Notice>
  )
}
