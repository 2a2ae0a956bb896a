/** Choosing a language, and saying where a text has not been translated. Names of languages stand in `languages.ts`, each in itself. */
export const languages = {
  'settings.language': 'Language',
  'settings.language.what':
    'Screens, drawings and spoken cues. What comes from Apple’s own programs stays as they show it.',
  'settings.language.system': 'As the system',
  'languages.in-english': 'in English',
} as const
