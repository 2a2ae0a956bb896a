import { bothSince, pressed, released, type Role, roleOf, ROLES } from './buttons.ts'
import { resetsByClicks, SHORT_PRESS_MS, SLIDER_MS } from './figures.ts'
import { noted, type Phone, type PhoneScreen } from './phone.ts'
import type { Button } from '../knowledge/vocabulary.ts'

/** What a running system does with the buttons: everything that is not a reset. Times in ms, null for "nothing to come". */

const isRunning = (phone: Phone): boolean => phone.power === 'system'

/** Since when Power and either volume button are both down. */
function powerAndVolumeSince(phone: Phone): number | null {
  const { power, up, down } = phone.buttons.holds
  const since = [bothSince(power, up), bothSince(power, down)].filter((at) => at !== null)
  return since.length > 0 ? Math.min(...since) : null
}

/** Power and a volume button bring the slider (phones and iPads without a Home combination). */
export function sliderAtMs(phone: Phone): number | null {
  if (!isRunning(phone) || !resetsByClicks(phone.model.family)) return null
  const since = powerAndVolumeSince(phone)
  if (since === null || since === phone.answeredHoldMs || phone.screen === 'sos') return null
  return since + SLIDER_MS
}

/** Held on, the Emergency SOS countdown begins: only phones call. */
export function sosAtMs(phone: Phone): number | null {
  if (!isRunning(phone) || !resetsByClicks(phone.model.family) || phone.model.deviceClass !== 'iphone') return null
  const since = powerAndVolumeSince(phone)
  return since === null || since === phone.sosHoldMs ? null : since + phone.figures.sosMs
}

/** Power alone brings Siri or the slider; after the two clicks the slider shows while the hold goes on. */
export function siriOrSliderAtMs(phone: Phone): number | null {
  const { power, home, up, down } = phone.buttons.holds
  if (!isRunning(phone) || !power.raw || power.sinceMs === phone.answeredHoldMs) return null
  const withSecond = resetsByClicks(phone.model.family)
    ? up.raw || down.raw
    : phone.model.family === 'home'
      ? home.raw
      : down.raw
  return withSecond ? null : power.sinceMs + phone.figures.siriOrSliderMs
}

const show = (phone: Phone, screen: PhoneScreen): Phone => ({ ...phone, screen })

/** The slider appears. */
export const bringSlider = (phone: Phone, atMs: number): Phone =>
  noted(show({ ...phone, answeredHoldMs: powerAndVolumeSince(phone) }, 'slider'), { atMs, what: 'slider' })

/** The countdown to an emergency call begins. */
export const bringSos = (phone: Phone, atMs: number): Phone =>
  noted(show({ ...phone, sosHoldMs: powerAndVolumeSince(phone) }, 'sos'), { atMs, what: 'sos' })

/** Siri or the slider answers to Power alone. */
export function answerPowerAlone(phone: Phone, atMs: number): Phone {
  const answered: Phone = { ...phone, answeredHoldMs: phone.buttons.holds.power.sinceMs }
  const callsSiri = phone.figures.powerCallsSiri && resetsByClicks(phone.model.family) && !phone.buttons.armed
  return callsSiri ? noted(answered, { atMs, what: 'siri' }) : noted(show(answered, 'slider'), { atMs, what: 'slider' })
}

/** What a short press does when it ends: screenshot, volume, lock. */
function afterRelease(before: Phone, phone: Phone, role: Role, atMs: number): Phone {
  if (!isRunning(phone)) return phone
  if (before.screen === 'sos' && role !== 'home') return show(phone, 'lock')
  const { holds } = before.buttons
  if (atMs - holds[role].sinceMs > SHORT_PRESS_MS) return phone
  const shotButton: Role = resetsByClicks(before.model.family) ? 'up' : 'home'
  const withPower = role === 'power' || holds.power.raw
  if (withPower && holds[shotButton].raw) return noted(phone, { atMs, what: 'screenshot' })
  if (role === 'up' || role === 'down') return noted(phone, { atMs, what: 'volume' })
  if (role === 'home') return show(phone, 'home')
  const sleeps = phone.screen === 'home' || phone.screen === 'slider'
  return noted(show(phone, sleeps ? 'black' : 'lock'), { atMs, what: 'locked' })
}

/** The phone after the set of buttons that are down has changed. Buttons that changed at once go up before others go down. */
export function buttonsChanged(phone: Phone, down: readonly Button[], atMs: number): Phone {
  const wanted = new Set(down.map(roleOf))
  let next = phone
  for (const role of ROLES) {
    if (wanted.has(role) || !next.buttons.holds[role].raw) continue
    const before = next
    next = afterRelease(before, { ...next, buttons: released(next.buttons, role, atMs) }, role, atMs)
  }
  for (const role of ROLES) {
    if (wanted.has(role)) next = { ...next, buttons: pressed(next.buttons, role, atMs) }
  }
  return next
}
