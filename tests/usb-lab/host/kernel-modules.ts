import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What the guest loads, besides what these need. `ipheth` and the fast charger are what a real Linux host binds. */
export const GUEST_MODULES = [
  'virtio_pci',
  'virtio_net',
  'virtio_console',
  '9p',
  '9pnet_virtio',
  'vhci-hcd',
  'ipheth',
  'apple-mfi-fastcharge',
] as const

const canonical = (name: string) => name.replaceAll('-', '_')

/** Every module file under a kernel's module directory, by name (underscores, no ending). */
export const findModules = (directory: string): Map<string, string> => {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ko'))
  return new Map(files.map((file) => [canonical(basename(file, '.ko')), join(directory, file)]))
}

/** The `depends=` line of a module's own information, as Debian 12 ships modules: not compressed. */
const readDependencies = (file: string): string[] => {
  const content = readFileSync(file)
  const at = content.indexOf('\0depends=')
  if (at === -1) return []
  const value = content.subarray(at + '\0depends='.length, content.indexOf(0, at + 1)).toString('latin1')
  return value.split(',').filter(Boolean).map(canonical)
}

/**
 * Names with all they depend on, dependencies first. A name without a file is taken as built into the kernel.
 */
export const withDependencies = (modules: Map<string, string>, names: readonly string[]): string[] => {
  const ordered: string[] = []
  const visit = (name: string): void => {
    const file = modules.get(name)
    if (file === undefined || ordered.includes(name)) return
    for (const dependency of readDependencies(file)) visit(dependency)
    ordered.push(name)
  }
  for (const name of names) visit(canonical(name))
  return ordered
}
