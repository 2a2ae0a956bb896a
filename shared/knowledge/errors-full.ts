import type { CauseId } from './errors-causes.ts'
import type { Provenance } from './provenance.ts'

export const SEVERITIES = ['low', 'medium', 'high'] as const
export type Severity = (typeof SEVERITIES)[number]
export const DIFFICULTIES = ['easy', 'moderate', 'advanced'] as const
export type Difficulty = (typeof DIFFICULTIES)[number]

/** Tools and parts; the words are `tool.<id>`. */
export const TOOLS = [
  'lightning-usb-cable',
  'usb-c-lightning-cable',
  'usb-c-cable',
  'wooden-pick',
  'other-computer',
  'charger',
  'nothing-else',
] as const
/** What the person sees; the words are `sign.<id>`. */
export const SIGNS = [
  'stuck-on-logo',
  'recovery-screen',
  'program-freezes',
  'fails-again',
  'dialog',
  'random-reboots',
  'overheating',
  'battery-drain',
  'unstable-with-cable',
  'same-percent',
] as const
/** When to see a professional; the words are `professional.<id>`. */
export const PROFESSIONAL = [
  'persists',
  'warranty',
  'port-damage',
  'no-dfu',
  'dfu-and-cables',
  'several-computers',
  'damage-signs',
  'same-point',
  'apple-can',
] as const
/** How to prevent it; the words are `prevention.<id>`. */
export const PREVENTION = [
  'certified-cable',
  'clean-ports',
  'direct-port',
  'software-current',
  'phone-current',
  'no-interruption',
  'charge-first',
  'no-moisture-heat',
  'newest-firmware',
  'clean-hosts',
  'free-space',
] as const

/** Hints by the point at which it fails. Workshop lore, not Apple's data: shown as a hint only; the words are `point.<id>`. */
export type PointHint = Provenance & {
  readonly id: string
  /** Both ends included; null where the bar had not begun. */
  readonly percent: readonly [from: number, to: number] | null
  readonly causes: readonly CauseId[]
}

const LORE = { source: 'repair lists and forums, gathered', confidence: 'reported' } as const

export const POINT_HINTS: readonly PointHint[] = [
  { id: 'at-once', percent: null, causes: ['cable', 'usb-port', 'driver', 'hosts-file'], ...LORE },
  { id: 'bar-empty', percent: [0, 5], causes: ['board', 'charging-ic', 'liquid'], ...LORE },
  { id: 'storage-start', percent: [6, 17], causes: ['nand'], ...LORE },
  { id: 'kernel', percent: [18, 19], causes: ['board', 'charging-ic', 'liquid'], ...LORE },
  { id: 'middle', percent: [40, 69], causes: ['nand'], ...LORE },
  { id: 'late', percent: [80, 99], causes: ['baseband'], ...LORE },
  { id: 'end', percent: [100, 100], causes: ['secure-enclave', 'baseband', 'slow-start'], ...LORE },
]

/** Known faults by model; the words are `board.<id>`. */
export type BoardHint = Provenance & {
  readonly id: string
  readonly codes: readonly string[]
  readonly product: RegExp
}

export const BOARD_HINTS: readonly BoardHint[] = [
  {
    id: 'front-flex',
    codes: ['4013', '4014'],
    // iPhone X and later with Face ID; the SE models have none
    product: /^iPhone(?:10,[36]|11,\d+|12,[1-7]|13,\d+|14,[1-578]|1[5-9],\d+)$/u,
    source: 'board-repair forums and videos',
    confidence: 'reported',
  },
  {
    id: 'seven',
    codes: ['4013', '4014'],
    product: /^iPhone9,\d$/u,
    source: 'three repair blogs',
    confidence: 'reported',
  },
]

/** Everything about one of the codes that Handhold knows in full depth. Questions are `faq.<words>.<id>.question` and `.answer`. */
export type FullError = Provenance & {
  readonly code: string
  readonly severity: Severity
  readonly difficulty: Difficulty
  /** At home, without downloads. */
  readonly minutes: { readonly from: number; readonly to: number }
  readonly tools: readonly (typeof TOOLS)[number][]
  readonly signs: readonly (typeof SIGNS)[number][]
  readonly professional: readonly (typeof PROFESSIONAL)[number][]
  readonly prevention: readonly (typeof PREVENTION)[number][]
  readonly questions: readonly string[]
}

