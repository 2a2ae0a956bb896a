import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONTROLLER, readBusNumber } from '../phone/vhci.ts'
import { run, waitFor } from './lab.ts'

const DRIVER = '/sys/bus/platform/drivers/vhci_hcd'

/** Loads the virtual host controller. `alone`: keeps one of the many it makes, each of which is two more buses. */
export const loadController = async (alone: boolean): Promise<void> => {
  const { code, err } = await run('modprobe', ['vhci-hcd'])
  if (!existsSync(CONTROLLER)) throw new Error(`vhci-hcd does not load (${code}): ${err.trim()}`)
  // A bus that went to sleep tries the connections behind the hub again when it wakes: seconds lost, and ghosts on it.
  writeFileSync(`/sys/bus/usb/devices/usb${readBusNumber()}/power/control`, 'on')
  if (!alone) return
  const others = readdirSync(DRIVER).filter((name) => /^vhci_hcd\.[1-9]/.test(name))
  for (const name of others) writeFileSync(join(DRIVER, 'unbind'), name)
  await run('udevadm', ['settle', '-t', '20'])
}

/** Starts a Node program of this project and waits for a line on its standard output; all it prints goes to `onText`. Runs as `user` where told. */
export const startProgram = async (
  file: string,
  args: readonly string[],
  readyLine: RegExp,
  onText: (text: string) => void,
  user?: number,
): Promise<{ child: ChildProcess; ready: RegExpExecArray }> => {
  const person = user === undefined ? {} : { uid: user, gid: user, env: { ...process.env, HOME: '/home/person' } }
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...person })
  let text = ''
  const take = (chunk: Buffer) => {
    text += chunk.toString()
    onText(chunk.toString())
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const ready = await waitFor(
    `${file} to be ready`,
    () => {
      if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}: ${text.slice(-2000)}`)
      return readyLine.exec(text) ?? undefined
    },
    60_000,
  )
  return { child, ready }
}
