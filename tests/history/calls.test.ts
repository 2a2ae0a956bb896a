import { afterEach, describe, expect, it, vi } from 'vitest'
import { type App, buildApp } from '../../electron/build.ts'
import { portChannel } from '../../shared/contract/channel.ts'
import { checklistStep } from '../../shared/knowledge/checklist-steps.ts'
import { planSteps } from '../../shared/engine/plan.ts'
import { STEPS, type StepId } from '../../shared/knowledge/vocabulary.ts'
import { type Screen, sit } from '../doors/visitor.ts'
import { caseId, filesHolding } from './archived.ts'
import { everything, freshFile } from './sample.ts'

vi.setConfig({ testTimeout: 60_000 })

const apps: App[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

function screenOn(databaseFile: string): Screen & { app: App } {
  const app = buildApp({ door: 'serve', databaseFile, appVersion: '9.9.9', usb: 'none', practiceRate: 200 })
  apps.push(app)
  const { port1, port2 } = new MessageChannel()
  const screen = sit(portChannel(port2))
  app.connect(portChannel(port1))
  return { ...screen, app }
}

const SECRET = 'Qwertz77 was dropped'
const opening = (number: number, text = SECRET) =>
  ({
    world: 'real',
    event: {
      kind: 'case.open',
      caseId: caseId(number),
      complaint: { kind: 'code', code: '4013', text },
      phoneId: null,
    },
  }) as const

describe('a case that is erased', () => {
  it('while it lies on the table leaves the table first, and nothing brings it back', async () => {
    const file = freshFile()
    const screen = screenOn(file)
    await screen.call('act', opening(1))
    await screen.call('act', {
      world: 'real',
      event: { kind: 'step.answer', stepId: 'A2', answer: 'done', note: SECRET },
    })
    expect(await screen.call('historyErase', { caseIds: [caseId(1)] })).toEqual({ ok: true, cases: 1, copies: 0 })
    await screen.until(({ state }) => state.case === null && state.shelf.length === 0 && state.wallMs > 0)
    expect(screen.states.at(-1)?.state).toMatchObject({ case: null, shelf: [] })
    await screen.call('act', opening(2, 'another'))
    // cleaning away the erased bytes may take longer than a question waits for it
    const listed = async () => (await screen.call('historyList', everything)).rows.map(({ id }) => id)
    await vi.waitFor(async () => expect(await listed()).toEqual([caseId(2)]), { timeout: 30_000 })
    await apps.splice(0)[0]?.close()
    expect(filesHolding(file, 'Qwertz77')).toEqual([])
  })

  it('is refused while a guide runs, because somebody holds buttons', async () => {
    const screen = screenOn(freshFile())
    await screen.call('act', opening(1))
    const show = { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: null, product: 'iPhone12,1' } as const
    await screen.call('act', { world: 'real', event: show })
    await screen.call('act', { world: 'real', event: { kind: 'guide.start', attemptId: 'a', handsFree: false } })
    const refused = { ok: false, problem: { code: 'not-now' } }
    expect(await screen.call('historyErase', { caseIds: [caseId(1)] })).toEqual(refused)
    const all = { confirmed: 'erase everything', copiesToo: true } as const
    expect(await screen.call('historyEraseAll', all)).toEqual(refused)
    expect(await screen.call('historyRestore', { fileName: 'x' })).toEqual(refused)
    expect((await screen.call('historyList', everything)).total).toBe(1)
  })
})

describe('a backup that comes back', () => {
  it('brings its open cases to the shelf', async () => {
    const screen = screenOn(freshFile())
    await screen.call('act', opening(1))
    const made = await screen.call('historyBackUp', {})
    await screen.call('historyErase', { caseIds: [caseId(1)] })
    expect(await screen.call('historyRestore', { fileName: made.ok ? made.fileName : '' })).toEqual({ ok: true })
    await screen.until(({ state }) => state.shelf.some(({ id }) => id === caseId(1)) && state.case === null)
    expect((await screen.call('historyList', everything)).total).toBe(1)
  })
})

describe('own history', () => {
  it('brings the step that fixed this code here to the front of a new plan, with the counts as its reason', async () => {
    const screen = screenOn(freshFile())
    for (const number of [1, 2, 3]) {
      await screen.call('act', opening(number))
      await screen.call('act', {
        world: 'real',
        event: { kind: 'step.answer', stepId: 'A3', answer: 'done', note: null },
      })
      const outcome = number === 3 ? 'given-up' : 'fixed'
      await screen.call('act', { world: 'real', event: { kind: 'case.close', caseId: caseId(number), outcome } })
    }
    await screen.call('act', opening(4))
    const told = await screen.until(({ state }) => state.case?.id === caseId(4))
    const [first] = told.state.case?.steps ?? []
    expect(first).toMatchObject({
      id: 'A3',
      reason: { key: 'reason.evidence.fixed-here', params: { fixed: 2, of: 3 } },
    })
    expect(told.state.case?.deviations.map(({ key }) => key)).toContain('deviation.own-history')
  })

  it('never moves a step across what erases, whatever helped before and for whatever code', () => {
    const order = (code: string, ownHistory: { id: StepId; fixed: number; of: number }[]) =>
      planSteps({ code, product: null, system: null, evidence: { ownHistory } }).steps.map(({ id }) => id)
    for (const code of ['4013', '9', '1110', '14', '3194', '21', 'nonsense'])
      for (const id of STEPS) {
        const before = order(code, [])
        const after = order(code, [{ id, fixed: 9, of: 9 }])
        const erasing = (steps: StepId[]) => steps.filter((step) => checklistStep(step).erases)
        const late = (steps: StepId[]) => steps.slice(steps.findIndex((step) => checklistStep(step).erases))
        expect(erasing(after)).toEqual(erasing(before))
        if (erasing(before).length > 0) expect(late(after)).toEqual(late(before))
        if (after[0] !== before[0]) expect(after[0]).toBe(id)
      }
  })

  it('gives way to what is seen now', () => {
    const evidence = { host: { hostsFileClean: false }, ownHistory: [{ id: 'A3', fixed: 5, of: 6 } as const] }
    const [first, second] = planSteps({ code: '4013', product: null, system: null, evidence }).steps
    expect([first?.id, second?.id]).toEqual(['B1', 'A3'])
  })
})
