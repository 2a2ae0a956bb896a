import { join } from 'node:path'
import { runProgram } from './packages.ts'
import type { Parts } from './prepare.ts'
import { RESULTS } from './places.ts'

/**
 * Compiles the small program that prints libirecovery's device table, into the results, where the guest runs it.
 * Gives what the compiler complained about, or null; without gcc the rule that needs it is skipped by itself.
 */
export const compileDeviceTable = async ({ headersRoot, guestRoot }: Parts): Promise<string | null> => {
  const { code, err } = await runProgram('gcc', [
    '-o',
    join(RESULTS, 'libirecovery-devices'),
    join(import.meta.dirname, 'device-table.c'),
    `-I${join(headersRoot, 'usr/include')}`,
    `-L${join(guestRoot, 'usr/lib/x86_64-linux-gnu')}`,
    '-l:libirecovery-1.0.so.3',
    '-Wl,--allow-shlib-undefined',
  ])
  return code === 0 || code === 127 ? null : err
}
