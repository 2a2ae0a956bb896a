/** Choosing a language, and saying where a text has not been translated. Names of languages stand in `languages.ts`, each in itself. */
export const languages = {
  'settings.language': 'Idioma',
  'settings.language.what':
    'Pantallas, dibujos y avisos hablados. Lo que viene de los programas de Apple queda como ellos lo muestran.',
  'settings.language.system': 'Como el sistema',
  'button.home.label': 'Inicio',
  'button.side.label': 'Lateral',
  'button.top.label': 'Superior',
  'button.volume-up.label': 'Subir volumen',
  'button.volume-down.label': 'Bajar volumen',
  'button.volume-near-top.label': 'Volumen cerca del superior',
  'button.volume-far-from-top.label': 'Volumen lejos del superior',
  'languages.in-english': 'en inglés',
} as const
