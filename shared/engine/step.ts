import type { Effect } from './effects.ts'
import type { Event } from './events.ts'
import { followEffects, logRead } from './case-logs.ts'
import { confirmPhase, endGuide, phoneArrived, phoneLeft } from './guide.ts'
import { guideWoke } from './guide-timing.ts'
import { age, attach, detach, type PhoneFact, type PhonesUpdate, relist } from './phones.ts'
import { beginTrip, lookEffects, phoneTold, tripAnswered, tripArrived, tripDue } from './phone-trip.ts'
import type { Problem } from './problem.ts'
import { noteDrop } from './restore-watch.ts'
import type { State } from './state.ts'
import { appStarted, bindCase, caseEvent, guideRuns, handOverAnswered, handOverBegun } from './step-case.ts'
import {
  adoptPhone,
  againGuide,
  cardProbes,
  commandEvent,
  guideTurn,
  refreshCard,
  releaseAnswered,
  showGuide,
  startShownGuide,
} from './step-guide.ts'
import { linkTestCutOff, linkTestDue, transferEffects, transfersTold } from './link-test.ts'
import { askLoader, loaderTold } from './loader.ts'
import { andThen, type Step, still } from './step-result.ts'
import { noteUnasked } from './unasked.ts'
import { beginCheck, systemAnswered, verifyUsb } from './verification.ts'
import { firmwareChecked } from './verification-firmware.ts'
import { hostChecked } from './verification-host.ts'
import { outcomeTold, retryAnswered, stepAnswered } from './verification-retry.ts'

const MAX_BANNERS = 8
function busChanged(state: State, update: PhonesUpdate): Step {
  const { facts, ...phones } = update
  let current: Step = still(bindCase({ ...state, ...phones }))
  for (const fact of facts)
    current = andThen(current, (now) => guideFact(tripArrived(noteUnasked(noteDrop(now, fact), fact), fact), fact))
  return andThen(current, (now) => {
    const verified = verifyUsb(now, facts)
    const next = facts.length > 0 ? refreshCard(verified) : verified
    return { state: next, effects: [...lookEffects(now, facts), ...cardProbes(next, facts)] }
  })
}

/** Lets the guide take what happened to its phone; other phones never count. */
function guideFact(state: State, fact: PhoneFact): Step {
  const guided = state.guide?.phoneId === fact.phoneId
  if (fact.kind === 'left')
    return guided ? guideTurn(state, (run, cues, context) => phoneLeft(run, cues, context)) : still(state)
  const adopted = adoptPhone(state, fact.phoneId)
  const isNew = fact.kind === 'arrived' || !guided
  if (adopted.guide?.phoneId !== fact.phoneId || !isNew) return still(adopted)
  return guideTurn(adopted, (run, cues, context) => phoneArrived(run, cues, context, fact.mode))
}

const withBanner = (banners: readonly Problem[], problem: Problem) =>
  [...banners.filter(({ code }) => code !== problem.code), problem].slice(-MAX_BANNERS)

