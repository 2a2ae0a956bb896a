import type { Stage } from '../knowledge/vocabulary.ts'
import type { GuideRun, Verdict } from './guide-run.ts'
import type { Phone } from './phone.ts'
import { type AttemptFacts, decideVerdict, type VerdictReason, type VerdictRow } from './verdict-table.ts'

const sameKind = (verdict: Verdict | null) =>
  verdict?.id === 'came-back-in-recovery' || verdict?.id === 'came-back-in-system'

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
    mode: end === 'stayed' && run.target === null ? null : (last?.mode ?? null),
    lostAfterTarget: run.reachedOnce && run.reachedAtMs === null,
    bootStage,
    backAfterMs: last && run.leftAtMs !== null ? last.atMs - run.leftAtMs : null,
    releaseCued: run.phases[run.phaseIndex]?.id === 'keep-second',
  }
}

/** After two tries that ended alike although the reset came, the cable is the likeliest reason: it cannot be seen, only concluded. */
function withCable(run: GuideRun, row: VerdictRow): { reasons: readonly VerdictReason[]; change: string | null } {
  const missedAlike = row.verdict === 'came-back-in-recovery' || row.verdict === 'came-back-in-system'
  if (run.guide !== 'dfu' || !missedAlike || !sameKind(run.before)) return row
  const others = row.reasons
    .filter(({ id }) => id !== 'cable-cannot-signal')
    .map(({ id, likelihood }) => ({ id, likelihood: likelihood === 'likely' ? ('possible' as const) : likelihood }))
  return { reasons: [{ id: 'cable-cannot-signal', likelihood: 'likely' }, ...others], change: 'change.try-other-cable' }
}

/** Decides the one verdict of a run. Takes the run, how it ended, the phone as it is now and the moment. */
export function verdictOf(run: GuideRun, end: AttemptFacts['end'], phone: Phone | null, atMs: number): Verdict {
  const facts = factsOf(run, end, phone)
  const row = decideVerdict(facts)
  const { reasons, change } = withCable(run, row)
  const started = run.startedAtMs ?? atMs
  const seconds = facts.backAfterMs === null ? 0 : Math.round(facts.backAfterMs / 1000)
  return {
    id: row.verdict,
    atMs: Math.max(0, Math.round(atMs - started)),
    // success has a sentence of its own for each guide
    text: { key: row.row === 'entered' ? `verdict.entered.${run.guide}` : `verdict.${row.row}`, params: { seconds } },
    reasons: reasons.map((reason) => ({ ...reason })),
    change: change === null ? null : { key: change },
    shiftMs: row.shiftMs,
  }
}
