import type { Locator, Page } from 'playwright/test'
import type { CueRecord } from '../../renderer/ui/cues/use-cues.ts'
import { type GuideRequest, guidePhases } from '../../shared/knowledge/button-guides.ts'
import type { Button, GuideId } from '../../shared/knowledge/vocabulary.ts'
import { openApp, startPractice, t } from './screens.ts'
import { expect, type ServeDoor } from './serve-fixture.ts'

/** A phone that was tried with these hands; another seed draws other figures. */
const SEED = 20

/** What the hands do at each cue (its kind, or kind and phase): keys that go down, up, are clicked, or a wait in ms. */
export type Moves = Readonly<Record<string, readonly `${'down' | 'up' | 'click' | 'wait'} ${string}`[]>>

const KEYS: Readonly<Record<Button, string>> = {
  side: 's',
  top: 's',
  home: 'h',
  'volume-up': 'u',
  'volume-down': 'd',
  'volume-near-top': 'n',
  'volume-far-from-top': 'f',
}

/** The moves of somebody who does what a guide says, at its cues and not before. */
export function obedient(request: GuideRequest): Moves {
  const phases = guidePhases(request) ?? []
  const moves: Record<string, Moves[string]> = {}
  for (const [index, { id, hold, press }] of phases.entries()) {
    const before = phases[index - 1]?.hold ?? []
    const now: Moves[string] = [
      ...before.filter((button) => !hold.includes(button)).map((button) => `up ${KEYS[button]}` as const),
      ...hold.filter((button) => !before.includes(button)).map((button) => `down ${KEYS[button]}` as const),
      ...press.map((button) => `click ${KEYS[button]}` as const),
    ]
    for (const kind of ['action', 'left', 'release', 'let-go']) moves[`${kind} ${id}`] = now
  }
  const last = phases.at(-1)?.hold ?? []
  const ups = (buttons: readonly Button[]) => buttons.map((button) => `up ${KEYS[button]}` as const)
  const held = [...new Set(phases.flatMap(({ hold }) => hold))]
  return { ...moves, 'let-go null': ups(last), 'let-go once-more': ups(held) }
}

/** Plays a person at the keyboard who acts on cues alone; gives the record of all cues so far. */
export async function actOnCues(page: Page, moves: Moves): Promise<CueRecord[]> {
  const cues: CueRecord[] = []
  const keyboard = { queue: Promise.resolve() }
  const act = async (move: string) => {
    const [what, key = ''] = move.split(' ')
    if (what === 'down') await page.keyboard.down(key)
    else if (what === 'up') await page.keyboard.up(key)
    else if (what === 'wait') await page.waitForTimeout(Number(key))
    else await page.keyboard.press(key)
  }
  await page.exposeFunction('cueGiven', (cue: CueRecord) => {
    cues.push(cue)
    for (const move of moves[`${cue.kind} ${cue.phaseId}`] ?? moves[cue.kind] ?? [])
      keyboard.queue = keyboard.queue.then(() => act(move))
  })
  await page.evaluate(() =>
    document.addEventListener('handhold:cue', (event) => {
      if (event instanceof CustomEvent) Reflect.get(window, 'cueGiven')(event.detail)
    }),
  )
  return cues
}

type PracticeStart = (page: Page) => Promise<void>

/** Opens the app with a certain virtual iPhone: practice draws its figures from a seed, which this fixes. */
export async function practise(page: Page, door: ServeDoor, begin: PracticeStart = startPractice): Promise<void> {
  await page.routeWebSocket(/socket/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((frame) => server.send(String(frame).replace('"seed":null', `"seed":${SEED}`)))
  })
  await openApp(page, door)
  await begin(page)
}

/** From "what happened?" to the card of a guide, without a pointer. */
export async function showCard(page: Page, guide: GuideId): Promise<void> {
  const press = async (name: string, within: Page | Locator = page) => {
    await within.getByRole('button', { name }).first().focus()
    await page.keyboard.press('Enter')
  }
  await press(t('home.guides'))
  // the phone's own panel leaves recovery too
  await press(t(`guide-choice.${guide}`), page.getByRole('region', { name: t('guide-choice.title') }))
  const consent = page.getByRole('checkbox', { name: t('before.agree') })
  await expect(consent.or(page.locator('.guide'))).toBeVisible()
  if (await consent.isVisible()) {
    await consent.focus()
    await page.keyboard.press('Space')
    await press(t('before.start', { guide: t(`guide-choice.${guide}`) }))
  }
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', 'card')
}

/** Presses Start on the card, by keyboard. */
export async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('guide-screen.start'), exact: true }).focus()
  await page.keyboard.press('Enter')
}

/** Where the verdict will stand; its `data-verdict` is the id. */
export const verdict = (page: Page) => page.locator('[data-verdict]')

/** The kinds of cues in the order in which they were given. */
export const kinds = (cues: readonly CueRecord[]) => cues.map(({ kind }) => kind)
