import { describe, expect, it } from 'vitest'
import { beforeErasing, type EraseDecision } from '../../shared/engine/plan-before-erasing.ts'
import { Evidence, Failure, type EraseAnswers } from '../../shared/engine/plan-evidence.ts'
import { hardwareRule } from '../../shared/engine/plan-hardware.ts'
import { planSteps } from '../../shared/engine/plan.ts'
import { ERASE_QUESTIONS, WAYS_WITHOUT_COMPUTER } from '../../shared/knowledge/checklist-steps-before-erasing.ts'
import { translator } from '../../shared/texts/translate.ts'

const t = translator('en')
const FINE: EraseAnswers = {
  liquid: 'no',
  drop: 'no',
  backup: 'yes',
  dataMatters: 'yes',
  appleAccount: 'yes',
  partReplaced: 'no',
  noServiceBefore: 'no',
}

describe('before anything erases', () => {
  it.each<readonly [string, EraseAnswers, boolean | null, boolean, EraseDecision['decision']]>([
    ['liquid stops everything, before any other question', { liquid: 'yes' }, true, false, 'stop'],
    ['so does a drop', { ...FINE, drop: 'yes' }, false, true, 'stop'],
    ['Update comes first', FINE, false, false, 'update-first'],
    ['nothing is erased while a question is open', {}, false, true, 'ask'],
    ['no backup and it starts: back up now', { ...FINE, backup: 'no' }, true, true, 'back-up-first'],
    ['not knowing of a backup counts as none', { ...FINE, backup: 'unknown' }, true, true, 'back-up-first'],
    [
      'no backup, it matters, it does not start: professional first',
      { ...FINE, backup: 'no' },
      false,
      true,
      'professional-first',
    ],
    [
      'not knowing whether it matters counts as mattering',
      { ...FINE, backup: 'no', dataMatters: 'unknown' },
      null,
      true,
      'professional-first',
    ],
    ['no backup, but it does not matter', { ...FINE, backup: 'no', dataMatters: 'no' }, false, true, 'may-erase'],
    [
      'without the Apple Account the phone would stay locked',
      { ...FINE, appleAccount: 'no' },
      false,
      true,
      'account-first',
    ],
    ['everything in order', FINE, false, true, 'may-erase'],
  ])('%s', (_name, answers, phoneStarts, updateFailed, decision) => {
    const given = beforeErasing({ answers, phoneStarts, updateFailed, system: 'macos', product: null })
    expect(given.decision).toBe(decision)
    expect(given.say.filter(({ key }) => !t.has(key))).toEqual([])
  })
  it('asks each open question once, in order, and not whether the data matters when there is a backup', () => {
    const situation = { phoneStarts: false, updateFailed: true, system: null, product: null } as const
    expect(beforeErasing({ ...situation, answers: {} }).ask).toEqual([...ERASE_QUESTIONS])
    expect(beforeErasing({ ...situation, answers: { backup: 'yes' } }).ask).not.toContain('dataMatters')
  })
  it('says what a replaced part and No Service mean', () => {
    const { say } = beforeErasing({
      answers: { ...FINE, partReplaced: 'yes', noServiceBefore: 'yes' },
      phoneStarts: false,
      updateFailed: true,
      system: 'linux',
      product: null,
    })
    expect(say.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['erase.say.part-replaced', 'erase.say.no-service']),
    )
  })
  it('offers Apple’s ways without a computer before it says that nothing speaks against erasing, and only where they can fit', () => {
    const said = (product: string | null) =>
      beforeErasing({ answers: FINE, phoneStarts: false, updateFailed: true, system: 'macos', product }).say.map(
        ({ key }) => key,
      )
    const [nearby, assistant] = ['erase.way.nearby-device-restore', 'erase.way.recovery-assistant']
    expect(said(null)).toEqual([nearby, assistant, 'erase.say.may-erase'])
    expect(said('iPhone17,3')).toEqual([nearby, assistant, 'erase.say.may-erase'])
    expect(said('iPhone12,1')).toEqual([assistant, 'erase.say.may-erase'])
    expect(said('iPhone10,3')).toEqual(['erase.say.may-erase'])
  })
  it('has words for every question, answer, way and backup path', () => {
    const keys = [
      ...ERASE_QUESTIONS.flatMap((id) => [`erase.${id}.ask`, `erase.${id}.why`]),
      ...WAYS_WITHOUT_COMPUTER.flatMap(({ id, needs }) => [`erase.way.${id}`, needs]),
      ...['macos', 'windows', 'linux', 'any'].map((system) => `erase.say.back-up.${system}`),
      ...['yes', 'no', 'unknown'].map((answer) => `erase.answer.${answer}`),
    ]
    expect(keys.filter((key) => !t.has(key))).toEqual([])
  })
})

