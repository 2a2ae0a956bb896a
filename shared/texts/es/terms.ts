import type { Terms } from '../terms.ts'

/** The Spanish terms; see `../terms.ts`. Labels as in Apple's Spanish programs, from memory and not checked against them. */
export const terms: Terms = {
  button: {
    home: 'botón de inicio',
    side: 'botón lateral',
    top: 'botón superior',
    'volume-up': 'botón de subir volumen',
    'volume-down': 'botón de bajar volumen',
    'volume-near-top': 'botón de volumen más cercano al superior',
    'volume-far-from-top': 'botón de volumen más lejano del superior',
  },
  buttonInText: {
    home: 'de inicio',
    side: 'lateral',
    top: 'superior',
    'volume-up': 'subir volumen',
    'volume-down': 'bajar volumen',
    'volume-near-top': 'más cercano',
    'volume-far-from-top': 'más lejano',
  },
  product: { finder: 'Finder', appleDevices: 'Dispositivos Apple', itunes: 'iTunes' },
  label: {
    update: 'Actualizar',
    restore: 'Restaurar',
    trust: 'Confiar',
    allow: 'Permitir',
    backUpNow: 'Realizar copia de seguridad ahora',
  },
  verb: {
    keep: ['no sueltes', 'sin soltar', 'sigue presionando', 'seguir presionando', 'sigue con', 'sigues presionando'],
    avoid: [
      'no lo mantengas',
      'no mantengas',
      'no presiones',
      'antes de tocar',
      'no toques',
      'no presionar',
      'ningún otro botón',
    ],
    letGo: ['suelta', 'suélta', 'soltar'],
    hold: ['mantén presionado', 'mantén', 'los dos presionados', 'añade'],
    press: ['presiona el'],
  },
  erase: ['borr'],
  emergency: ['mergencia'],
}
