import type { Page } from 'playwright'
import type { GuideRequest } from '../../../shared/knowledge/button-guides.ts'
import { guidePhases } from '../../../shared/knowledge/button-guides.ts'
import type { Button } from '../../../shared/knowledge/vocabulary.ts'
import { callPhones } from '../phone/control.ts'

/** A click as people make it: long enough for the phone, short enough not to be a hold. */
const CLICK_MS = 150

let guides = 0

/**
 * A person who does what the guide on the page says, as soon as it says it, on the simulated phone in the lab: holds what
 * is to be held, clicks the rest once, lets go at the end. Gives the id of the verdict.
 */
export const followGuide = async (page: Page, phones: string, request: GuideRequest): Promise<string> => {
  const phases = guidePhases(request)
  if (phases === null) throw new Error('there is no such guide')
  let queue = Promise.resolve()
  const press = (down: readonly Button[]) => callPhones(phones, 'act', { kind: 'buttons', down })
  const doPhase = async (id: string) => {
    const phase = phases.find((each) => each.id === id)
    const hold = phase?.hold ?? []
    const clicked = phase?.press ?? []
    if (clicked.length > 0) await callPhones(phones, 'click', { hold, clicked, clickMs: CLICK_MS })
    else await press(hold)
  }
  const troubles: string[] = []
  guides += 1
  const told = `labGuideShows${guides}`
  await page.exposeFunction(told, (id: string) => {
    queue = queue.then(() => doPhase(id)).catch((error: unknown) => void troubles.push(String(error)))
  })
  await page.evaluate((name) => {
    const guide = document.querySelector('.guide')
    if (!(guide instanceof HTMLElement)) throw new Error('no guide is shown')
    let shown = ''
    const look = () => {
      const { stage, phase } = guide.dataset
      const now = stage === 'running' ? (phase ?? '') : 'nothing'
      if (now === shown) return
      shown = now
      Reflect.get(globalThis, name)(now)
    }
    new MutationObserver(look).observe(guide, { attributes: true })
    look()
  }, told)
  await page.locator('.guide').getByRole('button', { name: 'Start', exact: true }).click()
  const ended = page.locator('[data-verdict]')
  await ended.waitFor({ timeout: 240_000 })
  await queue
  if (troubles.length > 0) throw new Error(`the hands could not act: ${troubles.join('; ')}`)
  return (await ended.getAttribute('data-verdict')) ?? ''
}
