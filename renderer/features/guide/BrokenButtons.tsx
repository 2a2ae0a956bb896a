import { useState } from 'react'
import { buttonsInUse, type WaysLeft, waysLeft } from '../../../shared/engine/broken-buttons.ts'
import type { Button, ButtonFamily } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'

function Left({ left }: { left: WaysLeft }) {
  const t = useTexts()
  const lines = [
    ...(left.byHand ? [t('broken.by-hand')] : []),
    ...(left.assisted ? [t(`broken.assisted.${left.guide}`)] : []),
    ...(left.software !== null && !left.byHand ? [t(`broken.software.${left.guide}`)] : []),
  ]
  const none = t(`broken.none.${left.guide}`)
  return (
    <li className={lines.length === 0 ? 'is-none' : 'is-left'}>
      <strong>{t(`guide.${left.guide}`)}</strong>
      <span>{lines.length === 0 ? none : lines.join(' ')}</span>
    </li>
  )
}

/** Which ways remain when a button is broken: folded away until somebody needs it. */
export function BrokenButtons({ family, power }: { family: ButtonFamily; power: 'side' | 'top' }) {
  const t = useTexts()
  const buttons = buttonsInUse(family, power)
  const [chosen, setChosen] = useState<Button | null>(null)
  const broken = chosen !== null && buttons.includes(chosen) ? chosen : null
  return (
    <details className="broken-buttons">
      <summary>{t('broken.title')}</summary>
      <fieldset>
        <legend>{t('broken.which')}</legend>
        {buttons.map((button) => (
          <label key={button} className="check">
            <input type="radio" name="broken" checked={button === broken} onChange={() => setChosen(button)} />
            <span>{t(`button.${button}`)}</span>
          </label>
        ))}
      </fieldset>
      {broken !== null && (
        <>
          <ul>
            {waysLeft(family, power, broken).map((left) => (
              <Left key={left.guide} left={left} />
            ))}
          </ul>
          <p className="soft">{t('broken.repair')}</p>
        </>
      )}
    </details>
  )
}
