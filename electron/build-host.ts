import type { HostFacts } from '../shared/engine/host-facts.ts'
import { lookAtThisComputer } from './adapters/host-look.ts'
import { hostSystem } from './host-system.ts'

/** One look at the computer that this runs on; apart from `build`, so that the command line needs no database and no USB for it. */
export const lookAtHost = (network: boolean): Promise<HostFacts> => lookAtThisComputer(hostSystem(), network)
