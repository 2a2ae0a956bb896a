import { dirname, join, resolve } from 'node:path'

/** The project's root, absolute. */
export const PROJECT = resolve(import.meta.dirname, '../../..')

/** Everything the lab downloads or unpacks; ignored by git, safe to delete at any time. */
export const CACHE = join(PROJECT, '.cache/usb-lab')

/** The programs that run inside, each in one file, where they find the project's packages. */
export const BUNDLE = join(CACHE, 'programs')

/** What a run leaves behind: console, logs of the guest's processes, recordings. Shared with the guest for writing. */
export const RESULTS = process.env['LAB_RESULTS'] ?? join(PROJECT, 'test-results/usb-lab')

/** The report of the last run; a run of some rooms only must not pass for the whole. */
export const REPORT = join(dirname(RESULTS), process.env['LAB_ROOMS'] ? 'usb-lab-part.json' : 'usb-lab.json')
