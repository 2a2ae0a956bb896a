import type { Button } from '../knowledge/vocabulary.ts'
import type { BusFaults, Happened } from './bus.ts'
import { resetsByClicks } from './figures.ts'
import { buttonNames } from './models.ts'
import type { PhoneScreen, PhoneStart } from './phone.ts'
import { act, advance, createWorld, screenOf, type World, type WorldAction } from './world.ts'

/** The part a button plays, so that one story fits every family. */
export type Part = 'power' | 'second' | 'first'

/** What a wait looks for: something on the phone's screen or on USB. */
export type Sight = PhoneScreen | 'on-usb' | 'off-usb'

/** One line of a story. `hold` and `letGo` change what is down at once; waits last in ms. */
export type StoryLine =
  | { readonly do: 'hold'; readonly parts: readonly Part[]; readonly forMs: number }
  | { readonly do: 'click'; readonly part: Part }
  | { readonly do: 'wait'; readonly forMs: number }
  | { readonly do: 'until'; readonly sight: Sight; readonly atMostMs: number }
  /** What resets this family: both buttons, or click, click, Power; held until the screen goes black. */
  | { readonly do: 'force-black' }
  | { readonly do: 'world'; readonly action: WorldAction }
  | { readonly do: 'other-phone'; readonly product: string; readonly start: PhoneStart }

export type Story = {
  readonly name: string
  readonly start: PhoneStart
  readonly cable: 'signals' | 'cannot-signal'
  readonly bus?: Partial<BusFaults>
  readonly autoBoot?: boolean
  readonly battery?: 'charged' | 'empty'
  readonly lines: readonly StoryLine[]
}

const hold = (forMs: number, ...parts: Part[]): StoryLine => ({ do: 'hold', parts, forMs })
const letGo = (forMs: number): StoryLine => ({ do: 'hold', parts: [], forMs })
const host = (command: 'reboot' | 'set-auto-boot'): StoryLine => ({ do: 'world', action: { kind: 'host', command } })
const BLACK: StoryLine = { do: 'force-black' }
const BOTH_RELEASE_KEEP = [hold(3000, 'power', 'second'), hold(6000, 'second'), letGo(3000)]
const BOOTED = letGo(60_000)

const fromSystem = { start: 'normal', cable: 'signals', autoBoot: true } as const
const fromRecovery = { start: 'recovery', cable: 'signals', autoBoot: true } as const

/** The stories that tests, practice and the demo tell. Each fits every family unless its name says otherwise. */
export const STORIES = {
  'dfu-by-hand': { name: 'DFU by hand, perfectly', ...fromSystem, lines: [BLACK, ...BOTH_RELEASE_KEEP] },
  'dfu-assisted': {
    name: 'DFU, the computer restarting the phone in the middle of the hold',
    ...fromRecovery,
    lines: [hold(2000, 'power', 'second'), host('set-auto-boot'), host('reboot'), ...BOTH_RELEASE_KEEP],
  },
  'released-early': { name: 'everything let go at the black screen', ...fromSystem, lines: [BLACK, BOOTED] },
  'never-reset': {
    name: 'let go before the reset',
    ...fromSystem,
    lines: [hold(3000, 'power'), letGo(5000)],
  },
  'held-too-long': {
    name: 'both held for twelve seconds past the black screen',
    ...fromSystem,
    lines: [BLACK, hold(12_000, 'power', 'second'), BOOTED],
  },
  'held-into-recovery': {
    name: 'the combination kept until the cable picture',
    ...fromSystem,
    lines: [BLACK, { do: 'until', sight: 'cable-picture', atMostMs: 16_000 }, letGo(4000)],
  },
  'swapped-buttons': {
    name: 'Power kept and the second button let go',
    ...fromSystem,
    lines: [BLACK, hold(3000, 'power', 'second'), hold(4000, 'power'), BOOTED],
  },
  'gap-between': {
    name: 'the second button slips while Power is let go',
    ...fromSystem,
    lines: [BLACK, hold(3000, 'power', 'second'), letGo(300), hold(8000, 'second'), BOOTED],
  },
  'wrong-volume-button': {
    name: 'Volume Up instead of Volume Down (families whose second button is a volume button)',
    ...fromSystem,
    lines: [BLACK, hold(3000, 'power', 'first'), hold(6000, 'first'), BOOTED],
  },
  'cable-cannot-signal': {
    name: 'everything right on a cable that cannot signal DFU',
    ...fromSystem,
    cable: 'cannot-signal',
    lines: [BLACK, ...BOTH_RELEASE_KEEP, BOOTED],
  },
  'nothing-returned': {
    name: 'the battery is empty: reset, then nothing',
    ...fromSystem,
    battery: 'empty',
    lines: [BLACK, letGo(75_000)],
  },
  'unplugged-meanwhile': {
    name: 'the cable is pulled in the middle and put back',
    ...fromSystem,
    lines: [
      hold(2000, 'power'),
      { do: 'world', action: { kind: 'unplug' } },
      letGo(3000),
      { do: 'world', action: { kind: 'plug', usbPort: null } },
      { do: 'wait', forMs: 3000 },
    ],
  },
  'other-phone-meanwhile': {
    name: 'another phone, in DFU already, is plugged in while this one restarts',
    ...fromSystem,
    lines: [BLACK, { do: 'other-phone', product: 'iPhone8,1', start: 'dfu' }, letGo(3000), BOOTED],
  },
  'recovery-loop': {
    name: 'auto-boot is false: every restart ends in recovery again',
    ...fromRecovery,
    autoBoot: false,
    lines: [host('reboot'), letGo(16_000)],
  },
  'recovery-left': {
    name: 'recovery is left by the computer',
    ...fromRecovery,
    autoBoot: false,
    lines: [host('set-auto-boot'), host('reboot'), letGo(60_000)],
  },
  'restore-goes-on': {
    name: 'a restore that enumerates again and again',
    ...fromSystem,
    start: 'restore',
    lines: [letGo(600_000)],
  },
} as const satisfies { readonly [id: string]: Story }
export type StoryId = keyof typeof STORIES

