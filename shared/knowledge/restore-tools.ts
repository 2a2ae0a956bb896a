import type { Provenance } from './provenance.ts'

/** A program that does nothing but restore phones: while it runs it drives one, and nobody else may speak to it. */
export type RestoreToolRow = Provenance & {
  readonly name: string
  /** Its process, lower case, without path and `.exe`. */
  readonly process: string
}

/** Finder, iTunes and Apple Devices are not here: that they run says nothing about a restore. */
export const RESTORE_TOOLS: readonly RestoreToolRow[] = [
  {
    name: 'idevicerestore',
    process: 'idevicerestore',
    source: 'libimobiledevice/idevicerestore: the name of its program',
    confidence: 'documented',
  },
  {
    name: 'futurerestore',
    process: 'futurerestore',
    source: 'futurerestore/futurerestore: the name of its program',
    confidence: 'documented',
  },
]
