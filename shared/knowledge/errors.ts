import { BASEBAND_ERRORS } from './errors-baseband.ts'
import { HOST_STAGE_ERRORS, HOST_USB_ERRORS } from './errors-host.ts'
import { LINK_ERRORS } from './errors-link.ts'
import { DOWNLOAD_ERRORS, LOOK_ALIKES } from './errors-network.ts'
import { PHONE_ERRORS } from './errors-phone.ts'
import type { ErrorRow, Layer } from './errors-row.ts'
import { SIGNING_ERRORS } from './errors-signing.ts'
import { STATE_MACHINE_ERRORS } from './errors-state-machine.ts'

/** Every code and range that Handhold knows, in the order of the layers. */
export const ERRORS: readonly ErrorRow[] = [
  ...PHONE_ERRORS,
  ...BASEBAND_ERRORS,
  ...HOST_STAGE_ERRORS,
  ...HOST_USB_ERRORS,
  ...SIGNING_ERRORS,
  ...STATE_MACHINE_ERRORS,
  ...DOWNLOAD_ERRORS,
  ...LINK_ERRORS,
]

/** What a code turned out to be. */
export type FoundError = {
  /** As the catalogue writes it: decimal, or `0x` and upper-case hex for the device-link family. */
  readonly code: string
  readonly row: ErrorRow
  /** For the signing server's answers: the server's own status, which is the code minus 3100. */
  readonly serverStatus: number | null
  /** The number is known not to be a restore error. */
  readonly lookAlike: boolean
}

const LINK_FAMILY = { from: 0xe8000000, to: 0xe800ffff }

/**
 * The number behind a written code, with the device-link family always in its unsigned form. Takes decimal (`4013`, `-1`,
 * `-402653083`) and hex (`0xE8000065`, `0xFA5`, `0xFFFFFFFF`), with spaces or brackets around it; null for anything else.
 */
export function errorNumber(code: string): number | null {
  const bare = code
    .trim()
    .replace(/^\(\s*(.*?)\s*\)$/u, '$1')
    .replace(/^[−–]/u, '-')
  if (!/^(?:-?\d{1,10}|0x[0-9a-f]{1,8})$/iu.test(bare)) return null
  const value = Number(bare)
  const unsigned = value < 0 ? value + 2 ** 32 : value
  if (unsigned >= LINK_FAMILY.from && unsigned <= LINK_FAMILY.to) return unsigned
  // a 32-bit hex number with its top bit set is a negative one
  return /^0x/iu.test(bare) && value >= 2 ** 31 ? value - 2 ** 32 : value
}

/** How the catalogue writes a number; see `FoundError.code`. */
export function writtenCode(value: number): string {
  const link = value >= LINK_FAMILY.from && value <= LINK_FAMILY.to
  return link ? `0x${value.toString(16).toUpperCase()}` : String(value)
}

function narrowest(rows: readonly ErrorRow[], value: number): ErrorRow | null {
  return rows
    .filter((row) => value >= row.from && value <= row.to)
    .reduce<ErrorRow | null>(
      (best, row) => (best === null || row.to - row.from < best.to - best.from ? row : best),
      null,
    )
}

/**
 * Looks a code up: its own row before a range's, look-alikes before the ranges that they lie in. Null where no row knows
 * it (or where it is no code at all).
 */
export function findError(code: string): FoundError | null {
  const value = errorNumber(code)
  if (value === null) return null
  const row = narrowest(ERRORS, value)
  const lookAlike = narrowest(LOOK_ALIKES, value)
  const own = row !== null && row.from === row.to
  const found = own ? row : (lookAlike ?? row)
  if (found === null) return null
  const serverStatus = found.layer === 'signing-server' ? value - 3100 : null
  return { code: writtenCode(value), row: found, serverStatus, lookAlike: found === lookAlike }
}

/** The text keys of a found error and the parameters that they take. */
export function errorTexts(found: FoundError): {
  readonly title: string
  readonly meaning: string
  readonly params: { readonly code: string; readonly status: string | number }
} {
  const { row, code, serverStatus } = found
  const params = { code, status: serverStatus ?? '' }
  return { title: `error.${row.words}.title`, meaning: `error.${row.words}.meaning`, params }
}

/** Whose number a code without a row would be, by its range alone; null where no layer counts that far. */
const LAYER_RANGES: readonly (readonly [from: number, to: number, layer: Layer])[] = [
  [1, 100, 'phone'],
  [1001, 1021, 'baseband'],
  [1400, 1699, 'host-stage'],
  [2000, 2099, 'host-usb'],
  [3000, 3099, 'personalisation'],
  [3100, 3999, 'signing-server'],
  [4000, 4099, 'state-machine'],
  [LINK_FAMILY.from, LINK_FAMILY.to, 'device-link'],
]

/** The layer that a code's range points to, known or not. */
export function layerOf(code: string): Layer | null {
  const value = errorNumber(code)
  if (value === null) return null
  return findError(code)?.row.layer ?? LAYER_RANGES.find(([from, to]) => value >= from && value <= to)?.[2] ?? null
}
