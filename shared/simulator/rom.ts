import { bothSince, isHeld } from './buttons.ts'
import { ASKED_AFTER_MS, GAP_CONFIRMED_MS, resetsByClicks } from './figures.ts'
import { noted, type Phone, powerHold, type Refusal, type Rom, secondHold } from './phone.ts'

type ResetBy = 'buttons' | 'host' | 'power-on'

/** Every reset, whoever asked for it: USB is left, the screen goes black, the ROM begins to look at the buttons. */
export function reset(phone: Phone, atMs: number, by: ResetBy, bySecondAlone = false): Phone {
  const rebooted = noted(
    {
      ...phone,
      power: 'rom',
      screen: 'black',
      lastResetAtMs: atMs,
      rom: { resetAtMs: atMs, asked: false, releasedAtMs: null, seenAtMs: atMs, bySecondAlone },
      boot: null,
      dfu: null,
      leavesAtMs: phone.shown ? atMs + phone.figures.leaveMs : null,
      appears: null,
      hostResetAtMs: null,
      shutDownAtMs: null,
      restoreAtMs: [],
    },
    { atMs, what: 'reset', by },
  )
  if (phone.batteryEmpty) {
    const dead: Phone = { ...rebooted, power: 'off', rom: null, chargedAtMs: atMs + phone.figures.chargeMs }
    return noted(dead, { atMs, what: 'battery-empty' })
  }
  if (phone.figures.fallsIntoDfu) return enterDfu(noted(rebooted, { atMs, what: 'unasked-dfu' }), atMs, atMs)
  return rebooted
}

/** DFU was granted (or fell into): the screen is black, USB follows. */
function enterDfu(phone: Phone, atMs: number, powerReleasedAtMs: number): Phone {
  const soonest = phone.leavesAtMs ?? atMs
  const appearsAtMs = Math.max(soonest, powerReleasedAtMs + phone.figures.dfuAppearsMs)
  return {
    ...phone,
    power: 'dfu',
    screen: 'black',
    rom: null,
    dfu: { grantedAtMs: atMs, appearsAtMs, bad: false },
    appears: { atMs: appearsAtMs, shown: { mode: phone.dfuShows, bad: false } },
  }
}

/** The phone goes on booting: into the system, or into recovery where auto-boot is false or the system is damaged. */
export function bootOn(phone: Phone, atMs: number, resetAtMs: number): Phone {
  const to = phone.autoBoot && !phone.figures.systemDamaged ? 'system' : 'recovery'
  const takesMs = to === 'system' ? phone.figures.bootMs : phone.figures.bootIntoRecoveryMs
  return {
    ...phone,
    power: 'booting',
    screen: 'logo',
    rom: null,
    // A boot that was held up by the buttons still needs a moment once they are gone.
    boot: { atMs: Math.max(resetAtMs + takesMs, atMs + 1000), to },
  }
}

/** When DFU is asked for: both down long enough, inside the window. Null while that cannot be said. */
export function askedAtMs(phone: Phone): number | null {
  const { rom } = phone
  if (phone.power !== 'rom' || !rom || rom.asked) return null
  const since = bothSince(powerHold(phone), secondHold(phone))
  if (since === null) return null
  const atMs = Math.max(rom.resetAtMs, since + ASKED_AFTER_MS)
  return atMs <= rom.resetAtMs + phone.figures.askWindowMs ? atMs : null
}

/** The ROM takes note that DFU is asked for. */
export const ask = (phone: Phone, atMs: number): Phone =>
  phone.rom ? noted({ ...phone, rom: { ...phone.rom, asked: true } }, { atMs, what: 'dfu-asked' }) : phone

/** The next time after the last look at which the buttons can change the outcome. */
export function nextLookMs(phone: Phone): number | null {
  const { rom, figures } = phone
  if (!rom) return null
  const looks = phone.power === 'loader' ? [rom.resetAtMs + figures.cablePictureMs] : []
  if (phone.power === 'rom') {
    looks.push(rom.resetAtMs + figures.askWindowMs, rom.resetAtMs + figures.releaseUntilMs)
    if (rom.releasedAtMs !== null) looks.push(rom.releasedAtMs + figures.keepSecondMs)
  }
  for (const hold of [powerHold(phone), secondHold(phone)]) {
    if (!hold.raw && hold.upAtMs !== null) looks.push(hold.upAtMs + GAP_CONFIRMED_MS)
  }
  const later = looks.filter((atMs) => atMs > rom.seenAtMs)
  return later.length > 0 ? Math.min(...later) : null
}

/** Looks at the buttons at one of those times. */
export function look(phone: Phone, atMs: number): Phone {
  if (!phone.rom) return phone
  const rom: Rom = { ...phone.rom, seenAtMs: atMs }
  return phone.power === 'loader' ? lookInLoader(phone, rom, atMs) : lookInRom(phone, rom, atMs)
}

