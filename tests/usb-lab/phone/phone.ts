import { setTimeout as pause } from 'node:timers/promises'
import { createPhoneBody, type BodyHooks, type Transfer } from './bodies.ts'
import { createBootLoader } from './boot-loader.ts'
import { showingOf, type PhoneIdentity, type PhoneMode, type Showing } from './identities.ts'
import { createLockdown, LOCKDOWN_PORT, valuesOf } from './lockdown.ts'
import type { DescriptorFaults } from './usb-device.ts'
import type { KernelPort } from './vhci.ts'

/** Misbehaviour that can be switched on for one phone. */
export type PhoneFaults = DescriptorFaults & {
  /** Every command is refused with a stall. */
  refuseCommands: boolean
  /** The phone is off the bus in the middle of this command, whose transfer then fails. */
  diesDuring: string | null
  /** This command is never answered: the phone can be pulled in the middle of it. */
  silentDuring: string | null
  /** Only a computer that the phone trusts may send it into recovery: systems from 14.5 on. */
  trustForRecovery: boolean
  /** The multiplexer's protocol: 1 is what old systems speak. Taken at the next plug. */
  muxVersion: 1 | 2
}

export const NO_FAULTS: PhoneFaults = {
  blankSerials: 0,
  refuseStrings: false,
  refuseConfiguration: false,
  refuseCommands: false,
  diesDuring: null,
  silentDuring: null,
  trustForRecovery: false,
  muxVersion: 2,
}

/** Something that happened to the phone, oldest first in its log. */
export type PhoneRecord =
  | { readonly atMs: number; readonly what: 'plugged'; readonly showing: Showing; readonly monotonicMs: number }
  | { readonly atMs: number; readonly what: 'unplugged' }
  | { readonly atMs: number; readonly what: 'transfer'; readonly transfer: Transfer }
  | { readonly atMs: number; readonly what: 'lockdown'; readonly request: string; readonly answer: string }
  | { readonly atMs: number; readonly what: 'trouble'; readonly message: string }

export type PhoneState = {
  readonly showing: Showing | null
  readonly variables: Record<string, string>
}

/** The phone and the hands that plug it. What it is asked it answers by itself. */
export type LabPhone = {
  readonly faults: PhoneFaults
  readonly log: PhoneRecord[]
  state(): PhoneState
  plug(mode: PhoneMode, port: KernelPort): Promise<void>
  /** As `plug`, with strings from elsewhere: the simulator's. */
  show(showing: Showing, port: KernelPort): Promise<void>
  unplug(): Promise<void>
  /** Forgets what happened, all faults and all that was set on the phone. */
  forget(): void
  /** Settles when nothing of what was asked is still to be done. */
  settled(): Promise<void>
  /** Someone else decides what a command leads to: told of `reboot` and of a saved `auto-boot true`. */
  onCommand: ((command: 'reboot' | 'set-auto-boot') => void) | null
}

/** How long the phone is off the bus when it restarts by itself. */
const RESTART_MS = 1200

type Plugged = { readonly showing: Showing; readonly port: KernelPort }

/** Plugging and pulling happen one after the other, in the order they were asked for. */
const createQueue = (onTrouble: (message: string) => void) => {
  let last: Promise<void> = Promise.resolve()
  return {
    add(job: () => Promise<unknown>): Promise<void> {
      last = last.then(job).then(
        () => {},
        (error: unknown) => onTrouble(String(error)),
      )
      return last
    },
    settled: () => last,
  }
}

/** A virtual iPhone that is not plugged in. `autoBoot` as in `createBootLoader`. */
export const createLabPhone = (identity: PhoneIdentity, autoBoot = false): LabPhone => {
  const faults: PhoneFaults = { ...NO_FAULTS }
  const loader = createBootLoader(autoBoot)
  const log: PhoneRecord[] = []
  let plugged: Plugged | null = null
  const now = () => Math.round(performance.now())
  const queue = createQueue((message) => log.push({ atMs: now(), what: 'trouble', message }))

  const unplug = () =>
    queue.add(async () => {
      if (plugged === null) return
      const { port } = plugged
      plugged = null
      log.push({ atMs: now(), what: 'unplugged' })
      await port.detach()
    })

  const plugIn = (showing: Showing, port: KernelPort, mode: PhoneMode | null) =>
    queue.add(async () => {
      plugged = { showing, port }
      log.push({ atMs: now(), what: 'plugged', showing, monotonicMs: Number(process.hrtime.bigint()) / 1e6 })
      await port.attach(createPhoneBody(showing, bodyHooks(mode)))
    })

  const restart = () => {
    const port = plugged?.port
    // The answer to the request goes out first.
    void queue.add(() => pause(20))
    void unplug()
    void queue.add(() => pause(RESTART_MS))
    const mode = loader.restart() ? 'normal' : 'recovery'
    if (port !== undefined) void plugIn(showingOf(identity, mode), port, mode)
  }

  const leadTo = (outcome: 'done' | 'reboot', text: string) => {
    if (phone.onCommand === null) return outcome === 'reboot' ? restart() : undefined
    if (outcome === 'reboot') phone.onCommand('reboot')
    if (text === 'saveenv' && loader.variables()['auto-boot'] === 'true') phone.onCommand('set-auto-boot')
  }

  const enterRecovery = () => {
    const port = plugged?.port
    if (port === undefined) return
    void queue.add(() => pause(200))
    void unplug()
    void queue.add(() => pause(RESTART_MS))
    void plugIn(showingOf(identity, 'recovery'), port, 'recovery')
  }

  const bodyHooks = (mode: PhoneMode | null): BodyHooks => ({
    ...hooks,
    muxVersion: faults.muxVersion,
    services: new Map([
      [
        LOCKDOWN_PORT,
        createLockdown({
          type: mode === 'restore' ? 'com.apple.mobile.restored' : 'com.apple.mobile.lockdown',
          values: valuesOf(identity),
          trustForRecovery: faults.trustForRecovery,
          enterRecovery,
          record: (request, answer) => void log.push({ atMs: now(), what: 'lockdown', request, answer }),
        }),
      ],
    ]),
  })

  const hooks: Omit<BodyHooks, 'services' | 'muxVersion'> = {
    faults,
    nonces: identity.nonces,
    reply: () => loader.reply(),
    record: (transfer) => void log.push({ atMs: now(), what: 'transfer', transfer }),
    command(text) {
      const outcome = faults.refuseCommands ? 'stall' : loader.run(text)
      if (outcome === 'stall') return 'stall'
      leadTo(outcome, text)
      if (faults.silentDuring === text) return 'silent'
      if (faults.diesDuring !== text) return 'done'
      if (outcome !== 'reboot') void unplug()
      return 'gone'
    },
  }

  const phone: LabPhone = {
    faults,
    log,
    onCommand: null,
    state: () => ({ showing: plugged?.showing ?? null, variables: loader.variables() }),
    async plug(mode, port) {
      await unplug()
      await plugIn(showingOf(identity, mode), port, mode)
    },
    async show(showing, port) {
      await unplug()
      await plugIn(showing, port, null)
    },
    unplug,
    forget() {
      Object.assign(faults, NO_FAULTS)
      log.length = 0
      loader.forget()
    },
    settled: () => queue.settled(),
  }
  return phone
}
