/** Numbers from the modem’s updater. */
export const errorsBaseband = {
  'error.1001.title': 'The modem failed in general',
  'error.1001.meaning': 'The modem could not be updated. Try once without SIM.',
  'error.1002.title': 'The modem does not answer properly',
  'error.1002.meaning': 'Phone and modem do not understand each other. Mostly hardware.',
  'error.1003.title': 'The modem’s data is in the wrong form',
  'error.1003.meaning': 'The modem’s data could not be used. Mostly hardware.',
  'error.1004.title': 'The modem refused a value',
  'error.1004.meaning':
    'A number that ties the firmware to the modem did not match: a line in the hosts file, or the modem.',
  'error.1005-1009.title': 'The modem’s firmware could not be loaded',
  'error.1005-1009.meaning':
    'Its boot loader did not start, or the file for it has the wrong size, is missing or is not signed. A fresh firmware file first, then the modem.',
  'error.1010.title': 'The modem could not be started',
  'error.1010.meaning': 'Communication with the modem did not begin. Try once without SIM.',
  'error.1011.title': 'The modem’s boot loader is too old, or software is damaged',
  'error.1011.meaning': 'The modem’s first program is too old, or the software on the computer is damaged.',
  'error.1012.title': 'The modem’s firmware could not be verified',
  'error.1012.meaning': 'The modem did not confirm its firmware. Mostly hardware.',
  'error.1013.title': 'Apple’s signing server blocked, or the modem',
  'error.1013.meaning':
    'Apple named a blocked or redirected gs.apple.com as the cause: check the hosts file and security software first.',
  'error.1014.title': 'The modem’s version cannot go back',
  'error.1014.meaning': 'The modem refuses an older version. Use the newest firmware.',
  'error.1015.title': 'The modem’s software cannot be rolled back',
  'error.1015.meaning': 'The firmware is older than the modem’s. Use the newest one.',
  'error.1016-1021.title': 'The modem could not be set up for this phone',
  'error.1016-1021.meaning':
    'Its fixed memory, its fuses, its personalised firmware or its setup failed. Mostly hardware.',
  'error.1050.title': 'A wrong answer instead of Apple’s signing server',
  'error.1050.meaning': 'Something else answered for gs.apple.com: check the hosts file, proxy and security software.',
} as const
