import { rangeRow, reported, rowsOf, type ErrorRow } from './errors-row.ts'

const row = rowsOf('baseband')
const AM = reported('am-enum')
const AM_WIKI = reported('am-enum', 'iphone-wiki')

/** What the modem's updater reported: 1001 to 1021. */
export const BASEBAND_ERRORS: readonly ErrorRow[] = [
  row(1001, 'hardware', ['baseband'], ['sim'], ['D6', 'D3', 'F1'], AM),
  row(1002, 'hardware', ['baseband'], [], ['F1'], AM),
  row(1003, 'hardware', ['baseband'], [], ['F1'], AM),
  row(1004, 'hardware', ['baseband'], ['hosts-file'], ['B1', 'D3'], AM_WIKI),
  rangeRow([1005, 1009], '1005-1009', ['baseband', 'hardware'], ['baseband', 'firmware-file'], [], ['C1', 'F1'], AM),
  row(1010, 'hardware', ['baseband'], ['sim'], ['D6', 'F1'], AM),
  row(1011, 'hardware', ['baseband'], ['host-software'], ['A1', 'F1'], AM_WIKI),
  row(1012, 'hardware', ['baseband'], [], ['F1'], AM),
  row(
    1013,
    'network',
    ['hosts-file', 'security-software'],
    ['network', 'baseband'],
    ['B1', 'B3'],
    reported('am-enum', 'apple-quoted', 'iphone-wiki'),
  ),
  row(1014, 'firmware', ['firmware-unfit'], ['baseband'], ['C2'], AM_WIKI),
  row(
    1015,
    'firmware',
    ['firmware-unfit'],
    ['custom-firmware', 'baseband'],
    ['C2', 'D3'],
    reported('am-enum', 'idevicerestore', 'iphone-wiki'),
  ),
  rangeRow([1016, 1021], '1016-1021', ['baseband', 'hardware'], ['baseband'], [], ['F1'], AM),
]
