import { homedir } from 'node:os'
import { join } from 'node:path'
import type { HostSystem } from '../shared/knowledge/vocabulary.ts'

/** The operating system in the engine's words; everything that is neither macOS nor Windows is treated as Linux. */
export function hostSystem(platform: NodeJS.Platform = process.platform): HostSystem {
  if (platform === 'darwin') return 'macos'
  return platform === 'win32' ? 'windows' : 'linux'
}

/** Where this system keeps an app's data, the same for all doors: one history for the window, the browser and the command line. */
export function dataFolder(
  system: HostSystem = hostSystem(),
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (system === 'macos') return join(home, 'Library', 'Application Support', 'Handhold')
  if (system === 'windows') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Handhold')
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'handhold')
}

/** The history's file when nobody names another. Its folder may not exist yet. */
export const defaultDatabaseFile = (): string => join(dataFolder(), 'history.sqlite')
