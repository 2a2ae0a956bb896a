import type { Provenance } from './provenance.ts'
import type { ButtonFamily, GuideId, HostSystem, StepId } from './vocabulary.ts'

/** Who can tell that a step was done: what USB shows, a look at this computer, an answer of the phone, or only the person. */
export const CHECKS = ['usb', 'host', 'phone', 'user'] as const
export type Check = (typeof CHECKS)[number]

/** What must be at hand; the words are `need.<id>`. */
export const NEEDS = [
  'other-cable',
  'other-usb-port',
  'other-computer',
  'internet',
  'other-network',
  'dry-brush',
  'mains-power',
  'firmware-file',
  'apple-account',
  'phone-unlocked',
  'sim-tool',
  'technician',
] as const
export type Need = (typeof NEEDS)[number]

/**
 * One step of the checklist. Its words are `step.<id>.title`, `.why`, `.how` (or one `.how.<system>` for each system),
 * `.proves`, `.risk` and `.done` (the plain question that the button confirms); see `howKeys`.
 */
export type StepRow = Provenance & {
  readonly id: StepId
  /** Hands-on and waiting time without downloads; null where nobody can say. */
  readonly minutes: number | null
  /** Something large may have to be downloaded first; its time depends on the network and is named apart. */
  readonly downloads: boolean
  /** Takes everything off the phone. */
  readonly erases: boolean
  readonly needs: readonly Need[]
  readonly verifiedBy: readonly Check[]
  /** The coach's guide that does the buttons of this step. */
  readonly guide: GuideId | null
  /** Professional help: nothing comes after it. */
  readonly final: boolean
  /** The computers on which the step makes sense. */
  readonly systems: readonly HostSystem[]
  /** The instructions differ by the computer's system. */
  readonly howBySystem: boolean
  /** There are further instructions by button family: `step.<id>.how.<family>`. */
  readonly howByFamily: boolean
}

const EVERYWHERE: readonly HostSystem[] = ['macos', 'windows', 'linux']

/** What most steps have in common, so that each row below says only what is its own. */
const ORDINARY = {
  downloads: false,
  erases: false,
  needs: [],
  guide: null,
  final: false,
  systems: EVERYWHERE,
  howBySystem: false,
  howByFamily: false,
} as const

const GUIDES_A_AND_B = 'guides for errors 1413 and 4013'

