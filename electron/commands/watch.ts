import { parseArgs } from 'node:util'
import { portChannel } from '../../shared/contract/channel.ts'
import { openConnection } from '../../shared/contract/connection.ts'
import type { Phone, PhoneChange } from '../../shared/engine/phone.ts'
import type { State, UsbAccess } from '../../shared/engine/state.ts'
import type { App, AppSetup } from '../build.ts'
import { type Command, type CommandIo, EXIT } from './command.ts'
import { reasonOf, words } from './words.ts'

const hex = (id: number | undefined) => (id === undefined ? null : id.toString(16).padStart(4, '0'))

/** What is the same in every line about one phone. */
function phoneFacts(phone: Phone) {
  const { deviceClass, stage, productTypes, name, cpid, bdid, ecid, udid, buttonFamily } = phone.identity
  return {
    id: phone.id,
    vid: hex(phone.usb?.vendorId),
    pid: hex(phone.usb?.productId),
    hubs: phone.usb?.hubs ?? null,
    speedMbps: phone.usb?.speedMbps ?? null,
    ...{ deviceClass, stage, productTypes, name, cpid, bdid, ecid, udid, buttonFamily },
  }
}

const at = (wallMs: number) => new Date(wallMs).toISOString()

/** The changes of one phone since the last look. */
function newChanges(before: Phone | undefined, now: Phone): readonly PhoneChange[] {
  const last = before?.changes.at(-1)
  if (last === undefined) return now.changes
  const known = now.changes.findLastIndex((change) => change.atMs === last.atMs && change.mode === last.mode)
  return now.changes.slice(known + 1)
}

/** Every line that a step from one State to the next is worth, oldest first. */
export function watchLines(before: State | null, now: State): readonly object[] {
  const lines: object[] = []
  const access = now.host.usb
  if (!before || !sameAccess(before.host.usb, access)) {
    lines.push({ at: at(now.wallMs), kind: 'usb', status: access.status, problem: access.problem?.code ?? null })
  }
  for (const phone of now.phones) {
    const known = before?.phones.find((one) => one.id === phone.id)
    const changes = newChanges(known, phone)
    for (const { wallMs, mode, usbPort } of changes) {
      const kind = mode === null ? 'left' : 'arrived'
      lines.push({ at: at(wallMs), kind, mode: mode ?? 'none', usbPort, ...phoneFacts(phone) })
    }
    const rest = { mode: phone.mode, usbPort: phone.usbPort, ...phoneFacts(phone) }
    if (changes.length === 0 && known && JSON.stringify(known.identity) !== JSON.stringify(phone.identity))
      lines.push({ at: at(now.wallMs), kind: 'identified', ...rest })
    if (phone.presence === 'gone' && known?.presence === 'away')
      lines.push({ at: at(now.wallMs), kind: 'gone', ...rest, mode: 'none' })
  }
  return lines
}

const sameAccess = (one: UsbAccess, other: UsbAccess) =>
  one.status === other.status && one.problem?.code === other.problem?.code

/** Follows one app until `stopped` resolves. USB that cannot be seen is a line and a message with the cure, not the end. */
export async function follow(app: App, io: CommandIo, stopped: Promise<void>): Promise<void> {
  let before: State | null = null
  const { port1, port2 } = new MessageChannel()
  app.connect(portChannel(port1))
  const wire = portChannel(port2)
  const look = (state: State) => {
    const { status } = state.host.usb
    if (status === 'unavailable' && before?.host.usb.status !== 'unavailable')
      io.err(words(`usb-unavailable.help.${state.host.system}`))
    for (const line of watchLines(before, state)) io.out(JSON.stringify(line))
    before = state
  }
  openConnection(
    wire,
    {
      state: ({ world, state }) => (world === 'real' ? look(state) : undefined),
      practice: () => {},
      historyChanged: () => {},
    },
    (reason) => io.err(reason),
  )
  await stopped
  wire.close('the watch ended')
  await app.close()
}

const interrupted = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })

/** `handhold watch --json`: a line for every change on USB, until interrupted. Keeps nothing on disk. */
export const watchCommand: Command = {
  name: 'watch',
  usage: words('command.watch.usage'),
  async run(args, io) {
    try {
      parseArgs({ args, options: { json: { type: 'boolean' } } })
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return EXIT.wrongUse
    }
    const { buildApp } = await import('../build.ts')
    const setup: AppSetup = {
      door: 'serve',
      databaseFile: ':memory:',
      appVersion: 'command',
      log: (line) => io.err(line),
    }
    await follow(buildApp(setup), io, interrupted())
    return EXIT.done
  },
}
