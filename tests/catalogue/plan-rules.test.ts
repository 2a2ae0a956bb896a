import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../shared/engine/plan-evidence.ts'
import { planSteps, type Plan } from '../../shared/engine/plan.ts'
import { CHECKLIST_STEPS } from '../../shared/knowledge/checklist-steps.ts'
import { DEVICES } from '../../shared/knowledge/devices.ts'
import { LOOK_ALIKES } from '../../shared/knowledge/errors-network.ts'
import { ERRORS, findError, writtenCode } from '../../shared/knowledge/errors.ts'
import { HOST_SYSTEMS, STEP_STATES, STEPS, type HostSystem } from '../../shared/knowledge/vocabulary.ts'
import { translator } from '../../shared/texts/translate.ts'

const t = translator('en')
const SYSTEMS: readonly (HostSystem | null)[] = [...HOST_SYSTEMS, null]
const UNKNOWN = [null, '', '99999', '-7777', '0xDEAD', 'nonsense', '49']
const CODES: readonly (string | null)[] = [
  ...[...ERRORS, ...LOOK_ALIKES].flatMap((row) => [writtenCode(row.from), writtenCode(row.to)]),
  ...UNKNOWN,
]
const PRODUCTS = [null, ...new Set(DEVICES.filter((row) => /^iP/.test(row.productType)).map((row) => row.productType))]

/** What holds for every plan, whatever was asked and whatever is known. Gives what is broken. */
function broken(plan: Plan): readonly string[] {
  const ids = plan.steps.map((step) => step.id)
  const firstErasing = ids.findIndex((id) => id === 'D2' || id === 'D3')
  const after = firstErasing === -1 ? [] : plan.steps.slice(firstErasing)
  const said = [...plan.deviations, ...plan.steps.map((step) => step.reason)]
  return [
    ...(new Set(ids).size === ids.length ? [] : ['a step stands twice']),
    ...(ids.at(-1) === 'F1' && plan.steps.filter((step) => step.final).length === 1
      ? []
      : ['professional help is not last']),
    ...(after.every((step) => step.erases || step.final) ? [] : ['something that keeps data stands after erasing']),
    ...(firstErasing === -1 || (ids.includes('D1') && ids.includes('A7'))
      ? []
      : ['no Update or other computer before erasing']),
    ...(ids.includes('D2') && ids.includes('D3') && ids.indexOf('D3') < ids.indexOf('D2')
      ? ['DFU stands before recovery']
      : []),
    ...plan.steps.filter((step) => !t.has(step.title)).map((step) => `no title for ${step.id}`),
    ...said.filter(({ key }) => !t.has(key)).map(({ key }) => `no text ${key}`),
    ...said
      .filter(({ key, params }) => /[{}]|undefined|NaN/.test(t(key, params)))
      .map(({ key }) => `unfilled text ${key}`),
  ]
}

