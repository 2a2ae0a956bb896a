import type { Terms } from '../terms.ts'

/** The English terms; see `../terms.ts`. */
export const terms: Terms = {
  button: {
    home: 'Home',
    side: 'Side',
    top: 'Top',
    'volume-up': 'Volume Up',
    'volume-down': 'Volume Down',
    'volume-near-top': 'Volume nearest Top',
    'volume-far-from-top': 'Volume farthest from Top',
  },
  buttonInText: {
    home: 'Home',
    side: 'Side',
    top: 'Top',
    'volume-up': 'Volume Up',
    'volume-down': 'Volume Down',
    'volume-near-top': 'nearest',
    'volume-far-from-top': 'farthest',
  },
  product: { finder: 'Finder', appleDevices: 'Apple Devices', itunes: 'iTunes' },
  label: { update: 'Update', restore: 'Restore', trust: 'Trust', allow: 'Allow', backUpNow: 'Back Up Now' },
  verb: {
    keep: ['do not let go', 'keep holding', 'keep', 'held on'],
    avoid: ['do not hold', 'do not press', 'do not touch', 'before you touch', 'no other button'],
    letGo: ['let go'],
    hold: ['hold', 'both down', 'add'],
    press: ['press'],
  },
  erase: ['eras'],
  emergency: ['mergency'],
}
