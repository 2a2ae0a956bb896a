import type { Settings } from '../../../shared/engine/state.ts'
import { useTexts } from '../../language.ts'
import { useSnapshot, useStore } from '../../store.ts'
import { LabelField } from './Labels.tsx'

/** Who works here and which cable is in use: written on each new case. */
export function UsualLabels() {
  const t = useTexts()
  const store = useStore()
  const settings = useSnapshot().real?.state.settings
  if (settings === undefined) return null
  const save = (name: 'operator' | 'cableLabel') => (value: string | null) => {
    const changed: Settings = { ...settings, [name]: value ?? '' }
    return store.act('real', { kind: 'settings.change', settings: changed })
  }
  return (
    <section className="card" aria-labelledby="usual-labels">
      <h2 id="usual-labels">{t('labels.usual')}</h2>
      <p className="soft small">{t('labels.usual.what')}</p>
      <div className="label-row">
        <LabelField
          label={t('labels.operator')}
          value={settings.operator || null}
          length={80}
          save={save('operator')}
        />
        <LabelField
          label={t('labels.cable')}
          value={settings.cableLabel || null}
          length={80}
          save={save('cableLabel')}
        />
      </div>
    </section>
  )
}
