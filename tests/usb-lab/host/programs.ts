import { join } from 'node:path'
import { runProgram } from './packages.ts'
import type { Parts } from './prepare.ts'
import { RESULTS } from './places.ts'

type Program = { readonly source: string; readonly include: string; readonly library: string }

/** The lab's own small programs in C, by the name under which the guest runs them. */
const PROGRAMS: Readonly<Record<string, Program>> = {
  'libirecovery-devices': { source: 'device-table.c', include: '', library: 'libirecovery-1.0.so.3' },
  'libusb-hotplug': { source: 'hotplug.c', include: 'libusb-1.0', library: 'libusb-1.0.so.0' },
}

/**
 * Compiles the lab's own programs against Debian's libraries, into the results, where the guest runs them. Gives what the
 * compiler complained about; without gcc there is no complaint, and the rules that need them are skipped by themselves.
 */
export const compilePrograms = async ({ headersRoot, guestRoot }: Parts): Promise<string[]> => {
  const complaints: string[] = []
  for (const [name, { source, include, library }] of Object.entries(PROGRAMS)) {
    const { code, err } = await runProgram('gcc', [
      '-O2',
      '-o',
      join(RESULTS, name),
      join(import.meta.dirname, source),
      `-I${join(headersRoot, 'usr/include', include)}`,
      `-L${join(guestRoot, 'usr/lib/x86_64-linux-gnu')}`,
      `-L${join(guestRoot, 'lib/x86_64-linux-gnu')}`,
      `-l:${library}`,
      '-Wl,--allow-shlib-undefined',
    ])
    if (code !== 0 && code !== 127) complaints.push(`${source}: ${err}`)
  }
  return complaints
}
