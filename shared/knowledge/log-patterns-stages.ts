import type { CauseId } from './errors-causes.ts'
import type { Provenance } from './provenance.ts'

/** A message with which idevicerestore gives up at one stage. */
export type StageRow = Provenance & {
  readonly fragment: string
  /** The number that Apple's tools give the same failure, where it is the same one. */
  readonly code: number | null
  readonly causes: readonly CauseId[]
  /** Says only that it is over; the line before it says why. */
  readonly summary: boolean
}

type Figures = readonly [fragment: string, causes: readonly CauseId[], code?: number | null, summary?: boolean]

const FIGURES: readonly Figures[] = [
  ['Unable to discover device mode', ['cable', 'driver', 'other-program']],
  ['Could not open device in WTF mode', ['driver', 'cable']],
  ['Unable to discover device type', ['driver', 'cable']],
  ['Unable to determine ECID', ['driver', 'cable']],
  ['Unable to extract Restore.plist', ['firmware-file']],
  ['Unable to extract BuildManifest', ['firmware-file']],
  ['Could not make sure this firmware is suitable', ['firmware-unfit']],
  ['Unable to find a matching build identity', ['firmware-unfit']],
  ['Could not find all required components in IPSW', ['firmware-file']],
  ['Unable to extract filesystem', ['host-disk-full', 'firmware-file']],
  ['Device is locked', ['passcode']],
  ['Could not create stashbag', ['passcode']],
  ['TSS request failed', ['firmware-unfit', 'network', 'hosts-file']],
  ['Unable to send TSS request', ['network', 'hosts-file', 'firmware-unfit']],
  ['Unable to get SHSH blobs for this device', ['firmware-unfit', 'network', 'hosts-file']],
  ['Unable to place device into recovery mode', ['pairing', 'passcode', 'cable']],
  ['Failed to enter recovery mode', ['pairing', 'passcode', 'cable']],
  ['Unable to send iBSS', ['cable', 'driver']],
  ['Unable to send iBEC', ['cable', 'driver']],
  ['Device did not disconnect. Possibly invalid', ['phone-glitch', 'firmware-file']],
  ['Device did not reconnect in', ['cable', 'usb-port', 'board']],
  ['Unable to get nonce from device', ['driver', 'cable']],
  ['Unable to send Ramdisk', ['cable', 'usb-port']],
  ['Unable to send RestoreRamDisk', ['cable', 'usb-port']],
  ['Unable to send DeviceTree', ['cable', 'usb-port']],
  ['Unable to send KernelCache', ['cable', 'usb-port']],
  ['Unable to place device into restore mode', ['cable', 'usb-port', 'board'], null, true],
  ['Failed to place device in restore mode', ['cable', 'usb-port', 'board']],
  ['Device failed to enter restore mode', ['cable', 'usb-port', 'board'], null, true],
  ['Device reconnected in Recovery mode', ['cable', 'usb-port', 'phone-port', 'board'], 4013],
  ['Device reconnected in DFU mode', ['cable', 'other-program', 'board'], 4014],
  ['usbmuxd is running', ['driver', 'other-program']],
  ['Unable to connect to ASR', ['cable', 'usb-port']],
  ['ASR was unable to validate the filesystem', ['firmware-file', 'cable']],
  ['Unable to send payload to ASR', ['cable', 'usb-port', 'nand']],
  ['Unable to extract baseband firmware', ['firmware-file']],
  ['Unable to send baseband data', ['baseband'], null, true],
  ['Unable to send filesystem', ['cable', 'usb-port', 'nand'], null, true],
  ['Unable to successfully restore device', [], null, true],
  ['Unable to start the restore process', [], null, true],
  ['Unable to restore device', [], null, true],
]

/** idevicerestore's stages by their last words; the first that fits a line counts. Waits and causes as its maintainers and users report them. */
export const STAGES_OF_FAILURE: readonly StageRow[] = FIGURES.map(
  ([fragment, causes, code = null, summary = false]) => ({
    fragment,
    causes,
    code,
    summary,
    source: 'idevicerestore src/idevicerestore.c, src/restore.c @ 405fcd1; issues #31, #236, #320, #415, #479, #605',
    confidence: 'reported',
  }),
)

/** The phone's final status, in the words that idevicerestore has for some numbers. */
export type StatusRow = Provenance & { readonly words: string; readonly code: number }

const STATUS_SOURCE: Provenance = { source: 'idevicerestore src/restore.c @ 405fcd1', confidence: 'documented' }

/** What "Status: …" stands for. */
export const STATUS_WORDS: readonly StatusRow[] = [
  { words: 'Restore Finished', code: 0, ...STATUS_SOURCE },
  { words: 'Verification Error', code: -1, ...STATUS_SOURCE },
  { words: 'Disk Failure', code: 6, ...STATUS_SOURCE },
  { words: 'Failed to mount filesystems', code: 27, ...STATUS_SOURCE },
  { words: 'Failed to load SEP Firmware', code: 51, ...STATUS_SOURCE },
  { words: 'Failed to recover FDR data', code: 53, ...STATUS_SOURCE },
  { words: 'X-Gold Baseband Update Failed', code: 1015, ...STATUS_SOURCE },
  { words: 'Fail', code: 14, ...STATUS_SOURCE },
]
