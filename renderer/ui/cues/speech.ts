import { withoutIsolates } from '../../../shared/texts/isolate.ts'
import type { Language } from '../../../shared/texts/languages.ts'

const synthesis = (): SpeechSynthesis | null => ('speechSynthesis' in globalThis ? globalThis.speechSynthesis : null)

const begins = (voice: SpeechSynthesisVoice, tag: string) =>
  voice.lang.replaceAll('_', '-').toLowerCase().startsWith(tag.toLowerCase())

/** The voice for a language: by the language's own order, one on this computer before one that needs the network. null where none fits. */
function voiceFor(language: Language): SpeechSynthesisVoice | null {
  const voices = synthesis()?.getVoices() ?? []
  const fitting = language.voices.flatMap((tag) => voices.filter((voice) => begins(voice, tag)))
  return fitting.find((voice) => voice.localService) ?? fitting[0] ?? null
}

/** Speaks a sentence at once; what was being said is cut off, because the newest cue is the one that counts. False without a voice for this language. */
export function speak(text: string, language: Language): boolean {
  const engine = synthesis()
  const voice = voiceFor(language)
  if (engine === null || voice === null) return false
  engine.cancel()
  const utterance = new SpeechSynthesisUtterance(withoutIsolates(text))
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.rate = 1.1
  engine.speak(utterance)
  return true
}

/** Stops speaking. */
export function hush(): void {
  synthesis()?.cancel()
}

/** Asks for the list of voices, which some browsers only fetch when asked. */
export function warmUpSpeech(): void {
  synthesis()?.getVoices()
}
