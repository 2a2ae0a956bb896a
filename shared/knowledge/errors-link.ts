import type { CauseId } from './errors-causes.ts'
import { rangeRow, reported, type ErrorRow } from './errors-row.ts'
import type { StepId } from './vocabulary.ts'

const FAMILY = 0xe8000000

function row(
  low: number,
  likely: readonly CauseId[],
  possible: readonly CauseId[],
  steps: readonly StepId[],
): ErrorRow {
  const words = `0xE80000${low.toString(16).toUpperCase().padStart(2, '0')}`
  return rangeRow(
    [FAMILY + low, FAMILY + low],
    words,
    ['device-link', 'host'],
    likely,
    possible,
    steps,
    reported('reports', 'repair-lists'),
  )
}

/** The framework that links this computer to the phone. Written in hex by the dialogs; the same numbers as negative decimals in logs. */
export const LINK_ERRORS: readonly ErrorRow[] = [
  rangeRow(
    [FAMILY + 1, FAMILY + 0xff],
    '0xE80000xx',
    ['device-link', 'host'],
    ['driver'],
    ['cable', 'usb-port', 'host-software'],
    ['A5', 'A2', 'A3', 'A1', 'E2'],
    reported('reports'),
  ),
  row(0x03, ['host-glitch'], ['cable', 'driver'], ['A5', 'A2', 'A3']),
  row(0x08, ['cable'], ['usb-port', 'driver'], ['A2', 'A3', 'A5', 'E2']),
  row(0x0b, ['cable'], ['usb-port'], ['A2', 'A3', 'A5']),
  row(0x15, ['driver'], ['cable', 'usb-port'], ['E2', 'A2', 'A3', 'A5']),
  row(0x5b, ['host-glitch'], ['other-program'], ['A5', 'E1']),
  row(0x5c, ['pairing'], [], ['D5', 'A5']),
  row(0x65, ['driver'], ['cable', 'usb-port', 'other-program'], ['E2', 'A2', 'A3', 'A5']),
  row(0x68, ['pairing'], ['host-glitch'], ['D5', 'A5']),
  row(0x6a, ['host-software'], [], ['A1']),
  row(0x6b, ['host-glitch'], [], ['A5', 'A1']),
  row(0x84, ['cable'], ['usb-port', 'phone-port'], ['A2', 'A3', 'A6']),
]