const RESTORE_SIGNS = ['dialog', 'fails-again', 'recovery-screen'] as const
const LINK_PREVENTION = [
  'certified-cable',
  'clean-ports',
  'direct-port',
  'software-current',
  'charge-first',
  'no-interruption',
] as const
const CABLES = ['lightning-usb-cable', 'usb-c-lightning-cable', 'usb-c-cable'] as const
const HARDWARE_SIGNS = [
  'random-reboots',
  'overheating',
  'battery-drain',
  'unstable-with-cable',
  'same-percent',
] as const
const GUIDE_B = {
  severity: 'medium',
  difficulty: 'moderate',
  minutes: { from: 30, to: 120 },
  tools: [...CABLES, 'wooden-pick', 'other-computer', 'charger'],
  signs: ['stuck-on-logo', 'recovery-screen', 'program-freezes', 'fails-again', 'dialog', ...HARDWARE_SIGNS],
  professional: ['dfu-and-cables', 'several-computers', 'damage-signs', 'same-point', 'apple-can'],
  prevention: [
    'certified-cable',
    'software-current',
    'phone-current',
    'no-interruption',
    'charge-first',
    'clean-ports',
    'direct-port',
    'no-moisture-heat',
  ],
  source: 'guide for errors 4013 and 4014; repair lists',
  confidence: 'reported',
} as const

export const FULL_ERRORS: readonly FullError[] = [
  {
    code: '1413',
    severity: 'low',
    difficulty: 'easy',
    minutes: { from: 10, to: 20 },
    tools: ['lightning-usb-cable', 'usb-c-lightning-cable', 'nothing-else'],
    signs: ['dialog', 'fails-again'],
    professional: ['persists', 'warranty', 'port-damage', 'no-dfu'],
    prevention: ['certified-cable', 'clean-ports', 'direct-port', 'software-current'],
    questions: ['cause', 'data', 'why-restore', 'serious', 'prevent', 'other-numbers'],
    source: 'guide for error 1413',
    confidence: 'reported',
  },
  { ...GUIDE_B, code: '4013', questions: ['serious', 'data', 'dfu', 'water', 'differs', 'moment', 'drain'] },
  { ...GUIDE_B, code: '4014', questions: ['serious', 'data', 'dfu', 'water', 'differs', 'logo'] },
  {
    ...GUIDE_B,
    code: '4005',
    questions: ['serious', 'data', 'slow'],
    source: 'public restore logs; repair lists; Apple’s family 9, 4005, 4013, 4014 quoted second-hand',
  },
  {
    code: '9',
    severity: 'medium',
    difficulty: 'easy',
    minutes: { from: 15, to: 90 },
    tools: [...CABLES, 'wooden-pick', 'other-computer'],
    signs: [...RESTORE_SIGNS, 'unstable-with-cable', 'same-percent'],
    professional: ['dfu-and-cables', 'several-computers', 'same-point', 'apple-can'],
    prevention: LINK_PREVENTION,
    questions: ['serious', 'data', 'storage'],
    source: 'list of restore numbers; repair lists; Apple’s family quoted second-hand',
    confidence: 'reported',
  },
  {
    code: '14',
    severity: 'medium',
    difficulty: 'easy',
    minutes: { from: 15, to: 90 },
    tools: [...CABLES, 'other-computer'],
    signs: RESTORE_SIGNS,
    professional: ['dfu-and-cables', 'several-computers', 'same-point'],
    prevention: [...LINK_PREVENTION, 'free-space'],
    questions: ['serious', 'data', 'space'],
    source: 'list of restore numbers; heise 2021 citing Apple; Apple’s help heading quoted second-hand',
    confidence: 'reported',
  },
  {
    code: '21',
    severity: 'medium',
    difficulty: 'moderate',
    minutes: { from: 15, to: 90 },
    tools: [...CABLES, 'charger', 'other-computer'],
    signs: RESTORE_SIGNS,
    professional: ['persists', 'several-computers', 'damage-signs'],
    prevention: [...LINK_PREVENTION, 'clean-hosts'],
    questions: ['serious', 'data', 'security'],
    source: 'list of restore numbers; public restore logs; Apple’s text of 2013 quoted second-hand',
    confidence: 'reported',
  },
  {
    code: '3194',
    severity: 'low',
    difficulty: 'easy',
    minutes: { from: 5, to: 30 },
    tools: [],
    signs: ['dialog'],
    professional: ['persists'],
    prevention: ['newest-firmware', 'clean-hosts', 'software-current'],
    questions: ['serious', 'data', 'cable', 'status'],
    source: 'list of restore numbers; public restore logs; The iPhone Wiki',
    confidence: 'reported',
  },
]

/** The full card of a code, or null where there is only its short row. */
export function fullError(code: string): FullError | null {
  return FULL_ERRORS.find((each) => each.code === code) ?? null
}
