import { rangeRow, reported, rowsOf, unconfirmed, type ErrorRow } from './errors-row.ts'

const stage = rowsOf('host-stage')
const usb = rowsOf('host-usb')
const WIKI = reported('iphone-wiki')
const AM_WIKI = reported('am-enum', 'iphone-wiki')
const AM = reported('am-enum')
const LORE = unconfirmed('general-knowledge')

const unspecified = (from: number, to: number): ErrorRow =>
  rangeRow(
    [from, to],
    '16xx',
    ['host-stage', 'usb'],
    [],
    ['cable', 'usb-port', 'hub', 'host-software'],
    ['A1', 'A2', 'A3', 'A4', 'A5'],
    LORE,
  )

/** The older host-side stages of a restore: 14xx and 16xx. */
export const HOST_STAGE_ERRORS: readonly ErrorRow[] = [
  stage(1403, 'other', [], ['unknown'], [], LORE),
  stage(
    1413,
    'usb',
    ['cable', 'usb-port'],
    ['phone-port', 'host-software', 'hub', 'host-glitch', 'firmware-file', 'board'],
    ['A2', 'A3', 'A4', 'A6', 'A5', 'A1', 'C1', 'D3', 'A7', 'F1'],
    reported('guide-1413', 'iphone-wiki', 'repair-lists'),
  ),
  rangeRow(
    [1414, 1428],
    '1414-1428',
    ['host-stage', 'usb'],
    ['cable', 'usb-port'],
    ['phone-port', 'host-software', 'hub'],
    ['A5', 'A2', 'A3', 'A4', 'A6', 'A1', 'C1', 'D3', 'A7'],
    reported('iphone-wiki', 'repair-lists'),
  ),
  rangeRow(
    [1430, 1430],
    '143x',
    ['host-stage', 'usb'],
    [],
    ['cable', 'usb-port', 'hub'],
    ['A2', 'A3', 'A4', 'A5', 'A7'],
    LORE,
  ),
  rangeRow(
    [1436, 1436],
    '143x',
    ['host-stage', 'usb'],
    [],
    ['cable', 'usb-port', 'hub'],
    ['A2', 'A3', 'A4', 'A5', 'A7'],
    LORE,
  ),
  rangeRow(
    [1439, 1439],
    '143x',
    ['host-stage', 'usb'],
    [],
    ['cable', 'usb-port', 'hub'],
    ['A2', 'A3', 'A4', 'A5', 'A7'],
    LORE,
  ),
  stage(1600, 'usb', ['custom-firmware'], ['cable', 'usb-port'], ['A2', 'A3', 'A4', 'C1'], WIKI),
  stage(1601, 'usb', ['other-program'], ['usb-port', 'host-glitch'], ['E1', 'A3', 'A5'], WIKI),
  stage(1602, 'usb', ['usb-port'], ['host-glitch', 'cable'], ['A3', 'A5'], WIKI),
  stage(1603, 'usb', ['host-glitch'], ['firmware-file'], ['A5', 'C1'], WIKI),
  stage(
    1604,
    'file',
    ['firmware-file'],
    ['cable', 'usb-port', 'hub'],
    ['C1', 'A2', 'A3', 'A4'],
    reported('iphone-wiki', 'reports'),
  ),
  unspecified(1608, 1610),
  stage(1611, 'usb', ['security-software', 'cable'], ['board'], ['B1', 'A2', 'D3', 'F1'], WIKI),
  unspecified(1612, 1617),
  stage(1618, 'host', ['host-software'], ['driver'], ['A1', 'E2'], WIKI),
  stage(1619, 'host', ['host-software'], [], ['A1'], WIKI),
  unspecified(1620, 1637),
  stage(1638, 'network', [], ['network', 'security-software', 'cable'], ['B1', 'A1'], LORE),
  unspecified(1639, 1643),
  stage(1644, 'file', ['other-program'], ['firmware-file', 'security-software'], ['C1', 'B1'], WIKI),
  unspecified(1645, 1645),
  stage(1646, 'usb', ['phone-glitch'], ['cable'], ['A5', 'D2'], WIKI),
  unspecified(1647, 1650),
  rangeRow([1656, 1656], '165x', ['host-stage', 'hardware'], [], ['board'], ['F1'], unconfirmed('reports')),
  rangeRow([1667, 1667], '165x', ['host-stage', 'hardware'], [], ['board'], ['F1'], unconfirmed('reports')),
  rangeRow([1669, 1669], '165x', ['host-stage', 'hardware'], [], ['board'], ['F1'], unconfirmed('reports')),
]

/** The host's USB layer: 2001 to 2011. */
export const HOST_USB_ERRORS: readonly ErrorRow[] = [
  usb(2001, 'usb', ['host-software'], ['hub', 'other-program'], ['A1', 'A4'], AM_WIKI),
  usb(2002, 'usb', ['other-program'], [], ['E1'], AM_WIKI),
  usb(2003, 'usb', ['cable', 'usb-port'], ['phone-port'], ['A2', 'A3'], AM_WIKI),
  usb(2004, 'usb', ['cable', 'usb-port'], ['phone-port'], ['A2', 'A3'], AM_WIKI),
  usb(
    2005,
    'usb',
    ['driver', 'cable'],
    ['usb-port'],
    ['E2', 'A2', 'A3'],
    reported('am-enum', 'repair-lists', 'iphone-wiki'),
  ),
  usb(2006, 'usb', ['cable'], ['usb-power', 'hub'], ['A2', 'A3', 'A4'], AM_WIKI),
  usb(2007, 'usb', ['host-glitch'], ['cable'], ['A5'], AM),
  usb(2008, 'usb', ['cable'], ['usb-port'], ['A2', 'A3'], reported('am-enum', 'restore-logs')),
  usb(2009, 'usb', ['usb-power', 'usb-port'], ['hub', 'cable'], ['A3', 'A4', 'A2'], AM_WIKI),
  usb(2010, 'usb', ['usb-port'], ['cable', 'hub'], ['A3', 'A4'], AM),
  usb(2011, 'usb', ['usb-power'], ['hub', 'usb-port'], ['A3', 'A4'], AM),
]
