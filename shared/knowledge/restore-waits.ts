import type { Provenance } from './provenance.ts'

/** Where a phone stands while a restore waits for it. `away`: not on USB. */
export const RESTORE_PLACES = ['away', 'dfu', 'recovery', 'restore', 'normal'] as const
export type RestorePlace = (typeof RESTORE_PLACES)[number]

/** How long a restore waits for a phone there; null: nobody has said how long it may take. */
export type RestoreWaitRow = Provenance & { readonly place: RestorePlace; readonly limitMs: number | null }

const TEN_MINUTES_MS = 600_000
const timer: Provenance = {
  source: 'public restore logs of Finder and Apple Devices: “Creating a timer for 10 minutes” at each transition',
  confidence: 'reported',
}
const open: Provenance = {
  source: 'public restore logs: a whole restore takes nine to ten minutes once the file is there; no limit is written',
  confidence: 'reported',
}

export const RESTORE_WAITS: readonly RestoreWaitRow[] = [
  { place: 'away', limitMs: TEN_MINUTES_MS, ...timer },
  { place: 'dfu', limitMs: TEN_MINUTES_MS, ...timer },
  { place: 'recovery', limitMs: TEN_MINUTES_MS, ...timer },
  { place: 'restore', limitMs: null, ...open },
  { place: 'normal', limitMs: null, ...open },
]