/** All steps. Minutes are estimates from the guides' own times and from public restore logs. */
export const CHECKLIST_STEPS: readonly StepRow[] = [
  {
    ...ORDINARY,
    id: 'A1',
    minutes: 15,
    downloads: true,
    needs: ['internet'],
    verifiedBy: ['host', 'user'],
    howBySystem: true,
    source: GUIDES_A_AND_B,
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'A2',
    minutes: 2,
    needs: ['other-cable'],
    verifiedBy: ['usb', 'user'],
    source: GUIDES_A_AND_B,
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'A3',
    minutes: 2,
    needs: ['other-usb-port'],
    verifiedBy: ['usb', 'user'],
    source: GUIDES_A_AND_B,
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'A4',
    minutes: 2,
    verifiedBy: ['usb', 'user'],
    source: 'guide for error 4013; idevicerestore issue 236 (hub depth)',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'A5',
    minutes: 5,
    verifiedBy: ['usb', 'host', 'phone', 'user'],
    guide: 'restart',
    howBySystem: true,
    howByFamily: true,
    source: GUIDES_A_AND_B,
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'A6',
    minutes: 5,
    needs: ['dry-brush'],
    verifiedBy: ['user'],
    howByFamily: true,
    source: GUIDES_A_AND_B,
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'A7',
    minutes: 30,
    downloads: true,
    needs: ['other-computer'],
    verifiedBy: ['host', 'user'],
    source: GUIDES_A_AND_B,
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'A8',
    minutes: 3,
    verifiedBy: ['host', 'user'],
    howBySystem: true,
    source: 'guide for error 4013',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'B1',
    minutes: 5,
    verifiedBy: ['host', 'user'],
    howBySystem: true,
    source: "Apple's advice for errors 20 to 40 and 1013, quoted second-hand",
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'B2',
    minutes: 5,
    needs: ['other-network'],
    verifiedBy: ['host', 'user'],
    howBySystem: true,
    source: "Apple's advice for network errors, quoted second-hand",
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'B3',
    minutes: 5,
    needs: ['internet'],
    verifiedBy: ['host', 'user'],
    source: "Apple's advice for error 1013, quoted second-hand",
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'C1',
    minutes: 10,
    downloads: true,
    needs: ['internet'],
    verifiedBy: ['host', 'user'],
    howBySystem: true,
    source: 'public restore logs and repair lists; idevicerestore checks the same',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'C2',
    minutes: 3,
    needs: ['internet', 'firmware-file'],
    verifiedBy: ['host', 'user'],
    source: 'idevicerestore source, src/ipsw.c and src/tss.c',
    confidence: 'documented',
  },
  {
    ...ORDINARY,
    id: 'C3',
    minutes: 5,
    verifiedBy: ['host', 'user'],
    howBySystem: true,
    source: 'repair lists for error 11 (at least 10 GB)',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'D1',
    minutes: 30,
    downloads: true,
    needs: ['internet'],
    verifiedBy: ['usb', 'user'],
    guide: 'recovery',
    howBySystem: true,
    source: 'guide for error 4013',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'D2',
    minutes: 45,
    downloads: true,
    erases: true,
    needs: ['internet', 'apple-account'],
    verifiedBy: ['usb', 'user'],
    guide: 'recovery',
    howBySystem: true,
    source: 'guide for error 4013',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'D3',
    minutes: 45,
    downloads: true,
    erases: true,
    needs: ['internet', 'apple-account'],
    verifiedBy: ['usb', 'user'],
    guide: 'dfu',
    howBySystem: true,
    source: GUIDES_A_AND_B,
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'D4',
    minutes: 30,
    needs: ['mains-power'],
    verifiedBy: ['phone', 'user'],
    source: 'guide for error 4013 (charge before restoring); repair lists',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'D5',
    minutes: 2,
    needs: ['phone-unlocked'],
    verifiedBy: ['phone', 'user'],
    source: 'repair lists for errors 4000 and 4037',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'D6',
    minutes: 2,
    needs: ['sim-tool'],
    verifiedBy: ['user'],
    source: 'repair lists for modem errors',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'D7',
    minutes: 10,
    needs: ['phone-unlocked'],
    verifiedBy: ['phone', 'user'],
    source: 'heise 2021, citing Apple, on error 14',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'E1',
    minutes: 3,
    verifiedBy: ['host', 'user'],
    howBySystem: true,
    source: 'public logs of error 4014 in virtual machines; error 2002 (interface taken)',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'E2',
    minutes: 10,
    verifiedBy: ['host', 'user'],
    systems: ['windows', 'linux'],
    howBySystem: true,
    source: 'public reports on Apple Mobile Device Service; idevicerestore issues 31, 320, 415, 605 (usbmuxd)',
    confidence: 'reported',
  },
  {
    ...ORDINARY,
    id: 'F1',
    minutes: null,
    needs: ['technician'],
    verifiedBy: ['user'],
    final: true,
    source: GUIDES_A_AND_B,
    confidence: 'reported',
  },
]

const BY_ID = new Map(CHECKLIST_STEPS.map((row) => [row.id, row]))

/** The row of a step. Every id of the vocabulary has one; a missing row is a bug and throws. */
export function checklistStep(id: StepId): StepRow {
  const row = BY_ID.get(id)
  if (row === undefined) throw new Error(`no checklist row for step ${id}`)
  return row
}

/**
 * The text keys that say how a step is done, in reading order: for this computer's system (for all of them when it is
 * not known), then for this phone's buttons (nothing when the family is not known).
 */
export function howKeys(id: StepId, system: HostSystem | null, family: ButtonFamily | null): readonly string[] {
  const row = checklistStep(id)
  const base = `step.${id}.how`
  const systems = system !== null && row.systems.includes(system) ? [system] : row.systems
  const bySystem = row.howBySystem ? systems.map((name) => `${base}.${name}`) : [base]
  return row.howByFamily && family !== null ? [...bySystem, `${base}.${family}`] : bySystem
}
