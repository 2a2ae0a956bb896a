import type { Provenance } from './provenance.ts'

export const CONNECTORS = ['30-pin', 'lightning', 'usb-c'] as const
export type Connector = (typeof CONNECTORS)[number]

/** A rule: product types of this shape have this socket. */
export type ConnectorRow = Provenance & { readonly connector: Connector; readonly types: RegExp }

const row = (
  connector: Connector,
  types: RegExp,
  confidence: ConnectorRow['confidence'] = 'reported',
): ConnectorRow => ({
  connector,
  types,
  confidence,
  source: 'Apple’s technical specifications of each model, as commonly known; not fetched',
})

/** Narrow before wide: the first rule that matches a product type is meant. */
export const CONNECTOR_ROWS: readonly ConnectorRow[] = [
  row('30-pin', /^iPhone[1-4],\d+$/),
  // The 14 and 14 Pro are iPhone14,7 to iPhone15,3; the 15 begins with iPhone15,4. The SE of 2022 is iPhone14,6.
  row('lightning', /^iPhone([5-9]|1[0-4]),\d+$/),
  row('lightning', /^iPhone15,[23]$/),
  row('usb-c', /^iPhone(15|16|17|18),\d+$/),
  row('30-pin', /^iPod[1-4],\d+$/),
  row('lightning', /^iPod\d,\d+$/),
  row('30-pin', /^iPad(1,\d+|2,[1-4]|3,[1-3])$/),
  row('lightning', /^iPad([2-7]|11|12),\d+$/),
  row('usb-c', /^iPad(8|1[3-7]),\d+$/),
  // What came out after this table was written has, as every new model since 2023, USB-C.
  row('usb-c', /^(iPhone|iPad)\d\d,\d+$/, 'inferred'),
]

/** The socket of a product type such as `iPhone12,1`; null for what has none of these (Apple TV, watch) or is not known. */
export const connectorOf = (productType: string): ConnectorRow | null =>
  CONNECTOR_ROWS.find(({ types }) => types.test(productType)) ?? null

/**
 * Why another cable may help, by socket. Lightning: USB-C to Lightning cables and some adapters are reported not to signal DFU, a
 * USB-A cable to do so (checkra1n BugTracker #69 #133 #395 #441 #731 #860 #1347). USB-C: nothing ties a cable to DFU; it is general advice.
 */
export const CABLE_ADVICE: Readonly<Record<Connector, Provenance>> = {
  lightning: { source: 'checkra1n BugTracker #69 #133 #395 #441 #731 #860 #1347', confidence: 'reported' },
  'usb-c': { source: 'general advice for data links; no source ties it to DFU', confidence: 'unconfirmed' },
  '30-pin': { source: 'general advice for data links; no source ties it to DFU', confidence: 'unconfirmed' },
}
