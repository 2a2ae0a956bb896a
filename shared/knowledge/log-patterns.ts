import type { Provenance } from './provenance.ts'

/**
 * What a line with this fragment is worth. `read`: a fact or the end of a run, so the line is read in full. `operation`: one of
 * thousands of progress lines. `noise`: looks like trouble and is harmless on good restores. `trouble`: a word of trouble
 * that proves nothing by itself.
 */
export type FragmentUse = 'read' | 'operation' | 'noise' | 'trouble'

/** A piece of a log line, as it is written. */
export type LogFragment = Provenance & { readonly text: string; readonly use: FragmentUse }

const RESTORE_LOGS: Provenance = { source: 'public restore logs of Finder, iTunes and 3uTools', confidence: 'reported' }
const IDEVICERESTORE: Provenance = {
  source: 'idevicerestore src/idevicerestore.c, src/restore.c, src/recovery.c @ 405fcd1 and release 1.0.1',
  confidence: 'documented',
}
const INFERRED: Provenance = { source: 'a word for trouble in English logs', confidence: 'inferred' }

const rows = (use: FragmentUse, provenance: Provenance, texts: readonly string[]): readonly LogFragment[] =>
  texts.map((text) => ({ text, use, ...provenance }))

/** Every fragment that makes a line worth more than being counted. No fragment of `read` may occur in bulk lines. */
export const LOG_FRAGMENTS: readonly LogFragment[] = [
  ...rows('operation', RESTORE_LOGS, ['>: operation ']),
  ...rows('read', RESTORE_LOGS, [
    'restore library built',
    'Software payload version:',
    'requested restore behavior:',
    'personalize=YES',
    'mode device connected',
    'mode device disconnected',
    'with ECID=0x',
    'restore-step-user-progress',
    'Changing state from',
    'State Machine Dump',
    'Restore Phase: ',
    'Device disconnected',
    'Device never disconnected',
    'Device disappeared',
    'Timer fired to timeout',
    'checkpoint id: 0x',
    'CHECKPOINT FAILURE',
    'protocol version ',
    'com.apple.mobile.restored',
    'Restore completed, status',
    'Restore error ',
    'Failure Description',
    // the end of "Depth:0 Code:"
    ...['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((depth) => `${depth} Code:`),
    'restore failed with CFError',
    'AMRestoreErrorDomain',
    'com.apple.MobileDevice.MobileRestore',
    'tss_submit_job: error',
    'Server not reachable',
    'Restore succeeded',
    'returned success',
    'Successfully restored',
    'Elapsed time (in seconds)',
    'iTunesVersion',
    'Apple Configurator',
    'com.apple.configurator',
    'cfgutil: ',
    'AppleInc.AppleDevices',
    'AppleDevices.exe',
    'AMPDevicesAgent.exe',
    'AppleMobileDeviceProcess',
    '3uToolsDownloads',
    'Firmware is unpacking',
    'Run the flash program of iTunes',
    'platform=windows',
    'platform=mac',
    'image successfully from',
    '_Restore',
  ]),
  ...rows('noise', RESTORE_LOGS, [
    'failed: 2008',
    'radio-error',
    'failed to find property tag',
    'Failed to subscribe for',
    'Failure to locate probe',
    'Failed to create recovery OS variant',
    "can't find SSOClient",
    'No client callback, missing event',
    'Could not find parent entry',
    'Could not get builtin port',
    'SSO function returned NULL',
    'unable to open /dev/klog',
    'recv(',
    'unable to read message size',
    'could not receive message',
  ]),
  ...rows('noise', IDEVICERESTORE, [
    'No data to read (timeout)',
    'timeout waiting for command',
    'in TSS response',
    'Unhandled progress operation',
    'Unhandled component',
  ]),
  ...rows('trouble', INFERRED, [
    ' failed',
    ' Failed ',
    'Failure',
    'error: ',
    ' error ',
    'ERROR: ',
    'unable to',
    'Unable to',
    'could not',
    "couldn't",
    'timed out',
    'timeout',
  ]),
]
