import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildInitramfs } from './initramfs.ts'
import { fetchPackages, hasText, runProgram } from './packages.ts'
import { CACHE } from './places.ts'

/** What a machine needs to start. */
export type Parts = {
  /** Where QEMU was unpacked; `null` when the machine has its own. */
  readonly emulatorRoot: string | null
  readonly kernel: string
  readonly initramfs: string
  readonly guestRoot: string
  readonly headersRoot: string
}

/** Four fifths of a kernel package are drivers no virtual machine has; unpacking them costs time and disk. */
const WITHOUT = [
  'gpu',
  'media',
  'infiniband',
  'scsi',
  'iio',
  'hwmon',
  'mmc',
  'platform',
  'staging',
  'isdn',
  'net/ethernet',
  'net/wireless',
]

const unpack = async (debs: readonly string[], target: string, withoutDrivers: readonly string[] = []) => {
  const stamp = join(target, '.complete')
  const wanted = debs.map((deb) => basename(deb)).join(' ')
  if (hasText(stamp, wanted)) return
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  const excluded = withoutDrivers.map((name) => `--exclude='./lib/modules/*/kernel/drivers/${name}'`)
  const excludes = withoutDrivers.length > 0 ? [...excluded, "--exclude='./lib/modules/*/kernel/sound'"].join(' ') : ''
  for (const deb of debs) {
    const pipe = `dpkg-deb --fsys-tarfile '${deb}' | tar -x --no-same-owner -C '${target}' ${excludes}`
    const { code, err } = await runProgram('sh', ['-c', pipe])
    if (code !== 0) throw new Error(`unpacking ${deb} failed: ${err.trim()}`)
  }
  writeFileSync(stamp, wanted)
}

/**
 * Downloads, unpacks and packs what the guest needs; what an earlier run left is used again.
 * `say` gets one line for everything that is downloaded. Throws `CannotRunHere` where that is not possible.
 */
export const prepareMachine = async (say: (line: string) => void): Promise<Parts> => {
  const packages = await fetchPackages(say)
  const root = (name: string) => join(CACHE, 'unpacked', name)
  const emulator = packages.get('emulator') ?? []
  if (emulator.length > 0) await unpack(emulator, root('emulator'))
  await unpack(packages.get('guest') ?? [], root('guest'))
  await unpack(packages.get('kernel') ?? [], root('kernel'), WITHOUT)
  await unpack(packages.get('headers') ?? [], root('headers'))
  const kernel = readdirSync(join(root('kernel'), 'boot')).find((file) => file.startsWith('vmlinuz-'))
  if (kernel === undefined) throw new Error(`no kernel in ${root('kernel')}`)
  const initramfs = join(CACHE, 'initramfs.cpio')
  buildInitramfs(root('guest'), root('kernel'), join(import.meta.dirname, '../guest/init.sh'), initramfs)
  return {
    emulatorRoot: emulator.length > 0 ? root('emulator') : null,
    kernel: join(root('kernel'), 'boot', kernel),
    initramfs,
    guestRoot: root('guest'),
    headersRoot: root('headers'),
  }
}
