import { describe, expect, it } from 'vitest'
import { diagnose } from '../../shared/engine/plan-diagnosis.ts'
import type { Evidence } from '../../shared/engine/plan-evidence.ts'
import { CAUSES, type CauseId } from '../../shared/knowledge/errors-causes.ts'
import { ERRORS, writtenCode } from '../../shared/knowledge/errors.ts'
import { STEPS } from '../../shared/knowledge/vocabulary.ts'
import { translator } from '../../shared/texts/translate.ts'

const t = translator('en')
const wordFor = (id: CauseId, evidence: Evidence, code: string | null = '4013') =>
  diagnose(code, evidence).causes.find((cause) => cause.id === id)?.likelihood ?? null
const place = (id: CauseId, evidence: Evidence) =>
  diagnose('4013', evidence).causes.findIndex((cause) => cause.id === id)
const failed = (percent: number, cable: string, usbPort: string, computer: string) => ({
  code: '4013', percent, cable, usbPort, computer, step: null, firmwareChecked: false,
}) // prettier-ignore

describe('the diagnosis', () => {
  it('4013 with a drop two seconds before is another card than 4013 without', () => {
    const drop = diagnose('4013', { usb: { dropSecondsBeforeFailure: 2 } })
    const none = diagnose('4013', { usb: { dropSecondsBeforeFailure: null, watched: true } })
    expect(drop.summary.key).toBe('diagnosis.drop')
    expect(none.summary.key).toBe('diagnosis.no-drop')
    expect(drop.causes[0]?.id).toBe('cable')
    expect(none.causes.find((cause) => cause.id === 'cable')?.likelihood).toBe('possible')
  })
  it('a missing drop says nothing where USB was not watched', () => {
    const unwatched = diagnose('4013', { usb: { dropSecondsBeforeFailure: null, watched: false } })
    expect(unwatched.summary.key).toBe('diagnosis.not-watched')
    expect(unwatched.causes.find((cause) => cause.id === 'cable')?.likelihood).toBe('likely')
  })
  it.each<readonly [string, CauseId, Evidence, string]>([
    ['two hubs', 'hub', { usb: { hubs: 2 } }, 'likely'],
    ['no hub', 'hub', { usb: { hubs: 0 } }, 'unlikely'],
    ['a cable that was changed', 'cable', { steps: [{ id: 'A2', state: 'said-by-you' }] }, 'possible'],
    [
      'a clean link at idle never clears the cable altogether',
      'cable',
      { usb: { linkTest: 'clean-at-idle' } },
      'possible',
    ],
    [
      'transfers that failed speak for the phone’s port as for the cable',
      'phone-port',
      { usb: { linkTest: 'transfer-errors' } },
      'likely',
    ],
    ['old software', 'host-software', { host: { softwareCurrent: false } }, 'likely'],
    ['heavy programs', 'host-busy', { host: { heavyPrograms: ['Chrome'] } }, 'likely'],
    ['the same on another computer', 'host-software', { steps: [{ id: 'A7', state: 'said-by-you' }] }, 'unlikely'],
    ['liquid', 'liquid', { answers: { liquid: 'yes' } }, 'likely'],
    ['a hosts-file line', 'hosts-file', { host: { hostsFileClean: false } }, 'likely'],
    [
      'the same everywhere',
      'nand',
      { failures: [failed(40, 'a', '1', 'x'), failed(42, 'b', '2', 'y')], answers: { dataMatters: 'yes' } },
      'likely',
    ],
    ['one failure in the middle is a hint only', 'nand', { failures: [failed(50, 'a', '1', 'x')] }, 'possible'],
  ])('%s', (_name, id, evidence, word) => {
    expect(wordFor(id, evidence)).toBe(word)
  })
  it('names other programs above all for a virtual machine that holds the phone', () => {
    expect(diagnose('4014', { host: { phonePrograms: ['VirtualBox'] } }).causes[0]?.id).toBe('other-program')
  })
  it('moves a cause down by what was tried', () => {
    expect(place('cable', { steps: [{ id: 'A2', state: 'proved' }] })).toBeGreaterThan(place('cable', {}))
  })
  it('gives every cause its words and what would change the view, for every code', () => {
    const evidence: Evidence = {
      usb: { hubs: 1, speedMbps: 12, dropSecondsBeforeFailure: 2, linkTest: 'drops' },
      steps: STEPS.map((id) => ({ id, state: 'failed' as const })),
      failures: [failed(50, 'a', '1', 'x')],
    }
    const keys = ERRORS.flatMap((row) => [
      diagnose(writtenCode(row.from), evidence),
      diagnose(writtenCode(row.from), {}),
    ]).flatMap(({ summary, causes }) => [
      summary.key,
      ...causes.flatMap((cause) => [
        `cause.${cause.id}`,
        cause.wouldChange.key,
        ...cause.evidence.map((said) => said.key),
      ]),
    ])
    expect([...new Set(keys)].filter((key) => !t.has(key))).toEqual([])
    expect(STEPS.filter((id) => !t.has(`would-change.${id}`))).toEqual([])
    expect(CAUSES.length).toBeGreaterThan(30)
  })
  it('says nothing it has no ground for', () => {
    expect(diagnose(null, {}).causes).toEqual([])
  })
})
