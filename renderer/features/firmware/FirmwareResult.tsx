import type { FirmwareResult as Result } from '../../../shared/contract/firmware.ts'
import type { WantedPhone } from '../../../shared/protocol/ipsw-manifest.ts'
import { devicesByProductType } from '../../../shared/knowledge/devices.ts'
import { useTexts } from '../../language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { gigabytes } from './gigabytes.ts'
import { SigningQuestion } from './SigningQuestion.tsx'

const SHOWN_PROBLEMS = 5
const SHOWN_MODELS = 6

const tones = { whole: 'ok', 'structure-whole': 'ok', cancelled: 'plain' } as const
const toneOf = (verdict: Result['verdict']) =>
  Object.hasOwn(tones, verdict) ? tones[verdict as keyof typeof tones] : ('trouble' as const)

const waysOf = ({ update, erase }: Result) =>
  update && erase ? 'both' : update ? 'update' : erase ? 'erase' : ('none' as const)

function Facts(props: { result: Result }) {
  const t = useTexts()
  const { version, build, productTypes, bytes, sha1 } = props.result
  const names = [...new Set(productTypes.map((type) => devicesByProductType(type)[0]?.name ?? type))]
  const more = names.length - SHOWN_MODELS
  const models = [
    ...names.slice(0, SHOWN_MODELS),
    ...(more > 0 ? [t('firmware.models.more', { count: more })] : []),
  ].join(', ')
  const rows = [
    ['firmware.version', [version, build].filter((part) => part !== null).join(' · ')],
    ['firmware.models', models],
    ['firmware.ways', t(`firmware.ways.${waysOf(props.result)}`)],
    ['firmware.size', t('firmware.gigabytes', { gigabytes: gigabytes(bytes) })],
    ['firmware.sha1', sha1 ?? ''],
  ] as const
  return (
    <dl className="facts">
      {rows.map(([key, value]) =>
        value === '' ? null : (
          <div key={key} className="fact-pair">
            <dt>{t(key)}</dt>
            <dd>{key === 'firmware.sha1' ? <code>{value}</code> : value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** What a check found: whole or not first, then for which phone, then what the file is. */
export function FirmwareResult(props: {
  result: Result
  phone: WantedPhone | null
  name: string
  fileName: string
  onSigning: (signed: boolean) => void
}) {
  const t = useTexts()
  const { result, phone, name } = props
  const { verdict, fit, build, problems } = result
  // asked about the phone that is here, if the file is for it
  const model = result.productTypes.find((type) => type === phone?.productType) ?? result.productTypes[0]
  return (
    <section className="firmware-result" aria-label={t('firmware.result', { name: props.fileName })}>
      <h3>
        <bdi>{props.fileName}</bdi>
      </h3>
      <Notice tone={toneOf(verdict)}>{t(`firmware.verdict.${verdict}`)}</Notice>
      {fit !== null && <Notice tone={fit === 'fits' ? 'ok' : 'trouble'}>{t(`firmware.fit.${fit}`, { name })}</Notice>}
      {fit === null && build !== null && <Notice tone="plain">{t('firmware.fit.no-phone')}</Notice>}
      {result.renamed && <Notice tone="doubt">{t('firmware.renamed')}</Notice>}
      {problems.length > 0 && (
        <ul className="small">
          {problems.slice(0, SHOWN_PROBLEMS).map(({ id, detail, entry }) => (
            <li key={`${id} ${detail} ${entry ?? ''}`}>{t(`ipsw.problem.${id}`, { detail, entry: entry ?? '' })}</li>
          ))}
          {problems.length > SHOWN_PROBLEMS && (
            <li>{t('firmware.problems.more', { count: problems.length - SHOWN_PROBLEMS })}</li>
          )}
        </ul>
      )}
      {build !== null && <Facts result={result} />}
      {build !== null && model !== undefined && (
        <SigningQuestion result={result} model={model} build={build} onTold={props.onSigning} />
      )}
    </section>
  )
}
