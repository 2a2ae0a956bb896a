import type { GuideId, Mode } from '../knowledge/vocabulary.ts'
import type { GuideRun, Verdict } from './guide-run.ts'
import { isRunning } from './guide-move.ts'
import { RETURN_SETTLE_MS, STAY_MS } from './guide-timing.ts'
import { sentenceOf } from './guide-verdict.ts'
import { startGuide } from './guide.ts'
import { Bench } from './judge-bench.ts'
import type { JudgeInput, TraceEvent } from './judge-input.ts'
import type { Message } from './message.ts'
import { nextWakeMs } from './next-wake.ts'
import type { Phone } from './phone.ts'
import { DEFAULT_SETTINGS } from './state.ts'
import { guideTurn } from './step-guide.ts'
import { phoneById } from './step-result.ts'
import type { AttemptFacts } from './attempt-facts.ts'
import { decideVerdict } from './verdict-table.ts'

/** The verdict of a recorded attempt; `atMs` from Start. */
export type JudgeResult = {
  readonly verdict: Verdict['id']
  readonly atMs: number
  readonly reasons: Verdict['reasons']
  readonly change: Message
  readonly text: Message
}

/** Before Start, and before anything that was recorded, the phone is plugged in. */
const BEFORE_MS = 30_000
/** The card is shown and the lead-in begins. */
const LEAD_IN_MS = 3000

/** The phone that is judged: the guide's, else the one that was there before anything was recorded. */
const judgedPhone = ({ state }: Bench): Phone | null =>
  phoneById(state, state.guide?.phoneId ?? null) ?? (state.guide ? null : (state.phones[0] ?? null))

function play(bench: Bench, event: TraceEvent): void {
  const { atMs, kind } = event
  const phone = judgedPhone(bench)
  switch (kind) {
    case 'attach':
      return typeof event.pid === 'number' ? bench.attach(event, event.pid) : undefined
    case 'detach':
      return bench.detach(event, phone)
    case 'reboot-sent':
    case 'busy': {
      // opened is the phone that is there to be restarted, not another one and not the one that has left
      if (bench.isOther(event, phone) || bench.state.guide?.leftAtMs != null) return undefined
      const deviceId = phone?.usb?.deviceId ?? ''
      const outcome = kind === 'busy' ? 'busy' : 'ok'
      return bench.feed(atMs, { kind: 'recovery.answered', deviceId, request: 'reboot', outcome })
    }
    case 'cancelled':
      return bench.feed(atMs, { kind: 'guide.cancel' })
    case 'app-stopped':
      return bench.feed(atMs, { kind: 'app.stopping' })
  }
}

/** Start: the card, with what is known of the phone by now, and the lead-in, which is over at 0. */
function start(bench: Bench, input: JudgeInput, guide: GuideId, patienceMs: number): void {
  const { way, product, autoBootSet } = input
  const phone = bench.state.phones[0] ?? null
  // what the trace calls assisted was allowed to be: the app offers it only after it could open the phone
  if (way === 'assisted' && phone?.usb)
    bench.feed(-LEAD_IN_MS, {
      kind: 'recovery.answered',
      deviceId: phone.usb.deviceId,
      request: 'probe',
      outcome: 'ok',
    })
  bench.feed(-LEAD_IN_MS, { kind: 'guide.show', guide, way, phoneId: phone?.id ?? null, product })
  bench.state = { ...bench.state, settings: { ...DEFAULT_SETTINGS, leadInMs: LEAD_IN_MS } }
  // not by the event: the app refuses to guide a phone to where it is, a trace may have tried
  const leadInMs = Math.max(0, -bench.state.atMs)
  const begin = { attemptId: 'trace', handsFree: false, leadInMs, caseId: null }
  bench.state = guideTurn(bench.state, (run, cues, context) => startGuide(run, cues, context, begin)).state
  if (bench.state.guide)
    bench.state = { ...bench.state, guide: { ...patient(bench.state.guide, patienceMs), autoBootSet } }
}

/** Whoever recorded the trace may have waited longer for the phone to leave than the guide does. */
const patient = (run: GuideRun, patienceMs: number): GuideRun => ({
  ...run,
  phases: run.phases.map((phase) =>
    phase.endsOn === 'usb-left' ? { ...phase, maxMs: Math.max(phase.maxMs, patienceMs) } : phase,
  ),
})

