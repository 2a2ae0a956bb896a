import type { Provenance } from './provenance.ts'

/**
 * The oldest version of a program that its maker names for a phone. A version that is older is too old for certain; one that is not
 * says nothing: only the network knows what is newest.
 */
export type SoftwareMinimum = Provenance & {
  readonly program: 'itunes' | 'idevicerestore'
  readonly product: RegExp
  readonly minimum: string
  /** When the source said so. */
  readonly asOf: string
  /** Only a version of this shape is a release that the source speaks of; a build from the sources may be newer than its number. */
  readonly release: RegExp
  /** With one of these on the same computer the old program need not be the one that is used. */
  readonly unless: readonly 'apple-devices'[]
}

const DOTTED = /^\d+(?:\.\d+){1,3}$/u
const BY_APPLE = {
  program: 'itunes',
  release: DOTTED,
  unless: ['apple-devices'],
  confidence: 'reported',
} as const

/**
 * Rows for macOS and Windows would never speak: Handhold itself needs newer ones than Apple's pages name. For Apple Devices and for the
 * Mac's own phone software no minimum was found in any source.
 */
export const SOFTWARE_MINIMUMS: readonly SoftwareMinimum[] = [
  {
    ...BY_APPLE,
    // iPhone 12 and 13
    product: /^iPhone(?:13,[1-4]|14,[2-5])$/u,
    minimum: '12.10.10',
    asOf: '2020',
    source:
      'Apple’s technical specifications of iPhone 12 (“Syncing to a Mac or PC requires”), as two shops repeat them',
  },
  {
    ...BY_APPLE,
    // iPhone 16 and whatever came after it
    product: /^iPhone(?:17|18),\d+$/u,
    minimum: '12.12.10',
    asOf: '2024',
    source: 'Apple’s technical specifications of iPhone 16 (“Syncing to a Mac or PC requires”), as a shop repeats them',
  },
  {
    program: 'idevicerestore',
    // phones whose signed firmware is iOS 15 or newer: from the iPhone 6s on
    product: /^iPhone(?:[89]|1\d),\d+$/u,
    minimum: '2.0.0',
    asOf: '2026',
    // 1.0.1 was never released: it is what builds from the sources called themselves on the way to 2.0.0
    release: /^(?:1\.0\.0|[2-9]\.\d+\.\d+)$/u,
    unless: [],
    source:
      'libimobiledevice/idevicerestore, NEWS at 1574128: 2.0.0 is the first release after 1.0.0 and the first that restores iOS 15 to 18',
    confidence: 'documented',
  },
]
