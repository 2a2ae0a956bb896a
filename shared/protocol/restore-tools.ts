import { RESTORE_TOOLS } from '../knowledge/restore-tools.ts'
import { bareName } from './host-programs.ts'

/**
 * The program that restores phones among the processes of a list, or null. Takes what `ps -axo comm=` or `tasklist /fo csv /nh`
 * prints, or names as Linux keeps them (cut after 15 characters), one a line.
 */
export function restoreToolAmong(list: string): string | null {
  for (const line of list.split(/\r?\n/u)) {
    const name = bareName(/^"([^"]*)"/u.exec(line)?.[1] ?? line)
    const tool = RESTORE_TOOLS.find(({ process }) => name === process || name === process.slice(0, 15))
    if (tool) return tool.name
  }
  return null
}

/** What a program is asked for that does nothing else then. */
const ASKED_ONLY = ['--version', '-v', '-V', '--help', '-h']

/**
 * The name of a Linux process, or '' for one that is only asked for its version or help, as our own look at this computer does: that
 * is no restore. Takes `/proc/<id>/comm` and `/proc/<id>/cmdline` (arguments that end with a zero byte). Source: proc(5).
 */
export function nameUnlessAsked(comm: string, cmdline: string): string {
  const [argument, ...more] = cmdline
    .split('\0')
    .slice(1)
    .filter((part) => part !== '')
  return argument !== undefined && more.length === 0 && ASKED_ONLY.includes(argument) ? '' : comm.trim()
}
