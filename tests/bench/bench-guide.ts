import { randomUUID } from 'node:crypto'
import type { LibraryDevice } from '../../electron/adapters/usb-library.ts'
import type { Cue } from '../../shared/engine/guide-run.ts'
import { device } from '../adapters/bus.ts'
import type { BenchDoor } from './door.ts'
import { type BenchPage, pause } from './page.ts'
import type { CueGiven, PageNews, Seen } from './watch-page.ts'

/** Longer than a blank serial is asked for again. */
const READ_MS = 150
const MODES = { recovery: 0x1281, dfu: 0x1227 } as const

/** An iPhone with a Home button and one without, by chip and board: 6s and X. */
const PHONES = {
  home: { chip: 'CPID:8000 BDID:04', product: 'iPhone8,1' },
  'face-id': { chip: 'CPID:8015 BDID:06', product: 'iPhone10,3' },
} as const
export type BenchFamily = keyof typeof PHONES

/** A phone on the fake bus. `plug` and `pull` give the moment just before the event was fired. */
export type BenchPhone = { plug(mode: keyof typeof MODES): number; pull(): number }

/** Takes a phone of this family in hand, not plugged in yet. */
export function takePhone({ bus }: BenchDoor, family: BenchFamily): BenchPhone {
  let here: LibraryDevice | null = null
  return {
    plug(mode) {
      const serialNumber = `${PHONES[family].chip} ECID:001A2B3C4D5E6F70 SRTG:[iBoot-1992.0.0.1.19]`
      here = device({ handle: randomUUID(), productId: MODES[mode], serialNumber })
      const firedMs = performance.now()
      bus.plug(here)
      return firedMs
    },
    pull() {
      if (here === null) throw new Error('there is nothing to pull')
      const firedMs = performance.now()
      bus.pull(here)
      here = null
      return firedMs
    },
  }
}

/** Sets how long the hands-free lead-in takes; no other lead-in is longer. */
export async function setLeadIn(door: BenchDoor, leadInMs: number): Promise<void> {
  const { settings } = await door.look()
  await door.act({ kind: 'settings.change', settings: { ...settings, leadInMs } })
}

/** Puts the phone into recovery, shows the guide into DFU by hand, and starts it. */
export async function startGuide(door: BenchDoor, phone: BenchPhone): Promise<void> {
  phone.plug('recovery')
  await pause(READ_MS)
  const { phones } = await door.look()
  const phoneId = phones.find(({ presence }) => presence === 'attached')?.id ?? null
  await door.act({ kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId, product: null })
  await door.act({ kind: 'guide.start', attemptId: randomUUID(), handsFree: true })
}

/** Ends the guide and takes the phone away, if it is there. */
export async function endGuide(door: BenchDoor, phone: BenchPhone | null): Promise<void> {
  await door.act({ kind: 'guide.cancel' })
  await door.act({ kind: 'guide.dismiss' })
  phone?.pull()
  await pause(50)
}

export const cueOf = (page: BenchPage, kind: Cue['kind'], phaseId?: string): Promise<CueGiven> =>
  page.next(
    `the cue ${kind}`,
    (news: PageNews): news is CueGiven =>
      news.kind === 'cue' && news.cue.kind === kind && (phaseId === undefined || news.cue.phaseId === phaseId),
  )

export const screenIn = (page: BenchPage, where: Partial<Pick<Seen, 'stage' | 'phase'>>): Promise<Seen> =>
  page.next(
    `the screen in ${where.phase ?? where.stage}`,
    (news: PageNews): news is Seen =>
      news.kind === 'seen' &&
      (where.stage === undefined || news.stage === where.stage) &&
      (where.phase === undefined || news.phase === where.phase),
  )
