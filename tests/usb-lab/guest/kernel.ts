import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONTROLLER, CONTROLLERS, readBusNumber } from '../phone/vhci.ts'
import { run, waitFor } from './lab.ts'

/** A Node program's start takes seconds under emulation, and a minute where the computer is busy too. */
const START_MS = 180_000

const DRIVER = '/sys/bus/platform/drivers/vhci_hcd'

/** Loads the virtual host controllers. `alone`: keeps those the lab uses of the many there are, each of which is two more buses. */
export const loadControllers = async (alone: boolean): Promise<void> => {
  const { code, err } = await run('modprobe', ['vhci-hcd'])
  if (!existsSync(CONTROLLER)) throw new Error(`vhci-hcd does not load (${code}): ${err.trim()}`)
  // A bus that went to sleep tries the connections behind the hub again when it wakes: seconds lost, and ghosts on it.
  for (let controller = 0; controller < CONTROLLERS; controller += 1)
    writeFileSync(`/sys/bus/usb/devices/usb${readBusNumber(controller)}/power/control`, 'on')
  if (!alone) return
  const isOther = (name: string) => Number(/^vhci_hcd\.(\d+)$/.exec(name)?.[1] ?? 0) >= CONTROLLERS
  for (const name of readdirSync(DRIVER).filter(isOther)) writeFileSync(join(DRIVER, 'unbind'), name)
  await run('udevadm', ['settle', '-t', '20'])
}

type Started = { child: ChildProcess; ready: RegExpExecArray }

/** Ended by a signal before it said anything: how Node's crash at its start looks. */
class Crashed extends Error {}

const startOnce = async (
  file: string,
  args: readonly string[],
  readyLine: RegExp,
  onText: (text: string) => void,
  user?: number,
): Promise<Started> => {
  const person = user === undefined ? {} : { uid: user, gid: user, env: { ...process.env, HOME: '/home/person' } }
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...person })
  let text = ''
  const take = (chunk: Buffer) => {
    text += chunk.toString()
    onText(chunk.toString())
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const look = () => {
    const ready = readyLine.exec(text)
    if (ready !== null) return ready
    if (child.signalCode !== null && text === '') throw new Crashed(`${file} was ended by ${child.signalCode}`)
    const end = child.exitCode ?? child.signalCode
    if (end !== null) throw new Error(`${file} ended with ${end}: ${text.slice(-2000)}`)
    return undefined
  }
  return { child, ready: await waitFor(`${file} to be ready`, look, START_MS) }
}

/**
 * Starts a Node program of this project and waits for a line on its standard output; all it prints goes to `onText`. Runs as
 * `user` where told. One that was ended by a signal before its first word is started once more: that is Node under emulation.
 */
export const startProgram = async (...how: Parameters<typeof startOnce>): Promise<Started> => {
  try {
    return await startOnce(...how)
  } catch (error) {
    if (!(error instanceof Crashed)) throw error
    console.log(`${error.message}; once more`)
    return startOnce(...how)
  }
}
