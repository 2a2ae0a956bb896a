import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Cue, GuideRun } from '../../../shared/engine/guide-run.ts'
import type { Settings } from '../../../shared/engine/state.ts'
import { phaseWords } from '../../../shared/texts/phase-words.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import { type ClockAnchor, worldMs } from '../../store.ts'
import { hush, speak, warmUpSpeech } from './speech.ts'
import { type CueKind, playTone, soundIsUnlocked, unlockSoundOnGesture } from './tones.ts'

/**
 * Stated on `document` as the CustomEvent `handhold:cue` whenever a cue is given, for tests, benchmarks and assistive add-ons
 * that want to answer a cue by other means (a lamp, a vibration). Nothing listens to it here, and it carries nothing personal.
 */
export type CueRecord = {
  readonly seq: number
  readonly kind: CueKind
  /** The phase whose words the cue says. */
  readonly phaseId: string | null
  /** The world's clock when the cue was given, and when it was due. */
  readonly atMs: number
  readonly plannedAtMs: number
  /** The page's clock (`performance.now()`) when the cue was given. */
  readonly pageMs: number
  readonly toned: boolean
  readonly spoken: boolean
  readonly text: string
}

/** A cue that is older than this when the screen first sees it was given before a reload. */
const STALE_MS = 1500

type Sounding = {
  readonly run: GuideRun | null
  readonly clock: ClockAnchor
  readonly settings: Settings
  readonly muted: boolean
}

/** The words of a cue: its phase's, or its own. */
export function cueText(t: Translate, run: GuideRun, cue: Cue): string {
  const phase = run.phases.find((candidate) => candidate.id === cue.phaseId)
  if (phase === undefined) return t(cue.say.key, cue.say.params)
  const words = phaseWords(t, phase)
  return cue.kind === 'ahead' ? t('guide-screen.cue.ahead', { next: words.say }) : words.say
}

function give(run: GuideRun, { clock, settings, muted }: Sounding, t: Translate): void {
  const { cue } = run
  if (cue === null) return
  const text = cueText(t, run, cue)
  const wantsSpeech = settings.speech && cue.kind !== 'lead-in'
  // The tone first: it answers at once, a voice needs a moment to begin. Without a voice the tone stands in for it.
  const toned = !muted && settings.sound && playTone(cue.kind)
  const spoken = !muted && wantsSpeech && speak(text, t.language)
  const stoodIn = !muted && wantsSpeech && !spoken && !settings.sound && playTone(cue.kind)
  const detail: CueRecord = {
    seq: cue.seq,
    kind: cue.kind,
    phaseId: cue.phaseId,
    atMs: worldMs(clock),
    plannedAtMs: cue.plannedAtMs,
    pageMs: performance.now(),
    toned: toned || stoodIn,
    spoken,
    text,
  }
  document.dispatchEvent(new CustomEvent<CueRecord>('handhold:cue', { detail }))
}

/** A soft tick for each whole second that is left of the lead-in. Not a cue: nothing is to be done at it. */
function useLeadInTicks({ run, clock, settings, muted }: Sounding): void {
  const endsAtMs = run?.stage === 'lead-in' ? run.startedAtMs : null
  const audible = settings.sound && !muted
  const newest = useRef(clock)
  useEffect(() => {
    newest.current = clock
  })
  useEffect(() => {
    if (endsAtMs === null || !audible) return undefined
    const leftMs = endsAtMs - worldMs(newest.current)
    const seconds = Array.from({ length: Math.max(0, Math.ceil(leftMs / 1000) - 1) }, (_, index) => index + 1)
    const timers = seconds.map((second) =>
      setTimeout(() => playTone('lead-in'), (leftMs - second * 1000) / newest.current.rate),
    )
    return () => timers.forEach(clearTimeout)
  }, [endsAtMs, audible])
}

/**
 * Gives each cue of a run exactly once, as soon as the State that carries it is drawn, focus or not. Returns whether the
 * browser lets us sound: before the first gesture on the page it does not.
 */
export function useCues(sounding: Sounding): { readonly unlocked: boolean } {
  const t = useTexts()
  const [unlocked, setUnlocked] = useState(soundIsUnlocked)
  const given = useRef<string | null>(null)
  const first = useRef(true)
  const { run, muted } = sounding
  useLeadInTicks(sounding)

  useEffect(() => unlockSoundOnGesture(() => setUnlocked(true)), [])
  useEffect(warmUpSpeech, [])
  useEffect(() => (muted ? hush() : undefined), [muted])
  useEffect(() => hush, [])

  useLayoutEffect(() => {
    const cue = run?.cue ?? null
    const wasFirst = first.current
    first.current = false
    if (run === null || cue === null) return
    const key = `${run.attemptId} ${cue.seq}`
    if (given.current === key) return
    given.current = key
    if (wasFirst && worldMs(sounding.clock) - cue.atMs > STALE_MS) return
    give(run, sounding, t)
  })
  return { unlocked }
}
