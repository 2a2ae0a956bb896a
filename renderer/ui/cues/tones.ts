import type { Cue } from '../../../shared/engine/guide-run.ts'

export type CueKind = Cue['kind']

/** One note: `hz` gliding to `toHz`, from `fromMs` after the tone's beginning, for `lengthMs`. */
export type Note = {
  readonly hz: number
  readonly toHz?: number
  readonly fromMs: number
  readonly lengthMs: number
  readonly wave: 'sine' | 'triangle' | 'square'
  /** 0 to 1 */
  readonly loud: number
}

const note = (hz: number, fromMs: number, lengthMs: number, wave: Note['wave'] = 'sine', loud = 0.5): Note => ({
  hz,
  fromMs,
  lengthMs,
  wave,
  loud,
})

/**
 * A tone for each kind of cue, told apart by shape and not by pitch alone: ticks are short, an action is one clear note, what
 * comes next is two soft taps, leaving USB glides down, letting go of some climbs twice, letting go of everything three times.
 */
export const TONES: Readonly<Record<CueKind, readonly Note[]>> = {
  'lead-in': [note(660, 0, 70, 'sine', 0.35)],
  action: [note(880, 0, 260, 'triangle', 0.6)],
  ahead: [note(520, 0, 60, 'sine', 0.3), note(520, 130, 60, 'sine', 0.3)],
  left: [{ ...note(740, 0, 240, 'triangle', 0.55), toHz: 330 }],
  release: [
    note(784, 0, 130, 'square', 0.28),
    note(1047, 150, 130, 'square', 0.28),
    note(784, 330, 130, 'square', 0.28),
    note(1047, 480, 200, 'square', 0.28),
  ],
  'let-go': [
    note(659, 0, 120, 'triangle', 0.6),
    note(880, 130, 120, 'triangle', 0.6),
    note(1319, 260, 320, 'triangle', 0.6),
  ],
  success: [note(523, 0, 180, 'sine', 0.5), note(659, 170, 180, 'sine', 0.5), note(784, 340, 480, 'sine', 0.5)],
  miss: [note(392, 0, 220, 'triangle', 0.5), note(311, 240, 380, 'triangle', 0.5)],
  'still-waiting': [note(440, 0, 90, 'sine', 0.25), note(440, 400, 90, 'sine', 0.25)],
}

/** Attack and decay, so that a note does not click. */
const RAMP_S = 0.008

let shared: AudioContext | null = null

/** The page's one audio context; made at the first gesture or, without one, at the first tone. */
function context(): AudioContext {
  shared ??= new AudioContext({ latencyHint: 'interactive' })
  return shared
}

/** Whether tones can be heard now: browsers keep sound back until the first gesture on the page. */
export function soundIsUnlocked(): boolean {
  return shared !== null && shared.state === 'running'
}

/** Wakes the sound at once where the page had a gesture, else on every gesture until it runs. Give it back its return value to stop listening. */
export function unlockSoundOnGesture(onUnlocked: () => void): () => void {
  const gestures = ['pointerdown', 'keydown', 'touchstart'] as const
  const stop = () => {
    for (const gesture of gestures) document.removeEventListener(gesture, unlock, true)
  }
  const unlock = () => {
    void context()
      .resume()
      .then(() => {
        if (!soundIsUnlocked()) return
        stop()
        onUnlocked()
      })
  }
  for (const gesture of gestures) document.addEventListener(gesture, unlock, { capture: true, passive: true })
  // A gesture on an earlier screen counts as well.
  if (navigator.userActivation.hasBeenActive) unlock()
  return stop
}

/** Plays the tone of one kind of cue at once. Returns false when the browser still keeps sound back. */
export function playTone(kind: CueKind): boolean {
  const audio = context()
  if (audio.state !== 'running') {
    // Too late for this cue, in time for the next.
    void audio.resume()
    return false
  }
  for (const { hz, toHz, fromMs, lengthMs, wave, loud } of TONES[kind]) {
    const begin = audio.currentTime + fromMs / 1000
    const end = begin + lengthMs / 1000
    const oscillator = new OscillatorNode(audio, { type: wave, frequency: hz })
    const gain = new GainNode(audio, { gain: 0 })
    if (toHz !== undefined) oscillator.frequency.linearRampToValueAtTime(toHz, end)
    gain.gain.setValueAtTime(0, begin)
    gain.gain.linearRampToValueAtTime(loud, begin + RAMP_S)
    gain.gain.setValueAtTime(loud, Math.max(begin + RAMP_S, end - 0.05))
    gain.gain.exponentialRampToValueAtTime(0.0001, end)
    oscillator.connect(gain).connect(audio.destination)
    oscillator.start(begin)
    oscillator.stop(end)
  }
  return true
}
