import { describe, expect, it } from 'vitest'
import { CHECKLIST_STEPS, howKeys, NEEDS } from '../../shared/knowledge/checklist-steps.ts'
import { DEFAULT_ORDER, GUIDE_ORDERS } from '../../shared/knowledge/checklist-steps-orders.ts'
import { CAUSE_STEPS, CAUSES } from '../../shared/knowledge/errors-causes.ts'
import { LOOK_ALIKES } from '../../shared/knowledge/errors-network.ts'
import { LAYERS, SOURCES } from '../../shared/knowledge/errors-row.ts'
import { ERRORS, errorNumber, findError, layerOf, writtenCode } from '../../shared/knowledge/errors.ts'
import { BUTTON_FAMILIES, HOST_SYSTEMS, LIKELIHOODS, STEPS } from '../../shared/knowledge/vocabulary.ts'
import { translator } from '../../shared/texts/translate.ts'

const t = translator('en')
const ALL_ROWS = [...ERRORS, ...LOOK_ALIKES]

/** Every text key here must exist. */
const missing = (keys: readonly string[]): readonly string[] => keys.filter((key) => !t.has(key))

describe('the steps', () => {
  it('are all there, each once, in the order of the vocabulary', () => {
    expect(CHECKLIST_STEPS.map((row) => row.id)).toEqual([...STEPS])
  })
  it('have a source and a confidence each', () => {
    for (const row of [...CHECKLIST_STEPS, ...GUIDE_ORDERS, DEFAULT_ORDER]) {
      expect(row.source.length).toBeGreaterThan(3)
      expect(row.confidence).toMatch(/^(?:documented|reported|inferred|unconfirmed)$/u)
    }
  })
  it('have all their words, on every system and for every button family', () => {
    const parts = ['title', 'why', 'proves', 'risk', 'done']
    const keys = STEPS.flatMap((id) => [
      ...parts.map((part) => `step.${id}.${part}`),
      `reason.place.${id}`,
      ...[...HOST_SYSTEMS, null].flatMap((system) =>
        [...BUTTON_FAMILIES, null].flatMap((family) => howKeys(id, system, family)),
      ),
    ])
    expect(missing([...keys, ...NEEDS.map((need) => `need.${need}`)])).toEqual([])
  })
  it('erase only as Restore in recovery and Restore in DFU, and both say so in title and risk', () => {
    const erasing = CHECKLIST_STEPS.filter((row) => row.erases).map((row) => row.id)
    expect(erasing).toEqual(['D2', 'D3'])
    for (const id of erasing) {
      expect(t(`step.${id}.title`)).toContain('erases')
      expect(t(`step.${id}.risk`)).toContain('Erases everything')
    }
  })
  it('send recovery, DFU and the restart to the coach', () => {
    const guides = Object.fromEntries(
      CHECKLIST_STEPS.flatMap((row) => (row.guide === null ? [] : [[row.id, row.guide]])),
    )
    expect(guides).toEqual({ A5: 'restart', D1: 'recovery', D2: 'recovery', D3: 'dfu' })
  })
  it('keep to safe wording', () => {
    const port = `${t('step.A6.how')} ${t('step.A6.risk')}`
    for (const word of ['Unplug', 'power the phone off', 'dry', 'No metal', 'no liquid']) expect(port).toContain(word)
    expect(`${t('step.B1.risk')} ${t('step.B1.done')}`).toContain('switch the protection on again')
    expect(t('step.D5.how')).toContain('Apple Pay')
    expect(t('step.E2.how.windows')).toContain('Do not replace')
    expect(t('step.F1.how')).toContain('do not charge')
    const all = STEPS.flatMap((id) => HOST_SYSTEMS.flatMap((system) => howKeys(id, system, null))).map((key) => t(key))
    for (const text of all)
      expect(text).not.toMatch(/delete (?:the |its )?pair record|remove the driver|uninstall|Zadig/iu)
  })
})

