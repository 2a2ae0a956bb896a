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
