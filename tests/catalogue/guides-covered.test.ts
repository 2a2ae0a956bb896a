import { describe, expect, it } from 'vitest'
import { openingSteps } from '../../shared/engine/plan.ts'
import { guidePhases } from '../../shared/knowledge/button-guides.ts'
import { GUIDE_ORDERS } from '../../shared/knowledge/checklist-steps-orders.ts'
import { howKeys } from '../../shared/knowledge/checklist-steps.ts'
import { BOARD_HINTS, FULL_ERRORS, fullError, POINT_HINTS } from '../../shared/knowledge/errors-full.ts'
import { findError } from '../../shared/knowledge/errors.ts'
import type { Button, ButtonFamily, GuideId } from '../../shared/knowledge/vocabulary.ts'
import { translator } from '../../shared/texts/translate.ts'
import { GUIDE_1413, GUIDE_4013 } from './guide-lines.ts'

const t = translator('en')

describe.each([
  ['1413', GUIDE_1413],
  ['4013', GUIDE_4013],
] as const)('every line of the guide for %s is shown', (_code, lines) => {
  it.each(lines)('%s', (_line, keys, says) => {
    expect(keys.filter((key) => !t.has(key))).toEqual([])
    expect(keys.map((key) => t(key, { from: 10, to: 20 })).join('\n')).toMatch(says)
  })
})

describe('the guides’ structure', () => {
  it('1413 is low, easy and takes 10 to 20 minutes with two cables', () => {
    expect(fullError('1413')).toMatchObject({
      severity: 'low',
      difficulty: 'easy',
      minutes: { from: 10, to: 20 },
      tools: ['lightning-usb-cable', 'usb-c-lightning-cable', 'nothing-else'],
      professional: ['persists', 'warranty', 'port-damage', 'no-dfu'],
    })
  })
  it('the guides’ own orders are kept as they were published', () => {
    const order = (code: string) => GUIDE_ORDERS.find((each) => each.codes.includes(code))?.steps.join(' ')
    expect(order('1413')).toBe('A2 A3 A4 A6 A5 A1 D3 A7 F1')
    expect(order('4013')).toBe('A5 A2 A3 A4 A1 A8 D1 D2 D3 A7 F1')
    expect(order('4014')).toBe(order('4013'))
  })
  it.each(['1413', '4013', '4014'])('every step of the guide for %s is in the plan', (code) => {
    const plan = openingSteps({ code, product: null, system: null }).steps.map((step) => step.id)
    const guide = GUIDE_ORDERS.find((each) => each.codes.includes(code))
    expect(guide?.steps.filter((id) => !plan.includes(id))).toEqual([])
  })
  it('all causes of the guide for 4013 are causes of its row', () => {
    const causes = findError('4013')?.row.causes.map((cause) => cause.id)
    for (const id of [
      'cable',
      'usb-port',
      'phone-port',
      'host-software',
      'phone-system',
      'host-busy',
      'nand',
      'charging-ic',
      'liquid',
    ] as const)
      expect(causes).toContain(id)
  })
  it.each<readonly [GuideId, ButtonFamily, readonly Button[]]>([
    ['recovery', 'face-id', ['side']],
    ['recovery', 'solid-home', ['side', 'volume-down']],
    ['recovery', 'home', ['home', 'side']],
    ['dfu', 'face-id', ['side', 'volume-down']],
  ])('the coach holds the buttons that the guide names: %s, %s', (guide, family, buttons) => {
    const phases = guidePhases({ guide, family, way: 'manual', from: 'normal', power: 'side' }) ?? []
    const held = new Set(phases.flatMap((phase) => phase.hold))
    for (const button of buttons) expect(held).toContain(button)
    if (family === 'face-id') expect(phases.flatMap((phase) => phase.press)).toEqual(['volume-up', 'volume-down'])
  })
  it('the phone’s own buttons stand in the restart and cleaning steps for each family', () => {
    for (const id of ['A5', 'A6'] as const) expect(howKeys(id, 'macos', 'face-id')).toContain(`step.${id}.how.face-id`)
  })
})

describe('the full cards', () => {
  it('are there for the eight codes, with every word that they name', () => {
    expect(FULL_ERRORS.map((card) => card.code).toSorted()).toEqual(
      ['1413', '14', '21', '3194', '4005', '4013', '4014', '9'].toSorted(),
    )
    for (const card of FULL_ERRORS) {
      expect(findError(card.code)?.row.words).toBe(card.code)
      const keys = [
        `severity.${card.severity}`,
        `difficulty.${card.difficulty}`,
        ...card.tools.map((id) => `tool.${id}`),
        ...card.signs.map((id) => `sign.${id}`),
        ...card.professional.map((id) => `professional.${id}`),
        ...card.prevention.map((id) => `prevention.${id}`),
        ...card.questions.flatMap((id) => [`faq.${card.code}.${id}.question`, `faq.${card.code}.${id}.answer`]),
      ]
      expect(keys.filter((key) => !t.has(key))).toEqual([])
      expect(
        card.signs.length * card.professional.length * card.prevention.length * card.questions.length,
      ).toBeGreaterThan(0)
    }
  })
  it('show points and boards as hints, with words and sources', () => {
    for (const hint of POINT_HINTS) expect(t.has(`point.${hint.id}`)).toBe(true)
    for (const hint of BOARD_HINTS) expect(t.has(`board.${hint.id}`)).toBe(true)
    expect(t('point.hint')).toContain('hint')
  })
  it('name the front flex for phones with Face ID only', () => {
    const flex = BOARD_HINTS.find((hint) => hint.id === 'front-flex')
    for (const product of ['iPhone10,3', 'iPhone12,1', 'iPhone15,2', 'iPhone18,1'])
      expect(flex?.product.test(product)).toBe(true)
    for (const product of ['iPhone10,1', 'iPhone12,8', 'iPhone14,6', 'iPhone9,1', 'iPad13,1'])
      expect(flex?.product.test(product)).toBe(false)
  })
})
