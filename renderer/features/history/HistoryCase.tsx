import { ArrowLeft } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { AttemptRecord, JournalEntry } from '../../../shared/contract/history.ts'
import type { Case } from '../../../shared/engine/case.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import { goTo, routeHash } from '../../routes.ts'
import { useSnapshot, useStore } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { complaintWords, durationWords, useWhen } from '../../ui/words.ts'
import { OutcomeTag } from './OutcomeTag.tsx'
import { Timeline } from './Timeline.tsx'
import './history.css'

type Found = CallOutput<'historyCase'>

function useCase(caseId: string): { found: Found | null; failed: boolean } {
  const store = useStore()
  const { historyVersion, link } = useSnapshot()
  const [answer, setAnswer] = useState<{ found: Found | null; failed: boolean }>({ found: null, failed: false })
  const open = link.kind === 'open'
  useEffect(() => {
    if (!open) return undefined
    let wanted = true
    store.call('historyCase', { caseId }).then(
      (found) => wanted && setAnswer({ found, failed: false }),
      () => wanted && setAnswer((before) => ({ ...before, failed: true })),
    )
    return () => {
      wanted = false
    }
  }, [store, open, caseId, historyVersion])
  return answer
}

/** The case keeps what the person said of a restore; the stored attempt has only the code. */
const resultOf = (entry: Case, attemptId: string) =>
  entry.attempts.find((attempt) => attempt.attemptId === attemptId)?.result ?? null

/** How a restore in the other program ended, as the person said it. */
function restoreWords(t: Translate, { code, result }: Pick<AttemptRecord, 'code' | 'result'>): string {
  if (result === 'worked') return t('attempt.worked')
  if (code !== null) return t('attempt.code', { code })
  return t(result === 'failed' ? 'attempt.failed' : 'attempt.no-code')
}

function AttemptCard(props: { attempt: AttemptRecord; number: number; entries: readonly JournalEntry[] }) {
  const t = useTexts()
  const when = useWhen()
  const { attempt, number } = props
  const name =
    attempt.kind === 'restore'
      ? t('attempt.restore')
      : attempt.guide === null
        ? t('attempt.guide')
        : t(`guide-choice.${attempt.guide}`)
  return (
    <li className="card attempt">
      <header>
        <h3>{t('attempt.title', { number, name })}</h3>
        <p className="soft small">
          {when(attempt.startedWallMs)} ·{' '}
          {attempt.endedWallMs === null
            ? t('attempt.running')
            : durationWords(t, attempt.endedWallMs - attempt.startedWallMs)}
          {attempt.way !== null && ` · ${t(`way.${attempt.way}`)}`}
        </p>
      </header>
      {attempt.verdict !== null && (
        <p>
          <strong>{t(`verdict.name.${attempt.verdict}`)}.</strong>
          {attempt.facts !== null && t.has(attempt.facts.text.key) && (
            <span className="soft"> {t(attempt.facts.text.key, attempt.facts.text.params)}</span>
          )}
        </p>
      )}
      {attempt.kind === 'restore' && attempt.endedWallMs !== null && <p>{restoreWords(t, attempt)}</p>}
      {attempt.facts !== null && attempt.facts.reasons.length > 0 && (
        <ul className="reasons">
          {attempt.facts.reasons.map((reason) => (
            <li key={reason.id}>
              <span className="tag">{t(`likelihood.${reason.likelihood}`)}</span>{' '}
              {t.has(`reason.${reason.id}`) ? t(`reason.${reason.id}`) : reason.id}
            </li>
          ))}
        </ul>
      )}
      {attempt.kind === 'guide' && <Timeline attempt={attempt} entries={props.entries} />}
    </li>
  )
}

function StepList(props: { entry: Case }) {
  const t = useTexts()
  const touched = props.entry.steps.filter((step) => step.state !== 'not-yet')
  return (
    <section className="history-steps" aria-labelledby="history-steps">
      <h2 id="history-steps">{t('history.steps')}</h2>
      {touched.length === 0 && <p className="soft">{t('history.steps.none')}</p>}
      <ul>
        {touched.map((step) => (
          <li key={step.id}>
            <span>{t(`step.${step.id}.title`)}</span>
            <span className="tag">{t(`step-state.${step.state}`)}</span>
            {step.note !== null && <span className="soft">{step.note}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Head(props: { entry: Case }) {
  const t = useTexts()
  const when = useWhen()
  const store = useStore()
  const { entry } = props
  const resume = async () => {
    const world = entry.practice ? 'practice' : 'real'
    const answer = await store.act(world, { kind: 'case.resume', caseId: entry.id })
    if (answer.ok) goTo({ name: entry.practice ? 'practise' : 'home' })
  }
  return (
    <>
      <header className="history-head">
        <ScreenTitle place={`case-${entry.id}`}>
          {t('history.case.title', {
            what: complaintWords(t, entry.complaint),
            phone: entry.phone?.name ?? t('phone.unknown-model'),
          })}
        </ScreenTitle>
        <OutcomeTag outcome={entry.outcome} />
      </header>
      <p className="lead">
        {entry.closedWallMs === null
          ? t('history.case.open', { when: when(entry.openedWallMs) })
          : t('history.case.closed', {
              when: when(entry.openedWallMs),
              length: durationWords(t, entry.closedWallMs - entry.openedWallMs),
            })}
      </p>
      {entry.complaint.kind === 'code' && entry.complaint.text !== entry.complaint.code && (
        <blockquote className="soft">{entry.complaint.text}</blockquote>
      )}
      {entry.outcome === null && (
        <div className="buttons">
          <button type="button" className="button primary" onClick={() => void resume()}>
            {t('history.case.resume')}
          </button>
        </div>
      )}
    </>
  )
}

/** One case: what happened, each attempt with its verdict and timeline, and what the checklist says. */
export function HistoryCase(props: { caseId: string }) {
  const t = useTexts()
  const { found, failed } = useCase(props.caseId)
  const entry = found?.case ?? null
  return (
    <div className="sheet history">
      <a className="button quiet back" href={routeHash({ name: 'history' })}>
        <ArrowLeft size="1.1em" aria-hidden />
        {t('history.back')}
      </a>
      {entry === null && (
        <ScreenTitle place="case">
          {t(failed ? 'history.failed' : found === null ? 'history.reading' : 'history.case.unknown')}
        </ScreenTitle>
      )}
      {entry !== null && found !== null && (
        <>
          <Head entry={entry} />
          {found.unreadable > 0 && <Notice tone="doubt">{t('history.unreadable', { count: found.unreadable })}</Notice>}
          <div className="history-columns">
            <section aria-labelledby="history-attempts">
              <h2 id="history-attempts">{t('history.case.attempts', { count: found.attempts.length })}</h2>
              <ol className="attempts">
                {found.attempts.map((attempt, index) => (
                  <AttemptCard
                    key={attempt.attemptId}
                    attempt={{ ...attempt, result: resultOf(entry, attempt.attemptId) }}
                    number={index + 1}
                    entries={found.events.filter((line) => line.attemptId === attempt.attemptId)}
                  />
                ))}
              </ol>
            </section>
            <StepList entry={entry} />
          </div>
        </>
      )}
    </div>
  )
}
