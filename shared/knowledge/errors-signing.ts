import { rangeRow, reported, rowsOf, unconfirmed, type ErrorRow } from './errors-row.ts'

const local = rowsOf('personalisation')
const server = rowsOf('signing-server')
const AM = reported('am-enum')
const AM_WIKI = reported('am-enum', 'iphone-wiki')
const PRACTICE = reported('am-enum', 'iphone-wiki', 'reports')

/** Preparing the files for this phone and asking Apple to sign them: 3000 to 3099, and the server's own answers from 3100. */
export const SIGNING_ERRORS: readonly ErrorRow[] = [
  local(1050, 'network', ['hosts-file', 'apple-servers'], ['security-software'], ['B1'], reported('iphone-wiki')),
  local(3000, 'firmware', ['firmware-unfit'], ['firmware-file'], ['C2'], AM),
  local(3001, 'file', ['firmware-file'], ['firmware-unfit'], ['C1', 'C2'], AM_WIKI),
  local(3002, 'signing', ['firmware-unfit'], ['firmware-file'], ['C1', 'C2'], AM_WIKI),
  local(
    3004,
    'network',
    ['network', 'hosts-file'],
    ['security-software', 'host-glitch'],
    ['B1', 'B2', 'B3', 'A5'],
    reported('am-enum', 'restore-logs', 'iphone-wiki'),
  ),
  local(3005, 'file', ['firmware-file'], [], ['C1'], AM),
  rangeRow(
    [3006, 3010],
    '3006-3010',
    ['personalisation', 'network'],
    ['network'],
    ['apple-servers', 'security-software'],
    ['B1', 'B2', 'B3'],
    AM_WIKI,
  ),
  local(3011, 'network', ['apple-servers'], ['network', 'security-software'], ['B1', 'B2', 'B3'], PRACTICE),
  rangeRow(
    [3012, 3012],
    '3006-3010',
    ['personalisation', 'network'],
    ['network'],
    ['apple-servers', 'security-software'],
    ['B1', 'B2', 'B3'],
    AM_WIKI,
  ),
  local(3013, 'network', ['network'], ['apple-servers'], ['B2'], AM),
  local(3014, 'network', ['apple-servers'], ['network', 'security-software'], ['B1', 'B2', 'B3'], PRACTICE),
  rangeRow(
    [3015, 3018],
    '3015-3018',
    ['personalisation', 'firmware'],
    ['firmware-unfit'],
    ['host-software'],
    ['A1', 'C2'],
    AM,
  ),
  local(3020, 'network', ['network'], ['security-software', 'hosts-file'], ['B1', 'B2', 'B3'], AM),
  rangeRow(
    [3100, 3999],
    '3100-3999',
    ['signing-server', 'signing'],
    ['firmware-unfit'],
    ['hosts-file', 'apple-servers'],
    ['C2', 'B1'],
    reported('am-enum', 'restore-logs'),
  ),
  server(3104, 'signing', ['apple-servers'], ['hosts-file'], ['B2', 'B1'], reported('reports')),
  server(
    3194,
    'signing',
    ['firmware-unfit', 'hosts-file'],
    ['security-software', 'apple-servers'],
    ['C2', 'B1', 'B3', 'A1'],
    reported('am-enum', 'restore-logs', 'iphone-wiki', 'repair-lists'),
  ),
  server(3195, 'signing', ['firmware-unfit'], ['hosts-file'], ['C2'], reported('iphone-wiki')),
  server(3200, 'file', ['firmware-file'], ['custom-firmware'], ['C1', 'D2'], reported('iphone-wiki')),
  server(3600, 'other', [], ['firmware-file', 'host-software'], ['C1', 'A1'], unconfirmed('general-knowledge')),
]
