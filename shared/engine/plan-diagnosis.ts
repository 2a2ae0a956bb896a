import { CAUSE_STEPS, CAUSES, type CauseId } from '../knowledge/errors-causes.ts'
import { POINT_HINTS } from '../knowledge/errors-full.ts'
import { findError } from '../knowledge/errors.ts'
import type { Likelihood, StepId } from '../knowledge/vocabulary.ts'
import type { Message } from './message.ts'
import type { Evidence } from './plan-evidence.ts'
import { hardwareRule } from './plan-hardware.ts'

export type RankedCause = {
  readonly id: CauseId
  readonly likelihood: Likelihood
  /** What speaks for it or against it. */
  readonly evidence: readonly Message[]
  /** What would change this view. */
  readonly wouldChange: Message
}

export type Diagnosis = {
  /** The one sentence on top: what USB showed around the failure. */
  readonly summary: Message
  /** Likeliest first. */
  readonly causes: readonly RankedCause[]
}

/** A drop this close before the failure belongs to it. */
const DROP_BELONGS_SECONDS = 10

const LINK_CAUSES: readonly CauseId[] = ['cable', 'usb-port', 'phone-port', 'hub']
const HERE_CAUSES: readonly CauseId[] = [
  ...([
    'usb-port',
    'hub',
    'usb-power',
    'host-software',
    'host-glitch',
    'host-busy',
    'host-sleep',
    'host-disk-full',
  ] as const),
  ...(['driver', 'other-program', 'security-software', 'hosts-file', 'clock'] as const),
]
const HARDWARE_CAUSES: readonly CauseId[] = ['nand', 'charging-ic', 'board', 'baseband', 'secure-enclave']

/** One observation: whom it weighs for or against, and the sentence that says so. */
type Weight = { readonly causes: readonly CauseId[]; readonly by: number; readonly say: Message }

function fromUsb({ usb }: Evidence): readonly Weight[] {
  if (usb === undefined) return []
  const { dropSecondsBeforeFailure: drop, hubs, speedMbps, linkTest, watched } = usb
  const weigh = (causes: readonly CauseId[], by: number, key: string, params?: Message['params']): Weight => ({
    causes,
    by,
    say: { key: `because.${key}`, ...(params === undefined ? {} : { params }) },
  })
  const noDrop = drop === null && watched !== false
  return [
    ...(typeof drop === 'number' && drop <= DROP_BELONGS_SECONDS
      ? [weigh(LINK_CAUSES, 2, 'drop', { seconds: drop })]
      : []),
    ...(noDrop
      ? [weigh(['firmware-file', 'phone-system', 'host-busy'], 1, 'no-drop'), weigh(LINK_CAUSES, -1, 'no-drop')]
      : []),
    ...(hubs === undefined
      ? []
      : hubs === 0
        ? [weigh(['hub'], -9, 'no-hub')]
        : [weigh(['hub'], hubs + 1, 'hub', { hubs })]),
    ...(speedMbps !== undefined && speedMbps <= 12
      ? [weigh(['cable', 'phone-port'], 2, 'slow', { speed: speedMbps })]
      : []),
    ...(linkTest === 'drops' || linkTest === 'slow' || linkTest === 'transfer-errors'
      ? [weigh(['cable', 'usb-port', 'phone-port'], 2, `link-${linkTest}`)]
      : []),
    ...(linkTest === 'clean-at-idle' ? [weigh(['cable'], -1, 'link-clean')] : []),
  ]
}

function fromHost({ host, answers, phone }: Evidence): readonly Weight[] {
  const weights: Weight[] = []
  const add = (
    when: boolean,
    causes: readonly CauseId[],
    by: number,
    key: string,
    params?: Message['params'],
  ): void => {
    if (when) weights.push({ causes, by, say: { key: `because.${key}`, ...(params === undefined ? {} : { params }) } })
  }
  const heavy = host?.heavyPrograms ?? []
  const others = host?.phonePrograms ?? []
  add(heavy.length > 0, ['host-busy'], 2, 'heavy-programs', { programs: heavy.join(', ') })
  add(host?.heavyPrograms?.length === 0, ['host-busy'], -2, 'no-heavy-programs')
  add(others.length > 0, ['other-program'], 3, 'phone-programs', { programs: others.join(', ') })
  add(host?.hostsFileClean === false, ['hosts-file'], 4, 'hosts-file')
  add(host?.hostsFileClean === true, ['hosts-file'], -4, 'hosts-file-clean')
  add(host?.softwareCurrent === false, ['host-software'], 2, 'software-old')
  add(host?.softwareCurrent === true, ['host-software'], -2, 'software-current')
  add(host?.signingServerReachable === false, ['network', 'security-software'], 2, 'server-unreachable')
  add(phone?.batteryPercent !== undefined && phone.batteryPercent < 20, ['battery'], 2, 'low-battery')
  add(answers?.liquid === 'yes', ['liquid', 'board', 'charging-ic'], 4, 'liquid')
  add(answers?.drop === 'yes', ['drop', 'board'], 4, 'drop-fall')
  add(answers?.partReplaced === 'yes', ['paired-part'], 3, 'part-replaced')
  add(answers?.noServiceBefore === 'yes', ['baseband'], 3, 'no-service')
  return weights
}