function take(state: State, event: Event): Step {
  switch (event.kind) {
    case 'app.started':
      return appStarted(state, event)
    case 'app.stopping':
      return guideTurn(state, (run, cues, context) => endGuide(run, cues, context, 'app-stopped'))
    case 'clock.woke':
      return still(state)
    case 'host.suspended':
      return still(state.case ? { ...state, case: linkTestCutOff(state.case) } : state)
    case 'host.checked':
      return still(hostChecked(state, event.facts))
    case 'link.tried':
      return still(transfersTold(state, event))
    case 'host.look':
      return { state, effects: [{ kind: 'host.check', network: event.network }] }
    case 'retry.answer':
      return retryAnswered(state, event)
    case 'host.resumed':
      return { state, effects: [{ kind: 'usb.relist' }] }
    case 'usb.access':
      return still({ ...state, host: { ...state.host, usb: event.access } })
    case 'usb.attached':
      return busChanged(state, attach(state, event.device, event))
    case 'usb.detached':
      return busChanged(state, detach(state, event.deviceId, event))
    case 'usb.listed':
      return busChanged(state, relist(state, event.devices, event))
    case 'recovery.answered':
      return andThen(tripAnswered(state, event), (now) => commandEvent(now, event))
    case 'recovery.told':
      return still(loaderTold(state, event))
    case 'log.read':
      return still(logRead(state, event.log))
    case 'firmware.checked':
      return still(firmwareChecked(state, event))
    case 'phone.answered':
      return tripAnswered(state, event)
    case 'phone.told':
      return still(systemAnswered(bindCase(phoneTold(state, event)), event))
    case 'recovery.enter':
    case 'recovery.leave':
      return beginTrip(state, event)
    case 'phone.ask':
      return askLoader(state, event.phoneId)
    case 'trouble.began':
      return still({ ...state, banners: withBanner(state.banners, event.problem) })
    case 'trouble.ended':
    case 'banner.dismiss':
      return still({ ...state, banners: state.banners.filter(({ code }) => code !== event.code) })
    case 'case.open':
    case 'case.resume':
    case 'case.leave':
    case 'case.close':
      return caseEvent(state, event)
    case 'step.answer':
      return still(stepAnswered(state, event))
    case 'step.show':
      if (!state.case?.steps.some(({ id }) => id === event.stepId)) return still(state)
      return still({ ...state, case: { ...state.case, currentStepId: event.stepId, retry: null } })
    case 'guide.show':
      return showGuide(state, event)
    case 'guide.start':
      return startShownGuide(state, event)
    case 'guide.confirm':
      return guideTurn(state, (run, cues, context) => confirmPhase(run, cues, context, event.phaseId))
    case 'guide.cancel':
      if (state.guide?.stage === 'card') return still({ ...state, guide: null })
      return guideTurn(state, (run, cues, context) => endGuide(run, cues, context, 'cancelled'))
    case 'guide.answer':
      return releaseAnswered(state, event.released)
    case 'guide.again':
      return againGuide(state, event.way)
    case 'guide.dismiss':
      return still(guideRuns(state) ? state : { ...state, guide: null })
    case 'handover.begin':
      return handOverBegun(state, event.mode)
    case 'handover.answer':
      return outcomeTold(state, handOverAnswered(state, event))
    case 'settings.change':
      return {
        state: { ...state, settings: event.settings },
        effects: [{ kind: 'settings.save', settings: event.settings }],
      }
  }
}

/** What has become due by `atMs` through time alone. */
function timePassed(state: State): Step {
  const aged = { ...state, phones: [...age(state.phones, state.atMs, state.guide?.phoneId ?? null)] }
  const tested = aged.case ? { ...aged, case: linkTestDue(aged.case, aged.atMs) } : aged
  return guideTurn(tripDue(tested), guideWoke)
}

/**
 * The whole engine: takes what is believed and what happened, gives what is believed now and what is to be done. Pure. What time
 * alone makes due is done before the event, so that a late wake-up and an early one lead to the same State.
 */
export function step(state: State, event: Event): Step {
  const timed = timePassed({ ...state, atMs: event.atMs, wallMs: event.wallMs })
  const after = andThen(
    andThen(timed, (now) => take(now, event)),
    (now) => still(beginCheck(now)),
  )
  const changed = after.state.case && after.state.case !== state.case && event.kind !== 'app.started'
  // a case that left the table is saved too: its last change may have come with this very event
  const left =
    state.case && after.state.case?.id !== state.case.id
      ? after.state.shelf.find(({ id }) => id === state.case?.id)
      : null
  const saves: Effect[] = [left, changed ? after.state.case : null]
    .filter((one) => one !== null && one !== undefined)
    .map((one) => ({ kind: 'case.save', case: one }))
  const follow = [...transferEffects(state, after.state), ...followEffects(state, after.state)]
  return { state: after.state, effects: [...saves, ...after.effects, ...follow] }
}
