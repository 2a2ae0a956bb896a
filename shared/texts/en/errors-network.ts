/** Numbers from downloading, from the link between computer and phone, and numbers that are no restore errors. */
export const errorsNetwork = {
  'error.9006.title': 'The firmware could not be downloaded',
  'error.9006.meaning':
    'The download was blocked or broke off: security software or network. The phone has nothing to do with it.',
  'error.9008.title': 'The firmware could not be downloaded',
  'error.9008.meaning':
    'The download was blocked or broke off: security software or network. The phone has nothing to do with it.',
  'error.98xx.title': 'No secure connection to Apple',
  'error.98xx.meaning': 'The connection could not be secured: wrong clock, or something that inspects the traffic.',
  'error.-50.title': 'The download took too long',
  'error.-50.meaning':
    'The network was too slow or broke off. Without the minus, 50 is something else: the Secure Enclave.',
  'error.-3259.title': 'The download timed out',
  'error.-3259.meaning': 'The network was too slow or broke off.',
  'error.-35.title': 'The download failed',
  'error.-35.meaning': 'Try again, on another network if need be.',
  'error.11222.title': 'Security software is in the way',
  'error.11222.meaning': 'Pause it for the restore, and switch it on again afterwards.',

  'error.store.title': 'Not a restore error, but one of the store',
  'error.store.meaning':
    'Numbers from -9812 to -9843 belong to the iTunes Store. Look for another number in the restore’s dialog.',
  'error.3123.title': 'Not a restore error',
  'error.3123.meaning':
    'It lies among the signing server’s numbers but is known from the store, not from a restore. Look for another number.',
  'error.11556.title': 'Not a restore error',
  'error.11556.meaning':
    'It is known from iTunes and its store, not from a restore. Look for another number in the restore’s dialog.',
  'error.13019.title': 'Not a restore error',
  'error.13019.meaning':
    'It is known from iTunes and syncing, not from a restore. Look for another number in the restore’s dialog.',

  'error.0xE80000xx.title': 'The link between computer and phone failed',
  'error.0xE80000xx.meaning': 'A number of the software that links computer and phone, without a row of its own here.',
  'error.0xE8000003.title': 'The link to the phone failed',
  'error.0xE8000003.meaning':
    'An early number of the software that links computer and phone. Restart both, then cable and port.',
  'error.0xE8000008.title': 'The phone was not found',
  'error.0xE8000008.meaning': 'The computer lost sight of the phone: cable, port, then driver.',
  'error.0xE800000B.title': 'The phone is not connected',
  'error.0xE800000B.meaning': 'The link was closed: cable or port.',
  'error.0xE8000015.title': 'The computer’s driver does not reach the phone',
  'error.0xE8000015.meaning': 'Driver or service first, then cable and port.',
  'error.0xE800005B.title': 'Too many services at once',
  'error.0xE800005B.meaning':
    'The phone allows no further connection. Restart both and close other programs that use it.',
  'error.0xE800005C.title': 'Computer and phone no longer know each other',
  'error.0xE800005C.meaning':
    'The pairing is not valid. Trust this computer again on the phone. The old pair record is moved aside, not deleted: it can be the last way into a locked phone.',
  'error.0xE8000065.title': 'The connection to the phone could not be opened',
  'error.0xE8000065.meaning':
    'The service that passes data to the phone did not get through: driver or service, then cable and port.',
  'error.0xE8000068.title': 'The pairing could not be saved',
  'error.0xE8000068.meaning':
    'Trust this computer again on the phone. An old pair record is moved aside, not deleted: it can be the last way into a locked phone.',
  'error.0xE800006A.title': 'The phone is too new for this computer’s software',
  'error.0xE800006A.meaning': 'Update macOS, iTunes or Apple Devices.',
  'error.0xE800006B.title': 'The software lost track of the phone',
  'error.0xE800006B.meaning': 'Restart both, then update the software.',
  'error.0xE8000084.title': 'The phone was disconnected',
  'error.0xE8000084.meaning': 'The cable, the port or the phone’s charging port let go.',
} as const
