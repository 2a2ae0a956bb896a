import { ArrowLeft, Play } from 'lucide-react'
import type { AttemptRecord, JournalEntry } from '../../../shared/contract/history.ts'
import type { Case } from '../../../shared/engine/case.ts'
import { stepWords } from '../../../shared/texts/step-words.ts'
import { useTexts } from '../../language.ts'
import { goTo, routeHash } from '../../routes.ts'
import { useStore } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { complaintWords, durationWords, useWhen } from '../../ui/words.ts'
import { attemptName, attemptResult } from './attempt-words.ts'
import { CaseFiles } from './CaseFiles.tsx'
import { CaseTimeline } from './CaseTimeline.tsx'
import { LabelField, Labels } from './Labels.tsx'
import { OutcomeTag } from './OutcomeTag.tsx'
import { Timeline } from './Timeline.tsx'
import { useAnswer } from './use-answer.ts'
import './history.css'

/** The case keeps what the person said of a restore; the stored attempt has only the code. */
const resultOf = (entry: Case, attemptId: string) =>
  entry.attempts.find((attempt) => attempt.attemptId === attemptId)?.result ?? null

function AttemptCard(props: { attempt: AttemptRecord; number: number; entries: readonly JournalEntry[] }) {
  const t = useTexts()
  const when = useWhen()
  const { attempt, number } = props
  const store = useStore()
  const name = attemptName(t, attempt)
  const place = [
    attempt.usbPort ? t('attempt.where', { port: attempt.usbPort }) : null,
    typeof attempt.hubs === 'number' ? t('history.hubs', { count: attempt.hubs }) : null,
  ].filter((part) => part !== null)
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
          {place.map((part) => ` · ${part}`).join('')}
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
      {attempt.kind === 'restore' && attempt.endedWallMs !== null && <p>{attemptResult(t, attempt)}</p>}
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
      <div className="attempt-foot">
        <LabelField
          label={t('attempt.cable')}
          value={attempt.cableLabel ?? null}
          length={80}
          save={(cableLabel) => store.call('historyLabelAttempt', { attemptId: attempt.attemptId, cableLabel })}
        />
        {attempt.beginning && (
          <a
            className="button"
            href={routeHash({ name: 'replay', caseId: attempt.caseId ?? '', attemptId: attempt.attemptId })}
          >
            <Play size="1.1em" aria-hidden />
            {t('attempt.replay')}
          </a>
        )}
        {attempt.kind === 'guide' && attempt.endedWallMs !== null && !attempt.beginning && (
          <p className="soft small">{t('attempt.replay.none')}</p>
        )}
      </div>
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
            <span className="soft">{[stepWords(t, step), step.note].filter((part) => part !== null).join(' · ')}</span>
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
  const { found, failed } = useAnswer('historyCase', { caseId: props.caseId })
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
          <CaseTimeline entry={entry} attempts={found.attempts} events={found.events} />
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
            <div className="history-side">
              <Labels key={entry.id} caseId={entry.id} labels={found.labels} />
              <StepList entry={entry} />
              <CaseFiles key={`files-${entry.id}`} caseId={entry.id} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}
