import { connectorOf } from '../knowledge/connectors.ts'
import type { Stage, VerdictId } from '../knowledge/vocabulary.ts'
import type { GuideRun, Verdict } from './guide-run.ts'
import type { Phone } from './phone.ts'
import type { AttemptFacts } from './attempt-facts.ts'
import { decideVerdict, type VerdictReason, type VerdictRow } from './verdict-table.ts'

/** A try for DFU in which the reset came as expected and the phone went on to recovery or the system: what a cable can cause too. */
export const missedAfterReset = (run: GuideRun, verdict: VerdictId) =>
  run.guide === 'dfu' && (verdict === 'came-back-in-recovery' || verdict === 'came-back-in-system')

/** From so many such tries on, the cable is a question. */
const SUSPECT_AFTER = 2
const cableSuspected = (run: GuideRun, verdict: VerdictId) =>
  missedAfterReset(run, verdict) && (run.missesAlike ?? 0) + 1 >= SUSPECT_AFTER

/** Whether to ask if the first button was let go at the tone: once, when the cable becomes a question. */
export const asksAboutRelease = (run: GuideRun, verdict: VerdictId) =>
  cableSuspected(run, verdict) && (run.released ?? null) === null

/** Gathers what USB showed during one run. */
function factsOf(run: GuideRun, end: AttemptFacts['end'], phone: Phone | null): AttemptFacts {
  const last = run.returns.at(-1) ?? null
  const bootStage: Stage | null = phone?.mode === 'dfu' ? phone.identity.stage : null
  return {
    guide: run.guide,
    way: run.way,
    target: run.target,
    from: run.from,
    autoBootSet: run.autoBootSet,
    end,
    // a phone that USB did not show before cannot be seen to leave
    left: run.leftAtMs !== null || run.from === null || run.returns.length > 0,
    blinks: run.blinks,
    restartSent: run.restartSentAtMs !== null,
    mode: end === 'stayed' && run.target === null ? null : (last?.mode ?? null),
    lostAfterTarget: run.reachedOnce && run.reachedAtMs === null,
    bootStage,
    backAfterMs: last && run.leftAtMs !== null ? last.atMs - run.leftAtMs : null,
    releaseCued: run.phases[run.phaseIndex]?.id === 'keep-second',
  }
}

/** `row`: in place of the sentence of the table's row. */
type Why = { readonly reasons: readonly VerdictReason[]; readonly change: string | null; readonly row?: string }

const CABLE = 'cable-cannot-signal'

/** The advice for this model's socket. */
function cableAdvice(product: string | null): string {
  const connector = product === null ? null : (connectorOf(product)?.connector ?? null)
  return `change.try-other-cable${connector === null ? '' : `.${connector}`}`
}

/**
 * After two tries that ended alike although the reset came, the cable is possible; once the person says that the button was let go
 * at the tone, it is the likeliest reason. It cannot be seen, only concluded.
 */
function withCable(run: GuideRun, verdict: VerdictId, why: Why): Why {
  if (!cableSuspected(run, verdict)) return why
  const others = why.reasons.filter(({ id }) => id !== CABLE)
  if (run.released !== 'yes')
    return why.reasons.length > others.length
      ? why
      : { ...why, reasons: [...others, { id: CABLE, likelihood: 'possible' }] }
  const lowered = others.map(({ id, likelihood }) => ({
    id,
    likelihood: likelihood === 'likely' ? ('possible' as const) : likelihood,
  }))
  const reasons: VerdictReason[] = [{ id: CABLE, likelihood: 'likely' }, ...lowered]
  return { reasons, change: cableAdvice(run.product), row: 'cable-likely' }
}

/** The verdict of an ended run, with what the person answered about the release taken in. */
export function verdictAnswered(run: GuideRun, verdict: Verdict): Verdict {
  const known = { reasons: verdict.reasons, change: verdict.change?.key ?? null }
  const { reasons, change, row } = withCable(run, verdict.id, known)
  return {
    ...verdict,
    text: row === undefined ? verdict.text : { ...verdict.text, key: `verdict.${row}` },
    reasons: [...reasons],
    change: change === null ? null : { key: change },
    // it was not the moment of the cue
    shiftMs: row === undefined ? verdict.shiftMs : 0,
  }
}

/** The sentence of a row: success has its own for each guide, and a phone that USB did not show before cannot be said to have left it. */
export function sentenceOf(row: VerdictRow, { guide, from, end, mode }: AttemptFacts): string {
  if (row.row === 'entered') return `verdict.entered.${guide}`
  if (from !== null || end !== 'returned') return `verdict.${row.row}`
  return `verdict.came-up.${mode === 'recovery' || mode === 'normal' ? mode : 'other'}`
}

/** Decides the one verdict of a run. Takes the run, how it ended, the phone as it is now and the moment. */
export function verdictOf(run: GuideRun, end: AttemptFacts['end'], phone: Phone | null, atMs: number): Verdict {
  const facts = factsOf(run, end, phone)
  const row = decideVerdict(facts)
  const { reasons, change, row: said } = withCable(run, row.verdict, row)
  const started = run.startedAtMs ?? atMs
  const seconds = facts.backAfterMs === null ? 0 : Math.round(facts.backAfterMs / 1000)
  return {
    id: row.verdict,
    atMs: Math.max(0, Math.round(atMs - started)),
    text: { key: said === 'cable-likely' ? `verdict.${said}` : sentenceOf(row, facts), params: { seconds } },
    reasons: reasons.map((reason) => ({ ...reason })),
    change: change === null ? null : { key: change },
    shiftMs: row.shiftMs,
  }
}
