import { bothSince } from './buttons.ts'
import { resetsByClicks } from './figures.ts'
import { noted, type Phone, powerHold, secondHold } from './phone.ts'
import { ask, askedAtMs, bootOn, look, nextLookMs, reset } from './rom.ts'
import { answerPowerAlone, bringSlider, bringSos, siriOrSliderAtMs, sliderAtMs, sosAtMs } from './running.ts'

/** One thing the phone does by itself: when it is due (ms, null for never as things stand), and what it does then. */
type Rule = {
  readonly dueMs: (phone: Phone) => number | null
  readonly happen: (phone: Phone, atMs: number) => Phone
}

/** The hard reset: the only thing that buttons can force from any state that runs. */
function hardResetAtMs(phone: Phone): number | null {
  const { figures, model, lastResetAtMs, buttons } = phone
  if (phone.power === 'off') return null
  const fromRecovery = phone.power === 'recovery'
  if (resetsByClicks(model.family)) {
    const power = powerHold(phone)
    if (!buttons.armed || !power.raw || power.sinceMs <= lastResetAtMs) return null
    return power.sinceMs + (fromRecovery ? figures.clickedResetFromRecoveryMs : figures.clickedResetMs)
  }
  const since = bothSince(powerHold(phone), secondHold(phone))
  if (since === null || since <= lastResetAtMs) return null
  return since + (fromRecovery ? figures.hardResetFromRecoveryMs : figures.hardResetMs)
}

/** A phone that is off starts when Power is held; the ROM looks at the buttons as after a reset. */
function powerOnAtMs(phone: Phone): number | null {
  const power = powerHold(phone)
  if (phone.power !== 'off' || phone.batteryEmpty || !power.raw || power.sinceMs <= phone.lastResetAtMs) return null
  return power.sinceMs + phone.figures.powerOnMs
}

/** Holding on too long after DFU was reached spoils it on one phone in four. */
function spoiltAtMs(phone: Phone): number | null {
  const { dfu, figures } = phone
  const second = secondHold(phone)
  if (phone.power !== 'dfu' || !dfu || dfu.bad || !figures.spoilsDfu) return null
  return second.raw && second.sinceMs <= dfu.grantedAtMs ? dfu.appearsAtMs + figures.badDfuAfterMs : null
}

function spoil(phone: Phone, atMs: number): Phone {
  const left: Phone = { ...phone, leavesAtMs: atMs + phone.figures.leaveMs }
  const spoilt = noted(left, { atMs, what: 'dfu-spoiled' })
  if (phone.figures.spoiledDfuBoots) return bootOn({ ...spoilt, dfu: null }, atMs, atMs)
  const backAtMs = atMs + phone.figures.dfuAppearsMs
  return {
    ...spoilt,
    dfu: { grantedAtMs: atMs, appearsAtMs: backAtMs, bad: true },
    appears: { atMs: backAtMs, shown: { mode: phone.dfuShows, bad: true } },
  }
}

/** The end of a boot: the system or recovery is there and shows on USB. */
function arrive(phone: Phone, atMs: number): Phone {
  const toSystem = phone.boot?.to === 'system'
  const arrived: Phone = {
    ...phone,
    power: toSystem ? 'system' : 'recovery',
    screen: toSystem ? 'lock' : 'cable-picture',
    boot: null,
    appears: { atMs, shown: { mode: toSystem ? 'normal' : 'recovery', bad: false } },
  }
  return noted(arrived, { atMs, what: toSystem ? 'system-up' : 'recovery-up' })
}

/** A restore leaves the bus and returns to it; at its end the phone boots. */
function restoreOn(phone: Phone, atMs: number): Phone {
  const [, ...rest] = phone.restoreAtMs
  const next: Phone = { ...phone, restoreAtMs: rest }
  if (!phone.shown) return { ...next, appears: { atMs, shown: { mode: 'restore', bad: false } } }
  const left: Phone = { ...next, leavesAtMs: atMs }
  return rest.length === 0 ? bootOn({ ...left, autoBoot: true }, atMs, atMs) : left
}

const turnOff = (phone: Phone, atMs: number): Phone =>
  noted(
    { ...phone, power: 'off', screen: 'black', shutDownAtMs: null, lastResetAtMs: atMs, leavesAtMs: atMs },
    { atMs, what: 'powered-off' },
  )

/** Everything the phone does by itself. Of two that are due at the same moment the upper one happens first. */
const RULES: readonly Rule[] = [
  {
    dueMs: (phone) => phone.leavesAtMs,
    happen: (phone) => ({ ...phone, leavesAtMs: null, shown: null }),
  },
  {
    dueMs: (phone) => phone.appears?.atMs ?? null,
    happen: (phone) => ({ ...phone, appears: null, shown: phone.appears?.shown ?? null }),
  },
  { dueMs: (phone) => phone.hostResetAtMs, happen: (phone, atMs) => reset(phone, atMs, 'host') },
  { dueMs: hardResetAtMs, happen: (phone, atMs) => reset(phone, atMs, 'buttons') },
  { dueMs: askedAtMs, happen: ask },
  { dueMs: nextLookMs, happen: look },
  { dueMs: (phone) => phone.boot?.atMs ?? null, happen: arrive },
  { dueMs: spoiltAtMs, happen: spoil },
  { dueMs: sosAtMs, happen: bringSos },
  { dueMs: sliderAtMs, happen: bringSlider },
  { dueMs: siriOrSliderAtMs, happen: answerPowerAlone },
  { dueMs: powerOnAtMs, happen: (phone, atMs) => reset(phone, atMs, 'power-on') },
  { dueMs: (phone) => phone.shutDownAtMs, happen: turnOff },
  { dueMs: (phone) => phone.restoreAtMs[0] ?? null, happen: restoreOn },
  {
    // An empty battery has charged enough: the phone starts by itself.
    dueMs: (phone) => (phone.plugged ? phone.chargedAtMs : null),
    happen: (phone, atMs) => reset({ ...phone, batteryEmpty: false, chargedAtMs: null }, atMs, 'power-on'),
  },
]

/** When the phone next does something by itself, in ms; null for never as things stand. */
export function phoneDueMs(phone: Phone): number | null {
  let soonest: number | null = null
  for (const rule of RULES) {
    const due = rule.dueMs(phone)
    if (due !== null && (soonest === null || due < soonest)) soonest = due
  }
  return soonest
}

/** Lets the one thing happen that is due first. `atMs` is its time, or now where its time has already passed. */
export function phoneHappens(phone: Phone, atMs: number): Phone {
  const due = phoneDueMs(phone)
  const rule = due === null ? undefined : RULES.find((each) => each.dueMs(phone) === due)
  return rule ? rule.happen(phone, atMs) : phone
}
