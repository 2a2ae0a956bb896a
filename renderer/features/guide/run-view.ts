import type { GuideRun, Phase } from '../../../shared/engine/guide-run.ts'
import type { Phone } from '../../../shared/engine/phone.ts'
import type { State } from '../../../shared/engine/state.ts'
import { devicesByProductType } from '../../../shared/knowledge/devices.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { readyFor, type Roles, rolesOf } from '../../ui/drawing/roles.ts'
import type { PictureId } from '../../ui/drawing/ScreenPicture.tsx'

/** The phone that a run is about, as USB shows it; null for a phone that USB does not show. */
export function guidedPhone(state: State, run: GuideRun): Phone | null {
  return state.phones.find((phone) => phone.id === run.phoneId) ?? null
}

/** The model of a run where it is known for certain: several models share the chip that a running phone shows. */
export function knownProduct(run: GuideRun, phone: Phone | null): string | null {
  const types = phone?.identity.productTypes ?? []
  return types.length > 1 ? null : run.product
}

/** The chips that the guided phone may have: its own where a mode showed it, else those of the model. */
export function chipsOf(run: GuideRun, phone: Phone | null): string[] {
  const shown = phone?.identity.cpid ?? null
  if (shown !== null) return [shown]
  return run.product === null ? [] : devicesByProductType(run.product).map(({ cpid }) => cpid)
}

/** What to call the phone of a run, within a sentence. */
export function deviceName(t: Translate, run: GuideRun, phone: Phone | null): string {
  const product = knownProduct(run, phone)
  const named = product === null ? undefined : devicesByProductType(product)[0]?.name
  return phone?.identity.name ?? named ?? product ?? t(`guide-screen.this.${run.family}`)
}

/** The phase that counts for the hands now; null outside of the phases. */
export function currentPhase(run: GuideRun): Phase | null {
  return run.stage === 'running' ? (run.phases[run.phaseIndex] ?? null) : null
}

/** The phase whose buttons are still down when one begins; where everything begins once more, that is the hold that brought no reset. */
export function phaseBefore({ phases }: GuideRun, index: number): Phase | null {
  const again = index === 0 && phases[0]?.id === 'once-more'
  return (again ? phases.find(({ endsOn }) => endsOn === 'usb-left') : phases[index - 1]) ?? null
}

/** What each button is to do at this moment of the run. */
export function rolesNow(run: GuideRun): Roles {
  const { phases, phaseIndex, stage } = run
  switch (stage) {
    case 'card':
    case 'lead-in':
      return readyFor(phases[0] ?? null)
    case 'running':
      return rolesOf(phases[phaseIndex] ?? null, phaseBefore(run, phaseIndex))
    case 'settling':
    case 'waiting':
      return rolesOf(null, phases[Math.min(phaseIndex, phases.length - 1)] ?? null)
    case 'ended':
      return {}
  }
}

const AFTER_RESET: Readonly<Record<GuideRun['guide'], PictureId>> = {
  dfu: 'black',
  recovery: 'logo',
  'exit-dfu': 'logo',
  'exit-recovery': 'logo',
  restart: 'logo',
  'power-off': 'black',
}

function pictureOfMode(phone: Phone | null): PictureId {
  if (phone === null || phone.presence !== 'attached') return 'unknown'
  if (phone.mode === 'recovery') return 'cable-picture'
  return phone.mode === 'dfu' ? 'black' : 'unknown'
}

/**
 * What the phone's screen should show now. Only modes and moments are known: a running system's screen is left open, and
 * after the drop off USB the picture is the one that this guide expects.
 */
export function pictureNow(run: GuideRun, phone: Phone | null): PictureId {
  const onUsb = pictureOfMode(phone)
  if (phone?.presence === 'attached' && (onUsb !== 'unknown' || run.leftAtMs === null)) return onUsb
  if (run.stage === 'card' || run.stage === 'lead-in' || run.stage === 'ended') return onUsb
  return run.leftAtMs === null ? 'unknown' : AFTER_RESET[run.guide]
}