describe('every plan, for every code, on every system', () => {
  it('goes from what keeps the data to what erases, ends with professional help, and has its words', () => {
    const faults = CODES.flatMap((code) =>
      SYSTEMS.flatMap((system) =>
        broken(planSteps({ code, product: 'iPhone12,1', system })).map((fault) => `${code} ${system}: ${fault}`),
      ),
    )
    expect(faults).toEqual([])
  })
  it('does so for every product', () => {
    const faults = PRODUCTS.flatMap((product) =>
      ['1413', '4013', '23', null].flatMap((code) => broken(planSteps({ code, product, system: 'linux' }))),
    )
    expect(faults).toEqual([])
    expect(PRODUCTS.length).toBeGreaterThan(150)
  })
  it('has every step of its row that makes sense there', () => {
    for (const row of ERRORS) {
      const ids = planSteps({ code: writtenCode(row.from), product: null, system: null }).steps.map((step) => step.id)
      expect(row.steps.filter((id) => !ids.includes(id))).toEqual([])
    }
  })
  it('knows the codes with a row and says so where it knows none', () => {
    for (const row of ERRORS)
      expect(planSteps({ code: writtenCode(row.from), product: null, system: null }).known).toBe(true)
    for (const code of UNKNOWN) {
      const plan = planSteps({ code, product: null, system: null })
      expect(plan.known).toBe(false)
      expect(plan.steps.map((step) => step.id).join(' ')).toBe('A1 A5 A2 A3 A4 B1 D1 A7 C1 D2 D3 F1')
      expect(plan.deviations.length).toBe(1)
    }
  })
  it('holds whatever the evidence says', () => {
    let seed = 7
    const dice = (sides: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * sides)
    }
    const pick = <Item>(items: readonly Item[]): Item | undefined => items[dice(items.length)]
    const flip = (): boolean | undefined => pick([true, false, undefined])
    const answer = (): 'yes' | 'no' | 'unknown' | undefined => pick(['yes', 'no', 'unknown', undefined] as const)
    for (let round = 0; round < 1500; round += 1) {
      const code = pick(CODES) ?? null
      const evidence: Evidence = {
        steps: STEPS.filter(() => dice(4) === 0).map((id) => ({ id, state: pick(STEP_STATES) ?? 'skipped' })),
        usb: { hubs: dice(3), portChanged: flip(), speedMbps: pick([12, 480]) },
        host: {
          softwareCurrent: flip(),
          hostsFileClean: flip(),
          clockRight: flip(),
          driversFine: flip(),
          signingServerReachable: flip(),
          freeGb: dice(60),
          heavyPrograms: pick([[], ['Chrome'], undefined]),
          phonePrograms: pick([[], ['VirtualBox']]),
        },
        phone: { starts: flip(), batteryPercent: dice(101), freeGb: dice(40), hasSimTray: flip() },
        firmware: { checked: flip(), fits: flip(), signed: flip() },
        answers: { backup: answer(), dataMatters: answer(), appleAccount: answer(), liquid: answer(), drop: answer() },
        curedBefore: STEPS.filter(() => dice(8) === 0),
      }
      const plan = planSteps({ code, product: pick(PRODUCTS) ?? null, system: pick(SYSTEMS) ?? null, evidence })
      expect(broken(plan).filter((fault) => !fault.startsWith('no Update'))).toEqual([])
      const matters = evidence.answers?.dataMatters === 'yes' && evidence.answers.backup !== 'yes'
      if (matters || evidence.answers?.liquid === 'yes') expect(plan.steps.some((step) => step.erases)).toBe(false)
    }
  })
})

describe('what does not fit is not in the plan', () => {
  const ids = (code: string, system: HostSystem | null, product: string | null = null, evidence: Evidence = {}) =>
    planSteps({ code, product, system, evidence }).steps.map((step) => step.id)
  it('drivers are checked on Windows and Linux, not on a Mac', () => {
    expect(ids('2005', 'windows')[0]).toBe('E2')
    expect(ids('2005', 'linux')).toContain('E2')
    expect(ids('2005', 'macos')).not.toContain('E2')
  })
  it('an iPod touch has no SIM', () => {
    expect(ids('23', 'macos', 'iPhone12,1')[0]).toBe('D6')
    expect(ids('23', 'macos', 'iPod9,1')).not.toContain('D6')
  })
  it('no cable is changed and nothing erased for what the signing server refused', () => {
    for (const code of ['3194', '3195', '3150', '9006', '-50'])
      for (const id of ['A2', 'A3', 'D2', 'D3'] as const) expect(ids(code, null)).not.toContain(id)
  })
  it('nothing erases for a number that is no restore error, and the plan says so', () => {
    const plan = planSteps({ code: '3123', product: null, system: null })
    expect(plan.steps.some((step) => step.erases)).toBe(false)
    expect(plan.deviations.map((message) => message.key)).toEqual(['deviation.not-a-restore-error'])
  })
  it('hardware numbers whose row names no restore do not erase either', () => {
    for (const code of ['29', '38', '54', '1002']) expect(ids(code, null)).not.toContain('D3')
  })
  it.each(['-1', '18', '37', '68', '100', '1646', '3200', '40'])(
    '%s jumps to erasing in its source, and the plan says that it does not',
    (code) => {
      const plan = planSteps({ code, product: null, system: null })
      expect(plan.steps.map((step) => step.id)).toEqual(expect.arrayContaining(['D1', 'A7']))
      expect(plan.deviations).toContainEqual({ key: 'deviation.row-jumps-to-erasing', params: { code } })
      expect(findError(code)?.row.steps.some((id) => CHECKLIST_STEPS.some((row) => row.id === id && row.erases))).toBe(
        true,
      )
    },
  )
})