/** Where a running phone that was sent to recovery by software arrived there, before the restart that the hands were to meet; else -1. */
function sentToRecovery(events: readonly TraceEvent[]): number {
  const restart = events.findIndex(({ kind }) => kind === 'reboot-sent')
  const isRecovery = ({ kind, pid }: TraceEvent) => kind === 'attach' && pid != null && pid >= 0x1280 && pid <= 0x1283
  return events.findLastIndex((event, index) => index < restart && isRecovery(event))
}

/** A verdict of the table, for what no guide run decides. */
function byTable(facts: Partial<AttemptFacts> & Pick<AttemptFacts, 'end'>, atMs: number, seconds = 0): Verdict {
  const nothing: AttemptFacts = {
    ...{ guide: 'restart', way: 'manual', target: 'normal', from: 'normal', autoBootSet: false, end: 'outside' },
    ...{ left: true, blinks: 0, restartSent: false, mode: null, lostAfterTarget: false, bootStage: null },
    ...{ backAfterMs: null, releaseCued: false },
  }
  const all = { ...nothing, ...facts }
  const row = decideVerdict(all)
  return {
    id: row.verdict,
    atMs: Math.max(0, Math.round(atMs)),
    text: { key: sentenceOf(row, all), params: { seconds } },
    reasons: [...row.reasons],
    change: row.change === null ? null : { key: row.change },
    shiftMs: 0,
  }
}

/** The guide counts from where it began; a trace counts from its own Start, and nothing is decided after its end. */
function fromStart({ state }: Bench, verdict: Verdict, endAtMs: number): Verdict {
  const atMs = verdict.atMs + (state.guide?.startedAtMs ?? 0)
  return { ...verdict, atMs: Math.max(0, Math.min(Math.round(atMs), endAtMs)) }
}

/** At the trace's end the wait is over: whatever is open is decided now. */
function waitOver(bench: Bench, endAtMs: number): Verdict {
  bench.feed(endAtMs, { kind: 'clock.woke' })
  const run = bench.state.guide
  if (run?.verdict) return fromStart(bench, run.verdict, endAtMs)
  // the target was seen but had no time to stay: the end was not seen
  if (!run || run.stage === 'settling') return byTable({ end: 'app-stopped' }, endAtMs)
  // nothing more will happen on USB, so time alone brings the verdict that the engine would reach
  for (let wake = nextWakeMs(bench.state); wake !== null; wake = nextWakeMs(bench.state)) {
    bench.feed(wake, { kind: 'clock.woke' })
    const verdict = bench.state.guide?.verdict
    if (verdict) return fromStart(bench, verdict, endAtMs)
  }
  return byTable({ end: 'app-stopped' }, endAtMs)
}

/** What was recorded outside a guide: unasked, or simply where the phone is at the end. */
function outsideGuide(bench: Bench, events: readonly TraceEvent[], endAtMs: number): Verdict {
  const stopped = { cancelled: 'cancelled', 'app-stopped': 'app-stopped', busy: 'taken' } as const
  for (const event of events) {
    const end = event.kind in stopped ? stopped[event.kind as keyof typeof stopped] : null
    if (end && !bench.isOther(event, judgedPhone(bench))) return byTable({ end }, event.atMs)
    play(bench, event)
    if (judgedPhone(bench)?.unasked) return byTable({ end: 'outside' }, event.atMs)
  }
  bench.feed(endAtMs, { kind: 'clock.woke' })
  const phone = judgedPhone(bench)
  const left = phone?.leftAtMs != null
  const mode: Mode | null = phone?.usb ? phone.mode : null
  const seconds = phone?.usb && left ? Math.round((phone.sinceMs - (phone.leftAtMs ?? 0)) / 1000) : 0
  const came: AttemptFacts['end'] = left && mode !== null ? 'returned' : 'wait-over'
  return byTable({ end: came, left, mode, target: null }, endAtMs, seconds)
}

/**
 * A phone that USB did not show before Start, and that nobody in the trace says went black: where the only one that came up and can be
 * meant is at the end, is how it ended.
 */
