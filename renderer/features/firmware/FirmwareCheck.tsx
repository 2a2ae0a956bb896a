import { type SubmitEvent, useEffect, useState } from 'react'
import type { FirmwareResult, FirmwareView } from '../../../shared/contract/firmware.ts'
import type { Phone } from '../../../shared/engine/phone.ts'
import { useTexts } from '../../language.ts'
import type { ScreenProps } from '../../screen.ts'
import { useStore } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { phoneName } from '../phones/phone-name.ts'
import { onlyPhone } from '../phones/PhonePanel.tsx'
import '../logs/logs.css'

const LOOK_EVERY_MS = 500

/** What the file is to fit: the model that is plugged in, where it is known for certain. */
function wantedPhone(phone: Phone | null) {
  const types = phone?.identity.productTypes ?? []
  const [productType] = types
  if (phone === null || productType === undefined || types.length > 1) return null
  const { cpid, bdid } = phone.identity
  return { productType, cpid: bdid === null ? null : cpid, bdid: cpid === null ? null : bdid }
}

/** One check on the computer's side, looked at again and again while it runs. */
function useFirmware() {
  const store = useStore()
  const [view, setView] = useState<FirmwareView>({ stage: 'idle' })
  const checking = view.stage === 'checking'
  useEffect(() => {
    if (!checking) return undefined
    const timer = setInterval(() => void store.call('firmwareLook', {}).then(setView, () => undefined), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [checking, store])
  return { store, view, setView }
}

const tones = { whole: 'ok', 'structure-whole': 'ok', cancelled: 'plain' } as const
const toneOf = (verdict: FirmwareResult['verdict']) =>
  Object.hasOwn(tones, verdict) ? tones[verdict as keyof typeof tones] : ('trouble' as const)

function Result(props: { result: FirmwareResult; phone: Phone | null }) {
  const t = useTexts()
  const { result, phone } = props
  const { verdict, fit, version, build, problems } = result
  const name = phone === null ? '' : phoneName(t, phone.identity)
  return (
    <>
      <Notice tone={toneOf(verdict)}>{t(`firmware.verdict.${verdict}`)}</Notice>
      {fit !== null && <Notice tone={fit === 'fits' ? 'ok' : 'trouble'}>{t(`firmware.fit.${fit}`, { name })}</Notice>}
      {result.renamed && <Notice tone="doubt">{t('firmware.renamed')}</Notice>}
      {(version !== null || build !== null) && (
        <p>
          {t('firmware.is', {
            version: [version, build].filter((part) => part !== null).join(' · '),
            models: result.productTypes.join(', '),
          })}
        </p>
      )}
      {problems.length > 0 && (
        <ul className="small">
          {problems.slice(0, 5).map(({ id, detail, entry }) => (
            <li key={`${id} ${detail}`}>{t(`ipsw.problem.${id}`, { detail, entry: entry ?? '' })}</li>
          ))}
        </ul>
      )}
      {result.sha1 !== null && (
        <p className="soft small">
          SHA-1 <code>{result.sha1}</code>
        </p>
      )}
    </>
  )
}

/** Checks a firmware file on this computer: whole, what it is, and right for the phone that is plugged in. Nothing is sent anywhere. */
export function FirmwareCheck(props: ScreenProps) {
  const t = useTexts()
  const [path, setPath] = useState('')
  const { store, view, setView } = useFirmware()
  const phone = onlyPhone(props.state)
  const begin = (event: SubmitEvent) => {
    event.preventDefault()
    if (path.trim() === '') return
    void store.call('firmwareCheck', { path: path.trim(), phone: wantedPhone(phone) }).then(setView, () => undefined)
  }
  const stop = () => void store.call('firmwareStop', {}).then(setView, () => undefined)
  return (
    <details className="card firmware-check">
      <summary>{t('firmware.title')}</summary>
      <form onSubmit={begin}>
        <label className="label">
          {t('firmware.path')}
          <input
            className="field"
            value={path}
            maxLength={4000}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            placeholder={t(`firmware.example.${props.state.host.system}`)}
            onChange={(event) => setPath(event.target.value)}
          />
        </label>
        <p className="soft small">{t('firmware.what')}</p>
        <div className="buttons">
          <button type="submit" className="button" disabled={path.trim() === '' || view.stage === 'checking'}>
            {t('firmware.go')}
          </button>
          {view.stage === 'checking' && (
            <button type="button" className="button quiet" onClick={stop}>
              {t('log.stop')}
            </button>
          )}
        </div>
      </form>
      <div aria-live="polite">
        {view.stage === 'checking' && (
          <progress value={view.of === 0 ? 0 : view.bytes / view.of} max={1} aria-label={t('firmware.checking')} />
        )}
        {view.stage === 'unreadable' && <Notice tone="doubt">{t('firmware.unreadable', { path: view.path })}</Notice>}
        {view.stage === 'done' && <Result result={view.result} phone={phone} />}
      </div>
    </details>
  )
}
