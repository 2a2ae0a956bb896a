import type { Effect } from '../../shared/engine/effects.ts'
import type { WorldEvent } from '../../shared/engine/events.ts'
import type { Inbox } from '../../shared/engine/ports.ts'
import type { LoaderVariable } from '../../shared/engine/phone.ts'
import type { TransferOutcome } from '../../shared/engine/verification-facts.ts'
import {
  ANSWER_BYTES,
  ANSWER_REQUEST,
  askFor,
  COMMAND_REQUEST,
  commandBytes,
  LOADER_VARIABLES,
  type LoaderVariableName,
  readAnswer,
  readUsbFailure,
  REBOOT,
  SET_AUTO_BOOT,
  takesCommands,
  type UsbFailure,
} from '../../shared/protocol/recovery-command.ts'
import type { Irecovery } from './irecovery.ts'
import type { LibraryDevice } from './usb-library.ts'

type Answer = Extract<WorldEvent, { kind: 'recovery.answered' }>
type Request = Answer['request']
type Outcome = Answer['outcome']
type Send = Extract<Effect, { kind: 'recovery.send' }>
type Attempted = { readonly outcome: Outcome; readonly sent: boolean }

/** How a driver or a program that holds the phone shows before anything was sent. */
const KEPT_OUT: ReadonlySet<Outcome> = new Set(['busy', 'no-permission', 'failed'])

export type RecoveryAdapter = {
  /**
   * Performs `recovery.send` and answers with exactly one `recovery.answered`, `recovery.ask` with one `recovery.told`, `link.try`
   * without a UDID with one `link.tried`; leaves every other effect alone.
   */
  perform(effect: Effect): void
}

export type RecoverySetup = {
  readonly find: (deviceId: string) => LibraryDevice | null
  readonly state: Inbox
  /** Whether a program that restores phones runs on this computer: it has the phone, and nobody else may speak to it. */
  readonly restoreRuns?: () => Promise<boolean>
  /** The program that may reach a phone where the system keeps us out. */
  readonly irecovery?: Irecovery
}

/** Finder or iTunes may hold the device for a moment; libirecovery waits like this too. */
const TRIES = 4
const BETWEEN_TRIES_MS = 500
/** libirecovery's own limit for a control transfer. */
const TRANSFER_MS = 10_000
/** A variable is told at once or not at all. */
const VARIABLE_MS = 2000
/** A link test asks for one variable so often, gives up after so many failures, and is over after so long whatever happens. */
const LINK_ROUNDS = 20
const LINK_ERRORS = 3
const LINK_LIMIT_MS = 3000
/** How long a phone may take to leave USB after a transfer that failed. */
const LEAVES_WITHIN_MS = 3000
const LOOK_EVERY_MS = 100

const OUTCOMES: Readonly<Record<UsbFailure, Outcome>> = {
  gone: 'gone',
  busy: 'busy',
  'no-permission': 'no-permission',
  stall: 'not-available',
  timeout: 'failed',
  unknown: 'failed',
}

/** In a link test's words. A device that could not even be opened says nothing about the link. */
const TRANSFER_OUTCOMES: Readonly<Record<Outcome, TransferOutcome>> = {
  ok: 'ok',
  gone: 'gone',
  busy: 'busy',
  'no-permission': 'no-permission',
  'not-available': 'refused',
  failed: 'refused',
  restoring: 'restore-runs',
}

class Refused extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super(outcome)
    this.outcome = outcome
  }
}

const outcomeOf = (error: unknown): Outcome => {
  if (error instanceof Refused) return error.outcome
  return OUTCOMES[readUsbFailure(error instanceof Error ? error.message : String(error))]
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Rejects where a native call never comes back. */
const inTime = async <T>(call: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timed out')), ms)
  })
  return Promise.race([call, late]).finally(() => clearTimeout(timer))
}

const isConfigured = (device: LibraryDevice): boolean => {
  try {
    return (device.configuration?.configurationValue ?? 0) !== 0
  } catch {
    return false
  }
}

async function sendCommand(device: LibraryDevice, command: string, limitMs = TRANSFER_MS): Promise<void> {
  const sent = await inTime(device.controlTransferOut(COMMAND_REQUEST, commandBytes(command), limitMs), limitMs + 500)
  if (sent.status === 'stall') throw new Refused('not-available')
}

/** The value, or null where the phone refuses to tell it. */
async function readVariable(device: LibraryDevice, name: LoaderVariableName): Promise<string | null> {
  try {
    await sendCommand(device, askFor(name), VARIABLE_MS)
    const told = await inTime(device.controlTransferIn(ANSWER_REQUEST, ANSWER_BYTES, VARIABLE_MS), VARIABLE_MS + 500)
    if (told.data === undefined) return null
    const { buffer, byteOffset, byteLength } = told.data
    return readAnswer(new Uint8Array(buffer, byteOffset, byteLength))
  } catch (error) {
    if (outcomeOf(error) === 'not-available') return null
    throw error
  }
}

