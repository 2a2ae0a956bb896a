import type { Provenance } from './provenance.ts'
import type { HostSystem } from './vocabulary.ts'

/** Where firmware files of a system lie that a restore program or a browser downloaded. */
export type FirmwareFolderRow = Provenance & {
  readonly system: HostSystem
  /** Where the path begins: the person's own folder, or what Windows calls `APPDATA` and `LOCALAPPDATA`. */
  readonly from: 'home' | 'roaming' | 'local'
  readonly path: readonly string[]
}

const reported = { source: 'Public guides and scripts that clear these folders', confidence: 'reported' } as const
const inferred = {
  source: 'The sibling folder of another device kind is reported; this one has its name by analogy',
  confidence: 'inferred',
} as const
const browser = { source: 'Where browsers put downloads unless told otherwise', confidence: 'inferred' } as const

const KINDS = ['iPhone', 'iPad', 'iPod'] as const
const each = (row: (folder: string) => FirmwareFolderRow): readonly FirmwareFolderRow[] =>
  KINDS.map((kind) => row(`${kind} Software Updates`))

const STORE_ITUNES = ['Packages', 'AppleInc.iTunes_nzyj5cx40ttqa', 'LocalCache', 'Roaming', 'Apple Computer', 'iTunes']
const APPLE_DEVICES = [
  ...['Packages', 'AppleInc.AppleDevices_nzyj5cx40ttqa', 'LocalCache', 'Roaming', 'Apple', 'AMPDevicesAgent'],
]

/** Each folder may be missing. Those of a Mac's Downloads are left out: to look there the system asks the person first. */
export const FIRMWARE_FOLDERS: readonly FirmwareFolderRow[] = [
  ...each((folder) => ({ system: 'macos', from: 'home', path: ['Library', 'iTunes', folder], ...reported })),
  {
    system: 'macos',
    from: 'home',
    path: [
      ...['Library', 'Group Containers', 'K36BKF7T3D.group.com.apple.configurator'],
      ...['Library', 'Caches', 'Firmware'],
    ],
    ...reported,
  },
  ...each((folder) => ({
    system: 'windows',
    from: 'roaming',
    path: ['Apple Computer', 'iTunes', folder],
    ...reported,
  })),
  ...each((folder) => ({ system: 'windows', from: 'local', path: [...STORE_ITUNES, folder], ...reported })),
  ...each((folder) => ({
    system: 'windows',
    from: 'local',
    path: [...APPLE_DEVICES, folder],
    ...(folder.startsWith('iPod') ? reported : inferred),
  })),
  { system: 'windows', from: 'home', path: ['Downloads'], ...browser },
  { system: 'linux', from: 'home', path: ['Downloads'], ...browser },
]

/** `iPhone12,1_18.3.2_22D82_Restore.ipsw` and whatever else ends so. */
export const FIRMWARE_FILE_NAME = { pattern: /\.ipsw$/iu, ...reported } as const
