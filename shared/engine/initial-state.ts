import type { HostSystem } from '../knowledge/vocabulary.ts'
import { DEFAULT_SETTINGS, type State } from './state.ts'

/** What is believed before the first event: nothing is known, USB is being asked. */
export const initialState = (practice: boolean, system: HostSystem): State => ({
  practice,
  atMs: 0,
  wallMs: 0,
  host: { system, usb: { status: 'starting', problem: null } },
  settings: DEFAULT_SETTINGS,
  phones: [],
  phonesSeen: 0,
  case: null,
  guide: null,
  cuesGiven: 0,
  shelf: [],
  banners: [],
})
