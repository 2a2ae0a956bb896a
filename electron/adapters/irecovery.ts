import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import type { HostSystem } from '../../shared/knowledge/vocabulary.ts'
import { REBOOT, SET_AUTO_BOOT } from '../../shared/protocol/recovery-command.ts'

/** It tries to open the phone for five seconds. */
const LIMIT_MS = 15_000

type Outside = { readonly system: HostSystem; readonly path: string | undefined }

/** The installed irecovery: the first on the search path, folders that depend on where we were started left out; null for none. */
export async function findIrecovery({ system, path }: Outside): Promise<string | null> {
  const name = system === 'windows' ? 'irecovery.exe' : 'irecovery'
  for (const folder of (path ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue
    const file = join(folder, name)
    const about = await stat(file).catch(() => null)
    if (about?.isFile() !== true) continue
    const allowed = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (allowed) return file
  }
  return null
}

/** Runs it without a shell; gives whether it says that it reached the phone. What it reached shows on USB alone. */
const run = (file: string, args: readonly string[]): Promise<boolean> =>
  new Promise((done) => {
    execFile(file, [...args], { timeout: LIMIT_MS, windowsHide: true }, (error) => done(error === null))
  })

/** Asks one phone, named by its ECID, through another program. False: there is none, or it could not reach the phone either. */
export type Irecovery = (request: 'set-auto-boot' | 'reboot', ecid: string) => Promise<boolean>

/**
 * The irecovery that is installed on this computer: on Windows it speaks through Apple's own driver, which keeps us out. It ends
 * with 0 as soon as it could open the phone, whatever the phone made of the command.
 * Source: libimobiledevice/libirecovery tools/irecovery.c (`-i`, `-c`).
 */
export function installedIrecovery(outside: Outside): Irecovery {
  return async (request, ecid) => {
    if (!/^[0-9A-F]{1,16}$/iu.test(ecid)) return false
    const file = await findIrecovery(outside)
    if (file === null) return false
    for (const command of request === 'reboot' ? [REBOOT] : SET_AUTO_BOOT)
      if (!(await run(file, ['-i', `0x${ecid}`, '-c', command]))) return false
    return true
  }
}