describe('evidence settles steps', () => {
  const stepOf = (id: string, evidence: Evidence, code = '4013') =>
    planSteps({ code, product: 'iPhone12,1', system: 'macos', evidence }).steps.find((step) => step.id === id)
  it.each<readonly [string, string, Evidence, string]>([
    ['no hub in the path', 'A4', { usb: { hubs: 0 } }, 'proved'],
    ['a changed USB path', 'A3', { usb: { portChanged: true } }, 'proved'],
    [
      'a restarted computer and a phone that left and returned',
      'A5',
      { host: { restartedSinceFailure: true, phoneRestartedSinceFailure: true } },
      'likely',
    ],
    ['a restarted computer alone', 'A5', { host: { restartedSinceFailure: true } }, 'not-yet'],
    ['current software', 'A1', { host: { softwareCurrent: true } }, 'proved'],
    ['no heavy programs', 'A8', { host: { heavyPrograms: [] } }, 'proved'],
    ['a checked firmware file', 'C1', { firmware: { checked: true } }, 'proved'],
    ['a charged battery', 'D4', { phone: { batteryPercent: 80 } }, 'proved'],
    [
      'a cable that was changed, as the person said',
      'A2',
      { steps: [{ id: 'A2', state: 'said-by-you' }] },
      'said-by-you',
    ],
    [
      'what the person said wins over a fact',
      'A4',
      { usb: { hubs: 0 }, steps: [{ id: 'A4', state: 'failed' }] },
      'failed',
    ],
  ])('%s', (_name, id, evidence, state) => {
    expect(stepOf(id, evidence)?.state).toBe(state)
  })
  it.each<readonly [string, string, Evidence]>([
    ['a hub in the path', 'A4', { usb: { hubs: 2 } }],
    ['a slow link', 'A2', { usb: { speedMbps: 12 } }],
    ['old software', 'A1', { host: { softwareCurrent: false } }],
    ['heavy programs', 'A8', { host: { heavyPrograms: ['Chrome'] } }],
    ['another program on the phone', 'E1', { host: { phonePrograms: ['VirtualBox'] } }],
    ['a hosts-file line', 'B1', { host: { hostsFileClean: false } }],
    ['a low battery', 'D4', { phone: { batteryPercent: 8 } }],
    ['what cured it before', 'A6', { curedBefore: ['A6'] }],
  ])('%s brings its step to the front', (_name, id, evidence) => {
    const plan = planSteps({ code: '4013', product: 'iPhone12,1', system: 'windows', evidence })
    expect(plan.steps[0]?.id).toBe(id)
    expect(plan.steps[0]?.reason.key).toMatch(/^reason\.evidence\./u)
  })
  it('brings no cable or hub step into a plan for a refused signature', () => {
    const evidence: Evidence = { usb: { hubs: 2, speedMbps: 12 } }
    const ids = planSteps({ code: '3194', product: null, system: null, evidence }).steps.map((step) => step.id)
    expect(ids).not.toContain('A4')
    expect(ids).not.toContain('A2')
  })
  it('what cured it before never brings erasing forward', () => {
    const plan = planSteps({ code: '4013', product: null, system: null, evidence: { curedBefore: ['D3', 'A7'] } })
    expect(broken(plan)).toEqual([])
  })
})
