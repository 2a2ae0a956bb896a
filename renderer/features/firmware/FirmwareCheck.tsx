import { Package } from 'lucide-react'
import { type SubmitEvent, useEffect, useEffectEvent, useState } from 'react'
import type { FirmwareResult as Result, FirmwareView } from '../../../shared/contract/firmware.ts'
import type { Phone } from '../../../shared/engine/phone.ts'
import type { WantedPhone } from '../../../shared/protocol/ipsw-manifest.ts'
import { useTexts } from '../../language.ts'
import type { ScreenProps } from '../../screen.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { isCaseFile } from '../history/case-file.ts'
import { phoneName } from '../phones/phone-name.ts'
import { onlyPhone } from '../phones/PhonePanel.tsx'
import { FirmwareFound } from './FirmwareFound.tsx'
import { FirmwareResult } from './FirmwareResult.tsx'
import { gigabytes } from './gigabytes.ts'
import { useFirmware } from './use-firmware.ts'
import './firmware.css'

/** What the file is to fit: the model that is plugged in, where it is known for certain. */
function wantedPhone(phone: Phone | null): WantedPhone | null {
  const types = phone?.identity.productTypes ?? []
  const [productType] = types
  if (phone === null || productType === undefined || types.length > 1) return null
  const { cpid, bdid } = phone.identity
  return { productType, cpid: bdid === null ? null : cpid, bdid: cpid === null ? null : bdid }
}

/** A file that is named by its path, for those who have one to paste. */
function ByPath(props: { system: 'linux' | 'macos' | 'windows'; disabled: boolean; onPath: (path: string) => void }) {
  const t = useTexts()
  const [path, setPath] = useState('')
  const begin = (event: SubmitEvent) => {
    event.preventDefault()
    if (path.trim() !== '') props.onPath(path.trim())
  }
  return (
    <details className="small">
      <summary>{t('firmware.by-path')}</summary>
      <form className="firmware-path" onSubmit={begin}>
        <label className="label">
          {t('firmware.path')}
          <input
            className="field"
            value={path}
            maxLength={4000}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            placeholder={t(`firmware.example.${props.system}`)}
            onChange={(event) => setPath(event.target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={path.trim() === '' || props.disabled}>
          {t('firmware.go')}
        </button>
      </form>
    </details>
  )
}

function Progress(props: { view: Extract<FirmwareView, { stage: 'checking' }>; onStop: () => void }) {
  const t = useTexts()
  const { bytes, of } = props.view
  const share = of === 0 ? 0 : bytes / of
  return (
    <p className="file-progress">
      <progress value={share} max={1} aria-label={t('firmware.checking')} />
      <span className="small">
        {t('firmware.checking.share', { percent: Math.floor(share * 100), gigabytes: gigabytes(of) })}
      </span>
      <button type="button" className="button quiet" onClick={props.onStop}>
        {t('log.stop')}
      </button>
    </p>
  )
}

/** The name at the end of a path, of either system. */
const lastPart = (path: string) => path.split(/[\\/]/u).at(-1) ?? path

/** What a case keeps of a check. A model with two chips may fit or not: then it is not said. */
const factsOf = ({ verdict, fit }: Result) => ({
  whole: verdict === 'whole',
  fits: fit === null || fit === 'depends-on-chip' ? null : fit === 'fits',
})

function Body(props: ScreenProps) {
  const t = useTexts()
  const { view, takeFile, takePath, stop } = useFirmware()
  const phone = onlyPhone(props.state)
  const wanted = wantedPhone(phone)
  const checking = view.stage === 'checking'
  const result = view.stage === 'done' ? view.result : null
  const tell = useEffectEvent((of: Result, signed: boolean | null) => {
    if (props.state.case !== null) void props.act({ kind: 'firmware.checked', ...factsOf(of), signed })
  })
  useEffect(() => {
    if (result !== null) tell(result, null)
  }, [result])
  return (
    <div className="firmware-body">
      <FileDrop
        glyph={<Package size="1.4em" aria-hidden />}
        words={t('firmware.drop')}
        button={t('firmware.pick')}
        leaves={isCaseFile}
        what={t('firmware.what')}
        accept=".ipsw,.zip"
        onFile={(file) => void takeFile(file, wanted)}
      />
      <FirmwareFound disabled={checking} onCheck={(path) => takePath(path, wanted)} />
      <ByPath system={props.state.host.system} disabled={checking} onPath={(path) => takePath(path, wanted)} />
      {checking && <Progress view={view} onStop={stop} />}
      <div aria-live="polite">
        {view.stage === 'unreadable' && <Notice tone="doubt">{t('firmware.unreadable', { path: view.path })}</Notice>}
        {view.stage === 'done' && (
          <FirmwareResult
            key={view.path}
            result={view.result}
            phone={wanted}
            name={phone === null ? '' : phoneName(t, phone.identity)}
            fileName={lastPart(view.path)}
            onSigning={(signed) => tell(view.result, signed)}
          />
        )}
      </div>
    </div>
  )
}

/** Checks a firmware file on this computer: whole, what it is, and right for the phone that is plugged in. The file goes nowhere. */
export function FirmwareCheck(props: ScreenProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <details className="card firmware-check" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('firmware.title')}</summary>
      {open && <Body {...props} />}
    </details>
  )
}
