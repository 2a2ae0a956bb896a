import type { StepId, StepState } from '../knowledge/vocabulary.ts'
import type { Message } from './message.ts'
import type { Evidence } from './plan-evidence.ts'

/** What evidence says about one step: a verdict on it, a reason to do it first, or that it makes no sense here. */
export type Settled =
  | { readonly id: StepId; readonly kind: 'state'; readonly state: StepState; readonly reason: Message }
  | { readonly id: StepId; readonly kind: 'first'; readonly reason: Message }
  | { readonly id: StepId; readonly kind: 'drop'; readonly reason: Message }

/** Below this the firmware may not unpack (repair lists for error 11 name 10 GB at least). */
const HOST_FREE_GB = 20
const PHONE_FREE_GB = 5
const CHARGED_PERCENT = 50

type Fact = readonly [
  id: StepId,
  value: boolean | undefined,
  goodKey: string,
  badKey: string,
  params?: Message['params'],
]

/** A fact that ticks its step when it is good and brings it to the front when it is bad. */
function facts(evidence: Evidence): readonly Fact[] {
  const { usb, host, phone, firmware } = evidence
  const free = host?.freeGb
  const battery = phone?.batteryPercent
  const phoneFree = phone?.freeGb
  const fits =
    firmware?.fits === undefined && firmware?.signed === undefined
      ? undefined
      : firmware.fits !== false && firmware.signed !== false
  const listed = (names: readonly string[] | undefined): boolean | undefined =>
    names === undefined ? undefined : names.length === 0
  return [
    ['A4', usb?.hubs === undefined ? undefined : usb.hubs === 0, 'no-hub', 'hub', { hubs: usb?.hubs ?? 0 }],
    ['A1', host?.softwareCurrent, 'software-current', 'software-old'],
    [
      'A8',
      listed(host?.heavyPrograms),
      'no-heavy-programs',
      'heavy-programs',
      { programs: host?.heavyPrograms?.join(', ') ?? '' },
    ],
    [
      'E1',
      listed(host?.phonePrograms),
      'no-phone-programs',
      'phone-programs',
      { programs: host?.phonePrograms?.join(', ') ?? '' },
    ],
    ['E2', host?.driversFine, 'drivers-fine', 'drivers-missing'],
    ['B3', host?.signingServerReachable, 'server-reachable', 'server-unreachable'],
    ['C3', free === undefined ? undefined : free >= HOST_FREE_GB, 'host-room', 'host-full', { free: free ?? 0 }],
    ['C2', fits, 'firmware-fits', 'firmware-unfit'],
    [
      'D4',
      battery === undefined ? undefined : battery >= CHARGED_PERCENT,
      'charged',
      'low-battery',
      { percent: battery ?? 0 },
    ],
    [
      'D7',
      phoneFree === undefined ? undefined : phoneFree >= PHONE_FREE_GB,
      'phone-room',
      'phone-full',
      { free: phoneFree ?? 0 },
    ],
  ]
}

/** Facts that speak one way only. */
function oneSided(evidence: Evidence): readonly Settled[] {
  const { usb, host, phone, firmware } = evidence
  const settled: Settled[] = []
  const reason = (key: string): Message => ({ key: `reason.evidence.${key}` })
  if (usb?.portChanged === true)
    settled.push({ id: 'A3', kind: 'state', state: 'proved', reason: reason('port-changed') })
  if (host?.restartedSinceFailure === true && host.phoneRestartedSinceFailure === true)
    settled.push({ id: 'A5', kind: 'state', state: 'likely', reason: reason('restarted') })
  if (host?.hostsFileClean === false) settled.push({ id: 'B1', kind: 'first', reason: reason('hosts-file') })
  if (host?.clockRight === false) settled.push({ id: 'B2', kind: 'first', reason: reason('clock-wrong') })
  if (usb?.speedMbps !== undefined && usb.speedMbps <= 12)
    settled.push({ id: 'A2', kind: 'first', reason: reason('slow-link') })
  if (firmware?.checked === true)
    settled.push({ id: 'C1', kind: 'state', state: 'proved', reason: reason('firmware-checked') })
  if (phone?.starts === false)
    for (const id of ['D5', 'D7'] as const) settled.push({ id, kind: 'drop', reason: reason('does-not-start') })
  if (phone?.hasSimTray === false) settled.push({ id: 'D6', kind: 'drop', reason: reason('no-sim-tray') })
  return settled
}

/**
 * What the evidence settles, step by step; a verdict that the evidence names for a step outright wins over what follows
 * from facts. Pure; an empty evidence settles nothing.
 */
export function settledBy(evidence: Evidence): ReadonlyMap<StepId, Settled> {
  const fromFacts = facts(evidence).flatMap(([id, value, good, bad, params]): Settled[] => {
    if (value === undefined) return []
    const reason: Message = {
      key: `reason.evidence.${value ? good : bad}`,
      ...(params === undefined ? {} : { params }),
    }
    return [value ? { id, kind: 'state', state: 'proved', reason } : { id, kind: 'first', reason }]
  })
  const cured = (evidence.curedBefore ?? []).map((id): Settled => ({
    id,
    kind: 'first',
    reason: { key: 'reason.evidence.cured-before' },
  }))
  const seen = [...cured, ...fromFacts, ...oneSided(evidence)]
  // what is seen now weighs more than what helped before
  const here = (evidence.ownHistory ?? [])
    .filter(({ id }) => !seen.some((other) => other.id === id))
    .map(({ id, fixed, of }): Settled => ({
      id,
      kind: 'first',
      reason: { key: 'reason.evidence.fixed-here', params: { fixed, of } },
    }))
  const said = (evidence.steps ?? [])
    .filter(({ state }) => state !== 'not-yet')
    .map(({ id, state }): Settled => ({ id, kind: 'state', state, reason: { key: `reason.state.${state}` } }))
  return new Map([...seen, ...here, ...said].map((each) => [each.id, each]))
}
