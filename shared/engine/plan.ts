import { DEFAULT_ORDER, GUIDE_ORDERS, type StepOrder } from '../knowledge/checklist-steps-orders.ts'
import { checklistStep, type Check } from '../knowledge/checklist-steps.ts'
import type { Group } from '../knowledge/errors-row.ts'
import { findError, type FoundError } from '../knowledge/errors.ts'
import type { HostSystem, StepId, StepState } from '../knowledge/vocabulary.ts'
import type { CaseStep } from './case.ts'
import type { Message } from './message.ts'
import type { Evidence } from './plan-evidence.ts'
import { dataIsSafe, hardwareRule } from './plan-hardware.ts'
import { settledBy, type Settled } from './plan-settled.ts'

export type PlanQuestion = {
  /** As read out of the dialog's text; null where there is none. */
  readonly code: string | null
  /** Product type, for example `iPhone12,1`; null where it is not known. */
  readonly product: string | null
  readonly system: HostSystem | null
  readonly evidence?: Evidence
}

export type PlannedStep = {
  readonly id: StepId
  /** Text key. */
  readonly title: string
  readonly reason: Message
  readonly minutes: number | null
  readonly downloads: boolean
  readonly erases: boolean
  readonly verifiedBy: readonly Check[]
  readonly state: StepState
  readonly final: boolean
}

export type Plan = {
  /** False where the code has no row and the default order stands in. */
  readonly known: boolean
  readonly steps: readonly PlannedStep[]
  /** Where and why the order differs from the published guide's own, and what the reader must know about the plan as a whole. */
  readonly deviations: readonly Message[]
}

/** Steps that are kept apart: what erases, and what ends the plan. */
const isErasing = (id: StepId): boolean => checklistStep(id).erases
const isFinal = (id: StepId): boolean => checklistStep(id).final

/** The last steps that keep the data: they take long, and what erases comes only after both. */
const LATE: readonly StepId[] = ['D1', 'A7']

/**
 * The same steps in a safe order: those that keep the data as they come (with Update and the other computer among them,
 * added where something erases), then recovery restore before DFU restore, then professional help.
 */
function safeOrder(steps: readonly StepId[], added: readonly StepId[]): readonly StepId[] {
  const erasing = (['D2', 'D3'] as const).filter((id) => steps.includes(id))
  const keeping = steps.filter((id) => !isErasing(id) && !isFinal(id))
  const extra = added.filter((id) => !keeping.includes(id) && !LATE.includes(id))
  const needed = LATE.filter((id) => keeping.includes(id) || added.includes(id) || erasing.length > 0)
  const firstLate = keeping.findIndex((id) => LATE.includes(id))
  const head = firstLate === -1 ? keeping : keeping.slice(0, firstLate)
  const tail = firstLate === -1 ? [] : keeping.slice(firstLate).filter((id) => !LATE.includes(id))
  return [...head, ...extra, ...needed, ...tail, ...erasing, 'F1']
}

/** Not everything makes sense everywhere: drivers on a Mac, a SIM in an iPod touch. An unknown computer or phone rules nothing out. */
function applies(id: StepId, question: PlanQuestion): boolean {
  if (question.system !== null && !checklistStep(id).systems.includes(question.system)) return false
  if (id === 'D6' && question.product !== null && question.product.startsWith('iPod')) return false
  return true
}

type Ordered = { readonly known: boolean; readonly steps: readonly StepId[]; readonly deviations: readonly Message[] }

/** What completes a row's own steps: the cures that fit its group and keep the data. Cables never cure a signature. */
const COMPLETION: Readonly<Record<Group, readonly StepId[]>> = {
  usb: ['A2', 'A3', 'A4', 'A5', 'A6', 'A1', 'B1', 'C1', 'D1', 'A7'],
  storage: ['A1', 'A5', 'A2', 'A3', 'A4', 'B1', 'C1', 'D4', 'D1', 'A7'],
  file: ['A1', 'C1', 'C3', 'A5', 'A2', 'A3', 'A4', 'B1', 'D1', 'A7'],
  firmware: ['A1', 'C2', 'A5', 'A2', 'A3', 'A4', 'B1', 'C1', 'D1', 'A7'],
  hardware: ['A1', 'A5', 'A2', 'A3', 'A4', 'B1', 'C1', 'D4', 'D1', 'A7'],
  network: ['A5', 'B1', 'B2', 'B3', 'A1', 'A7'],
  signing: ['B1', 'B2', 'B3', 'A1', 'A5', 'A7'],
  lock: ['D5', 'A5', 'A1', 'A2', 'A3', 'A7'],
  host: ['A5', 'A1', 'A2', 'A3', 'A4', 'E1', 'E2', 'A7'],
  other: ['A1', 'A5', 'A2', 'A3', 'A4', 'B1', 'C1', 'D1', 'A7'],
}

function fromGuide(guide: StepOrder, code: string): Ordered {
  const params = { code }
  const added = guide.added.map((id): Message => ({ key: `deviation.added.${id}`, params }))
  const deviations = [{ key: 'deviation.other-computer-before-erasing', params }, ...added]
  return { known: true, steps: safeOrder(guide.steps, guide.added), deviations }
}

function fromRow(found: FoundError): Ordered {
  const { steps, group, confidence } = found.row
  const params = { code: found.code }
  const erasing = steps.findIndex(isErasing)
  const before = steps.slice(0, erasing)
  const jumps = erasing !== -1 && !(before.includes('D1') && before.includes('A7'))
  const deviations: Message[] = [
    ...(jumps ? [{ key: 'deviation.row-jumps-to-erasing', params }] : []),
    ...(confidence === 'unconfirmed' ? [{ key: 'deviation.unconfirmed-code', params }] : []),
  ]
  return { known: true, steps: safeOrder(steps, COMPLETION[group]), deviations }
}

