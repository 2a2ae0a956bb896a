import { describe, expect, it } from 'vitest'
import { openingSteps, planSteps } from '../../shared/engine/plan.ts'

const ids = (code: string | null, system: 'macos' | 'windows' | 'linux' | null = null) =>
  planSteps({ code, product: null, system }).steps.map((step) => step.id)

describe('the order of the guides, made safe', () => {
  it('1413 goes cable, port, clean, restart, software, then Update and another computer before the DFU restore', () => {
    expect(ids('1413')).toEqual(['A2', 'A3', 'A4', 'A6', 'A5', 'A1', 'C1', 'D1', 'A7', 'D3', 'F1'])
  })
  it('4013 goes restart, cable, port, software, heavy programs, then Update and another computer before both restores', () => {
    expect(ids('4013')).toEqual([
      'A5', 'A2', 'A3', 'A4', 'A1', 'A8', 'A6', 'B1', 'D4', 'C1', 'D1', 'A7', 'D2', 'D3', 'F1',
    ]) // prettier-ignore
  })
  it('an unknown code gets the default order and says so', () => {
    const plan = planSteps({ code: '987654', product: null, system: 'linux' })
    expect(plan.known).toBe(false)
    expect(plan.steps.map((step) => step.id)).toEqual([
      'A1', 'A5', 'A2', 'A3', 'A4', 'B1', 'D1', 'A7', 'C1', 'D2', 'D3', 'F1',
    ]) // prettier-ignore
    expect(plan.deviations).toEqual([{ key: 'deviation.unknown-code', params: { code: '987654' } }])
  })
  it('a case opens with every step not yet done', () => {
    const opening = openingSteps({ code: '4013', product: 'iPhone12,1', system: 'macos' })
    expect(new Set(opening.steps.map((step) => step.state))).toEqual(new Set(['not-yet']))
    expect(opening.deviations.map((message) => message.key)).toContain('deviation.other-computer-before-erasing')
  })
})
