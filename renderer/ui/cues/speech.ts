const synthesis = (): SpeechSynthesis | null => ('speechSynthesis' in globalThis ? globalThis.speechSynthesis : null)

/** The voice for a language: one on this computer before one that needs the network. null where none fits. */
function voiceFor(language: string): SpeechSynthesisVoice | null {
  const fitting = (synthesis()?.getVoices() ?? []).filter((voice) => voice.lang.slice(0, 2) === language.slice(0, 2))
  return fitting.find((voice) => voice.localService) ?? fitting[0] ?? null
}

/** Speaks a sentence at once; what was being said is cut off, because the newest cue is the one that counts. False without a voice. */
export function speak(text: string, language: string): boolean {
  const engine = synthesis()
  const voice = voiceFor(language)
  if (engine === null || voice === null) return false
  engine.cancel()
  const utterance = new SpeechSynthesisUtterance(text)
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
