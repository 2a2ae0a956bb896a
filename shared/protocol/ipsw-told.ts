import type { FirmwareCheck } from './ipsw-check.ts'

const MOST_MODELS = 100
const MOST_PROBLEMS = 50
const MOST_CHARACTERS = 500

const short = (text: string | null) => text?.slice(0, MOST_CHARACTERS) ?? null

/** As much of a check as a screen shows, every list and text within its bound. */
export function tellFirmware(check: FirmwareCheck) {
  const { verdict, bytes, firmware, fit, update, erase, sha1, renamed } = check
  return {
    ...{ verdict, bytes, fit, update, erase, sha1, renamed },
    version: short(firmware?.version ?? null),
    build: short(firmware?.build ?? null),
    productTypes: (firmware?.productTypes ?? []).slice(0, MOST_MODELS).map((each) => each.slice(0, 80)),
    problems: check.problems.slice(0, MOST_PROBLEMS).map(({ id, detail, entry }) => ({
      id,
      detail: short(detail) ?? '',
      entry: short(entry),
    })),
  }
}