function cameUp(bench: Bench, { before, product, guide, way, autoBootSet, endAtMs }: JudgeInput): Verdict | null {
  const run = bench.state.guide
  const [phone, another] = bench.state.phones.filter(({ presence }) => presence === 'attached')
  if (before.mode !== null || !run || guide === null || !phone || another || phone.sinceMs > endAtMs) return null
  const { productTypes, stage } = phone.identity
  if (product !== null && productTypes.length > 0 && !productTypes.includes(product)) return null
  const { mode, sinceMs } = phone
  const { target } = run
  const alike = target === 'dfu' && (mode === 'debug-usb' || mode === 'port-dfu')
  const stayed = mode === target || alike
  // it was seen and had no time to stay
  if (stayed && sinceMs + STAY_MS > endAtMs) return byTable({ end: 'app-stopped' }, endAtMs)
  const atMs = sinceMs + (stayed ? STAY_MS : RETURN_SETTLE_MS)
  const end = stayed ? 'stayed' : 'returned'
  const facts = { guide, way, target, from: null, autoBootSet, mode, bootStage: mode === 'dfu' ? stage : null }
  return byTable({ end, ...facts }, Math.min(atMs, endAtMs))
}

/** One playing of the trace. `patienceMs`: how long it is waited, at least, for the phone to leave. */
function played(input: JudgeInput, patienceMs: number): Verdict {
  const { before, guide, way, endAtMs } = input
  const bench = new Bench()
  const events = input.events.filter(({ atMs }) => atMs <= endAtMs)
  const pluggedMs = Math.min(-LEAD_IN_MS, events[0]?.atMs ?? 0) - BEFORE_MS
  bench.state = { ...bench.state, atMs: pluggedMs }
  if (before.mode !== null) bench.plugIn(pluggedMs, before.mode, before.serial, before.usbPort)
  if (guide === null) return outsideGuide(bench, events, endAtMs)
  const arrived = way === 'assisted' && before.mode === 'normal' ? sentToRecovery(events) : -1
  const isEarly = ({ atMs, kind }: TraceEvent, index: number) =>
    index <= arrived || (atMs < -LEAD_IN_MS && (kind === 'attach' || kind === 'detach'))
  const early = events.filter(isEarly)
  const later = events.filter((event, index) => !isEarly(event, index))
  for (const event of early) play(bench, event)
  // it came up in a boot mode before anybody was asked for anything, and nothing was tried after that
  if (bench.state.phones[0]?.unasked && later.length === 0) return byTable({ end: 'outside' }, early.at(-1)?.atMs ?? 0)
  start(bench, input, guide, patienceMs)
  const isThere = bench.state.guide?.from === bench.state.guide?.target && guide !== 'restart'
  for (const event of later) {
    if (isThere && event.atMs >= STAY_MS && stayedThere(bench)) break
    play(bench, event)
  }
  if (isThere && endAtMs >= STAY_MS && stayedThere(bench)) {
    const { target } = bench.state.guide ?? { target: null }
    return byTable({ end: 'stayed', guide, target, mode: target }, STAY_MS)
  }
  const { verdict } = bench.state.guide ?? { verdict: null }
  const decided = verdict ? fromStart(bench, verdict, endAtMs) : waitOver(bench, endAtMs)
  const open = decided.id === 'never-left' || decided.id === 'nothing-returned'
  return (open ? cameUp(bench, input) : null) ?? decided
}

/** The phone was in the target mode at Start and has not left it. */
const stayedThere = ({ state }: Bench): boolean =>
  state.guide !== null && isRunning(state.guide) && state.guide.leftAtMs === null && state.guide.from !== null

/**
 * Judges a recorded trace with the same engine that judges live attempts. Takes a checked `JudgeInput`; gives the verdict, its
 * reasons, the one changed instruction and the sentence (as text keys). Never throws on a checked input.
 */
export function judge(input: JudgeInput): JudgeResult {
  const first = played(input, 0)
  const goesOn = first.id === 'never-left' && input.events.some(({ atMs }) => atMs > first.atMs)
  const later = goesOn ? played(input, input.endAtMs) : first
  const verdict = later.id === 'never-left' ? first : later
  return {
    verdict: verdict.id,
    atMs: verdict.atMs,
    reasons: verdict.reasons,
    change: verdict.change ?? { key: 'change.none' },
    text: verdict.text,
  }
}