/** Opens the device, claims its first interface, lets `work` speak to it, and gives everything back. */
async function withDevice(device: LibraryDevice, work: () => Promise<void>): Promise<void> {
  await inTime(device.open(), TRANSFER_MS)
  try {
    if (!isConfigured(device)) await device.selectConfiguration(1)
    await inTime(device.claimInterface(0), TRANSFER_MS)
    try {
      await work()
    } finally {
      // a phone that has restarted cannot be given back any more
      await device.releaseInterface(0).catch(() => {})
    }
  } finally {
    await device.close().catch(() => {})
  }
}

type Work = (device: LibraryDevice) => Promise<void>

const WORK: Readonly<Record<Request, Work>> = {
  async probe() {},
  async 'set-auto-boot'(device) {
    for (const command of SET_AUTO_BOOT) await sendCommand(device, command)
  },
  reboot: (device) => sendCommand(device, REBOOT),
}

/**
 * Speaks to phones in recovery, one request at a time. Every request ends in one typed answer; a phone in DFU or any other
 * mode never gets one. The phone may vanish during `reboot`: that is what it was asked to do.
 */
export function createRecovery({ find, state, restoreRuns, irecovery }: RecoverySetup): RecoveryAdapter {
  let queue = Promise.resolve()

  const hasLeft = async (deviceId: string): Promise<boolean> => {
    for (let waitedMs = 0; waitedMs < LEAVES_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
      if (find(deviceId) === null) return true
      await pause(LOOK_EVERY_MS)
    }
    return find(deviceId) === null
  }

  /** `sent`: the work had begun, so that another program must not begin it again. */
  const attempt = async (deviceId: string, work: Work, restarts: boolean): Promise<Attempted> => {
    const device = find(deviceId)
    let sent = false
    const end = (outcome: Outcome): Attempted => ({ outcome, sent })
    if (device === null) return end('gone')
    if (!takesCommands(device.productId)) return end('not-available')
    if (await restoreRuns?.()) return end('restoring')
    try {
      await withDevice(device, () => {
        sent = true
        return work(device)
      })
      return end('ok')
    } catch (error) {
      const outcome = outcomeOf(error)
      if (outcome !== 'gone' && outcome !== 'failed') return end(outcome)
      // how a transfer fails while the phone leaves differs from system to system; that it has left decides
      const left = await hasLeft(deviceId)
      if (left && restarts && sent) return end('ok')
      return end(left ? 'gone' : outcome)
    }
  }

  const attemptPatiently = async (deviceId: string, work: Work, restarts: boolean): Promise<Attempted> => {
    for (let tries = 1; ; tries += 1) {
      const attempted = await attempt(deviceId, work, restarts)
      if (attempted.outcome !== 'busy' || tries === TRIES) return attempted
      await pause(BETWEEN_TRIES_MS)
    }
  }

  /** Whether the other program reached the phone: asked only where nothing was sent yet, and never during a restore. */
  const byIrecovery = async ({ deviceId, request, irecoveryEcid }: Send, { outcome, sent }: Attempted) => {
    if (irecovery === undefined || irecoveryEcid === undefined || request === 'probe') return false
    if (sent || !KEPT_OUT.has(outcome) || (await restoreRuns?.())) return false
    const device = find(deviceId)
    return device !== null && takesCommands(device.productId) && irecovery(request, irecoveryEcid)
  }

  const send = async (effect: Send) => {
    const { deviceId, request } = effect
    const attempted = await attemptPatiently(deviceId, WORK[request], request === 'reboot')
    const answer = { kind: 'recovery.answered', deviceId, request } as const
    if (await byIrecovery(effect, attempted)) state({ ...answer, outcome: 'ok', by: 'irecovery' })
    else state({ ...answer, outcome: attempted.outcome })
  }

  const ask = async (deviceId: string) => {
    const variables: LoaderVariable[] = []
    const readAll: Work = async (device) => {
      for (const name of LOADER_VARIABLES) variables.push({ name, value: await readVariable(device, name) })
    }
    const { outcome } = await attemptPatiently(deviceId, readAll, false)
    state({ kind: 'recovery.told', deviceId, outcome, variables })
  }

  /** The same variable again and again. A refusal is an answer: both ways worked. */
  const tryLink = async (deviceId: string) => {
    const count = { done: 0, errors: 0 }
    const rounds: Work = async (device) => {
      const endMs = performance.now() + LINK_LIMIT_MS
      while (count.done + count.errors < LINK_ROUNDS && count.errors < LINK_ERRORS && performance.now() < endMs) {
        try {
          await readVariable(device, 'build-version')
          count.done += 1
        } catch (error) {
          if (outcomeOf(error) !== 'failed' || find(deviceId) === null) throw error
          count.errors += 1
        }
      }
    }
    const attempted = await attemptPatiently(deviceId, rounds, false)
    const outcome = TRANSFER_OUTCOMES[attempted.outcome]
    state({ kind: 'link.tried', deviceId, outcome, ...count })
  }

  return {
    perform(effect) {
      if (effect.kind === 'link.try' && effect.udid === null) queue = queue.then(() => tryLink(effect.deviceId))
      if (effect.kind === 'recovery.send') queue = queue.then(() => send(effect))
      if (effect.kind === 'recovery.ask') queue = queue.then(() => ask(effect.deviceId))
    },
  }
}
