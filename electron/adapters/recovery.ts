import type { Effect } from '../../shared/engine/effects.ts'
import type { WorldEvent } from '../../shared/engine/events.ts'
import type { Inbox } from '../../shared/engine/ports.ts'
import {
  COMMAND_REQUEST,
  commandBytes,
  readUsbFailure,
  REBOOT,
  SET_AUTO_BOOT,
  takesCommands,
  type UsbFailure,
} from '../../shared/protocol/recovery-command.ts'
import type { LibraryDevice } from './usb-library.ts'

type Answer = Extract<WorldEvent, { kind: 'recovery.answered' }>
type Request = Answer['request']
type Outcome = Answer['outcome']

export type RecoveryAdapter = {
  /** Performs `recovery.send` and answers with exactly one `recovery.answered`; leaves every other effect alone. */
  perform(effect: Effect): void
}

export type RecoverySetup = {
  readonly find: (deviceId: string) => LibraryDevice | null
  readonly state: Inbox
}

/** Finder or iTunes may hold the device for a moment; libirecovery waits like this too. */
const TRIES = 4
const BETWEEN_TRIES_MS = 500
/** libirecovery's own limit for a control transfer. */
const TRANSFER_MS = 10_000
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

async function sendCommand(device: LibraryDevice, command: string): Promise<void> {
  const sent = await inTime(
    device.controlTransferOut(COMMAND_REQUEST, commandBytes(command), TRANSFER_MS),
    TRANSFER_MS + 500,
  )
  if (sent.status === 'stall') throw new Refused('not-available')
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

const WORK: Readonly<Record<Request, (device: LibraryDevice) => Promise<void>>> = {
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
export function createRecovery({ find, state }: RecoverySetup): RecoveryAdapter {
  let queue = Promise.resolve()

  const hasLeft = async (deviceId: string): Promise<boolean> => {
    for (let waitedMs = 0; waitedMs < LEAVES_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
      if (find(deviceId) === null) return true
      await pause(LOOK_EVERY_MS)
    }
    return find(deviceId) === null
  }

  const ask = async (deviceId: string, request: Request): Promise<Outcome> => {
    const device = find(deviceId)
    if (device === null) return 'gone'
    if (!takesCommands(device.productId)) return 'not-available'
    let sent = false
    try {
      await withDevice(device, () => {
        sent = true
        return WORK[request](device)
      })
      return 'ok'
    } catch (error) {
      const outcome = outcomeOf(error)
      if (outcome !== 'gone' && outcome !== 'failed') return outcome
      // how a transfer fails while the phone leaves differs from system to system; that it has left decides
      const left = await hasLeft(deviceId)
      if (left && request === 'reboot' && sent) return 'ok'
      return left ? 'gone' : outcome
    }
  }

  const askPatiently = async (deviceId: string, request: Request): Promise<Outcome> => {
    for (let tries = 1; ; tries += 1) {
      const outcome = await ask(deviceId, request)
      if (outcome !== 'busy' || tries === TRIES) return outcome
      await pause(BETWEEN_TRIES_MS)
    }
  }

  return {
    perform(effect) {
      if (effect.kind !== 'recovery.send') return
      const { deviceId, request } = effect
      queue = queue.then(async () => {
        const outcome = await askPatiently(deviceId, request)
        state({ kind: 'recovery.answered', deviceId, request, outcome })
      })
    },
  }
}
