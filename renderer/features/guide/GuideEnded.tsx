import { CircleCheck, CircleHelp, CircleSlash, RotateCcw } from 'lucide-react'
import { assistedPossible } from '../../../shared/engine/guide-card.ts'
import type { GuideRun } from '../../../shared/engine/guide-run.ts'
import type { State } from '../../../shared/engine/state.ts'
import type { Way } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import type { Act } from '../../store.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { PracticeScore } from '../practice/PracticeScore.tsx'
import { guidedPhone } from './run-view.ts'

type Props = { readonly run: GuideRun; readonly state: State; readonly act: Act }

const OTHER_WAY: Readonly<Record<Way, Way>> = { manual: 'assisted', assisted: 'manual' }

function Reasons({ run }: { run: GuideRun }) {
  const t = useTexts()
  const reasons = run.verdict?.reasons ?? []
  if (reasons.length === 0) return null
  return (
    <div className="guide-reasons">
      <h2>{t('guide-screen.reasons')}</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.id} className={`is-${reason.likelihood}`}>
            <span className="guide-likelihood">{t(`likelihood.${reason.likelihood}`)}</span>
            {t(`reason.${reason.id}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The one question that USB cannot answer, beside a miss that a cable can cause too. */
function Question({ run, act }: Pick<Props, 'run' | 'act'>) {
  const t = useTexts()
  if (!run.question) return null
  const power = run.phases[0]?.buttons.power ?? 'side'
  return (
    <fieldset className="guide-question">
      <legend>{t(`guide-screen.question.${run.question}`, { power: t(`button.${power}`) })}</legend>
      <p className="soft small">{t('guide-screen.question.why')}</p>
      <div className="buttons">
        {(['yes', 'no'] as const).map((released) => (
          <button
            key={released}
            type="button"
            className="button"
            onClick={() => void act({ kind: 'guide.answer', released })}
          >
            {t(`guide-screen.question.${released}`)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

/** What only the person can see: whether it is DFU after all. USB has shown all that it can, so nothing is waited for. */
function MaybeDfu({ act, onNo }: Pick<Props, 'act'> & { onNo: () => void }) {
  const t = useTexts()
  const goOn = async () => {
    await act({ kind: 'handover.begin', mode: 'dfu' })
    await act({ kind: 'guide.dismiss' })
  }
  return (
    <fieldset className="guide-question">
      <legend>{t('guide-screen.maybe-dfu')}</legend>
      <p className="soft small">{t('guide-screen.maybe-dfu.why')}</p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={() => void goOn()}>
          {t('guide-screen.maybe-dfu.yes')}
        </button>
        <button type="button" className="button" onClick={onNo}>
          {t('guide-screen.maybe-dfu.no')}
        </button>
      </div>
    </fieldset>
  )
}

/** The verdict: what USB showed, why that may be, what changes, and the ways on. */
export function GuideEnded({ run, state, act }: Props) {
  const t = useTexts()
  const { verdict } = run
  if (verdict === null) return null
  const entered = verdict.id === 'entered'
  const perhaps = verdict.id === 'maybe-dfu'
  const stopped = verdict.id === 'cancelled' || verdict.id === 'interrupted'
  const Glyph = entered ? CircleCheck : perhaps ? CircleHelp : CircleSlash
  const title = entered
    ? `guide-screen.ended.entered.${run.guide}`
    : `guide-screen.ended.${perhaps ? 'perhaps' : stopped ? 'stopped' : 'missed'}`
  const other = OTHER_WAY[run.way]
  // after a miss of one way the other goes first, where it is possible
  const otherWay = other === 'manual' || assistedPossible(run.guide, guidedPhone(state, run), state)
  const again = (way: Way) => void act({ kind: 'guide.again', way })
  return (
    <div className={`guide-say guide-ended ${entered ? 'is-entered' : 'is-missed'}`} data-verdict={verdict.id}>
      <ScreenTitle place="ended">
        <span className={`guide-verb ${entered ? 'tone-good' : ''}`}>
          <Glyph size="0.85em" aria-hidden />
          {t(title)}
        </span>
      </ScreenTitle>
      <p className="guide-big">{t(verdict.text.key, verdict.text.params)}</p>
      <Question run={run} act={act} />
      {perhaps && <MaybeDfu act={act} onNo={() => again(run.way)} />}
      {!entered && !perhaps && <Reasons run={run} />}
      {verdict.change !== null && !run.question && !perhaps && (
        <p className="guide-change">{t(verdict.change.key, verdict.change.params)}</p>
      )}
      <div className="buttons">
        {entered ? (
          <button type="button" className="button primary" onClick={() => void act({ kind: 'guide.dismiss' })}>
            {t(run.target === 'dfu' || run.target === 'recovery' ? 'guide-screen.go-on' : 'guide-screen.finish')}
          </button>
        ) : perhaps ? (
          <button type="button" className="button quiet" onClick={() => void act({ kind: 'guide.dismiss' })}>
            {t('guide-screen.finish')}
          </button>
        ) : (
          <>
            {otherWay && (
              <button type="button" className="button primary" onClick={() => again(other)}>
                {t(`guide-screen.other-way.${other}`)}
              </button>
            )}
            <button type="button" className={otherWay ? 'button' : 'button primary'} onClick={() => again(run.way)}>
              <RotateCcw size="1.1em" aria-hidden />
              {t('guide-screen.again')}
            </button>
            <button type="button" className="button quiet" onClick={() => void act({ kind: 'guide.dismiss' })}>
              {t('guide-screen.finish')}
            </button>
          </>
        )}
      </div>
      {state.practice && <PracticeScore run={run} />}
    </div>
  )
}
