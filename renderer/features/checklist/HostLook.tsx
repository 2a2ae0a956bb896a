import { Check, CircleAlert, CircleHelp } from 'lucide-react'
import { hostFindings, hostVersions } from '../../../shared/engine/host-findings.ts'
import type { Strain } from '../../../shared/engine/verification-facts.ts'
import type { StepId } from '../../../shared/knowledge/vocabulary.ts'
import { hostWords } from '../../../shared/texts/host-words.ts'
import { useTexts } from '../../language.ts'
import { useWhen } from '../../ui/words.ts'
import type { StepProps } from './StepAnswers.tsx'
import './proof.css'

/** What of the look belongs to which step. */
const FINDINGS: Partial<Record<StepId, readonly string[]>> = {
  A1: ['software'],
  A5: ['sleep', 'mains'],
  A8: ['heavy', 'memory', 'load'],
  B1: ['hosts-file'],
  B2: ['clock', 'server'],
  B3: ['server'],
  C3: ['free'],
  D1: ['mains', 'sleep', 'free', 'accessory'],
  E1: ['phone-programs'],
  E2: ['apple-mobile-device-service', 'apple-driver', 'usbmuxd', 'udev-rules'],
}

const GLYPHS = { ok: Check, look: CircleAlert, unknown: CircleHelp } as const

/** How busy this computer was at the failure, beside how it is now; only where a later look has been taken. */
function Before(props: { strain: Strain; checkedWallMs: number }) {
  const t = useTexts()
  const when = useWhen()
  const { atWallMs, availableGb, loadPercent } = props.strain
  if (atWallMs >= props.checkedWallMs || (availableGb === null && loadPercent === null)) return null
  const parts = [
    availableGb === null ? null : t('host.before.memory', { available: availableGb }),
    loadPercent === null ? null : t('host.before.load', { percent: loadPercent }),
  ].filter((part) => part !== null)
  return <p className="small soft">{t('host.before', { when: when(atWallMs), what: parts.join(', ') })}</p>
}

/** What this computer showed about the step, when, and another look on demand. The network is asked only by its own button. */
export function HostLook(props: StepProps) {
  const t = useTexts()
  const when = useWhen()
  const { facts } = props.state.host
  const wanted = FINDINGS[props.step.id]
  if (!facts || wanted === undefined) return null
  const findings = hostFindings(facts, props.current.phone?.productType ?? null).filter(({ id }) => wanted.includes(id))
  const versions = props.step.id === 'A1' ? hostVersions(facts) : []
  if (findings.length === 0 && versions.length === 0) return null
  const look = (network: boolean) => void props.act({ kind: 'host.look', network })
  const asksServer = wanted.includes('server')
  return (
    <section className="host-look" aria-labelledby="host-look-title">
      <h2 id="host-look-title" className="eyebrow">
        {t('host.title')}
      </h2>
      <ul>
        {findings.map(({ id, level, text }) => {
          const Glyph = GLYPHS[level]
          return (
            <li key={id} className={level}>
              <Glyph size="1.1em" aria-hidden />
              <span>
                <span className="unseen">{t(`host.level.${level}`)}: </span>
                {hostWords(t, text)}
              </span>
            </li>
          )
        })}
        {versions.map((text) => (
          <li key={JSON.stringify(text.params)}>
            <span />
            <span>{hostWords(t, text)}</span>
          </li>
        ))}
      </ul>
      {props.step.id === 'A8' && props.current.strain && (
        <Before strain={props.current.strain} checkedWallMs={facts.checkedWallMs} />
      )}
      <p className="soft small">
        {t('host.looked', { when: when(facts.checkedWallMs) })}{' '}
        <button type="button" className="text-button" onClick={() => look(false)}>
          {t('host.look-again')}
        </button>
        {asksServer && (
          <>
            {' · '}
            <button type="button" className="text-button" onClick={() => look(true)}>
              {t('host.ask-server')}
            </button>
          </>
        )}
      </p>
    </section>
  )
}
