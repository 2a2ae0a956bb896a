import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Copy } from '../../shared/contract/history.ts'

const NAME = /^\.(backup|before-restore|version-\d+|damaged)-\d{4}-\d\d-\d\dT[\d-]+$/

/** What a file beside the history is a copy for; null for anything else. */
function kindOf(file: string, name: string): Copy['kind'] | null {
  const ending = extname(file)
  const stem = basename(file, ending)
  if (!name.startsWith(stem) || !name.endsWith(ending)) return null
  const kind = NAME.exec(name.slice(stem.length, name.length - ending.length))?.[1]
  if (kind === undefined) return null
  if (kind === 'backup' || kind === 'before-restore' || kind === 'damaged') return kind
  return 'before-version'
}

/** The copies beside a history file, newest first; none when the folder cannot be read. */
export function copiesOf(file: string): Copy[] {
  const folder = dirname(file)
  try {
    return readdirSync(folder)
      .flatMap((fileName): Copy[] => {
        const kind = kindOf(file, fileName)
        if (kind === null) return []
        const { size, mtimeMs } = statSync(join(folder, fileName))
        return [{ fileName, kind, bytes: size, wallMs: Math.round(mtimeMs) }]
      })
      .toSorted((one, other) => other.wallMs - one.wallMs)
  } catch {
    return []
  }
}

/** The path of a copy by its bare name; null when it is none of this history's, so that nothing else can be named. */
export function copyNamed(file: string, fileName: string): string | null {
  if (basename(fileName) !== fileName || kindOf(file, fileName) === null) return null
  const path = join(dirname(file), fileName)
  return existsSync(path) ? path : null
}

/** Bytes of the history with its log; 0 where there is no file. */
export const bytesOf = (file: string): number =>
  ['', '-wal'].reduce((sum, side) => sum + (existsSync(file + side) ? statSync(file + side).size : 0), 0)
