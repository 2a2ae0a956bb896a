import { type Buttons, type Hold, NO_BUTTONS, secondOf } from './buttons.ts'
import { diceFor, type Drawn, pick, uniform } from './dice.ts'
import { drawFigures, type Figures } from './figures.ts'
import { drawIds, type PhoneIds, type PhoneModel, type UsbShown } from './identity.ts'

export type PhoneScreen = 'black' | 'logo' | 'cable-picture' | 'slider' | 'sos' | 'lock' | 'home' | 'progress'

/** `rom`: after a reset, undecided. `loader`: the logo shows and the combination is still down. */
export type Power = 'off' | 'rom' | 'loader' | 'recovery' | 'dfu' | 'booting' | 'system' | 'frozen' | 'restore'

/** Why a reset did not end in DFU, as the ROM knows it. */
export type Refusal =
  | 'not-asked'
  | 'power-released-early'
  | 'second-released'
  | 'held-too-long'
  | 'cable-cannot-signal'
  | 'board-fault'

/** What happened inside the phone, in order: the truth that USB does not show. */
export type Note = { readonly atMs: number } & (
  | { readonly what: 'reset'; readonly by: 'buttons' | 'host' | 'power-on' }
  | { readonly what: 'dfu-asked' | 'dfu-granted' | 'dfu-spoiled' | 'system-up' | 'recovery-up' | 'held-into-recovery' }
  | { readonly what: 'dfu-refused'; readonly why: Refusal }
  | { readonly what: 'unasked-dfu' | 'battery-empty' | 'powered-off' }
  | { readonly what: 'slider' | 'siri' | 'sos' | 'screenshot' | 'volume' | 'locked' }
)
export type NoteWhat = Note['what']

/** The ROM's work from one reset on. */
export type Rom = {
  readonly resetAtMs: number
  readonly asked: boolean
  /** Power's release that may grant DFU, while the second button is watched. */
  readonly releasedAtMs: number | null
  /** The buttons were last looked at here; later looks follow. */
  readonly seenAtMs: number
  /** Started by plugging in with the second button down (the old way into recovery). */
  readonly bySecondAlone: boolean
}

export type Phone = {
  readonly model: PhoneModel
  readonly ids: PhoneIds
  readonly figures: Figures
  readonly cable: 'signals' | 'cannot-signal'
  /** What DFU looks like on USB here: newer phones are reported to show another id. */
  readonly dfuShows: 'dfu' | 'loader-dfu' | 'port-dfu' | 'debug-usb'
  readonly plugged: boolean
  readonly batteryEmpty: boolean
  readonly autoBoot: boolean
  readonly power: Power
  readonly screen: PhoneScreen
  readonly buttons: Buttons
  /** Holds that began before this were used up by a reset. */
  readonly lastResetAtMs: number
  readonly rom: Rom | null
  readonly boot: { readonly atMs: number; readonly to: 'system' | 'recovery' } | null
  readonly dfu: { readonly grantedAtMs: number; readonly appearsAtMs: number; readonly bad: boolean } | null
  /** What is on USB now, before the bus and the host have their say. */
  readonly shown: UsbShown | null
  readonly leavesAtMs: number | null
  readonly appears: { readonly atMs: number; readonly shown: UsbShown } | null
  readonly hostResetAtMs: number | null
  readonly shutDownAtMs: number | null
  readonly chargedAtMs: number | null
  /** Restore mode: the times at which it still leaves, returns, leaves … ; at the last one the phone boots. */
  readonly restoreAtMs: readonly number[]
  /** Begins of the holds that already brought Siri, the slider or the countdown. */
  readonly answeredHoldMs: number | null
  readonly sosHoldMs: number | null
  readonly notes: readonly Note[]
}

export type PhoneStart = 'normal' | 'recovery' | 'dfu' | 'frozen' | 'off' | 'restore'

export type PhoneSetup = {
  readonly seed: number
  readonly model: PhoneModel
  readonly start: PhoneStart
  readonly cable: 'signals' | 'cannot-signal'
  readonly boardFaults: boolean
  readonly autoBoot: boolean | null
  readonly batteryEmpty: boolean
  readonly dfuShows: 'dfu' | 'loader-dfu' | 'port-dfu' | 'debug-usb'
}

/** Old notes fall out of a long practice session. */
const NOTES_KEPT = 500

/** The phone with one more note. */
export const noted = (phone: Phone, note: Note): Phone => ({
  ...phone,
  notes: [...phone.notes.slice(-NOTES_KEPT + 1), note],
})

export const powerHold = (phone: Phone): Hold => phone.buttons.holds.power
export const secondHold = (phone: Phone): Hold => phone.buttons.holds[secondOf(phone.model.family)]

const START: { readonly [start in PhoneStart]: { power: Power; screen: PhoneScreen; mode: UsbShown['mode'] | null } } =
  {
    normal: { power: 'system', screen: 'home', mode: 'normal' },
    recovery: { power: 'recovery', screen: 'cable-picture', mode: 'recovery' },
    dfu: { power: 'dfu', screen: 'black', mode: 'dfu' },
    frozen: { power: 'frozen', screen: 'home', mode: 'normal' },
    off: { power: 'off', screen: 'black', mode: null },
    restore: { power: 'restore', screen: 'progress', mode: 'restore' },
  }

/** One to five re-enumerations, each with a gap of 2 to 40 s and as long a stay before it, then the end of the restore. */
function drawRestore(seed: number, atMs: number): readonly number[] {
  const times = pick(diceFor(seed, 'restore'), 5)
  let next: Drawn<number> = { value: atMs, dice: times.dice }
  return Array.from({ length: 2 * (times.value + 1) + 1 }, () => {
    const drawn = uniform(next.dice, 2000, 40_000)
    next = { value: next.value + Math.round(drawn.value), dice: drawn.dice }
    return next.value
  })
}

/** A phone as it is met, plugged in. Its figures and ids are drawn once from the seed. */
export function createPhone(setup: PhoneSetup, atMs: number): Phone {
  const figures = drawFigures(diceFor(setup.seed, 'figures'), setup.boardFaults).value
  const { power, screen, mode } = START[setup.start]
  const visible = setup.start !== 'frozen' || figures.frozenOnUsb
  const shownMode = mode === 'dfu' ? setup.dfuShows : mode
  return {
    model: setup.model,
    ids: drawIds(diceFor(setup.seed, `ids ${setup.model.productType}`), setup.model).value,
    figures,
    cable: setup.cable,
    dfuShows: setup.dfuShows,
    plugged: true,
    batteryEmpty: setup.batteryEmpty,
    autoBoot: setup.autoBoot ?? (setup.start === 'recovery' ? figures.recoveryAutoBoot : true),
    power,
    screen,
    buttons: NO_BUTTONS,
    lastResetAtMs: Number.NEGATIVE_INFINITY,
    rom: null,
    boot: null,
    dfu: power === 'dfu' ? { grantedAtMs: atMs, appearsAtMs: atMs, bad: false } : null,
    shown: shownMode && visible ? { mode: shownMode, bad: false } : null,
    leavesAtMs: null,
    appears: null,
    hostResetAtMs: null,
    shutDownAtMs: null,
    chargedAtMs: null,
    restoreAtMs: setup.start === 'restore' ? drawRestore(setup.seed, atMs) : [],
    answeredHoldMs: null,
    sosHoldMs: null,
    notes: [],
  }
}
