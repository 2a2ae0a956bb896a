import { isOtherPhones, type LogSummary } from '../../../shared/engine/log-summary.ts'
import { devicesByProductType } from '../../../shared/knowledge/devices.ts'
import { errorTexts, findError } from '../../../shared/knowledge/errors.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import { routeHash } from '../../routes.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useWhen } from '../../ui/words.ts'
import './logs.css'

/** `YYYY-MM-DDTHH:MM:SS.mmm`, or only its time: the time of day, to the second. */
const clockOf = (stamp: string | null) => /(\d\d:\d\d:\d\d)/u.exec(stamp ?? '')?.[1] ?? null

function Result(props: { log: LogSummary }) {
  const t = useTexts()
  const { success, error, over } = props.log
  if (success === true) return <Notice tone="ok">{t('log.result.success')}</Notice>
  if (success === null) return <Notice tone="plain">{t(over ? 'log.result.open' : 'log.result.running')}</Notice>
  if (error === null) return <Notice tone="trouble">{t('log.result.cut-off')}</Notice>
  const found = error.code === null ? null : findError(String(error.code))
  const texts = found && errorTexts(found)
  return (
    <Notice tone="trouble">
      <p>
        <strong>
          {error.code === null
            ? t('log.result.failed')
            : t('log.result.failed.code', { code: found?.code ?? String(error.code) })}
        </strong>{' '}
        {texts !== null && t.has(texts.title) && t(texts.title, texts.params)}
      </p>
      {texts !== null && t.has(texts.meaning) && <p>{t(texts.meaning, texts.params)}</p>}
      {error.text !== '' && (
        <p className="small">
          {t('log.said')} <q dir="ltr">{error.text}</q>
        </p>
      )}
      {found !== null && (
        <p className="small">
          <a href={routeHash({ name: 'codes', code: found.code })}>{t('case.card')}</a>
        </p>
      )}
    </Notice>
  )
}

const firmwareWords = ({ firmware }: LogSummary) =>
  firmware === null ? null : [firmware.version, firmware.build].filter((part) => part !== null).join(' · ')

function phoneWords(t: Translate, { device }: LogSummary): string | null {
  if (device === null) return null
  const name =
    device.productType === null ? null : (devicesByProductType(device.productType)[0]?.name ?? device.productType)
  const chip = device.cpid === null ? null : t('log.chip', { cpid: device.cpid, bdid: device.bdid ?? '?' })
  const ecid = device.ecid === null ? null : `ECID ${device.ecid}`
  return [name, chip, ecid].filter((part) => part !== null).join(' · ')
}

function Facts(props: { log: LogSummary }) {
  const t = useTexts()
  const { log } = props
  const rows = [
    ['log.tool', t(log.tool === null ? 'log.tool.unknown' : `log.tool.${log.tool}`)],
    ['log.phone', phoneWords(t, log)],
    ['log.firmware', firmwareWords(log)],
    ['log.behaviour', log.behaviour && t(`log.behaviour.${log.behaviour}`)],
    ['log.reached', log.lastPhase && t(`log.phase.${log.lastPhase}`)],
    ['log.percent', log.percent === null ? null : t('log.percent.value', { percent: Math.round(log.percent) })],
    ['log.noise', log.noise === 0 ? null : t('log.noise.value', { count: log.noise })],
  ] as const
  return (
    <dl className="facts">
      {rows.map(([key, value]) =>
        value === null || value === '' ? null : (
          <div key={key} className="fact-pair">
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function Phases(props: { log: LogSummary }) {
  const t = useTexts()
  const { phases } = props.log
  if (phases.length === 0) return null
  return (
    <details className="small">
      <summary>{t('log.phases', { count: phases.length })}</summary>
      <ol className="log-phases">
        {phases.map(({ id, startedAt, endedAt }, index) => {
          const [from, to] = [clockOf(startedAt), clockOf(endedAt)]
          return (
            <li key={`${index} ${id}`}>
              <span>{t(`log.phase.${id}`)}</span>
              {from !== null && <span className="soft">{to === null ? from : t('log.from-to', { from, to })}</span>}
            </li>
          )
        })}
      </ol>
    </details>
  )
}

function Causes(props: { log: LogSummary }) {
  const t = useTexts()
  const { causes } = props.log
  if (causes.length === 0) return null
  return (
    <section className="log-causes">
      <h3>{t('log.causes')}</h3>
      <ul>
        {causes.map(({ id, likelihood, evidence }) => (
          <li key={id}>
            {t(`cause.${id}`)} <span className="tag">{t(`likelihood.${likelihood}`)}</span>{' '}
            {evidence.length > 0 && (
              <span className="soft small">
                {t('log.lines', { count: evidence.length, lines: evidence.join(', ') })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Earlier(props: { log: LogSummary }) {
  const t = useTexts()
  const { earlier, sessions } = props.log
  if (sessions < 2) return null
  return (
    <details className="small">
      <summary>{t('log.sessions', { count: sessions })}</summary>
      <ul>
        {earlier.map(({ startedAt, success, code }, index) => (
          <li key={index}>
            {t(success === true ? 'log.earlier.success' : code === null ? 'log.earlier.other' : 'log.earlier.failed', {
              at: startedAt?.replace('T', ' ').slice(0, 19) ?? t('log.earlier.no-time'),
              code: code ?? '',
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What one log told: the result and the real error first, then the facts, the parts with their times, and what speaks for which cause. */
export function LogCard(props: { log: LogSummary; phone: { readonly ecid: string | null } | null }) {
  const t = useTexts()
  const when = useWhen()
  const { log, phone } = props
  return (
    <section className="card log-card" aria-label={t('log.card', { file: log.fileName })}>
      <header className="log-head">
        <h2>{t('log.card', { file: log.fileName })}</h2>
        <p className="soft small">{t(`log.source.${log.source}`, { when: when(log.writtenWallMs) })}</p>
      </header>
      {isOtherPhones(log, phone) && <Notice tone="doubt">{t('log.other-phone')}</Notice>}
      <Result log={log} />
      <Facts log={log} />
      <Causes log={log} />
      <Phases log={log} />
      <Earlier log={log} />
    </section>
  )
}