/** A story as it was played: what was done, what USB showed, and how the world stands. */
export type PlayedStory = {
  readonly world: World
  readonly otherPhones: readonly World[]
  readonly happened: readonly Happened[]
  readonly actions: readonly { readonly atMs: number; readonly action: WorldAction }[]
}

type Stage = {
  world: World
  others: World[]
  nowMs: number
  happened: Happened[]
  actions: PlayedStory['actions'][number][]
}

const LOOK_EVERY_MS = 10
/** The phone has been plugged in this long when the story begins. */
export const STORY_BEGINS_MS = 12_000

function goTo(stage: Stage, atMs: number): void {
  stage.nowMs = atMs
  const main = advance(stage.world, atMs)
  stage.world = main.world
  const news = [...main.happened]
  stage.others = stage.others.map((other) => {
    const next = advance(other, atMs)
    news.push(...next.happened)
    return next.world
  })
  stage.happened.push(...news.sort((first, second) => first.atMs - second.atMs))
}

function perform(stage: Stage, action: WorldAction): void {
  stage.actions.push({ atMs: stage.nowMs, action })
  stage.world = act(stage.world, stage.nowMs, action)
}

function sees(world: World, sight: Sight): boolean {
  if (sight === 'on-usb') return world.bus.listed.length > 0
  return sight === 'off-usb' ? world.bus.listed.length === 0 : screenOf(world) === sight
}

function waitFor(stage: Stage, sight: Sight, atMostMs: number): void {
  const endMs = stage.nowMs + atMostMs
  while (!sees(stage.world, sight) && stage.nowMs < endMs) goTo(stage, stage.nowMs + LOOK_EVERY_MS)
}

function click(stage: Stage, button: Button): void {
  perform(stage, { kind: 'buttons', down: [button] })
  goTo(stage, stage.nowMs + 150)
  perform(stage, { kind: 'buttons', down: [] })
  goTo(stage, stage.nowMs + 300)
}

function tell(stage: Stage, line: StoryLine): void {
  const { model } = stage.world.phone
  const names = buttonNames(model)
  switch (line.do) {
    case 'hold':
      perform(stage, { kind: 'buttons', down: line.parts.map((part) => names[part]) })
      return goTo(stage, stage.nowMs + line.forMs)
    case 'click':
      return click(stage, names[line.part])
    case 'wait':
      return goTo(stage, stage.nowMs + line.forMs)
    case 'until':
      return waitFor(stage, line.sight, line.atMostMs)
    case 'world':
      return perform(stage, line.action)
    case 'force-black': {
      const clicks = resetsByClicks(model.family)
      if (clicks) {
        click(stage, names.first)
        click(stage, names.second)
      }
      perform(stage, { kind: 'buttons', down: clicks ? [names.power] : [names.power, names.second] })
      return waitFor(stage, 'black', 12_000)
    }
    case 'other-phone': {
      const { seed } = stage.world.setup
      const setup = {
        seed: seed + 1_000_000,
        product: line.product,
        start: line.start,
        cable: 'signals',
        usbPort: '2-1',
      } as const
      stage.others.push(createWorld(setup, stage.nowMs))
    }
  }
}

/** Plays a story on one phone: the same seed and product always give the same play. Board faults are off. */
export function playStory(id: StoryId, product: string, seed: number): PlayedStory {
  const story: Story = STORIES[id]
  const { start, cable, bus, autoBoot, battery } = story
  const world = createWorld({ seed, product, start, cable, boardFaults: false, bus, autoBoot, battery }, 0)
  const stage: Stage = { world, others: [], nowMs: 0, happened: [], actions: [] }
  goTo(stage, STORY_BEGINS_MS)
  for (const line of story.lines) tell(stage, line)
  return { world: stage.world, otherPhones: stage.others, happened: stage.happened, actions: stage.actions }
}
