import { useEffect, useState } from 'react'
import type { FirmwareCopy } from '../../../shared/contract/firmware.ts'
import { useTexts } from '../../language.ts'
import { useStore } from '../../store.ts'
import { useWhen } from '../../ui/words.ts'
import { gigabytes } from './gigabytes.ts'

/** Firmware files that this computer has already, each with a click to check it. Looked for when the card is opened. */
export function FirmwareFound(props: { disabled: boolean; onCheck: (path: string) => void }) {
  const t = useTexts()
  const when = useWhen()
  const store = useStore()
  const [copies, setCopies] = useState<readonly FirmwareCopy[] | null>(null)
  useEffect(() => void store.call('firmwareCopies', {}).then(setCopies, () => undefined), [store])
  if (copies === null) return null
  if (copies.length === 0) return <p className="soft small">{t('firmware.copies.none')}</p>
  return (
    <section className="firmware-copies" aria-labelledby="firmware-copies-title">
      <h3 id="firmware-copies-title">{t('firmware.copies.title')}</h3>
      <ul>
        {copies.map(({ path, name, bytes, writtenWallMs }, index) => (
          <li key={path}>
            <div>
              <bdi id={`firmware-copy-${index}`} className="firmware-name">
                {name}
              </bdi>
              <p className="soft small">
                {t('firmware.copies.about', { gigabytes: gigabytes(bytes), when: when(writtenWallMs) })}
              </p>
            </div>
            <button
              type="button"
              className="button"
              disabled={props.disabled}
              aria-describedby={`firmware-copy-${index}`}
              onClick={() => props.onCheck(path)}
            >
              {t('firmware.go')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
