import { Check, CircleHelp, type LucideIcon, Radio, SkipForward, UserRound, X } from 'lucide-react'
import type { CaseStep } from '../../../shared/engine/case.ts'
import { phoneOfCase, usbCanSee } from '../../../shared/engine/verification.ts'
import type { StepState } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import type { CaseProps } from './CaseScreen.tsx'
import './proof.css'

const GLYPHS: Readonly<Record<StepState, LucideIcon>> = {
  'not-yet': CircleHelp,
  checking: Radio,
  proved: Check,
  likely: CircleHelp,
  failed: X,
  'said-by-you': UserRound,
  skipped: SkipForward,
  'not-applicable': SkipForward,
}

/** How a step's state was earned: a word for how sure, and what was seen. */
export function Earned(props: { step: CaseStep }) {
  const t = useTexts()
  const { state, earnedBy, note } = props.step
  const Glyph = GLYPHS[state]
  const title = t.has(`earned.title.${state}`) ? `earned.title.${state}` : `step-state.${state}`
  // "Proved by USB: …" says it all
  const isWhole = state === 'proved' && earnedBy !== undefined
  return (
    <p className={`earned ${state}`}>
      <Glyph size="1.2em" aria-hidden />
      <span>
        {isWhole ? (
          <strong>{t(earnedBy.key, earnedBy.params)}</strong>
        ) : (
          <strong>{[t(title), note].filter((part) => part !== null).join(': ')}</strong>
        )}
        {!isWhole && earnedBy !== undefined && <span className="earned-how">{t(earnedBy.key, earnedBy.params)}</span>}
      </span>
    </p>
  )
}

/** What USB is waited for at this step; null where USB has nothing to show. */
function waitingFor(
  props: CaseProps & { step: CaseStep },
): { key: string; params?: Record<string, string | number> } | null {
  const { state, step, current } = props
  const phone = phoneOfCase(state)
  const { status } = state.host.usb
  if (phone === null || (status !== 'watching' && status !== 'listing-only')) return null
  const away = phone.usb === null
  const port = phone.usbPort
  switch (step.id) {
    case 'A3':
      if (away) return { key: 'waiting.A3.away' }
      return current.failedAt && current.failedAt.usbPort !== port
        ? { key: 'waiting.A3.from', params: { port: current.failedAt.usbPort } }
        : { key: 'waiting.A3', params: { port } }
    case 'A4':
      return away ? { key: 'waiting.A4.away' } : { key: 'waiting.A4', params: { hubs: phone.usb?.hubs ?? 1 } }
    case 'A2': {
      if (away) return { key: 'waiting.A2.away' }
      const returned = current.check?.stepId === 'A2' && current.check.awayMs !== null
      return returned ? { key: 'waiting.A2.returned', params: { port } } : { key: 'waiting.A2' }
    }
    case 'A5':
      return step.state === 'checking' ? null : { key: 'waiting.A5' }
    default:
      return null
  }
}

/** What is being waited for, said as it changes; and what has been seen of it so far. */
export function Waiting(props: CaseProps & { step: CaseStep }) {
  const t = useTexts()
  const waiting = waitingFor(props)
  return (
    <>
      {props.step.state === 'checking' && props.step.earnedBy !== undefined && <Earned step={props.step} />}
      <output className={waiting === null ? 'unseen' : 'waiting'}>
        {waiting !== null && (
          <>
            <Radio size="1.2em" aria-hidden />
            <span>
              {t(waiting.key, waiting.params)} {usbCanSee(props.state, props.step.id) && t('waiting.ticks')}
            </span>
          </>
        )}
      </output>
    </>
  )
}
