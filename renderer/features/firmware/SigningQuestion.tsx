import { useState } from 'react'
import type { FirmwareResult, FirmwareSigning } from '../../../shared/contract/firmware.ts'
import { comparedWith } from '../../../shared/protocol/ipsw-service.ts'
import { useTexts } from '../../language.ts'
import { useStore } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'

type Asked = { readonly stage: 'not-asked' | 'asking' } | { readonly stage: 'told'; readonly told: FirmwareSigning }

function Told(props: { told: FirmwareSigning; result: FirmwareResult; model: string }) {
  const t = useTexts()
  const { told, result, model } = props
  if (told.kind !== 'known' && told.kind !== 'unknown-build')
    return <Notice tone="plain">{t(`firmware.signing.${told.kind}`, { model })}</Notice>
  const compared = told.kind === 'known' ? comparedWith(result, told) : null
  const signed = told.kind === 'known' && told.signed
  const words = told.kind === 'known' ? (told.signed ? 'signed' : 'not-signed') : told.kind
  return (
    <>
      <Notice tone={signed ? 'ok' : told.kind === 'known' ? 'trouble' : 'doubt'}>
        {t(`firmware.signing.${words}`, { model })}{' '}
        {!signed && told.newestSigned !== null && t('firmware.signing.newest', told.newestSigned)}
      </Notice>
      {compared !== null && (
        <Notice tone={compared === 'same' ? 'ok' : 'trouble'}>{t(`firmware.sum.${compared}`)}</Notice>
      )}
    </>
  )
}

/** What a file cannot say: whether Apple still signs it. A public service is asked, only on a click, and only about the model. */
export function SigningQuestion(props: {
  result: FirmwareResult
  model: string
  build: string
  onTold: (signed: boolean) => void
}) {
  const t = useTexts()
  const store = useStore()
  const [asked, setAsked] = useState<Asked>({ stage: 'not-asked' })
  const { result, model, build } = props
  const ask = async () => {
    setAsked({ stage: 'asking' })
    const told = await store.call('firmwareSigning', { productType: model, build }).catch(() => null)
    setAsked(told === null ? { stage: 'not-asked' } : { stage: 'told', told })
    if (told?.kind === 'known') props.onTold(told.signed)
  }
  const again = asked.stage === 'told' && asked.told.kind !== 'known' && asked.told.kind !== 'unknown-build'
  return (
    <div className="firmware-signing">
      <h3>{t('firmware.signing.offer')}</h3>
      {(asked.stage !== 'told' || again) && (
        <>
          <p className="soft small">{t('firmware.signing.what', { model })}</p>
          <div className="buttons">
            <button type="button" className="button" disabled={asked.stage === 'asking'} onClick={() => void ask()}>
              {t(asked.stage === 'asking' ? 'firmware.signing.asking' : 'firmware.signing.go')}
            </button>
          </div>
        </>
      )}
      {asked.stage === 'told' && <Told told={asked.told} result={result} model={model} />}
    </div>
  )
}
