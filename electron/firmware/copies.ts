import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FIRMWARE_FILE_NAME, FIRMWARE_FOLDERS } from '../../shared/knowledge/firmware-folders.ts'
import type { HostSystem } from '../../shared/knowledge/vocabulary.ts'
import { readFirmwareName } from '../../shared/protocol/ipsw-manifest.ts'

/** A firmware file on this computer. Version and build are what its name says, null for names that say nothing. */
export type FirmwareCopy = {
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly writtenWallMs: number
  readonly version: string | null
  readonly build: string | null
}

type Outside = {
  readonly system: HostSystem
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** The folders of this computer; nothing says that they exist. `HANDHOLD_FIRMWARE_FOLDER` names a further one on any system. */
export function firmwareFolders({ system, env, home }: Outside): readonly string[] {
  const roots = {
    home,
    roaming: env['APPDATA'] || join(home, 'AppData', 'Roaming'),
    local: env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'),
  }
  const named = env['HANDHOLD_FIRMWARE_FOLDER']
  const own = FIRMWARE_FOLDERS.filter((row) => row.system === system).map(({ from, path }) =>
    join(roots[from], ...path),
  )
  return named ? [...own, named] : own
}

const MOST_ENTRIES = 5000
const MOST_COPIES = 30

async function copiesIn(folder: string): Promise<FirmwareCopy[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries
    .slice(0, MOST_ENTRIES)
    .filter((entry) => entry.isFile() && FIRMWARE_FILE_NAME.pattern.test(entry.name))
    .map(({ name }) => name)
  const copies = await Promise.all(
    names.map(async (name): Promise<FirmwareCopy[]> => {
      const path = join(folder, name)
      const about = await stat(path).catch(() => null)
      if (about === null) return []
      const said = readFirmwareName(name)
      const [version, build] = [said?.version ?? null, said?.build ?? null]
      return [{ path, name, bytes: about.size, writtenWallMs: about.mtimeMs, version, build }]
    }),
  )
  return copies.flat()
}

/** The firmware files in these folders, the newest first, not more than a screen can hold. Reads names only; never rejects. */
export async function findCopies(folders: readonly string[]): Promise<readonly FirmwareCopy[]> {
  const found = (await Promise.all(folders.map(copiesIn))).flat()
  return found.toSorted((one, other) => other.writtenWallMs - one.writtenWallMs).slice(0, MOST_COPIES)
}