describe('the error catalogue', () => {
  it('has at least 110 rows besides the look-alikes', () => {
    expect(ERRORS.length).toBeGreaterThanOrEqual(110)
  })
  it('gives every row words, source, confidence, layer and causes that exist', () => {
    for (const row of ALL_ROWS) {
      expect(missing([`error.${row.words}.title`, `error.${row.words}.meaning`])).toEqual([])
      expect(row.source.length).toBeGreaterThan(3)
      expect(row.sources.length).toBeGreaterThan(0)
      for (const { id, likelihood } of row.causes) {
        expect(CAUSES).toContain(id)
        expect(LIKELIHOODS).toContain(likelihood)
      }
      expect(new Set(row.causes.map((cause) => cause.id)).size).toBe(row.causes.length)
      for (const id of row.steps) expect(STEPS).toContain(id)
    }
  })
  it('has words for every layer, source, cause, likelihood, confidence and risk', () => {
    const keys = [
      ...LAYERS.map((id) => `layer.${id}`),
      ...SOURCES.map((id) => `source.${id}`),
      ...CAUSES.map((id) => `cause.${id}`),
      ...LIKELIHOODS.map((id) => `likelihood.${id}`),
      ...['documented', 'reported', 'inferred', 'unconfirmed'].map((id) => `confidence.${id}`),
      ...['no', 'by-erasing-steps', 'by-the-fault'].map((id) => `risk.${id}`),
    ]
    expect(missing(keys)).toEqual([])
  })
  it('never states an unconfirmed row as fact', () => {
    for (const row of ALL_ROWS.filter((each) => each.confidence === 'unconfirmed')) {
      expect(t(`error.${row.words}.meaning`)).toContain('Not confirmed')
      expect(row.causes.every((cause) => cause.likelihood === 'possible')).toBe(true)
    }
  })
  it('has no two rows for the same codes', () => {
    const keys = ALL_ROWS.map((row) => `${row.from}..${row.to}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('points every cause to steps that exist', () => {
    for (const id of CAUSES) for (const step of CAUSE_STEPS[id]) expect(STEPS).toContain(step)
  })
})

describe('looking a code up', () => {
  it.each([
    ['4013', '4013'],
    ['(4013)', '4013'],
    [' 9 ', '9'],
    ['-1', '-1'],
    ['−1', '-1'],
    ['0xFFFFFFFF', '-1'],
    ['0xFA5', '4005'],
    ['0xe8000065', '0xE8000065'],
    ['-402653083', '0xE8000065'],
    ['3892314213', '0xE8000065'],
    ['0009', '9'],
    ['1417', '1417'],
    ['3123', '3123'],
  ])('reads %j as %s', (written, code) => {
    expect(findError(written)?.code).toBe(code)
  })
  it.each(['', 'abc', '99999', '7777', '1e3', '4013.5', '0x', '49', '4500', 'iOS 17'])(
    'knows no row for %j',
    (code) => {
      expect(findError(code)).toBeNull()
    },
  )
  it('finds a range where a code has no row of its own, and the own row first', () => {
    expect(findError('1417')?.row.words).toBe('1414-1428')
    expect(findError('1413')?.row.words).toBe('1413')
    expect(findError('4020')?.row.words).toBe('4015-4036')
    expect(findError('3150')?.row.words).toBe('3100-3999')
    expect(findError('3194')?.row.words).toBe('3194')
  })
  it('reads the signing server’s status out of 31xx: 3194 is status 94', () => {
    expect(findError('3194')?.serverStatus).toBe(94)
    expect(findError('3150')?.serverStatus).toBe(50)
    expect(findError('4013')?.serverStatus).toBeNull()
  })
  it('knows look-alikes as such, also inside a range', () => {
    for (const code of ['3123', '11556', '13019', '-9812', '-9820', '-9843'])
      expect(findError(code)?.lookAlike).toBe(true)
    for (const code of ['-9844', '-9811', '3194', '3122']) expect(findError(code)?.lookAlike).toBe(false)
    expect(findError('3123')?.serverStatus).toBeNull()
  })
  it('tells minus from plus: -50 is a download, 50 the Secure Enclave; -1 and 1, -18 and 18 differ', () => {
    expect(findError('-50')?.row.layer).toBe('download')
    expect(findError('50')?.row.layer).toBe('phone')
    expect(findError('-1')?.row.words).not.toBe(findError('1')?.row.words)
    expect(findError('-18')?.row.words).not.toBe(findError('18')?.row.words)
  })
  it('names the layer by range even where no row knows the code', () => {
    expect(findError('4090')).toBeNull()
    expect(layerOf('4090')).toBe('state-machine')
    expect(layerOf('99999')).toBeNull()
  })
  it('writes what it reads', () => {
    for (const row of ALL_ROWS) expect(errorNumber(writtenCode(row.from))).toBe(row.from)
  })
})
