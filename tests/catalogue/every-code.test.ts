import { describe, expect, it } from 'vitest'
import { explanation } from '../../electron/commands/explain.ts'
import { planSteps } from '../../shared/engine/plan.ts'
import type { Layer } from '../../shared/knowledge/errors-row.ts'
import { ERRORS, findError } from '../../shared/knowledge/errors.ts'

/**
 * Every code and range that the sources list, written down here once more by hand: whose number it is, and the steps that the source
 * says help most, in its order. Kept apart from the catalogue on purpose. `…` after a code means all numbers up to the next one.
 */
const LISTED: readonly (readonly [layer: Layer, codes: string, steps: string])[] = [
  ['phone', '-1', 'D3 A7 F1'],
  ['phone', '-18 18', 'A1 D2'],
  ['phone', '1', 'A1 C2 A3 F1'],
  ['phone', '2', 'A2 A3 C1'],
  ['phone', '3', 'A5 D3 F1'],
  ['phone', '4', 'A1 B1'],
  ['phone', '5', 'C2 F1'],
  ['phone', '6', 'B1 A3 D3 F1'],
  ['phone', '7 8', 'A2 A3'],
  ['phone', '9', 'A2 A3 A4 B1 D3'],
  ['phone', '10', 'A1 C1'],
  ['phone', '11', 'C3 C1'],
  ['phone', '12', 'C1 C3'],
  ['phone', '13', 'A2 A3 A1'],
  ['phone', '14', 'A2 A3 C1 D1 D2'],
  ['phone', '14', 'D7'],
  ['phone', '15 16 19', 'C1'],
  ['phone', '17', 'C1 B2'],
  ['phone', '20', 'B1 C2 D3'],
  ['phone', '21', 'B1 A3 D4'],
  ['phone', '21', 'B1 A3 D3'],
  ['phone', '22', 'A1'],
  ['phone', '23', 'D6 D3 F1'],
  ['phone', '24 25', 'A1 A5'],
  ['phone', '26', 'B1 D3 F1'],
  ['phone', '27 35 36 40 41 42 57 58', 'D3 F1'],
  ['phone', '28', 'D4 D3 F1'],
  ['phone', '29', 'D4 F1'],
  ['phone', '30 31 32 33 34', 'C1 C3 D3'],
  ['phone', '37', 'D3 A7 F1'],
  ['phone', '38 54', 'F1'],
  ['phone', '39 45 46 47 50 51', 'C1 D3 F1'],
  ['phone', '43 44', 'B1 B2 B3'],
  ['phone', '48', 'A1 D3 F1'],
  ['phone', '52 53', 'A1 B1 C2 F1'],
  ['phone', '55 56', 'D6 A1 D3 F1'],
  ['phone', '68', 'D2'],
  ['phone', '75', 'A7'],
  ['phone', '100', 'C1 D2'],
  ['baseband', '1001', 'D6 D3 F1'],
  ['baseband', '1002 1003 1012 1016…1021', 'F1'],
  ['baseband', '1004', 'B1 D3'],
  ['baseband', '1005…1009', 'C1 F1'],
  ['baseband', '1010', 'D6 F1'],
  ['baseband', '1011', 'A1 F1'],
  ['baseband', '1013', 'B1 B3'],
  ['baseband', '1014', 'C2'],
  ['baseband', '1015', 'C2 D3'],
  // between the modem's numbers and those of the download: Apple's server answered wrongly
  ['personalisation', '1050', 'B1'],
  ['download', '1109', 'B1 B2 B3 A7'],
  ['phone', '1110', 'D1 D2'],
  ['host-stage', '1403', 'A1 A5 A2 A3 A4 B1 D1 A7 C1 D2 D3 F1'],
  ['host-stage', '1413', 'A2 A3 A4 A6 A5 A1 D3'],
  ['host-stage', '1414…1428', 'A5 A2 A3 A4 A6 A1 C1 D3'],
  ['host-stage', '1430 1436 1439', 'A2 A3 A4 A5 A7'],
  ['host-stage', '1600', 'A2 A3 A4 C1'],
  ['host-stage', '1601', 'E1 A3 A5'],
  ['host-stage', '1602', 'A3 A5'],
  ['host-stage', '1603', 'A5 C1'],
  ['host-stage', '1604', 'C1 A2 A3 A4'],
  ['host-stage', '1608…1610 1612…1617 1620…1637 1639…1643 1645 1647…1650', 'A1 A2 A3 A4 A5'],
  ['host-stage', '1611', 'B1 A2 D3 F1'],
  ['host-stage', '1618', 'E2'],
  ['host-stage', '1619', 'A1'],
  ['host-stage', '1638', 'B1 A1'],
  ['host-stage', '1644', 'C1 B1'],
  ['host-stage', '1646', 'A5 D2'],
  ['host-stage', '1656 1667 1669', 'F1'],
  ['host-usb', '2001', 'A1 A4'],
  ['host-usb', '2002', 'E1'],
  ['host-usb', '2003 2004 2008', 'A2 A3'],
  ['host-usb', '2005', 'E2 A2 A3'],
  ['host-usb', '2006', 'A2'],
  ['host-usb', '2007', 'A5'],
  ['host-usb', '2009', 'A3'],
  ['host-usb', '2010 2011', 'A3 A4'],
  ['personalisation', '3000', 'C2'],
  ['personalisation', '3001 3002', 'C1 C2'],
  ['personalisation', '3004', 'B1 B2 B3 A5'],
  ['personalisation', '3005', 'C1'],
  ['personalisation', '3006…3012 3014 3020', 'B2'],
  ['personalisation', '3006 3007 3008 3009 3010 3011 3012 3014 3020', 'B1 B2 B3'],
  ['personalisation', '3013', 'B2'],
  ['personalisation', '3015…3018', 'A1 C2'],
  ['signing-server', '3100 3103 3105…3122 3124…3193 3196…3199 3201…3599 3601…3999', 'C2 B1'],
  ['signing-server', '3104', 'B2'],
  ['signing-server', '3194', 'C2 B1'],
  ['signing-server', '3195', 'C2'],
  ['signing-server', '3200', 'C1 D2'],
  ['signing-server', '3600', 'C1 A1'],
  ['state-machine', '4000 4037', 'D5'],
  ['state-machine', '4005', 'A1 D1 D3'],
  ['state-machine', '4010', 'A2 A3 A4 F1'],
  ['state-machine', '4013 4014 4015…4036', 'A5 A2 A3 A4 A1 D1 D2 D3 F1'],
  ['state-machine', '4014', 'E1 D4 C1 D3'],
  ['state-machine', '4041', 'D1'],
  ['state-machine', '4042', 'A1 A3 D3'],
  ['download', '9006 9008', 'B1 B2 B3 C1'],
  ['download', '9807 9808 9844 -9811 -9844 -9808', 'B2 B1'],
  ['download', '-50 -3259 -35 -3198', 'B2'],
  ['download', '11222', 'B1'],
  ['device-link', '0xE8000003 0xE8000008 0xE800000B 0xE800005B 0xE800006B', 'A5'],
  ['device-link', '0xE8000015 0xE8000065', 'E2 A2 A3'],
  ['device-link', '0xE800005C 0xE8000068', 'D5'],
  ['device-link', '0xE800006A', 'A1'],
  ['device-link', '0xE8000084', 'A2'],
  ['not-a-restore-error', '-9812…-9843 3123 11556 13019', ''],
]