/** What was tried and did not help speaks against what it would have cured. */
function fromTried(evidence: Evidence): readonly Weight[] {
  const tried = (evidence.steps ?? []).filter(({ state }) =>
    ['proved', 'likely', 'said-by-you', 'failed'].includes(state),
  )
  return tried.map(({ id, state }): Weight => {
    const cured = id === 'A7' ? HERE_CAUSES : CAUSES.filter((cause) => CAUSE_STEPS[cause][0] === id)
    const by = state === 'proved' || state === 'failed' ? -3 : -2
    return { causes: cured, by, say: { key: 'because.tried', params: { step: id } } }
  })
}

/** Workshop lore about the point of failure, and the hardware rule over all failures. */
function fromFailures(evidence: Evidence): readonly Weight[] {
  const failures = evidence.failures ?? []
  const percent = failures.at(-1)?.percent
  const hint =
    typeof percent === 'number'
      ? POINT_HINTS.find(({ percent: range }) => range !== null && percent >= range[0] && percent <= range[1])
      : undefined
  const repeated = hardwareRule(failures, evidence.answers).verdict === 'probably-hardware'
  return [
    ...(hint === undefined ? [] : [{ causes: hint.causes, by: 1, say: { key: `point.${hint.id}` } }]),
    ...(repeated ? [{ causes: HARDWARE_CAUSES, by: 3, say: { key: 'because.same-everywhere' } }] : []),
  ]
}

function summaryOf(code: string | null, evidence: Evidence): Message {
  const params = { code: code ?? '' }
  const drop = evidence.usb?.dropSecondsBeforeFailure
  if (typeof drop === 'number' && drop <= DROP_BELONGS_SECONDS)
    return { key: 'diagnosis.drop', params: { ...params, seconds: drop } }
  if (drop === null && evidence.usb?.watched !== false) return { key: 'diagnosis.no-drop', params }
  return { key: 'diagnosis.not-watched', params }
}

/** A first step that has not been tried is what would tell; without one, a technician. */
function wouldChange(id: CauseId, evidence: Evidence): Message {
  const done = new Set<StepId>((evidence.steps ?? []).filter(({ state }) => state !== 'not-yet').map((step) => step.id))
  const next = CAUSE_STEPS[id].find((step) => !done.has(step))
  return next === undefined ? { key: 'would-change.nothing-here' } : { key: `would-change.${next}` }
}

const word = (score: number): Likelihood => (score >= 3 ? 'likely' : score >= 1 ? 'possible' : 'unlikely')

/**
 * Joins code, USB drops, hubs, link, computer, answers and what was tried to a ranking of causes. Starts from the code's
 * row (a likely cause counts 3, a possible one 1), adds what each observation weighs; 3 and more is likely, 1 and more
 * possible. The weights are inferred from both guides' own order, not measured. Never throws.
 */
export function diagnose(code: string | null, evidence: Evidence): Diagnosis {
  const row = code === null ? null : (findError(code)?.row ?? null)
  const start = new Map((row?.causes ?? []).map(({ id, likelihood }) => [id, likelihood === 'likely' ? 3 : 1]))
  const weights = [...fromUsb(evidence), ...fromHost(evidence), ...fromTried(evidence), ...fromFailures(evidence)]
  const ranked = CAUSES.map((id) => {
    const own = weights.filter(({ causes }) => causes.includes(id))
    const score = own.reduce((sum, { by }) => sum + by, start.get(id) ?? 0)
    return { id, score, evidence: own.map(({ say }) => say), known: start.has(id) || own.some(({ by }) => by > 0) }
  }).filter((each) => each.known)
  const causes = ranked
    .toSorted((a, b) => b.score - a.score)
    .map(({ id, score, evidence: said }): RankedCause => ({
      id,
      likelihood: word(score),
      evidence: said,
      wouldChange: wouldChange(id, evidence),
    }))
  return { summary: summaryOf(code, evidence), causes }
}
