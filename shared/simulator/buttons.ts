import type { Button, ButtonFamily } from '../knowledge/vocabulary.ts'
import { CLICK_LONGEST_MS, CLICKS_WITHIN_MS, GAP_CONFIRMED_MS } from './figures.ts'

/** What a button is to the chip, whatever it is called: `up` is clicked first, `down` second. */
export const ROLES = ['power', 'home', 'up', 'down'] as const
export type Role = (typeof ROLES)[number]

/** One button's hold. A gap of up to 80 ms does not end it. */
export type Hold = {
  readonly raw: boolean
  /** Begin of the present (or last) hold. */
  readonly sinceMs: number
  /** When it went up last; null while it is down. */
  readonly upAtMs: number | null
}

/** A press of one of the volume buttons, for recognising clicks. */
type VolumePress = { readonly role: 'up' | 'down'; readonly downAtMs: number; readonly upAtMs: number | null }

export type Buttons = {
  readonly holds: { readonly [role in Role]: Hold }
  /** The last two presses of a volume button, older first. */
  readonly volume: readonly VolumePress[]
  /** Power's present hold began right after click up, click down. */
  readonly armed: boolean
}

const NEVER: Hold = { raw: false, sinceMs: 0, upAtMs: Number.NEGATIVE_INFINITY }

/** No button touched yet. */
export const NO_BUTTONS: Buttons = {
  holds: { power: NEVER, home: NEVER, up: NEVER, down: NEVER },
  volume: [],
  armed: false,
}

/** Which role a named button plays on this family. Side and Top are the same button by two names. */
export function roleOf(button: Button): Role {
  if (button === 'side' || button === 'top') return 'power'
  if (button === 'home') return 'home'
  return button === 'volume-up' || button === 'volume-near-top' ? 'up' : 'down'
}

/** The button that goes with Power: Home where it is a real switch, Volume Down elsewhere (domain: button families). */
export const secondOf = (family: ButtonFamily): Role => (family === 'home' ? 'home' : 'down')

/** Whether the chip sees the button as down at this moment (a short gap is not seen). */
export const isHeld = (hold: Hold, atMs: number): boolean =>
  hold.raw || (hold.upAtMs !== null && atMs - hold.upAtMs < GAP_CONFIRMED_MS)

/** Since when both are held without a gap, or null where one is not down. */
export function bothSince(first: Hold, second: Hold): number | null {
  return first.raw && second.raw ? Math.max(first.sinceMs, second.sinceMs) : null
}

/** Whether the last two volume presses were click up, click down, ended, and near enough for Power at `atMs`. */
function clickedBefore(volume: readonly VolumePress[], atMs: number): boolean {
  const [first, second] = volume
  if (!first || !second || first.role !== 'up' || second.role !== 'down') return false
  const isClick = (press: VolumePress) => press.upAtMs !== null && press.upAtMs - press.downAtMs <= CLICK_LONGEST_MS
  return (
    isClick(first) &&
    isClick(second) &&
    second.downAtMs - first.downAtMs <= CLICKS_WITHIN_MS &&
    atMs - second.downAtMs <= CLICKS_WITHIN_MS
  )
}

const pressVolume = (volume: readonly VolumePress[], role: 'up' | 'down', atMs: number): readonly VolumePress[] => [
  ...volume.slice(-1),
  { role, downAtMs: atMs, upAtMs: null },
]

const releaseVolume = (volume: readonly VolumePress[], role: 'up' | 'down', atMs: number): readonly VolumePress[] =>
  volume.map((press) => (press.role === role && press.upAtMs === null ? { ...press, upAtMs: atMs } : press))

/** The buttons after one goes down. A return within the gap goes on with the hold as if nothing had been. */
export function pressed(buttons: Buttons, role: Role, atMs: number): Buttons {
  const hold = buttons.holds[role]
  if (hold.raw) return buttons
  const goesOn = isHeld(hold, atMs)
  const next: Hold = { raw: true, sinceMs: goesOn ? hold.sinceMs : atMs, upAtMs: null }
  return {
    holds: { ...buttons.holds, [role]: next },
    volume:
      role === 'up' || role === 'down'
        ? goesOn
          ? buttons.volume.map((press, index) =>
              index === buttons.volume.length - 1 && press.role === role ? { ...press, upAtMs: null } : press,
            )
          : pressVolume(buttons.volume, role, atMs)
        : buttons.volume,
    armed: role === 'power' && !goesOn ? clickedBefore(buttons.volume, atMs) : buttons.armed,
  }
}

/** The buttons after one goes up. */
export function released(buttons: Buttons, role: Role, atMs: number): Buttons {
  const hold = buttons.holds[role]
  if (!hold.raw) return buttons
  return {
    ...buttons,
    holds: { ...buttons.holds, [role]: { ...hold, raw: false, upAtMs: atMs } },
    volume: role === 'up' || role === 'down' ? releaseVolume(buttons.volume, role, atMs) : buttons.volume,
  }
}
