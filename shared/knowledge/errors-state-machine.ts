import { rangeRow, reported, rowsOf, unconfirmed, type ErrorRow } from './errors-row.ts'

const row = rowsOf('state-machine')
const GUIDE_ORDER = ['A5', 'A2', 'A3', 'A4', 'A1', 'A8', 'D1', 'D2', 'D3', 'A7', 'F1'] as const

/** The newer host's state machine, booted system → recovery or DFU → restore system → booted system: 40xx. */
export const STATE_MACHINE_ERRORS: readonly ErrorRow[] = [
  row(4000, 'lock', ['passcode'], ['pairing'], ['D5'], reported('reports')),
  row(
    4005,
    'hardware',
    ['phone-system', 'cable'],
    ['slow-start', 'host-software', 'hub', 'battery', 'board'],
    ['A1', 'A5', 'A2', 'A3', 'A4', 'D4', 'D1', 'D3', 'F1'],
    reported('restore-logs', 'repair-lists', 'apple-quoted'),
  ),
  row(4010, 'usb', ['cable', 'usb-port'], ['hub', 'board'], ['A2', 'A3', 'A4', 'F1'], reported('restore-logs')),
  row(
    4013,
    'usb',
    ['cable', 'usb-port', 'phone-port'],
    [
      'hub',
      'host-software',
      'phone-system',
      'host-busy',
      'hosts-file',
      'firmware-file',
      'nand',
      'charging-ic',
      'liquid',
      'board',
    ],
    GUIDE_ORDER,
    reported('guide-4013', 'restore-logs', 'repair-lists', 'apple-quoted'),
  ),
  row(
    4014,
    'usb',
    ['cable', 'usb-port', 'other-program'],
    [
      'hub',
      'phone-port',
      'host-software',
      'phone-system',
      'host-busy',
      'battery',
      'buttons-held',
      'nand',
      'charging-ic',
      'liquid',
      'board',
    ],
    GUIDE_ORDER,
    reported('guide-4013', 'restore-logs', 'repair-lists', 'apple-quoted'),
  ),
  rangeRow(
    [4015, 4036],
    '4015-4036',
    ['state-machine', 'usb'],
    [],
    ['cable', 'usb-port', 'hub', 'host-software'],
    GUIDE_ORDER,
    unconfirmed('general-knowledge'),
  ),
  row(4037, 'lock', ['passcode'], [], ['D5'], reported('repair-lists')),
  row(4041, 'usb', ['auto-boot'], ['phone-system', 'cable'], ['A5', 'D1'], reported('restore-logs')),
  row(4042, 'usb', ['host-software'], ['usb-port', 'cable'], ['A1', 'A3', 'D3'], reported('restore-logs')),
]