/** `1005…1009` counts up, `-9812…-9843` down. */
function numbersOf(codes: string): readonly string[] {
  return codes.split(' ').flatMap((part) => {
    const [from, to] = part.split('…')
    if (from === undefined || to === undefined) return [part]
    const [first, last] = [Number(from), Number(to)]
    const way = Math.sign(last - first)
    return Array.from({ length: Math.abs(last - first) + 1 }, (_, index) => String(first + way * index))
  })
}

/** What keeps the data, what erases: the plan may sort these two apart, and nothing else. */
const erases = (id: string) => id === 'D2' || id === 'D3'
/** Update and the other computer stand together, just before what erases; help ends every plan. */
const isMoved = (id: string) => erases(id) || id === 'D1' || id === 'A7' || id === 'F1'

describe('every code that the sources list', () => {
  it.each(LISTED)('%s: %s', (layer, codes, steps) => {
    for (const code of numbersOf(codes)) {
      const told = explanation(code) as { known: boolean; code: string; layer: string; title: string; meaning: string }
      expect(told, code).toMatchObject({ known: true, layer })
      expect(told.title.length * told.meaning.length, code).toBeGreaterThan(0)
      expect(`${told.title} ${told.meaning}`, code).not.toMatch(/[{}]|undefined|NaN|error\.\d/u)
      const wanted = steps === '' ? [] : steps.split(' ')
      const plan: readonly string[] = planSteps({ code, product: null, system: null }).steps.map(({ id }) => id)
      expect(plan, code).toEqual(expect.arrayContaining(wanted))
      const inOrder = (ids: readonly string[]) => ids.filter((id) => wanted.includes(id) && !isMoved(id))
      // where the code's own guide has another order, that one holds
      if (!OWN_ORDER.includes(code)) expect(inOrder(plan), code).toEqual(inOrder(wanted))
    }
  })
  it('has a row of its own, or is in a range of the same layer; and no row is here that no source lists', () => {
    const listed = new Set(LISTED.flatMap(([, codes]) => numbersOf(codes)).map((code) => findError(code)?.row))
    const range = ['0xE80000xx']
    expect(ERRORS.filter((row) => !listed.has(row) && !range.includes(row.words)).map(({ words }) => words)).toEqual([])
  })
})

/** The plan of these follows the published guide, not the list. */
const OWN_ORDER = ['1403', '4014']
