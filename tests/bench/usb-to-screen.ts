import { translator } from '../../shared/texts/translate.ts'
import { device, fakeUsb } from '../adapters/bus.ts'
import { under } from './busy.ts'
import { type BenchDoor, openBenchDoor } from './door.ts'
import { p95, spread } from './figures.ts'
import { type BenchPage, openBenchPage, pause } from './page.ts'
import type { BenchRow, Load } from './row.ts'
import type { PageNews, Seen } from './watch-page.ts'

const CYCLES = 60
/** Longer than a blank serial is asked for again, so that only the event itself is measured. */
const REST_MS = 110
const t = translator('en')

const MODES = [
  { productId: 0x12a8, mode: 'normal' },
  { productId: 0x1281, mode: 'recovery' },
  { productId: 0x1227, mode: 'dfu' },
] as const

const shows =
  (words: string) =>
  (news: PageNews): news is Seen =>
    news.kind === 'seen' && news.mode === words

async function measure(door: BenchDoor, page: BenchPage, heard: () => number) {
  const [ours, bare]: [number[], number[]] = [[], []]
  const fire = async (words: string, event: () => void) => {
    const seen = page.next(words, shows(words))
    const firedMs = performance.now()
    event()
    bare.push(heard() - firedMs)
    ours.push(page.toProcessMs((await seen).paintedMs) - firedMs)
    await pause(REST_MS)
  }
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    const { productId, mode } = MODES[cycle % MODES.length] ?? MODES[0]
    const phone = device({ handle: `cycle-${cycle}`, productId })
    await fire(t(`mode.${mode}`), () => door.bus.plug(phone))
    await fire(t('phone.not-on-usb'), () => door.bus.pull(phone))
  }
  return { ours, bare }
}

/**
 * From the library's event to the frame that shows the mode's words (or "not on USB"), beside a bare listener on the same
 * emitter, which is called before ours.
 */
export async function benchUsbToScreen(): Promise<BenchRow[]> {
  const bus = fakeUsb()
  let heardMs = 0
  const listener = () => void (heardMs = performance.now())
  for (const type of ['connect', 'disconnect'] as const) bus.modules.usb.addEventListener(type, listener)
  const door = await openBenchDoor(bus)
  const page = await openBenchPage(door.link)
  try {
    const row = async (load: Load): Promise<BenchRow> => {
      const { ours, bare } = await under(load, () => measure(door, page, () => heardMs))
      return {
        ...{ name: 'USB event → words on screen, p95', unit: 'ms', load, ratio: null },
        ...{ ours: p95(ours), against: p95(bare), againstName: 'bare listener on the same emitter' },
        ...{ aim: '≤ 50 ms more', detail: `${spread(ours)}, clock ±${page.clockOffByMs.toFixed(2)}` },
      }
    }
    return [await row('idle'), await row('busy')]
  } finally {
    await page.close()
    await door.close()
  }
}
