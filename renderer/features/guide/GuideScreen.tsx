import './guide.css'
import './guide-card.css'
import { Volume2, VolumeX } from 'lucide-react'
import { useState } from 'react'
import type { GuideRun } from '../../../shared/engine/guide-run.ts'
import type { Phone } from '../../../shared/engine/phone.ts'
import { useTexts } from '../../language.ts'
import type { ScreenProps } from '../../screen.ts'
import { cueText, useCues } from '../../ui/cues/use-cues.ts'
import { useWakeLock } from '../../ui/cues/use-wake-lock.ts'
import type { Orientation } from '../../ui/drawing/shapes.ts'
import { useHands } from '../practice/use-hands.ts'
import { GuideCard } from './GuideCard.tsx'
import { GuideDrawing } from './GuideDrawing.tsx'
import { GuideEnded } from './GuideEnded.tsx'
import { GuideRunning } from './GuideRunning.tsx'
import { PhaseStrip } from './PhaseStrip.tsx'
import { currentPhase, deviceName, guidedPhone } from './run-view.ts'
import { UsbStatus } from './UsbStatus.tsx'
import { useGuideKeys } from './use-guide-keys.ts'

/** Covers its world while `state.guide` is there; draws nothing otherwise. */
export function GuideScreen(props: ScreenProps) {
  const { guide } = props.state
  return guide === null ? null : <Guide {...props} run={guide} />
}

type Inner = ScreenProps & { readonly run: GuideRun }

/** Announced once when the words change: the cue's sentence, never a count. */
function Announcer({ run }: { run: GuideRun }) {
  const t = useTexts()
  const words = run.cue === null || run.cue.kind === 'lead-in' ? '' : cueText(t, run, run.cue)
  return (
    <output className="unseen" aria-live="assertive" data-testid="guide-announcer">
      {words}
    </output>
  )
}

function Header({ run, state, clock }: Inner) {
  const t = useTexts()
  const phone = guidedPhone(state, run)
  const others = state.phones.filter((other) => other.id !== run.phoneId && other.presence === 'attached')
  const own = deviceName(t, run, phone)
  // two of one model are told apart by where they hang
  const isAlike = (other: Phone) => other.identity.name === own && other.usbPort !== ''
  const atPort = (name: string, port: string) => t('guide-screen.at-port', { name, port })
  const nameOf = (other: Phone) =>
    isAlike(other) ? atPort(own, other.usbPort) : (other.identity.name ?? t('guide-screen.nameless'))
  return (
    <header className="guide-header">
      <strong>{phone !== null && others.some(isAlike) ? atPort(own, phone.usbPort) : own}</strong>
      <span>{t(`guide.${run.guide}`)}</span>
      <span className="guide-way">{t(`guide-screen.way.${run.way}`)}</span>
      {others.length > 0 && (
        <span className="guide-others">
          {t('guide-screen.others', {
            count: others.length,
            names: others.map(nameOf).join(', '),
          })}
        </span>
      )}
      <UsbStatus run={run} phone={phone} clock={clock} />
    </header>
  )
}

type FooterProps = {
  readonly run: GuideRun
  readonly clock: Inner['clock']
  readonly keys: ReturnType<typeof useGuideKeys>
  readonly muted: boolean
  readonly unlocked: boolean
  readonly letters: boolean
  readonly onMute: () => void
}

function Footer({ run, clock, keys, muted, unlocked, letters, onMute }: FooterProps) {
  const t = useTexts()
  const Speaker = muted ? VolumeX : Volume2
  const live = run.stage !== 'card' && run.stage !== 'ended'
  return (
    <footer className="guide-footer">
      {run.stage !== 'card' && <PhaseStrip run={run} clock={clock} />}
      <div className="guide-keys">
        {live && (
          <button
            type="button"
            className={`guide-key${keys.armed ? ' is-armed' : ''}`}
            onClick={keys.ask}
            aria-keyshortcuts="Escape"
          >
            <kbd>{t('guide-screen.key.escape')}</kbd>
            {t(keys.armed ? 'guide-screen.stop.again' : 'guide-screen.stop')}
          </button>
        )}
        <button
          type="button"
          className="guide-key"
          onClick={onMute}
          aria-pressed={muted}
          aria-keyshortcuts={letters ? 'M' : undefined}
        >
          {letters && <kbd>{t('guide-screen.key.mute')}</kbd>}
          <Speaker size="1.1em" aria-hidden />
          {t(muted ? 'guide-screen.muted' : 'guide-screen.mute')}
        </button>
        {!unlocked && !muted && <span className="guide-silent">{t('guide-screen.sound-locked')}</span>}
        <span className="guide-try">
          {t('guide-screen.try', { number: run.tryNumber })}
          {run.before !== null && run.stage !== 'ended' && (
            <>
              {t('guide-screen.between-facts')}
              {t('guide-screen.last-time', { verdict: t(`verdict.name.${run.before.id}`) })}
              {run.before.reasons[0] !== undefined && (
                <>
                  {t('guide-screen.between-facts')}
                  {t(`likelihood.${run.before.reasons[0].likelihood}`)}: {t(`reason.${run.before.reasons[0].id}`)}
                </>
              )}
            </>
          )}
        </span>
      </div>
    </footer>
  )
}

function Guide(props: Inner) {
  const { run, state, clock, act } = props
  const hands = useHands(state.practice, state.settings.singleLetterKeys)
  const [muted, setMuted] = useState(false)
  const [orientation, setOrientation] = useState<Orientation>('portrait')
  const phase = currentPhase(run)
  const letters = state.settings.singleLetterKeys
  const live = run.stage !== 'card' && run.stage !== 'ended'
  const toggleMute = () => setMuted((before) => !before)
  const confirm = phase?.endsOn === 'user' ? () => void act({ kind: 'guide.confirm', phaseId: phase.id }) : null
  const keys = useGuideKeys({
    stoppable: live,
    stop: () => void act({ kind: 'guide.cancel' }),
    mute: letters ? toggleMute : null,
    confirm,
  })
  const { unlocked } = useCues({ run, clock, settings: state.settings, muted })
  useWakeLock(live)
  const drawing = (
    <GuideDrawing run={run} state={state} hands={hands} orientation={orientation} onOrientation={setOrientation} />
  )
  return (
    <main className={`guide stage-${run.stage}`} data-stage={run.stage} data-phase={phase?.id}>
      <Header {...props} />
      <div className="guide-main">
        {drawing}
        {run.stage === 'card' ? (
          <GuideCard run={run} state={state} act={act} />
        ) : run.stage === 'ended' ? (
          <GuideEnded run={run} state={state} act={act} />
        ) : (
          <GuideRunning run={run} clock={clock} confirm={confirm} />
        )}
      </div>
      <Footer {...{ run, clock, keys, muted, unlocked, letters }} onMute={toggleMute} />
      <Announcer run={run} />
    </main>
  )
}
