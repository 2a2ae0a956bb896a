import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LARGEST_BYTES = 512_000

/**
 * The app's log on this computer: one file of at most half a megabyte and the one before it. Nothing is sent anywhere. A disk that
 * refuses costs the line, not the app. `nowIso` gives the stamp.
 */
export function openLogFile(
  folder: string,
  nowIso: () => string = () => new Date().toISOString(),
): { readonly file: string; write(line: string): void } {
  const file = join(folder, 'handhold.log')
  return {
    file,
    write(line) {
      try {
        mkdirSync(folder, { recursive: true })
        const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
        if (size > LARGEST_BYTES) renameSync(file, join(folder, 'handhold.before.log'))
        appendFileSync(file, `${nowIso()} ${line.replace(/\r?\n/g, '\n  ')}\n`)
      } catch {
        // there is nobody left to tell
      }
    },
  }
}
