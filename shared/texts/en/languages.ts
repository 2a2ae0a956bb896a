/** Choosing a language, and saying where a text has not been translated. Names of languages stand in `languages.ts`, each in itself. */
export const languages = {
  'settings.language': 'Language',
  'settings.language.what':
    'Screens, drawings and spoken cues. What comes from Apple’s own programs stays as they show it.',
  'settings.language.system': 'As the system',

  // beside the drawing, where there is room for two short lines
  'button.home.label': 'Home',
  'button.side.label': 'Side',
  'button.top.label': 'Top',
  'button.volume-up.label': 'Volume Up',
  'button.volume-down.label': 'Volume Down',
  'button.volume-near-top.label': 'Volume nearest Top',
  'button.volume-far-from-top.label': 'Volume farthest from Top',

  'languages.in-english': 'in English',
} as const
