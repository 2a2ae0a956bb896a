import { createReadStream, writeSync } from 'node:fs'
import { app } from 'electron'
import { commandLineIn, runCommandLine, standardIo } from './command-line.ts'
import type { CommandIo } from './commands/command.ts'

/**
 * What this start asks of the command line (`handhold identify --json`), or null where a window is wanted. Unpacked, Electron's
 * program names the app's folder first.
 */
export function wantedCommandLine(): readonly string[] | null {
  const args = process.argv.slice(1)
  const folder = app.isPackaged ? -1 : args.findIndex((arg) => !arg.startsWith('-'))
  return commandLineIn(args.slice(folder + 1))
}

/** Electron replaces a Windows program's streams by an empty one and its own log; what the caller joined lies below them. */
const windowsIo = (): CommandIo => ({
  stdin: createReadStream('', { fd: 0 }),
  out: (line) => void writeSync(1, `${line}\n`),
  err: (line) => void writeSync(2, `${line}\n`),
})

/** Runs the command line in this program and ends it with the exit code: no window, no lock, no page. */
export async function runHere(words: readonly string[]): Promise<void> {
  const code = await runCommandLine(words, process.platform === 'win32' ? windowsIo() : standardIo())
  // ending here does not wait for what a slow reader has not taken yet
  await new Promise((written) => process.stdout.write('', written))
  app.exit(code)
}
