import type { Provenance } from './provenance.ts'
import type { DeviceClass } from './vocabulary.ts'

/** One model of Apple device: `cpid` is four and `bdid` two upper-case hex digits, as in the boot string. */
export type DeviceRow = Provenance & {
  readonly deviceClass: DeviceClass
  readonly productType: string
  readonly board: string
  readonly cpid: string
  readonly bdid: string
  readonly name: string
}

/** Where all these tables come from: what a tool that talks to the devices goes by. */
export const LIBIRECOVERY_TABLE: Provenance = {
  source: 'libimobiledevice/libirecovery src/libirecovery.c at 04d04f7 (2026-04-30)',
  confidence: 'reported',
}

/** Product type, board, chip, board number, name. */
export type DeviceFigures = readonly [productType: string, board: string, cpid: string, bdid: string, name: string]

/** Takes a table's class and provenance and its bare figures; gives full rows, each with source and confidence. */
export function deviceRows(
  deviceClass: DeviceClass,
  provenance: Provenance,
  figures: readonly DeviceFigures[],
): readonly DeviceRow[] {
  return figures.map(([productType, board, cpid, bdid, name]) => ({
    deviceClass,
    productType,
    board,
    cpid,
    bdid,
    name,
    ...provenance,
  }))
}
