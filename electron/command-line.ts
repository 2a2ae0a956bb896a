import about from '../package.json' with { type: 'json' }
import type { Command, CommandIo } from './commands/command.ts'
import { EXIT } from './commands/command.ts'
import { reasonOf, words } from './commands/words.ts'

/** Each command is loaded when it is asked for, so that a missing native package stops only the commands that need it. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  identify: async () => (await import('./commands/identify.ts')).identifyCommand,
  guide: async () => (await import('./commands/guide.ts')).guideCommand,
  judge: async () => (await import('./commands/judge.ts')).judgeCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  checkup: async () => (await import('./commands/checkup.ts')).checkupCommand,
  watch: async () => (await import('./commands/watch.ts')).watchCommand,
  recovery: async () => (await import('./commands/recovery.ts')).recoveryCommand,
  'read-log': async () => (await import('./commands/read-log.ts')).readLogCommand,
  'check-ipsw': async () => (await import('./commands/check-ipsw.ts')).checkIpswCommand,
  history: async () => (await import('./commands/history.ts')).historyCommand,
}

/** The process's own streams, written in whole lines. A reader that went away (`| head`) is the end, not an error. */
export function standardIo(): CommandIo {
  const write = (stream: NodeJS.WriteStream) => {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed)
    })
    return (line: string) => void stream.write(`${line}\n`)
  }
  return { stdin: process.stdin, out: write(process.stdout), err: write(process.stderr) }
}

async function help(): Promise<string[]> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  return [
    words('command.help.intro'),
    '',
    words('command.help.usage'),
    '',
    words('command.help.commands'),
    ...commands.map(({ usage }) => `  ${usage.replace(/\n/g, '\n  ')}`),
    '',
    words('command.help.more'),
    words('command.help.exit'),
  ]
}

const asksForHelp = (args: readonly string[]) => {
  const end = args.indexOf('--')
  return args.slice(0, end === -1 ? args.length : end).some((arg) => arg === '--help' || arg === '-h')
}

/** Takes what stands behind the program's name; runs that command on `io` and gives the exit code. Never rejects. */
export async function runCommandLine(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined) {
    for (const line of await help()) io.err(line)
    return EXIT.wrongUse
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    for (const line of await help()) io.out(line)
    return EXIT.done
  }
  if (name === '--version' || name === '-v') {
    io.out(about.version)
    return EXIT.done
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) {
    io.err(words('command.unknown', { name }))
    return EXIT.wrongUse
  }
  try {
    const command = await load()
    if (!asksForHelp(rest)) return await command.run(rest, io)
    io.out(`handhold ${command.usage}`)
    return EXIT.done
  } catch (error) {
    io.err(words('command.failed', { name, reason: reasonOf(error) }))
    return EXIT.failed
  }
}

/** A command's name, or something that was meant as one: no path, no file. */
const LOOKS_LIKE_A_COMMAND = /^[a-z][a-z-]*$/
const ABOUT = ['--help', '-h', '--version']

/**
 * Takes what a window program was started with, without its own name (and, unpacked, without the app's folder). Gives what is meant
 * for the command line, or null when a window is: no arguments, switches for the system below, files to open.
 */
export function commandLineIn(args: readonly string[]): readonly string[] | null {
  const first = args.findIndex((arg) => !arg.startsWith('-'))
  if (first !== -1 && LOOKS_LIKE_A_COMMAND.test(args[first] ?? '')) return args.slice(first)
  const about = args.find((arg) => ABOUT.includes(arg))
  return first === -1 && about !== undefined ? [about] : null
}
