import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { CONTROLLER } from '../phone/vhci.ts'
import { runProgram } from './packages.ts'

/** Why the suite cannot use this computer's own kernel, in words; `null` when it can. */
export const whyNotNative = async (): Promise<string | null> => {
  if (process.env['HANDHOLD_USB_LAB'] === 'guest') return 'HANDHOLD_USB_LAB=guest asks for it'
  if (process.getuid?.() !== 0) return 'plugging virtual phones into this one needs root'
  if (!existsSync('/run/udev/control')) return 'no udev daemon runs on this one'
  const { code } = await runProgram('modprobe', ['vhci-hcd'])
  return existsSync(CONTROLLER) ? null : `vhci-hcd does not load on this one (modprobe: ${code})`
}

/** Runs the suite as a child on this computer. Gives why it failed as a whole, or null. */
export const runNatively = (
  command: readonly string[],
  limitMs: number,
  onLine: (line: string) => void,
): Promise<string | null> =>
  new Promise((done) => {
    const [program = '', ...args] = command
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    })
    createInterface({ input: child.stdout }).on('line', onLine)
    const stop = () => child.kill('SIGKILL')
    process.once('exit', stop)
    child.once('error', (error) => done(String(error)))
    child.once('close', (code, signal) => {
      process.off('exit', stop)
      done(code === 0 || code === 1 ? null : `the suite ended with ${code ?? signal}`)
    })
  })
