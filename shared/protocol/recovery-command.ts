/**
 * Commands of the recovery console as bytes, and what a failed USB call says.
 * Source: libimobiledevice/libirecovery src/libirecovery.c (irecv_send_command_raw) and tools/irecovery.c (`-n`).
 */

/** The vendor request that carries a command: host to device, vendor, device; everything zero but the data. */
export const COMMAND_REQUEST = { requestType: 'vendor', recipient: 'device', request: 0, value: 0, index: 0 } as const

/** Leaving recovery for good: start the system from now on, and keep that. */
export const SET_AUTO_BOOT = ['setenv auto-boot true', 'saveenv'] as const

export const REBOOT = 'reboot'

/** The vendor request that fetches the answer of the command before it: device to host, 255 bytes at most. */
export const ANSWER_REQUEST = { requestType: 'vendor', recipient: 'device', request: 0, value: 0, index: 0 } as const
export const ANSWER_BYTES = 255

/**
 * Variables that an unmodified phone tells everybody; it refuses all others. `radio-error` is 0 on a phone whose modem is well.
 * Source: libimobiledevice/idevicerestore src/recovery.c; the refusal is seen in public logs (2008 at `getenv`).
 */
export const LOADER_VARIABLES = [
  'build-version',
  'build-style',
  'boot-stage',
  'radio-error',
  'radio-error-string',
] as const
export type LoaderVariableName = (typeof LOADER_VARIABLES)[number]

export const askFor = (name: LoaderVariableName): string => `getenv ${name}`

/** The text of an answer: up to its NUL, what cannot be printed left out. */
export function readAnswer(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  const text = new TextDecoder('latin1').decode(end === -1 ? bytes : bytes.subarray(0, end))
  return text.replaceAll(/[^ -~]/g, '').trim()
}

/** The data of one command: ASCII and a closing NUL, 256 bytes at most. Throws on anything else: commands are ours, not input. */
export function commandBytes(command: string): Uint8Array<ArrayBuffer> {
  if (!/^[ -~]{1,255}$/.test(command)) throw new Error(`not a command: ${command}`)
  return new TextEncoder().encode(`${command}\0`)
}

/** Product ids 1280 to 1283 are recovery (iBoot, iBSS, iBEC); DFU and everything else never gets a request. */
export const takesCommands = (productId: number): boolean => productId >= 0x1280 && productId <= 0x1283

/** Why a call to a USB device failed. `stall`: the device refused that request, which is an answer. */
export type UsbFailure = 'gone' | 'busy' | 'no-permission' | 'stall' | 'timeout' | 'unknown'

/** Linux error numbers, as the library appends them (`errno 13`, `os error 13`). */
const BY_ERRNO: Readonly<Record<number, UsbFailure>> = {
  1: 'no-permission',
  2: 'gone',
  13: 'no-permission',
  16: 'busy',
  19: 'gone',
  32: 'stall',
  71: 'gone',
  108: 'gone',
  110: 'timeout',
}

/** macOS IOKit results (IOReturn.h), as they appear in hexadecimal. */
const BY_IOKIT: readonly (readonly [RegExp, UsbFailure])[] = [
  [/e00002c5/i, 'busy'],
  [/e00002c[12]/i, 'no-permission'],
  [/e00002(c0|d9)|e00002ed/i, 'gone'],
  [/e000404f/i, 'stall'],
  [/e00002d6|e0004051/i, 'timeout'],
]

const BY_WORDS: readonly (readonly [RegExp, UsbFailure])[] = [
  [/stall/i, 'stall'],
  [/disconnected|not found|no such device/i, 'gone'],
  [/is busy|resource busy|exclusive access/i, 'busy'],
  [/permission|access (is )?denied|not permitted/i, 'no-permission'],
  [/timed? ?out|cancell?ed/i, 'timeout'],
]

/** Reads the words of a failed call of the npm package `usb` 3.1 (Rust `nusb` underneath). Numbers count before words. */
export function readUsbFailure(text: string): UsbFailure {
  const errno = /(?:errno|os error) (\d{1,3})\b/i.exec(text)?.[1]
  const byNumber = errno === undefined ? undefined : BY_ERRNO[Number(errno)]
  if (byNumber) return byNumber
  return [...BY_IOKIT, ...BY_WORDS].find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown'
}
