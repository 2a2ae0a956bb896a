import type { Likelihood, Mode, ReasonId, VerdictId } from '../knowledge/vocabulary.ts'
import type { AttemptFacts } from './attempt-facts.ts'

export type VerdictReason = { readonly id: ReasonId; readonly likelihood: Likelihood }

export type VerdictRow = {
  /** Also the text key: `verdict.<row>`. */
  readonly row: string
  readonly verdict: VerdictId
  /** The condition in words, for the published table. */
  readonly when: string
  readonly holds: (facts: AttemptFacts) => boolean
  readonly reasons: readonly VerdictReason[]
  /** Text key of the one changed instruction, null where nothing is to be changed. */
  readonly change: string | null
  /** How the release cue moves for the next try. */
  readonly shiftMs: number
}

const likely = (id: ReasonId): VerdictReason => ({ id, likelihood: 'likely' })
const possible = (id: ReasonId): VerdictReason => ({ id, likelihood: 'possible' })
const unlikely = (id: ReasonId): VerdictReason => ({ id, likelihood: 'unlikely' })

/** Held into recovery, a phone needs the logo first; an auto-boot that is off brings recovery back sooner. */
const HELD_INTO_RECOVERY_MS = 9000

const returned = (facts: AttemptFacts, mode: Mode) => facts.end === 'returned' && facts.mode === mode
const isDfuLike = (mode: Mode | null) => mode === 'debug-usb' || mode === 'port-dfu'

/**
 * First row that holds decides. It stands in docs/verdicts.md, written from here by `tools/write-docs.ts`. Sources: the misses that people report (docs/sources.md,
 * "where the phone lands").
 */
