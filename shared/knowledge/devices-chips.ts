import type { Provenance } from './provenance.ts'

export type ChipRow = Provenance & { readonly cpid: string; readonly name: string }

const NAMES: readonly (readonly [cpid: string, name: string])[] = [
  ['8900', 'S5L8900'],
  ['8720', 'S5L8720'],
  ['8920', 'S5L8920'],
  ['8922', 'S5L8922'],
  ['8930', 'A4'],
  ['8940', 'A5'],
  ['8942', 'A5'],
  ['8945', 'A5X'],
  ['8947', 'A5'],
  ['8950', 'A6'],
  ['8955', 'A6X'],
  ['8960', 'A7'],
  ['7000', 'A8'],
  ['7001', 'A8X'],
  ['8000', 'A9'],
  ['8003', 'A9'],
  ['8001', 'A9X'],
  ['8010', 'A10 Fusion'],
  ['8011', 'A10X Fusion'],
  ['8015', 'A11 Bionic'],
  ['8020', 'A12 Bionic'],
  ['8027', 'A12X or A12Z Bionic'],
  ['8030', 'A13 Bionic'],
  ['8101', 'A14 Bionic'],
  ['8103', 'M1'],
  ['8110', 'A15 Bionic'],
  ['8112', 'M2'],
  ['8120', 'A16 Bionic'],
  ['8122', 'M3'],
  ['8130', 'A17 Pro'],
  ['8132', 'M4'],
  ['8140', 'A18 or A18 Pro'],
  ['8142', 'M5'],
  ['8150', 'A19 or A19 Pro'],
  ['8012', 'T2'],
]

/** What each chip number is called. The same chip number stands for the plain and the Pro variant of one generation. */
export const CHIPS: readonly ChipRow[] = NAMES.map(([cpid, name]) => ({
  cpid,
  name,
  source: 'General knowledge about Apple chips, matched with the models of libirecovery’s device table',
  confidence: 'inferred',
}))

const byChip = new Map(CHIPS.map((row) => [row.cpid, row.name]))

/** Takes a chip number (four upper-case hex digits); gives its name (`A11 Bionic`) or null when we have none. */
export function chipName(cpid: string): string | null {
  return byChip.get(cpid) ?? null
}
