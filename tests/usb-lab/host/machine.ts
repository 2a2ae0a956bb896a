import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Parts } from './prepare.ts'
import { PROJECT, RESULTS } from './places.ts'

export type MachineSetup = {
  readonly parts: Parts
  /** Program and arguments to run inside; no spaces or commas in any of them. */
  readonly run: readonly string[]
  /** Ports of the guest's 127.0.0.1 that are to be reached under the same number out here. */
  readonly ports: readonly number[]
  readonly memoryMb: number
  /** The machine is ended when it has said nothing for so long. */
  readonly silenceMs: number
  /** Gets each line the suite prints. */
  readonly onLine: (line: string) => void
}

/** How it ended: the suite's own exit code, or `null` when the machine died or fell silent. */
export type MachineEnd = { readonly code: number | null; readonly timedOut: boolean; readonly complaint: string }

/**
 * A plain processor of 2008. What newer ones have beyond it (AVX, BMI) costs the emulation a quarter more time than it
 * saves those inside, and QEMU 7.2, which is Debian 12's, was the first to emulate it at all.
 */
const PROCESSOR = 'Nehalem'

const CONSOLE = join(RESULTS, 'console.txt')

// QEMU takes a doubled comma for a comma.
const quoted = (path: string) => path.replaceAll(',', ',,')

const share = (tag: string, path: string, options: string) => [
  '-fsdev', `local,id=${tag},path=${quoted(path)},security_model=none${options}`,
  '-device', `virtio-9p-pci,fsdev=${tag},mount_tag=${tag}`,
] // prettier-ignore

const commandLine = (setup: MachineSetup) => {
  const modules = realpathSync(join(PROJECT, 'node_modules'))
  const environment = Object.entries(process.env).flatMap(([name, value]) =>
    name.startsWith('LAB_') && /^[\w+.-]+$/.test(value ?? '') ? [`${name}=${value}`] : [],
  )
  const words = [
    'console=ttyS0 quiet loglevel=4 panic=-1 net.ifnames=0 mitigations=off',
    // Without these the emulated clock is read through a device, and every look at the time leaves the processor.
    'tsc=reliable no_timer_check',
    `lab_project=${PROJECT}`,
    ...(modules.startsWith(`${PROJECT}/`) ? [] : [`lab_modules=${modules}`]),
    ...(environment.length > 0 ? [`lab_env=${environment.join(',')}`] : []),
    `lab_run=${setup.run.join(',')}`,
  ]
  return words.join(' ')
}

/** Plain emulation (TCG): virtual machines that pretend to offer KVM may make no progress with it. */
const emulatorArguments = (setup: MachineSetup): string[] => {
  const { emulatorRoot, kernel, initramfs } = setup.parts
  const forwards = setup.ports.map((port) => `,hostfwd=tcp:127.0.0.1:${port}-127.0.0.1:${port}`).join('')
  const data =
    emulatorRoot === null ? [] : ['qemu', 'seabios'].flatMap((name) => ['-L', join(emulatorRoot, 'usr/share', name)])
  return [
    ...data,
    '-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot',
    '-machine', 'q35,usb=off,vmport=off', '-accel', 'tcg,thread=multi,tb-size=256',
    '-cpu', PROCESSOR, '-smp', '2', '-m', String(setup.memoryMb),
    '-kernel', kernel, '-initrd', initramfs, '-append', commandLine(setup),
    '-serial', `file:${CONSOLE}`,
    '-device', 'virtio-serial-pci', '-chardev', 'stdio,id=lines,signal=off', '-device', 'virtserialport,chardev=lines,name=lines',
    ...share('host', '/', ',readonly=on,multidevs=remap'),
    ...share('results', RESULTS, ''),
    '-netdev', `user,id=net,restrict=on${forwards}`, '-device', 'virtio-net-pci,netdev=net,romfile=',
  ] // prettier-ignore
}

const emulator = ({ emulatorRoot }: Parts) => {
  if (emulatorRoot === null) return { program: 'qemu-system-x86_64', env: process.env }
  const libraries = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu'].map((path) => join(emulatorRoot, path))
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: libraries.join(':'),
    QEMU_MODULE_DIR: join(libraries[0] ?? '', 'qemu'),
  }
  return { program: join(emulatorRoot, 'usr/bin/qemu-system-x86_64'), env }
}

const splitLines = (onLine: (line: string) => void) => {
  let rest = ''
  return (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line.replace(/\r$/, ''))
  }
}

/** The last lines of the guest's console, for the report of a machine that died. */
export const consoleTail = (lines: number): string =>
  existsSync(CONSOLE) ? readFileSync(CONSOLE, 'latin1').trimEnd().split('\n').slice(-lines).join('\n') : '(no console)'

const readExitCode = (): number | null => {
  const file = join(RESULTS, 'exit-code')
  const code = existsSync(file) ? Number.parseInt(readFileSync(file, 'latin1'), 10) : Number.NaN
  return Number.isNaN(code) ? null : code
}

/**
 * Starts the guest. `ended` settles when it has powered off, died or was ended for its silence; `stop` ends it at once.
 */
export const startMachine = (setup: MachineSetup): { ended: Promise<MachineEnd>; stop(): void } => {
  mkdirSync(RESULTS, { recursive: true })
  rmSync(join(RESULTS, 'exit-code'), { force: true })
  const { program, env } = emulator(setup.parts)
  const args = emulatorArguments(setup)
  writeFileSync(
    join(RESULTS, 'qemu-command.txt'),
    `${[program, ...args].map((word) => JSON.stringify(word)).join(' ')}\n`,
  )
  // Its standard input must stay open: at the input's end QEMU closes the line port and the guest's writes to it hang.
  const child: ChildProcess = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let timedOut = false
  let complaint = ''
  const stop = () => child.kill('SIGKILL')
  const limit = setTimeout(() => {
    timedOut = true
    stop()
  }, setup.silenceMs)
  const take = splitLines(setup.onLine)
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    limit.refresh()
    take(text)
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4000)
  })
  process.once('exit', stop)
  const ended = new Promise<MachineEnd>((done) => {
    const finish = () => {
      clearTimeout(limit)
      process.off('exit', stop)
      done({ code: timedOut ? null : readExitCode(), timedOut, complaint })
    }
    child.once('error', (error) => {
      complaint += String(error)
      finish()
    })
    child.once('close', finish)
  })
  return { ended, stop }
}