const failure = (given: Partial<Failure>): Failure => Failure.parse({ code: '4013', ...given })
const TWO_OF_EACH = [
  failure({ percent: 40, cable: 'a', usbPort: '1-1', computer: 'mac' }),
  failure({ percent: 44, cable: 'b', usbPort: '1-2', computer: 'pc' }),
]

describe('the hardware rule', () => {
  it.each<readonly [string, readonly Failure[], EraseAnswers, string]>([
    ['one failure says nothing', TWO_OF_EACH.slice(0, 1), {}, 'not-enough-tried'],
    [
      'two cables, ports and computers at one point',
      TWO_OF_EACH,
      { dataMatters: 'yes', backup: 'no' },
      'probably-hardware',
    ],
    ['nobody asked about the data: erasing is not demanded', TWO_OF_EACH, {}, 'probably-hardware'],
    [
      'data is safe: one DFU restore with a checked file is still missing',
      TWO_OF_EACH,
      { backup: 'yes' },
      'not-enough-tried',
    ],
    [
      'data is safe and it was done',
      [...TWO_OF_EACH, failure({ percent: 41, step: 'D3', firmwareChecked: true })],
      { backup: 'yes' },
      'probably-hardware',
    ],
    [
      'a DFU restore with an unchecked file does not count',
      [...TWO_OF_EACH, failure({ percent: 41, step: 'D3' })],
      { backup: 'yes' },
      'not-enough-tried',
    ],
    ['different codes', [...TWO_OF_EACH, failure({ code: '9', percent: 40 })], {}, 'still-the-link'],
    ['different points', [...TWO_OF_EACH, failure({ percent: 80 })], {}, 'still-the-link'],
    ['one cable only', TWO_OF_EACH.map((each) => ({ ...each, cable: 'a' })), {}, 'not-enough-tried'],
    ['one port only', TWO_OF_EACH.map((each) => ({ ...each, usbPort: '1-1' })), {}, 'not-enough-tried'],
    ['one computer only', TWO_OF_EACH.map((each) => ({ ...each, computer: 'mac' })), {}, 'not-enough-tried'],
  ])('%s', (_name, failures, answers, verdict) => {
    const given = hardwareRule(failures, answers)
    expect(given.verdict).toBe(verdict)
    expect(given.say.length).toBeGreaterThan(0)
    expect(given.say.filter(({ key }) => !t.has(key))).toEqual([])
  })
  it('ends the plan: what was tried stays, then professional help with what to tell', () => {
    const plan = planSteps({
      code: '4013',
      product: 'iPhone12,1',
      system: 'macos',
      evidence: {
        failures: [...TWO_OF_EACH],
        answers: { dataMatters: 'yes', backup: 'no' },
        steps: [{ id: 'A2', state: 'said-by-you' }],
      },
    })
    expect(plan.steps.map((step) => step.id)).toEqual(['A2', 'F1'])
    expect(plan.deviations.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['hardware.probable', 'hardware.tell']),
    )
  })
})

describe('the evidence file', () => {
  it('may be empty, and refuses what does not belong in it', () => {
    expect(Evidence.safeParse({}).success).toBe(true)
    for (const wrong of [
      [],
      'text',
      null,
      { hub: 1 },
      { usb: { hubs: -1 } },
      { steps: [{ id: 'Z9', state: 'proved' }] },
      { answers: { backup: 'maybe' } },
    ])
      expect(Evidence.safeParse(wrong).success).toBe(false)
  })
})