/** A release of Power that may grant DFU: inside its window, asked for, the second button down through it. */
function grantingRelease(phone: Phone, rom: Rom, atMs: number): number | null {
  const power = powerHold(phone)
  const second = secondHold(phone)
  const { resetAtMs } = rom
  if (rom.releasedAtMs !== null) return rom.releasedAtMs
  if (!rom.asked || power.upAtMs === null || isHeld(power, atMs)) return null
  const inWindow =
    power.upAtMs >= resetAtMs + phone.figures.releaseFromMs && power.upAtMs <= resetAtMs + phone.figures.releaseUntilMs
  return inWindow && isHeld(second, atMs) && second.sinceMs <= power.upAtMs ? power.upAtMs : null
}

function lookInRom(phone: Phone, before: Rom, atMs: number): Phone {
  const releasedAtMs = grantingRelease(phone, before, atMs)
  const rom: Rom = { ...before, releasedAtMs }
  if (releasedAtMs === null) {
    const decided = decide({ ...phone, rom }, rom, atMs)
    // a gap in the second button before Power's release takes the asking back; inside the window it may be asked once more
    const takenBack = decided.power === 'rom' && !isHeld(secondHold(phone), atMs)
    return takenBack ? { ...decided, rom: { ...rom, asked: false } } : decided
  }
  const second = secondHold(phone)
  if (!isHeld(second, atMs) || second.sinceMs > releasedAtMs) {
    return refuse({ ...phone, rom }, rom, atMs, 'second-released')
  }
  if (atMs < releasedAtMs + phone.figures.keepSecondMs) return { ...phone, rom }
  if (phone.cable === 'cannot-signal' || !phone.plugged) return refuse(phone, rom, atMs, 'cable-cannot-signal')
  return noted(enterDfu(phone, atMs, releasedAtMs), { atMs, what: 'dfu-granted' })
}

/** Whether the combination that goes on into recovery is down. */
function keepsHolding(phone: Phone, rom: Rom, atMs: number): boolean {
  const power = powerHold(phone)
  const secondHeld = isHeld(secondHold(phone), atMs)
  if (rom.bySecondAlone) return secondHeld
  if (!isHeld(power, atMs)) return false
  if (!resetsByClicks(phone.model.family)) return secondHeld
  return phone.power === 'loader' || power.sinceMs <= rom.resetAtMs || secondHeld
}

/** What the buttons said where DFU did not come of it. */
function refusalOf(phone: Phone, rom: Rom, atMs: number): Refusal {
  if (!rom.asked) return 'not-asked'
  const { upAtMs } = powerHold(phone)
  if (upAtMs !== null && upAtMs < rom.resetAtMs + phone.figures.releaseFromMs) return 'power-released-early'
  return isHeld(secondHold(phone), atMs) && upAtMs !== null ? 'held-too-long' : 'second-released'
}

const refuse = (phone: Phone, rom: Rom, atMs: number, why: Refusal): Phone =>
  noted(bootOn(phone, atMs, rom.resetAtMs), { atMs, what: 'dfu-refused', why })

function decide(phone: Phone, rom: Rom, atMs: number): Phone {
  const power = powerHold(phone)
  const limitMs = rom.resetAtMs + phone.figures.releaseUntilMs
  const bothHeld = isHeld(power, atMs) && isHeld(secondHold(phone), atMs)
  if (atMs < rom.resetAtMs + phone.figures.askWindowMs || (rom.asked && bothHeld && atMs < limitMs)) return phone
  // Power went up just before the limit: whether that is a release is known a moment later.
  if (rom.asked && bothHeld && !power.raw && power.upAtMs !== null && power.upAtMs <= limitMs) return phone
  if (!keepsHolding(phone, rom, atMs)) return refuse(phone, rom, atMs, refusalOf(phone, rom, atMs))
  if (atMs < limitMs) return phone
  const why = rom.asked ? 'held-too-long' : 'not-asked'
  const refused = noted(phone, { atMs, what: 'dfu-refused', why })
  if (!phone.autoBoot || phone.figures.systemDamaged) return bootOn(refused, atMs, rom.resetAtMs)
  return { ...refused, power: 'loader', screen: 'logo', rom }
}

function lookInLoader(phone: Phone, rom: Rom, atMs: number): Phone {
  if (!keepsHolding(phone, rom, atMs)) return bootOn(phone, atMs, rom.resetAtMs)
  if (atMs < rom.resetAtMs + phone.figures.cablePictureMs) return { ...phone, rom }
  const entered: Phone = {
    ...phone,
    power: 'recovery',
    screen: 'cable-picture',
    rom: null,
    appears: { atMs: atMs + phone.figures.recoveryAppearsMs, shown: { mode: 'recovery', bad: false } },
  }
  return noted(entered, { atMs, what: 'held-into-recovery' })
}
