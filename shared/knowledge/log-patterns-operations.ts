import type { CauseId } from './errors-causes.ts'
import type { Provenance } from './provenance.ts'

/** The parts of a restore, in the order they usually come; what a log shows is cut into these. */
export const LOG_PHASES = [
  'detect',
  'prepare',
  'sign',
  'normal',
  'enter-recovery',
  'dfu',
  'recovery',
  'boot-restore',
  'restore',
  'nand',
  'partition',
  'send-image',
  'verify-image',
  'filesystems',
  'firmware',
  'paired-parts',
  'battery',
  'baseband',
  'seal',
  'finish',
  'reboot',
  'boot',
] as const
export type LogPhaseId = (typeof LOG_PHASES)[number]

/** What happens before anything is done to the phone: a log that ends here may have been meant to. */
export const PREPARING_PHASES: readonly LogPhaseId[] = ['detect', 'prepare', 'sign']

/** One operation of the restore system, by the number that it reports (protocol 14 and later). */
export type OperationRow = Provenance & {
  readonly operation: number
  /** The name that idevicerestore prints for it, which is right whatever the protocol. */
  readonly name: string
  /** Null: happens in between and opens no phase of its own. */
  readonly phase: LogPhaseId | null
  /** What a run that stops here points to. */
  readonly causes: readonly CauseId[]
}

/** From which protocol on the numbers are as in the table; before, those above 35 are one lower. */
export const OPERATION_SHIFT = {
  beforeProtocol: 14,
  above: 35,
  source: 'idevicerestore src/restore.c @ 405fcd1',
  confidence: 'documented',
} as const

type Figures = readonly [operation: number, name: string, phase: LogPhaseId | null, causes?: readonly CauseId[]]

const STORAGE = ['nand'] as const
const PARTS = ['paired-part', 'secure-enclave'] as const
const BATTERY = ['battery'] as const
const MODEM = ['baseband'] as const
const IMAGE = ['cable', 'usb-port', 'nand'] as const

const FIGURES: readonly Figures[] = [
  [11, 'Creating partition map', 'partition'],
  [12, 'Creating filesystem', 'partition'],
  [13, 'Restoring image', 'send-image', IMAGE],
  [14, 'Verifying restore', 'verify-image', IMAGE],
  [15, 'Checking filesystems', 'filesystems'],
  [16, 'Mounting filesystems', null],
  [17, 'Fixing up /var', 'finish'],
  [18, 'Flashing firmware', 'firmware', PARTS],
  [19, 'Updating baseband', 'baseband', MODEM],
  [20, 'Setting boot stage', null],
  [21, 'Rebooting device', 'reboot'],
  [22, 'Shutdown device', 'reboot'],
  [23, 'Turning on accessory power', null],
  [24, 'Clearing persistent boot-args', null],
  [25, 'Modifying persistent boot-args', null],
  [26, 'Installing root', null],
  [27, 'Installing kernelcache', 'finish'],
  [28, 'Waiting for NAND', 'nand', STORAGE],
  [29, 'Unmounting filesystems', null],
  [30, 'Setting date and time on device', null],
  [31, 'Executing iBEC to bootstrap update', null],
  [32, 'Finalizing NAND epoch update', 'nand', STORAGE],
  [33, 'Checking for inappropriate bootable partitions', null],
  [34, 'Creating factory restore marker', null],
  [35, 'Loading firmware data to flash', 'firmware'],
  [36, 'Requesting FUD data', 'firmware'],
  [37, 'Removing activation record', null],
  [38, 'Checking battery voltage', 'battery', BATTERY],
  [39, 'Waiting for battery to charge', 'battery', BATTERY],
  [40, 'Closing modem tickets', null],
  [41, 'Migrating data', 'finish'],
  [42, 'Wiping storage device', 'partition', STORAGE],
  [43, 'Sending Apple logo to device', null],
  [44, 'Checking for uncollected logs', null],
  [46, 'Clearing NVRAM', null],
  [47, 'Updating gas gauge software', 'battery', BATTERY],
  [48, 'Preparing for baseband update', 'baseband', MODEM],
  [49, 'Booting the baseband', 'baseband', MODEM],
  [50, 'Creating system key bag', 'finish'],
  [51, 'Updating IR MCU firmware', 'paired-parts'],
  [52, 'Resizing system partition', 'partition'],
  [53, 'Collecting updater output', null],
  [54, 'Pairing Stockholm', 'paired-parts'],
  [55, 'Updating Stockholm', 'paired-parts'],
  [56, 'Updating SWDHID', 'paired-parts'],
  [57, 'Certifying SEP', 'paired-parts', PARTS],
  [58, 'Updating NAND Firmware', 'nand', STORAGE],
  [59, 'Updating SE Firmware', 'paired-parts'],
  [60, 'Updating Savage', 'paired-parts', PARTS],
  [61, 'Installing DeviceTree', null],
  [62, 'Certifying Savage', 'paired-parts', PARTS],
  [63, 'Submitting Provinfo', null],
  [64, 'Certifying Yonkers', 'paired-parts', PARTS],
  [65, 'Updating Rose', 'paired-parts'],
  [66, 'Updating Veridian', 'battery', BATTERY],
  [67, 'Creating Protected Volume', 'partition'],
  [68, 'Resizing Main Filesystem Partition', 'partition'],
  [69, 'Creating Recovery OS Volume', 'partition'],
  [70, 'Installing Recovery OS Files', null],
  [71, 'Installing Recovery OS Image', null],
  [74, 'Requesting EAN Data', null],
  [77, 'Sealing System Volume', 'seal'],
  [81, 'Updating AppleTCON', 'paired-parts'],
]

/** The operations of the restore system; from 78 on most have no known name. */
export const OPERATIONS: readonly OperationRow[] = FIGURES.map(([operation, name, phase, causes = []]) => ({
  operation,
  name,
  phase,
  causes,
  source:
    causes.length > 0
      ? 'idevicerestore src/restore.c @ 405fcd1; what a stop points to: repair lists'
      : 'idevicerestore src/restore.c @ 405fcd1',
  confidence: causes.length > 0 ? 'reported' : 'documented',
}))

const byNumber = new Map(OPERATIONS.map((row) => [row.operation, row]))
const byName = new Map(OPERATIONS.map((row) => [row.name.toLowerCase(), row]))

/** Takes a reported number and the protocol (null: not said, taken as 14 or later); gives its row, or null. */
export function operationByNumber(reported: number, protocol: number | null): OperationRow | null {
  const { beforeProtocol, above } = OPERATION_SHIFT
  const old = protocol !== null && protocol < beforeProtocol
  return byNumber.get(old && reported >= above + 1 ? reported + 1 : reported) ?? null
}

/** Takes a name as idevicerestore prints it, in any letter case; gives its row, or null. */
export function operationByName(name: string): OperationRow | null {
  return byName.get(name.trim().toLowerCase()) ?? null
}
