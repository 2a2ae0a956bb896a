import type { Effect } from '../../shared/engine/effects.ts'
import type { EventBody } from '../../shared/engine/events.ts'
import type { TalkOutcome } from '../../shared/engine/phone.ts'
import type { Inbox } from '../../shared/engine/ports.ts'
import type { HostSystem } from '../../shared/knowledge/vocabulary.ts'
import { muxAddress } from '../../shared/protocol/usbmux-frames.ts'
import { enterRecovery, factsOfPhone, type ListedPhone, systemOfPhone } from './lockdownd.ts'
import { listDevices, type Mux, type MuxTrouble } from './usbmuxd.ts'

const OUTCOMES: Readonly<Record<MuxTrouble, TalkOutcome>> = {
  absent: 'mux-absent',
  refused: 'mux-refused',
  'no-permission': 'mux-no-permission',
  stalled: 'mux-stalled',
  nonsense: 'mux-nonsense',
  closed: 'mux-closed',
  'device-gone': 'device-gone',
  'device-refused': 'device-refused',
}

/** What belongs to this moment is asked at once; nothing here takes longer. */
const ANSWER_MS = 5000
/** The mux lists a phone a moment after USB shows it, and on Linux it is started only then. */
const LIST_TRIES = 6
const BETWEEN_TRIES_MS = 1000

/** The mux of this computer, null where `USBMUXD_SOCKET_ADDRESS` (given as `variable`) names none that could be. */
export function muxOf(variable: string | undefined, system: HostSystem): Mux | null {
  const address = muxAddress(variable, system === 'windows')
  return address && { address, timeoutMs: ANSWER_MS }
}

export type PhoneTalkSetup = {
  readonly mux: Mux | null
  readonly state: Inbox
  /** Whether a program that restores phones runs on this computer: then nothing is asked. */
  readonly restoreRuns: () => Promise<boolean>
  readonly pause?: (ms: number) => Promise<void>
}

const sameUdid = (one: string, other: string) =>
  one.replaceAll('-', '').toLowerCase() === other.replaceAll('-', '').toLowerCase()

/** A link test asks the phone so often who it is, gives up after so many failures, and is over after so long whatever happens. */
const LINK_ROUNDS = 10
const LINK_ERRORS = 2
const LINK_LIMIT_MS = 5000

/** What went wrong on the way to the phone and back, while the mux itself is well. */
const ON_THE_LINK: readonly MuxTrouble[] = ['stalled', 'closed', 'nonsense']

type Found = { readonly phone: ListedPhone } | { readonly outcome: TalkOutcome }
type Told = Extract<EventBody, { kind: 'phone.told' }>
type Tried = Extract<EventBody, { kind: 'link.tried' }>

/**
 * Speaks to running phones through the mux, one request at a time, and never pairs. Performs `phone.look`,
 * `phone.enter-recovery` and `link.try` with a UDID, each answered with exactly one event; leaves every other effect alone.
 */
export function createPhoneTalk({ mux, state, restoreRuns, pause = after }: PhoneTalkSetup) {
  let queue = Promise.resolve()
  let closed = false

  const find = async (udid: string): Promise<Found> => {
    if (mux === null) return { outcome: 'mux-absent' }
    for (let tries = 1; ; tries += 1) {
      if (await restoreRuns()) return { outcome: 'restoring' }
      const listed = await listDevices(mux)
      const phone = listed.ok ? listed.value.find((one) => sameUdid(one.udid, udid)) : undefined
      if (phone) return { phone }
      const passing = listed.ok || listed.trouble === 'absent' || listed.trouble === 'refused'
      if (!passing || tries === LIST_TRIES || closed)
        return { outcome: listed.ok ? 'not-listed' : OUTCOMES[listed.trouble] }
      await pause(BETWEEN_TRIES_MS)
    }
  }

  const askFacts = async (udid: string): Promise<Pick<Told, 'outcome' | 'system' | 'facts'>> => {
    const nothing = { system: null, facts: null }
    const found = await find(udid)
    if (!('phone' in found) || mux === null)
      return { ...nothing, outcome: 'phone' in found ? 'mux-absent' : found.outcome }
    const system = await systemOfPhone(mux, found.phone)
    if (!system.ok) return { ...nothing, outcome: OUTCOMES[system.trouble] }
    // the restore system is busy with somebody else
    if (system.value === 'restore') return { system: 'restore', facts: null, outcome: 'ok' }
    const facts = await factsOfPhone(mux, found.phone)
    if (!facts.ok) return { system: 'normal', facts: null, outcome: OUTCOMES[facts.trouble] }
    const { name, productType, version, ecid } = facts.value
    return {
      ...{ system: 'normal', outcome: 'ok' },
      facts: {
        deviceName: name?.slice(0, 200) ?? null,
        productType: productType?.slice(0, 80) ?? null,
        version: version?.slice(0, 80) ?? null,
        ecid: ecid?.slice(0, 16) ?? null,
      },
    }
  }

  const enter = async (udid: string): Promise<TalkOutcome> => {
    const found = await find(udid)
    if (!('phone' in found) || mux === null) return 'phone' in found ? 'mux-absent' : found.outcome
    const answer = await enterRecovery(mux, found.phone)
    if (!answer.ok) return OUTCOMES[answer.trouble]
    return answer.value === 'sent' ? 'ok' : answer.value
  }

  /** Asks for what the phone tells everybody, again and again; each time some kilobytes come back over USB. */
  const tryLink = async (udid: string): Promise<Pick<Tried, 'outcome' | 'done' | 'errors'>> => {
    const count = { done: 0, errors: 0 }
    const found = await find(udid)
    if (!('phone' in found) || mux === null)
      return { ...count, outcome: 'outcome' in found && found.outcome === 'restoring' ? 'restore-runs' : 'no-service' }
    const system = await systemOfPhone(mux, found.phone)
    if (system.ok && system.value === 'restore') return { ...count, outcome: 'restore-runs' }
    const endMs = performance.now() + LINK_LIMIT_MS
    while (count.done + count.errors < LINK_ROUNDS && count.errors < LINK_ERRORS && performance.now() < endMs) {
      const facts = await factsOfPhone(mux, found.phone)
      if (facts.ok) count.done += 1
      else if (ON_THE_LINK.includes(facts.trouble)) count.errors += 1
      else return { ...count, outcome: facts.trouble === 'device-gone' ? 'gone' : 'no-service' }
    }
    return { ...count, outcome: 'ok' }
  }

  const work = async (effect: Effect): Promise<void> => {
    if (closed) return
    if (effect.kind === 'phone.look') {
      const told = await askFacts(effect.udid)
      if (!closed) state({ kind: 'phone.told', deviceId: effect.deviceId, ...told })
    }
    if (effect.kind === 'link.try' && effect.udid !== null) {
      const told = await tryLink(effect.udid)
      if (!closed) state({ kind: 'link.tried', deviceId: effect.deviceId, ...told })
    }
    if (effect.kind === 'phone.enter-recovery') {
      const outcome = await enter(effect.udid)
      if (!closed) state({ kind: 'phone.answered', deviceId: effect.deviceId, request: 'enter-recovery', outcome })
    }
  }

  return {
    perform(effect: Effect): void {
      if (effect.kind === 'phone.look' || effect.kind === 'phone.enter-recovery' || effect.kind === 'link.try')
        queue = queue.then(() => work(effect))
    },
    close(): void {
      closed = true
    },
  }
}

const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms).unref())
