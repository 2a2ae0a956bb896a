import { setTimeout as pause } from 'node:timers/promises'
import { createPhoneBody, type BodyHooks, type Transfer } from './bodies.ts'
import { createBootLoader } from './boot-loader.ts'
import { showingOf, type PhoneIdentity, type PhoneMode, type Showing } from './identities.ts'
import type { DescriptorFaults } from './usb-device.ts'
import type { KernelPort } from './vhci.ts'

/** Misbehaviour that can be switched on for one phone. */
export type PhoneFaults = DescriptorFaults & {
  /** Every command is refused with a stall. */
  refuseCommands: boolean
  /** The phone is off the bus in the middle of this command, whose transfer then fails. */
  diesDuring: string | null
  /** How long the serial string stays blank after each plug; 0 for never. */
  blankSerialMs: number
}

export const NO_FAULTS: PhoneFaults = {
  blankSerial: false,
  refuseStrings: false,
  refuseConfiguration: false,
  refuseCommands: false,
  diesDuring: null,
  blankSerialMs: 0,
}

/** Something that happened to the phone, oldest first in its log. */
export type PhoneRecord =
  | { readonly atMs: number; readonly what: 'plugged'; readonly showing: Showing }
  | { readonly atMs: number; readonly what: 'unplugged' }
  | { readonly atMs: number; readonly what: 'transfer'; readonly transfer: Transfer }
  | { readonly atMs: number; readonly what: 'trouble'; readonly message: string }

export type PhoneState = {
  readonly showing: Showing | null
  readonly mode: PhoneMode | null
  readonly variables: Record<string, string>
}

/** The phone with hands that plug it: what it shows is told to it, what it is asked it answers by itself. */
export type LabPhone = {
  readonly faults: PhoneFaults
  readonly log: PhoneRecord[]
  state(): PhoneState
  plug(mode: PhoneMode, port: KernelPort): Promise<void>
  /** As `plug`, with strings from elsewhere: the simulator's. */
  show(showing: Showing, port: KernelPort): Promise<void>
  unplug(): Promise<void>
  /** Settles when nothing of what was asked is still to be done. */
  settled(): Promise<void>
  /** Called instead of restarting by itself when the computer sends `reboot`. */
  onReboot: (() => void) | null
}

/** How long an emulated phone is off the bus when it restarts. */
const RESTART_MS = 1200

type Plugged = { showing: Showing; mode: PhoneMode | null; port: KernelPort }

/** A virtual iPhone that is not plugged in. `autoBoot` as in `createBootLoader`. */
export const createLabPhone = (identity: PhoneIdentity, autoBoot = false): LabPhone => {
  const faults: PhoneFaults = { ...NO_FAULTS }
  const loader = createBootLoader(autoBoot)
  const log: PhoneRecord[] = []
  let plugged: Plugged | null = null
  let queue: Promise<void> = Promise.resolve()
  const now = () => Math.round(performance.now())

  /** Plugging and pulling happen one after the other, in the order they were asked for. */
  const enqueue = (job: () => Promise<unknown>): Promise<void> => {
    queue = queue.then(job).then(
      () => {},
      (error: unknown) => void log.push({ atMs: now(), what: 'trouble', message: String(error) }),
    )
    return queue
  }

  const unplug = () =>
    enqueue(async () => {
      if (plugged === null) return
      const { port } = plugged
      plugged = null
      log.push({ atMs: now(), what: 'unplugged' })
      await port.detach()
    })

  const show = (showing: Showing, port: KernelPort, mode: PhoneMode | null = null) =>
    enqueue(async () => {
      if (faults.blankSerialMs > 0) {
        faults.blankSerial = true
        setTimeout(() => (faults.blankSerial = false), faults.blankSerialMs)
      }
      plugged = { showing, mode, port }
      log.push({ atMs: now(), what: 'plugged', showing })
      await port.attach(createPhoneBody(showing, hooks))
    })

  const restart = () => {
    if (phone.onReboot !== null) return phone.onReboot()
    const port = plugged?.port
    // The answer to the request goes out first.
    void enqueue(() => pause(20))
    void unplug()
    void enqueue(() => pause(RESTART_MS))
    const mode = loader.restart() ? 'normal' : 'recovery'
    if (port !== undefined) void show(showingOf(identity, mode), port, mode)
  }

  const hooks: BodyHooks = {
    faults,
    nonces: identity.nonces,
    reply: loader.reply,
    record: (transfer) => void log.push({ atMs: now(), what: 'transfer', transfer }),
    command(text) {
      if (faults.refuseCommands) return 'stall'
      const outcome = loader.run(text)
      if (outcome === 'reboot') restart()
      else if (faults.diesDuring === text) void unplug()
      if (faults.diesDuring === text) return 'gone'
      return outcome === 'stall' ? 'stall' : 'done'
    },
  }

  const phone: LabPhone = {
    faults,
    log,
    onReboot: null,
    state: () => ({ showing: plugged?.showing ?? null, mode: plugged?.mode ?? null, variables: loader.variables() }),
    async plug(mode, port) {
      await unplug()
      await show(showingOf(identity, mode), port, mode)
    },
    async show(showing, port) {
      await unplug()
      await show(showing, port)
    },
    unplug,
    settled: () => queue,
  }
  return phone
}