export const VERDICT_TABLE: readonly VerdictRow[] = [
  {
    row: 'cancelled',
    verdict: 'cancelled',
    when: 'the person stopped it',
    holds: (facts) => facts.end === 'cancelled',
    reasons: [],
    change: null,
    shiftMs: 0,
  },
  {
    row: 'interrupted',
    verdict: 'interrupted',
    when: 'the app or the computer stopped before an end was seen',
    holds: (facts) => facts.end === 'app-stopped',
    reasons: [],
    change: null,
    shiftMs: 0,
  },
  {
    row: 'unasked',
    verdict: 'unasked',
    when: 'outside a guide: a running phone left USB and came up in DFU or recovery within 90 s, and nobody was seen restoring it',
    holds: (facts) => facts.end === 'outside',
    reasons: [possible('board-fault'), possible('unknown')],
    change: 'change.back-up-and-have-it-looked-at',
    shiftMs: 0,
  },
  {
    row: 'taken-by-other',
    verdict: 'taken-by-other',
    when: 'opening the phone failed as busy or claimed',
    holds: (facts) => facts.end === 'taken',
    reasons: [likely('driver')],
    change: 'change.close-others-or-by-hand',
    shiftMs: 0,
  },
  {
    row: 'soft-dfu',
    verdict: 'soft-dfu',
    when: 'DFU stayed 3 s, but its boot tag is not the ROM’s',
    holds: (facts) =>
      facts.end === 'stayed' &&
      facts.mode === 'dfu' &&
      facts.target === 'dfu' &&
      facts.bootStage !== null &&
      facts.bootStage !== 'securerom',
    reasons: [likely('released-early'), possible('board-fault')],
    change: 'change.hold-longer-before-black',
    shiftMs: 0,
  },
  {
    row: 'entered',
    verdict: 'entered',
    when: 'the target mode stayed 3 s (power off: the phone stayed away 10 s)',
    holds: (facts) => facts.end === 'stayed' && facts.mode === facts.target,
    reasons: [],
    change: null,
    shiftMs: 0,
  },
  {
    row: 'maybe-dfu',
    verdict: 'maybe-dfu',
    when: 'DFU was expected and the phone shows as debug USB (1881) or port DFU (f014) for 3 s',
    holds: (facts) => facts.end === 'stayed' && facts.target === 'dfu' && isDfuLike(facts.mode),
    reasons: [possible('unknown')],
    change: 'change.look-at-screen-and-finder',
    shiftMs: 0,
  },
  {
    row: 'lost-after-dfu',
    verdict: 'lost-after-dfu',
    when: 'DFU was seen and left again before it stayed 3 s, and did not come back to stay',
    holds: (facts) => facts.lostAfterTarget && facts.target === 'dfu',
    reasons: [possible('held-too-long'), possible('hub-or-port')],
    change: 'change.let-go-at-first-tone',
    shiftMs: 0,
  },
  {
    row: 'only-blinked',
    verdict: 'never-left',
    when: 'the phone left USB and was back in the same mode too soon for a reset (recovery 4 s, system 10 s), and did not leave again',
    holds: (facts) => !facts.left && facts.blinks > 0,
    reasons: [likely('hub-or-port'), possible('released-early'), possible('wrong-button')],
    change: 'change.plug-in-firmly',
    shiftMs: 0,
  },
  {
    row: 'assisted-not-sent',
    verdict: 'never-left',
    when: 'assisted: the phone did not take the order to restart, and never left USB',
    holds: (facts) => !facts.left && facts.way === 'assisted' && !facts.restartSent,
    reasons: [likely('driver'), possible('hub-or-port'), possible('unknown')],
    change: 'change.by-hand',
    shiftMs: 0,
  },
  {
    row: 'assisted-never-left',
    verdict: 'never-left',
    when: 'assisted: the computer told the phone to restart and it never left USB',
    holds: (facts) => !facts.left && facts.way === 'assisted',
    reasons: [possible('driver'), possible('hub-or-port'), possible('unknown')],
    change: 'change.by-hand',
    shiftMs: 0,
  },
  {
    row: 'never-left',
    verdict: 'never-left',
    when: 'the phone never left USB while the buttons were asked for',
    holds: (facts) => !facts.left,
    reasons: [likely('released-early'), possible('wrong-button'), possible('wrong-order')],
    change: 'change.hold-until-it-leaves',
    shiftMs: 0,
  },
  {
    row: 'power-off-back-in-recovery',
    verdict: 'came-back-in-recovery',
    when: 'power off: it came back in recovery',
    holds: (facts) => returned(facts, 'recovery') && facts.guide === 'power-off',
    reasons: [possible('wrong-button'), possible('held-too-long'), possible('board-fault')],
    change: 'change.shut-down-in-settings',
    shiftMs: 0,
  },
  {
    row: 'power-off-back-in-system',
    verdict: 'came-back-in-system',
    when: 'power off: the system is back',
    holds: (facts) => returned(facts, 'normal') && facts.guide === 'power-off',
    reasons: [possible('hub-or-port'), possible('held-too-long'), possible('unknown')],
    change: 'change.shut-down-in-settings',
    shiftMs: 0,
  },
  {
    row: 'exit-back-in-recovery',
    verdict: 'came-back-in-recovery',
    when: 'restart or exit: it came back in recovery',
    holds: (facts) => returned(facts, 'recovery') && facts.target === 'normal',
    reasons: [likely('unknown'), possible('held-too-long')],
    change: 'change.let-go-at-logo-or-update',
    shiftMs: 0,
  },
  {
    row: 'back-in-recovery-soon',
    verdict: 'came-back-in-recovery',
    when: 'DFU: it started in recovery, auto-boot was not set by us, and recovery was back within 9 s',
    holds: (facts) =>
      returned(facts, 'recovery') &&
      facts.from === 'recovery' &&
      !facts.autoBootSet &&
      (facts.backAfterMs ?? Number.POSITIVE_INFINITY) < HELD_INTO_RECOVERY_MS,
    reasons: [likely('released-early'), possible('gap-between-phases'), possible('cable-cannot-signal')],
    change: 'change.keep-second-down',
    shiftMs: 0,
  },
  {
    row: 'back-in-recovery-later',
    verdict: 'came-back-in-recovery',
    when: 'DFU: it started in recovery, auto-boot was not set by us, and recovery was back after 9 s or more',
    holds: (facts) => returned(facts, 'recovery') && facts.from === 'recovery' && !facts.autoBootSet,
    reasons: [likely('held-too-long'), possible('released-early'), possible('cable-cannot-signal')],
    change: 'change.release-power-at-tone',
    shiftMs: -300,
  },
  {
    row: 'back-in-recovery',
    verdict: 'came-back-in-recovery',
    when: 'DFU: it came back in recovery',
    holds: (facts) => returned(facts, 'recovery'),
    reasons: [likely('held-too-long'), possible('wrong-order'), unlikely('board-fault')],
    change: 'change.release-power-at-tone',
    shiftMs: -700,
  },
  {
    row: 'recovery-back-in-system',
    verdict: 'came-back-in-system',
    when: 'recovery: the system started again',
    holds: (facts) => returned(facts, 'normal') && facts.guide === 'recovery',
    reasons: [likely('released-early'), possible('gap-between-phases')],
    change: 'change.hold-past-logo',
    shiftMs: 0,
  },
  {
    row: 'back-in-system',
    verdict: 'came-back-in-system',
    when: 'DFU: the system started again',
    holds: (facts) => returned(facts, 'normal'),
    reasons: [likely('released-early'), possible('gap-between-phases'), possible('cable-cannot-signal')],
    change: 'change.keep-second-down',
    shiftMs: 300,
  },
  {
    row: 'recovery-other-mode',
    verdict: 'other-mode',
    when: 'recovery: it came up in DFU (or another boot mode)',
    holds: (facts) => facts.end === 'returned' && facts.guide === 'recovery' && facts.mode !== null,
    reasons: [likely('wrong-order'), possible('wrong-button'), possible('board-fault')],
    change: 'change.keep-all-until-picture',
    shiftMs: 0,
  },
  {
    row: 'other-mode',
    verdict: 'other-mode',
    when: 'it came up in a boot mode that was not asked for',
    holds: (facts) => facts.end === 'returned' && facts.mode !== null,
    reasons: [possible('wrong-order'), possible('board-fault'), possible('unknown')],
    change: 'change.once-more-from-card',
    shiftMs: 0,
  },
  {
    row: 'nothing-appeared',
    verdict: 'nothing-returned',
    when: 'USB did not show the phone before, and it did not show it in the end',
    holds: (facts) => facts.from === null,
    reasons: [
      possible('released-early'),
      possible('battery'),
      possible('hub-or-port'),
      possible('driver'),
      possible('board-fault'),
    ],
    change: 'change.charge-and-other-port',
    shiftMs: 0,
  },
  {
    row: 'nothing-returned',
    verdict: 'nothing-returned',
    when: 'it left USB and nothing came back within 60 s',
    holds: () => true,
    reasons: [possible('battery'), possible('hub-or-port'), possible('driver'), possible('board-fault')],
    change: 'change.force-restart',
    shiftMs: 0,
  },
]

/** The row that decides. Takes the facts of an attempt that has ended; there always is a row. */
export function decideVerdict(facts: AttemptFacts): VerdictRow {
  const row = VERDICT_TABLE.find((candidate) => candidate.holds(facts))
  if (!row) throw new Error('the last row of the verdict table holds always')
  return row
}
