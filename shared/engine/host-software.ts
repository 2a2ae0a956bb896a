import { SOFTWARE_MINIMUMS } from '../knowledge/software-minimums.ts'
import type { HostFacts } from './host-facts.ts'

/** A program on this computer that is older than its maker asks for with this phone. */
export type OldSoftware = {
  readonly id: 'itunes' | 'idevicerestore'
  readonly version: string
  readonly minimum: string
  readonly asOf: string
}

/** Compares dotted numbers part by part; a part that is missing counts as 0. */
function isOlder(version: string, minimum: string): boolean {
  const [has, wants] = [version, minimum].map((text) => text.split('.').map(Number))
  const parts = Math.max(has?.length ?? 0, wants?.length ?? 0)
  for (let part = 0; part < parts; part += 1) {
    const difference = (has?.[part] ?? 0) - (wants?.[part] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

/**
 * The programs on this computer that are known to be too old for this phone. Empty is no praise: that a version is the newest cannot be
 * told without asking the network, and without a phone nothing can be told.
 */
export function oldSoftware({ versions }: Pick<HostFacts, 'versions'>, product: string | null): readonly OldSoftware[] {
  if (product === null) return []
  const versionOf = (id: HostFacts['versions'][number]['id']) =>
    versions.find((each) => each.id === id)?.version ?? null
  return SOFTWARE_MINIMUMS.flatMap((row): OldSoftware[] => {
    const version = versionOf(row.program)
    const speaks = row.product.test(product) && !row.unless.some((other) => versionOf(other) !== null)
    if (version === null || !speaks || !row.release.test(version) || !isOlder(version, row.minimum)) return []
    return [{ id: row.program, version, minimum: row.minimum, asOf: row.asOf }]
  })
}
