import type { Provenance } from './provenance.ts'
import type { HostSystem } from './vocabulary.ts'

/** Where restore programs of a system write their logs. */
export type LogFolderRow = Provenance & {
  readonly system: HostSystem
  /** Where the path begins: the person's own folder, or what Windows calls `APPDATA` and `LOCALAPPDATA`. */
  readonly from: 'home' | 'roaming' | 'local'
  readonly path: readonly string[]
  /** The logs lie somewhere below, in a folder whose name is not known for certain. */
  readonly search: boolean
}

const reported = { source: 'Public guides and logs that people posted', confidence: 'reported' } as const
const inferred = {
  source: 'The folder beside it (iPhone Software Updates) is reported; this one has its name by analogy',
  confidence: 'inferred',
} as const
const searched = {
  source: 'The package of Apple Devices is reported; which of its folders holds the logs is not',
  confidence: 'inferred',
} as const

const KINDS = ['iPhone', 'iPad', 'iPod', 'Watch'] as const
const each = (row: (folder: string) => LogFolderRow): readonly LogFolderRow[] =>
  KINDS.map((kind) => row(`${kind} Updater Logs`))

const STORE_ITUNES = ['Packages', 'AppleInc.iTunes_nzyj5cx40ttqa', 'LocalCache', 'Roaming', 'Apple Computer', 'iTunes']

/** Each folder may be missing, and any number of them may exist. idevicerestore writes where it is started, which nobody can know. */
export const LOG_FOLDERS: readonly LogFolderRow[] = [
  ...each((folder) => ({
    system: 'macos',
    from: 'home',
    path: ['Library', 'Logs', folder],
    search: false,
    ...reported,
  })),
  ...each((folder) => ({
    system: 'windows',
    from: 'roaming',
    path: ['Apple Computer', 'iTunes', folder],
    search: false,
    ...reported,
  })),
  ...each((folder) => ({
    system: 'windows',
    from: 'local',
    path: [...STORE_ITUNES, folder],
    search: false,
    ...inferred,
  })),
  {
    system: 'windows',
    from: 'local',
    path: ['Packages', 'AppleInc.AppleDevices_nzyj5cx40ttqa'],
    search: true,
    ...searched,
  },
]

/** `iPhoneUpdater 12.log`, `iPadUpdater.log` and what else is named so. */
export const UPDATER_LOG_NAME = {
  pattern: /updater.*\.log$/iu,
  ...reported,
} as const
