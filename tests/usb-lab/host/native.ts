import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { CONTROLLER } from '../phone/vhci.ts'
import { runProgram } from './packages.ts'

/** What decides where the suite runs. */
export type Computer = {
  /** What the person asks for: `HANDHOLD_USB_LAB`. */
  readonly wish: string | undefined
  readonly userId: number | undefined
  udevRuns(): boolean
  /** Tries to load the virtual host controller. Gives modprobe's exit code, and whether the controller is there now. */
  loadController(): Promise<{ readonly code: number; readonly isThere: boolean }>
}

const thisComputer = (): Computer => ({
  wish: process.env['HANDHOLD_USB_LAB'],
  userId: process.getuid?.(),
  udevRuns: () => existsSync('/run/udev/control'),
  loadController: async () => {
    const { code } = await runProgram('modprobe', ['vhci-hcd'])
    return { code, isThere: existsSync(CONTROLLER) }
  },
})

/** Why the suite cannot use this computer's own kernel, in words; `null` when it can. Loads the controller only where all else allows it. */
export const whyNotNative = async (computer: Computer = thisComputer()): Promise<string | null> => {
  if (computer.wish === 'guest') return 'HANDHOLD_USB_LAB=guest asks for it'
  if (computer.userId !== 0) return 'plugging virtual phones into this one needs root'
  if (!computer.udevRuns()) return 'no udev daemon runs on this one'
  const { code, isThere } = await computer.loadController()
  return isThere ? null : `vhci-hcd does not load on this one (modprobe: ${code})`
}

/** Runs the suite as a child on this computer; one that says nothing for `silenceMs` is ended. Gives why it failed as a whole, or null. */
export const runNatively = (
  command: readonly string[],
  silenceMs: number,
  onLine: (line: string) => void,
): Promise<string | null> =>
  new Promise((done) => {
    const [program = '', ...args] = command
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const stop = () => child.kill('SIGKILL')
    const limit = setTimeout(stop, silenceMs)
    createInterface({ input: child.stdout }).on('line', (line) => {
      limit.refresh()
      onLine(line)
    })
    process.once('exit', stop)
    const finish = (failure: string | null) => {
      clearTimeout(limit)
      process.off('exit', stop)
      done(failure)
    }
    child.once('error', (error) => finish(String(error)))
    child.once('close', (code, signal) =>
      finish(code === 0 || code === 1 ? null : `the suite ended with ${code ?? signal}`),
    )
  })