function byDefault(deviation: Message): Ordered {
  return { known: false, steps: safeOrder(DEFAULT_ORDER.steps, DEFAULT_ORDER.added), deviations: [deviation] }
}

/** Nothing erases for a number that says nothing about a restore. */
function notAnError(found: FoundError): Ordered {
  const steps = DEFAULT_ORDER.steps.filter((id) => !isErasing(id))
  return {
    known: true,
    steps: safeOrder(steps, []),
    deviations: [{ key: 'deviation.not-a-restore-error', params: { code: found.code } }],
  }
}

function orderFor(code: string | null): Ordered {
  if (code === null || code.trim() === '') return byDefault({ key: 'deviation.no-code' })
  const found = findError(code)
  if (found === null) return byDefault({ key: 'deviation.unknown-code', params: { code } })
  if (found.lookAlike) return notAnError(found)
  const guide = GUIDE_ORDERS.find((order) => order.codes.includes(found.code))
  if (found.row.steps.length === 0)
    return { ...byDefault({ key: 'deviation.unconfirmed-code', params: { code: found.code } }), known: true }
  return guide === undefined ? fromRow(found) : fromGuide(guide, found.code)
}

/** Brings what evidence points to to the front of the steps that keep the data; Update, the other computer and what erases stay put. */
function evidenceFirst(steps: readonly StepId[], settled: ReadonlyMap<StepId, Settled>): readonly StepId[] {
  // a step that is not in the plan comes in only where the link is in question: no cable cures a signature
  const fits = (id: StepId): boolean => steps.includes(id) || steps.includes('A2')
  const movable = (id: StepId): boolean => fits(id) && !LATE.includes(id) && !isErasing(id) && !isFinal(id)
  const first = [...settled.values()].filter(({ id, kind }) => kind === 'first' && movable(id)).map(({ id }) => id)
  const dropped = (id: StepId): boolean => settled.get(id)?.kind === 'drop'
  return [...first, ...steps.filter((id) => !first.includes(id) && !dropped(id))]
}

/** What the answers and the failures forbid: steps that are not in the plan any more, and why. */
function withheld(
  steps: readonly StepId[],
  evidence: Evidence,
): { steps: readonly StepId[]; deviations: readonly Message[] } {
  const { answers, failures } = evidence
  if (answers?.liquid === 'yes' || answers?.drop === 'yes')
    return { steps: ['F1'], deviations: [{ key: answers.liquid === 'yes' ? 'deviation.liquid' : 'deviation.drop' }] }
  const erases = steps.some(isErasing)
  const noBackup = answers?.backup === 'no' || answers?.backup === 'unknown'
  const mayMatter = answers?.dataMatters === 'yes' || (noBackup && answers.dataMatters === 'unknown')
  const matters = mayMatter && !dataIsSafe(answers)
  const kept = matters ? steps.filter((id) => !isErasing(id)) : steps
  const deviations: readonly Message[] = matters && erases ? [{ key: 'deviation.professional-before-erasing' }] : []
  const hardware = hardwareRule(failures ?? [], answers)
  if (hardware.verdict !== 'probably-hardware') return { steps: kept, deviations }
  const done = new Set((evidence.steps ?? []).filter(({ state }) => state !== 'not-yet').map(({ id }) => id))
  return { steps: kept.filter((id) => isFinal(id) || done.has(id)), deviations: [...deviations, ...hardware.say] }
}

/**
 * The plan for one complaint: every applicable step that keeps the data, another computer included, before any that
 * erases; Update (D1) before Restore (D2) and DFU restore (D3); professional help last. What evidence settles is ticked,
 * what it points to comes first, what makes no sense here is left out. Never throws.
 */
export function planSteps(question: PlanQuestion): Plan {
  const ordered = orderFor(question.code)
  const evidence = question.evidence ?? {}
  const settled = settledBy(evidence)
  const allowed = withheld(evidenceFirst(ordered.steps, settled), evidence)
  const steps = allowed.steps
    .filter((id) => applies(id, question))
    .map((id): PlannedStep => {
      const { minutes, downloads, erases, verifiedBy, final } = checklistStep(id)
      const fact = settled.get(id)
      const reason = fact?.reason ?? { key: `reason.place.${id}` }
      const state = fact?.kind === 'state' ? fact.state : 'not-yet'
      return { id, title: `step.${id}.title`, reason, minutes, downloads, erases, verifiedBy, state, final }
    })
  const own = steps.filter(({ reason }) => reason.key === 'reason.evidence.fixed-here').length
  const history: readonly Message[] = own > 0 ? [{ key: 'deviation.own-history', params: { count: own } }] : []
  return { known: ordered.known, steps, deviations: [...ordered.deviations, ...allowed.deviations, ...history] }
}

/** The plan in the shape that a new case stores. */
export function openingSteps(question: PlanQuestion): { steps: CaseStep[]; deviations: Message[] } {
  const plan = planSteps(question)
  const steps = plan.steps.map(({ id, state, reason, erases, minutes }): CaseStep => ({
    id,
    state,
    reason,
    erases,
    minutes,
    note: null,
    atWallMs: null,
    ...(state === 'not-yet' ? {} : { earnedBy: reason }),
  }))
  return { steps, deviations: [...plan.deviations] }
}
