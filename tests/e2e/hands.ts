import type { Page } from 'playwright/test'
import { type GuideRequest, guidePhases } from '../../shared/knowledge/button-guides.ts'

const KEYS: Readonly<Record<string, string>> = {
  side: 's',
  top: 's',
  home: 'h',
  'volume-up': 'u',
  'volume-down': 'd',
  'volume-near-top': 'n',
  'volume-far-from-top': 'f',
}

type Doing = { readonly id: string; readonly hold: readonly string[]; readonly press: readonly string[] }

/**
 * A person at the keyboard who does what each phase says as soon as the screen shows it: holds its keys, clicks the others
 * once, and lets go of everything when the guide says so. Waits until the guide has ended; gives the verdict's id.
 */
export async function followGuide(page: Page, request: GuideRequest): Promise<string> {
  const phases = guidePhases(request)
  if (phases === null) throw new Error('there is no such guide')
  const doings: Doing[] = phases.map(({ id, hold, press }) => ({
    id,
    hold: hold.map((button) => KEYS[button] ?? ''),
    press: press.map((button) => KEYS[button] ?? ''),
  }))
  await page.locator('.guide').waitFor()
  await page.evaluate((steps) => {
    const guide = document.querySelector('.guide')
    if (!(guide instanceof HTMLElement)) throw new Error('no guide is shown')
    const held = new Set<string>()
    const key = (type: 'keydown' | 'keyup', name: string) =>
      document.dispatchEvent(new KeyboardEvent(type, { key: name, code: `Key${name.toUpperCase()}`, bubbles: true }))
    const hold = (wanted: readonly string[]) => {
      for (const name of [...held].filter((one) => !wanted.includes(one))) {
        key('keyup', name)
        held.delete(name)
      }
      for (const name of wanted.filter((one) => !held.has(one))) {
        key('keydown', name)
        held.add(name)
      }
    }
    let now = ''
    const look = () => {
      const stage = guide.dataset.stage
      const running = stage === 'running' ? (guide.dataset.phase ?? '') : stage === 'lead-in' ? 'lead-in' : 'off'
      if (running === now) return
      now = running
      const step = steps.find(({ id }) => id === running)
      hold(step?.hold ?? [])
      for (const name of step?.press ?? []) {
        key('keydown', name)
        setTimeout(() => key('keyup', name), 12)
      }
    }
    new MutationObserver(look).observe(guide, { attributes: true })
    look()
  }, doings)
  await page.locator('.guide').getByRole('button', { name: 'Start', exact: true }).click()
  const ended = page.locator('[data-verdict]')
  await ended.waitFor({ timeout: 45_000 })
  return (await ended.getAttribute('data-verdict')) ?? ''
}
