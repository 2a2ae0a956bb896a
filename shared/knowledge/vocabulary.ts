/**
 * The closed lists of words that the whole house shares. Kept as `const` arrays so that the run-time schemas
 * (engine/state, contract) and the types come from one place.
 */

/** What a device on USB can be, as far as its ids and strings say. `restore` cannot be told from `normal` by USB ids. */
export const MODES = ['normal', 'recovery', 'dfu', 'restore', 'wtf', 'port-dfu', 'debug-usb'] as const
export type Mode = (typeof MODES)[number]

export const DEVICE_CLASSES = ['iphone', 'ipad', 'ipod', 'appletv', 'homepod', 'watch', 'mac', 'other'] as const
export type DeviceClass = (typeof DEVICE_CLASSES)[number]

/** Which software answers on USB: the chip's ROM, the first loader, or iBoot/iBEC. */
export const STAGES = ['securerom', 'ibss', 'iboot'] as const
export type Stage = (typeof STAGES)[number]

/** `home`: physical Home. `solid-home`: 7, 7 Plus, iPod touch 7. `face-id`: iPhone 8 and later. `ipad-no-home`: iPads without Home. */
export const BUTTON_FAMILIES = ['home', 'solid-home', 'face-id', 'ipad-no-home'] as const
export type ButtonFamily = (typeof BUTTON_FAMILIES)[number]

export const BUTTONS = [
  'home',
  'side',
  'top',
  'volume-up',
  'volume-down',
  'volume-near-top',
  'volume-far-from-top',
] as const
export type Button = (typeof BUTTONS)[number]

export const GUIDES = ['dfu', 'recovery', 'exit-dfu', 'exit-recovery', 'restart', 'power-off'] as const
export type GuideId = (typeof GUIDES)[number]

/** `manual`: hands only. `assisted`: the computer sends the restart in the middle of the hold. */
export const WAYS = ['manual', 'assisted'] as const
export type Way = (typeof WAYS)[number]

export const VERDICTS = [
  'entered',
  'never-left',
  'came-back-in-recovery',
  'came-back-in-system',
  'other-mode',
  'maybe-dfu',
  'lost-after-dfu',
  'soft-dfu',
  'nothing-returned',
  'unasked',
  'taken-by-other',
  'cancelled',
  'interrupted',
] as const
export type VerdictId = (typeof VERDICTS)[number]

export const REASONS = [
  'released-early',
  'held-too-long',
  'gap-between-phases',
  'wrong-button',
  'wrong-order',
  'cable-cannot-signal',
  'driver',
  'hub-or-port',
  'board-fault',
  'battery',
  'unknown',
] as const
export type ReasonId = (typeof REASONS)[number]

export const LIKELIHOODS = ['likely', 'possible', 'unlikely'] as const
export type Likelihood = (typeof LIKELIHOODS)[number]

/** Checklist steps; what each is stands in `checklist-steps`. */
export const STEPS = [
  'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8',
  'B1', 'B2', 'B3',
  'C1', 'C2', 'C3',
  'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7',
  'E1', 'E2',
  'F1',
] as const // prettier-ignore
export type StepId = (typeof STEPS)[number]

export const STEP_STATES = [
  'not-yet',
  'checking',
  'proved',
  'likely',
  'failed',
  'said-by-you',
  'skipped',
  'not-applicable',
] as const
export type StepState = (typeof STEP_STATES)[number]

export const OUTCOMES = ['fixed', 'professional', 'given-up'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const HOST_SYSTEMS = ['macos', 'windows', 'linux'] as const
export type HostSystem = (typeof HOST_SYSTEMS)[number]
