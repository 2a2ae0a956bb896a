import { rangeRow, reported, rowsOf, type ErrorRow } from './errors-row.ts'

const download = rowsOf('download')
const notAnError = rowsOf('not-a-restore-error')
const TLS = ['download', 'network'] as const
const WIKI = reported('iphone-wiki')
const REPAIR_WIKI = reported('repair-lists', 'iphone-wiki')

/** Fetching the firmware and talking to Apple's servers: the network and the secure connection, not the phone. */
export const DOWNLOAD_ERRORS: readonly ErrorRow[] = [
  download(
    1109,
    'network',
    ['apple-servers', 'network'],
    ['security-software'],
    ['B1', 'B2', 'B3', 'A7'],
    reported('reports'),
  ),
  download(9006, 'network', ['security-software', 'network'], ['firmware-file'], ['B1', 'B2', 'B3', 'C1'], REPAIR_WIKI),
  download(9008, 'network', ['security-software', 'network'], ['firmware-file'], ['B1', 'B2', 'B3', 'C1'], REPAIR_WIKI),
  rangeRow([9807, 9808], '98xx', TLS, ['clock'], ['security-software', 'network'], ['B2', 'B1'], WIKI),
  rangeRow([9844, 9844], '98xx', TLS, ['clock'], ['security-software', 'network'], ['B2', 'B1'], WIKI),
  rangeRow([-9899, -9800], '98xx', TLS, ['clock'], ['security-software', 'network'], ['B2', 'B1'], WIKI),
  rangeRow([-50, -50], '-50', TLS, ['network'], ['security-software'], ['B2'], REPAIR_WIKI),
  download(-3259, 'network', ['network'], ['security-software'], ['B2'], REPAIR_WIKI),
  rangeRow([-35, -35], '-35', TLS, ['network'], ['apple-servers'], ['B2'], WIKI),
  rangeRow([-3198, -3198], '-35', TLS, ['network'], ['apple-servers'], ['B2'], WIKI),
  download(11222, 'network', ['security-software'], ['network'], ['B1'], WIKI),
]

/** Numbers that look like restore errors and are not. They win over the ranges that they lie in. */
export const LOOK_ALIKES: readonly ErrorRow[] = [
  rangeRow([-9843, -9812], 'store', ['not-a-restore-error', 'network'], [], ['clock', 'network'], ['B2'], WIKI),
  notAnError(3123, 'other', [], [], [], WIKI),
  notAnError(11556, 'other', [], [], [], WIKI),
  notAnError(13019, 'other', [], [], [], WIKI),
]
