import { AppWindow, Ban, Check } from 'lucide-react'
import { useState } from 'react'
import { assistedPossible } from '../../../shared/engine/guide-card.ts'
import type { GuideRun } from '../../../shared/engine/guide-run.ts'
import type { Phone } from '../../../shared/engine/phone.ts'
import { restoreSeems, restoreSuspected } from '../../../shared/engine/restore-seems.ts'
import type { State } from '../../../shared/engine/state.ts'
import { buttonsOf } from '../../../shared/knowledge/button-families.ts'
import { ASSISTED_GUIDES, assistedConfidence } from '../../../shared/knowledge/button-guides.ts'
import { type Way, WAYS } from '../../../shared/knowledge/vocabulary.ts'
import { phaseWords } from '../../../shared/texts/phase-words.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import type { Act } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { BrokenButtons } from './BrokenButtons.tsx'
import { ModelChoice } from './ModelChoice.tsx'
import { chipsOf, deviceName, guidedPhone, knownProduct } from './run-view.ts'
import { untilText, verbLine } from './verbs.ts'

type Props = { readonly run: GuideRun; readonly state: State; readonly act: Act }

function PhaseList({ run }: { run: GuideRun }) {
  const t = useTexts()
  return (
    <ol className="guide-list">
      {run.phases.map((phase, index) => {
        const words = phaseWords(t, phase)
        return (
          <li key={phase.id}>
            <span className="guide-number" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <p>
                <strong>{verbLine(t, run, index)}</strong> <span className="soft">{untilText(t, run, index)}</span>
              </p>
              {words.not !== null && (
                <p className="guide-list-not">
                  <Ban size="1em" aria-hidden />
                  {words.not}
                </p>
              )}
              {words.hint !== null && <p className="soft">{words.hint}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** Why the computer cannot help now, as sentences: from what is certain to what is only not so. */
function notPossible(t: Translate, phone: Phone | null, state: State): string {
  // a running phone that tells who it is can be asked, from its own panel
  if (!state.practice && phone?.presence === 'attached' && phone.mode === 'normal' && phone.identity.udid !== null)
    return t('guide-screen.way.not-possible.running', { offer: t('trip.enter.offer') })
  const inRecovery = phone?.presence === 'attached' && phone.mode === 'recovery'
  if (inRecovery && restoreSuspected(phone, state.atMs)) return t('guide-screen.way.not-possible.restore')
  if (inRecovery && restoreSeems(state, phone)) return t('trip.outcome.restoring')
  if (inRecovery && phone.access === 'no-permission')
    return `${t('problem.usb-no-permission.what')} ${t('problem.usb-no-permission.do')}`
  return t(
    inRecovery && phone.access === 'busy' ? 'guide-screen.way.not-possible.busy' : 'guide-screen.way.not-possible',
  )
}

function WayChoice({ run, state, act }: Props) {
  const t = useTexts()
  if (!ASSISTED_GUIDES.includes(run.guide)) return null
  const phone = guidedPhone(state, run)
  const assisted = assistedPossible(run.guide, phone, state)
  const show = (way: Way) =>
    void act({ kind: 'guide.show', guide: run.guide, way, phoneId: run.phoneId, product: run.product })
  return (
    <fieldset className="guide-ways">
      <legend className="unseen">{t('guide-screen.way')}</legend>
      {WAYS.map((way) => (
        <label key={way} className="check">
          <input
            type="radio"
            name="way"
            checked={run.way === way}
            disabled={way === 'assisted' && !assisted}
            onChange={() => show(way)}
          />
          <span>{t(`guide-screen.way.${way}`)}</span>
        </label>
      ))}
      <p className="soft">
        {assisted ? t(`guide-screen.way.${run.way}.what`) : notPossible(t, phone, state)}
        {run.way === 'assisted' && run.guide === 'dfu' && (
          <> {t(`guide-screen.way.assisted.${assistedConfidence(chipsOf(run, phone))}`)}</>
        )}
      </p>
    </fieldset>
  )
}

/** What the person calls the cable in use: kept with each try, so that two tries on two cables are told apart. */
function CableField({ state, act }: Pick<Props, 'state' | 'act'>) {
  const t = useTexts()
  const known = state.settings.cableLabel ?? ''
  const [label, setLabel] = useState(known)
  const keep = () => {
    const cableLabel = label.trim().slice(0, 80)
    if (cableLabel !== known) void act({ kind: 'settings.change', settings: { ...state.settings, cableLabel } })
  }
  return (
    <label className="guide-cable">
      <span className="soft">{t('guide-screen.cable')}</span>
      <input
        className="field"
        value={label}
        maxLength={80}
        onChange={(event) => setLabel(event.target.value)}
        onBlur={keep}
      />
    </label>
  )
}

/** The whole card before anything is timed: every phase, what must not happen, how it should end, and Start. */
export function GuideCard({ run, state, act }: Props) {
  const t = useTexts()
  const [handsFree, setHandsFree] = useState(run.handsFree || state.settings.handsFree)
  const phone = guidedPhone(state, run)
  const device = deviceName(t, run, phone)
  // where the sources disagree about the buttons of this model
  const product = knownProduct(run, phone)
  const note = product === null ? null : (buttonsOf(product)?.note ?? null)
  const already = run.guide !== 'restart' && phone?.presence === 'attached' && phone.mode === run.target
  const begin = () => void act({ kind: 'guide.start', attemptId: crypto.randomUUID(), handsFree })
  const [asked, setAsked] = useState(0)
  const start = () => (run.familyAssumed && run.product === null ? setAsked(asked + 1) : begin())
  return (
    <div className="guide-card">
      <section className="guide-card-scroll" aria-label={t('guide-screen.card')}>
        <ScreenTitle place={`card ${run.guide} ${run.way}`}>
          {t(`guide-screen.title.${run.guide}`, { device })}
        </ScreenTitle>
        <p className="guide-card-lead">{t('guide-screen.card.lead')}</p>
        <WayChoice run={run} state={state} act={act} />
        {run.familyAssumed && <ModelChoice key={asked} run={run} act={act} asked={asked > 0} onNewer={begin} />}
        {already && <Notice tone="ok">{t('guide-screen.already', { mode: t(`mode.${run.target}`), device })}</Notice>}
        {note !== null && <Notice tone="doubt">{t(`family.${note}`)}</Notice>}
        {run.before?.change && <Notice tone="doubt">{t(run.before.change.key, run.before.change.params)}</Notice>}
        <PhaseList run={run} />
        <p className="guide-done">
          <Check size="1.1em" aria-hidden />
          <span>
            <strong>{t('guide-screen.done')}</strong> {t(`guide-screen.done.${run.guide}`)}
          </span>
        </p>
        <p className="guide-window">
          <AppWindow size="1.1em" aria-hidden />
          {t(`guide-screen.window.${state.host.system}`)}
        </p>
        <BrokenButtons family={run.family} power={run.phases[0]?.buttons.power === 'top' ? 'top' : 'side'} />
        {run.guide === 'dfu' && <CableField state={state} act={act} />}
      </section>
      <div className="guide-card-actions">
        <button type="button" className="button primary guide-start" onClick={start} disabled={already}>
          {t('guide-screen.start')}
        </button>
        <label className="check">
          <input type="checkbox" checked={handsFree} onChange={(event) => setHandsFree(event.target.checked)} />
          <span>{t('guide-screen.hands-free', { seconds: Math.round(state.settings.leadInMs / 1000) })}</span>
        </label>
        <button type="button" className="button quiet" onClick={() => void act({ kind: 'guide.dismiss' })}>
          {t('guide-screen.back')}
        </button>
      </div>
    </div>
  )
}
