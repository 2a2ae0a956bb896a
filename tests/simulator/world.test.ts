import { describe, expect, it } from 'vitest'
import { type BusFaults, type Happened, ROUGH_BUS } from '../../shared/simulator/bus.ts'
import { addTallies, diceFor, type Dice, pick, type Tally, uniform } from '../../shared/simulator/dice.ts'
import { playStory, STORIES, type StoryId } from '../../shared/simulator/stories.ts'
import {
  act,
  advance,
  answerTo,
  createSettledWorld,
  createWorld,
  listDevices,
  nextWakeMs,
  truth,
  type World,
  type WorldAction,
} from '../../shared/simulator/world.ts'
import type { Button } from '../../shared/knowledge/vocabulary.ts'
import { buttonsOn, FAMILY_PRODUCTS, perfectHands } from './hands.ts'

/** The world as a value: exact in time, the same for the same seed, and honest about its bus. */

type TimedAction = { atMs: number; action: WorldAction }

const SETS: readonly (readonly Button[])[] = [
  [],
  ['side'],
  ['home'],
  ['side', 'home'],
  ['volume-down'],
  ['volume-up'],
  ['side', 'volume-down'],
]

/** Random doings over two minutes. */
function randomActions(seed: number): TimedAction[] {
  let dice: Dice = diceFor(seed, 'actions')
  const next = (count: number) => {
    const drawn = pick(dice, count)
    dice = drawn.dice
    return drawn.value
  }
  let atMs = 0
  return Array.from({ length: 40 }, (): TimedAction => {
    const pause = uniform(dice, 20, 9000)
    dice = pause.dice
    atMs += Math.round(pause.value)
    const kinds: WorldAction[] = [
      { kind: 'buttons', down: SETS[next(SETS.length)] ?? [] },
      { kind: 'buttons', down: ['side', 'home'] },
      { kind: 'unplug' },
      { kind: 'plug', usbPort: null },
      { kind: 'plug', usbPort: null },
      { kind: 'host', command: 'reboot' },
      { kind: 'slide' },
    ]
    return { atMs, action: kinds[next(kinds.length)] ?? { kind: 'unplug' } }
  })
}

/** Plays the actions, asking the world for news every `everyMs` or only at the end. */
function play(seed: number, everyMs: number | null): { world: World; happened: Happened[] } {
  const starts = ['normal', 'recovery', 'frozen', 'off', 'dfu', 'restore'] as const
  const product = FAMILY_PRODUCTS[seed % FAMILY_PRODUCTS.length] ?? 'iPhone8,1'
  const start = starts[seed % starts.length] ?? 'normal'
  let world = createWorld({ seed, product, start, cable: 'signals', bus: ROUGH_BUS }, 0)
  const happened: Happened[] = []
  const to = (atMs: number) => {
    const next = advance(world, atMs)
    world = next.world
    happened.push(...next.happened)
  }
  let nowMs = 0
  for (const { atMs, action } of randomActions(seed)) {
    if (everyMs !== null) for (; nowMs + everyMs < atMs; nowMs += everyMs) to(nowMs + everyMs)
    world = act(world, atMs, action)
    nowMs = atMs
  }
  const endMs = nowMs + 120_000
  if (everyMs !== null) for (; nowMs + everyMs < endMs; nowMs += everyMs) to(nowMs + everyMs)
  to(endMs)
  return { world, happened }
}

const SEEDS = Array.from({ length: 120 }, (_, index) => index + 1)

describe('time in the world', () => {
  it('gives the same world and the same news in one jump as in many small steps', () => {
    for (const seed of SEEDS) {
      const inOne = play(seed, null)
      expect(play(seed, 37), `seed ${seed}`).toEqual(inOne)
      expect(play(seed, 1013), `seed ${seed}`).toEqual(inOne)
    }
  })

  it('tells the news in order, each with its own time', () => {
    for (const seed of SEEDS) {
      const times = play(seed, null).happened.map((each) => each.atMs)
      expect(times).toEqual([...times].sort((first, second) => first - second))
    }
  })

  it('has nothing to tell before the time it asks to be woken at', () => {
    for (const seed of SEEDS) {
      let world = createWorld({ seed, product: 'iPhone8,1', start: 'recovery', cable: 'signals', bus: ROUGH_BUS }, 0)
      world = act(advance(world, 12_000).world, 12_000, { kind: 'host', command: 'reboot' })
      for (let wakes = 0; wakes < 50; wakes += 1) {
        const wake = nextWakeMs(world)
        if (wake === null) break
        const early = advance(world, wake - 1)
        expect(early.happened, `seed ${seed}`).toEqual([])
        world = advance(early.world, wake).world
      }
      expect(nextWakeMs(world), `seed ${seed}`).toBeNull()
    }
  })

  it('is a plain value: what was read from it before stays as it was', () => {
    const before = createWorld({ seed: 1, product: 'iPhone10,3', start: 'normal', cable: 'signals' }, 0)
    const copy = structuredClone(before)
    act(before, 5000, { kind: 'buttons', down: ['side'] })
    advance(before, 90_000)
    expect(before).toEqual(copy)
  })

  it('is the same for the same seed and another for another', () => {
    expect(play(7, null)).toEqual(play(7, null))
    expect(play(7, null).world.phone.figures).not.toEqual(play(8, null).world.phone.figures)
  })
})

describe('what the phone shows on USB', () => {
  const shown = (product: string, start: 'normal' | 'recovery' | 'dfu' | 'restore') => {
    const [device] = listDevices(advance(createWorld({ seed: 5, product, start, cable: 'signals' }, 0), 1500).world)
    return device
  }

  it('carries chip, board, ECID and serial number in recovery, and the boot tag instead in DFU', () => {
    expect(shown('iPhone10,3', 'recovery')).toMatchObject({ vendorId: 0x05ac, productId: 0x1281 })
    expect(shown('iPhone10,3', 'recovery')?.serial).toMatch(
      /^SDOM:01 CPID:8015 CPRV:11 CPFM:03 SCEP:01 BDID:06 ECID:[0-9A-F]{16} IBFL:3D SRNM:\[[0-9A-Z]{12}\]$/,
    )
    expect(shown('iPhone9,1', 'dfu')).toMatchObject({ productId: 0x1227 })
    expect(shown('iPhone9,1', 'dfu')?.serial).toMatch(/^CPID:8010 .* ECID:[0-9A-F]{16} IBFL:3C SRTG:\[iBoot-[\d.]+\]$/)
  })

  it('is the UDID in normal mode: 24 digits made of chip and ECID from A12 on, 40 before', () => {
    expect(shown('iPhone10,3', 'normal')?.serial).toMatch(/^[0-9a-f]{40}$/)
    const ecid = /ECID:([0-9A-F]{16})/.exec(shown('iPhone12,1', 'recovery')?.serial ?? '')?.[1]
    expect(shown('iPhone12,1', 'normal')?.serial).toBe(`00008030${ecid}`)
  })

  it('is another phone for another model, even with one seed', () => {
    const ecids = FAMILY_PRODUCTS.map((product) => {
      const [shown] = listDevices(createSettledWorld({ seed: 5, product, start: 'recovery', cable: 'signals' }, 0))
      return /ECID:([0-9A-F]{16})/.exec(shown?.serial ?? '')?.[1]
    })
    expect(ecids).not.toContain(undefined)
    expect(new Set(ecids).size).toBe(FAMILY_PRODUCTS.length)
  })

  it('looks normal during a restore, with forty times f for a serial', () => {
    expect(shown('iPhone10,3', 'restore')).toMatchObject({ productId: 0x12a8, serial: 'f'.repeat(40) })
  })

  it.each(FAMILY_PRODUCTS)('keeps its ECID from recovery to DFU on %s', (product) => {
    const { power, second } = buttonsOn(product)
    const hands = perfectHands({ seed: 21, product, start: 'recovery' })
    const before = listDevices(hands.world())[0]?.serial
    hands.hold([power, second], 2000)
    hands.host('reboot')
    hands.wait(3000)
    hands.hold([second], 6000)
    const after = listDevices(hands.world())[0]
    const ecid = (serial: string | null | undefined) => /ECID:([0-9A-F]{16})/.exec(serial ?? '')?.[1]
    expect(after?.productId).toBe(0x1227)
    expect(ecid(after?.serial)).toBe(ecid(before))
  })
})

describe('the bus', () => {
  /** A reboot from recovery on a bus with one fault always there. */
  const withFault = (fault: keyof BusFaults, seed = 3) => {
    const hands = perfectHands({ seed, product: 'iPhone8,1', start: 'recovery', autoBoot: true, bus: { [fault]: 1 } })
    hands.host('reboot')
    hands.wait(70_000)
    return hands
  }
  const kinds = (happened: readonly Happened[]) => happened.map((each) => each.event.kind)

  it('shows a device under a new id each time it returns', () => {
    const hands = perfectHands({ seed: 3, product: 'iPhone8,1', start: 'recovery', autoBoot: true })
    hands.host('reboot')
    hands.wait(60_000)
    const ids = hands.seen().flatMap(({ event }) => (event.kind === 'usb.attached' ? [event.device.deviceId] : []))
    expect(new Set(ids).size).toBe(2)
    expect(kinds(hands.seen())).toEqual(['usb.attached', 'usb.detached', 'usb.attached'])
  })

  it('states the attach again under the same id when a blank serial has been read', () => {
    const [first, second] = withFault('blankSerial')
      .seen()
      .map(({ event }) => event)
    if (first?.kind !== 'usb.attached' || second?.kind !== 'usb.attached') throw new Error('two attaches were expected')
    expect(second.device.deviceId).toBe(first.device.deviceId)
    expect(first.device.serial?.length).toBeLessThan(13)
    expect(second.device.serial).toMatch(/ECID/)
  })

  it('can lose an attach or a detach, which only a list then shows', () => {
    const lostAttach = withFault('lostAttach')
    expect(kinds(lostAttach.seen())).not.toContain('usb.attached')
    expect(listDevices(lostAttach.world())).toHaveLength(1)
    const lostDetach = withFault('lostDetach')
    expect(kinds(lostDetach.seen())).not.toContain('usb.detached')
    expect(listDevices(lostDetach.world())).toHaveLength(1)
  })

  it('can say things twice, late, and from another port', () => {
    expect(kinds(withFault('doubleAttach').seen()).filter((kind) => kind === 'usb.attached')).toHaveLength(4)
    expect(kinds(withFault('doubleDetach').seen()).filter((kind) => kind === 'usb.detached')).toHaveLength(2)
    expect(listDevices(withFault('otherPort').world())[0]?.usbPort).toBe('1-2')
    const late = withFault('lateDetach')
    const resetAtMs = truth(late.world()).windows?.resetAtMs ?? 0
    expect((late.seen().find(({ event }) => event.kind === 'usb.detached')?.atMs ?? 0) - resetAtMs).toBeGreaterThan(499)
  })

  it('can flap: the device leaves and returns once more right after it came', () => {
    expect(kinds(withFault('flapping').seen()).slice(0, 3)).toEqual(['usb.attached', 'usb.detached', 'usb.attached'])
  })

  it('shows every kind of misbehaviour sooner or later', () => {
    const tally = SEEDS.reduce<Tally>((sum, seed) => addTallies(sum, truth(play(seed, null).world).tally), {})
    for (const fault of Object.keys(ROUGH_BUS)) expect(tally[fault] ?? 0, fault).toBeGreaterThan(0)
    expect(tally['replugged-elsewhere']).toBeGreaterThan(0)
  })

  it('shows nothing of a phone whose cable is out, whatever the phone does', () => {
    let world = createWorld({ seed: 9, product: 'iPhone8,1', start: 'normal', cable: 'signals' }, 0)
    world = act(advance(world, 5000).world, 5000, { kind: 'unplug' })
    world = advance(world, 6000).world
    world = act(world, 6000, { kind: 'buttons', down: ['side', 'home'] })
    expect(advance(world, 90_000).happened).toEqual([])
    expect(listDevices(advance(world, 90_000).world)).toEqual([])
  })
})

describe('what the computer asks of the phone', () => {
  const settled = (setup: Partial<Parameters<typeof createWorld>[0]>) =>
    advance(createWorld({ seed: 1, product: 'iPhone8,1', start: 'recovery', cable: 'signals', ...setup }, 0), 5000)
      .world

  it('is answered in recovery, refused where another program holds it, and gone where nothing is there', () => {
    expect(answerTo(settled({}), 'reboot')).toBe('ok')
    expect(answerTo(settled({ opens: 'busy' }), 'probe')).toBe('busy')
    expect(answerTo(settled({ start: 'off' }), 'reboot')).toBe('gone')
    expect(answerTo(settled({ start: 'normal' }), 'probe')).toBe('not-available')
  })
})

describe('the named stories', () => {
  const ENDS: { readonly [id in StoryId]: readonly string[] } = {
    'dfu-by-hand': ['dfu'],
    'dfu-assisted': ['dfu'],
    'released-early': ['system'],
    'never-reset': ['system'],
    'held-too-long': ['system', 'recovery'],
    'held-into-recovery': ['recovery'],
    'swapped-buttons': ['system'],
    'gap-between': ['system'],
    'wrong-volume-button': ['system', 'loader', 'recovery'],
    'cable-cannot-signal': ['system'],
    'nothing-returned': ['off'],
    'unplugged-meanwhile': ['system'],
    'other-phone-meanwhile': ['system'],
    'recovery-loop': ['recovery'],
    'recovery-left': ['system'],
    'restore-goes-on': ['system', 'booting'],
  }

  it.each(Object.keys(STORIES) as StoryId[])('%s ends where it says, on every family', (id) => {
    for (const product of FAMILY_PRODUCTS) {
      for (const seed of [1, 2, 3, 4, 5]) expect(ENDS[id]).toContain(playStory(id, product, seed).world.phone.power)
    }
  })

  it('a restore enumerates several times', () => {
    const attaches = playStory('restore-goes-on', 'iPhone10,3', 2).happened.filter(
      ({ event }) => event.kind === 'usb.attached',
    )
    expect(attaches.length).toBeGreaterThan(2)
  })

  it('a restore is off the bus for 2 to 40 s at a time, at most five times before it boots', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { happened } = playStory('restore-goes-on', 'iPhone10,3', seed)
      const left = happened.filter(({ event }) => event.kind === 'usb.detached').map(({ atMs }) => atMs)
      const came = happened.filter(({ event }) => event.kind === 'usb.attached').map(({ atMs }) => atMs)
      // the last return is the system's
      const gaps = came.slice(1, -1).map((atMs, index) => atMs - (left[index] ?? 0))
      expect(gaps.length).toBeGreaterThan(0)
      expect(gaps.length).toBeLessThanOrEqual(5)
      for (const gapMs of gaps) {
        expect(gapMs).toBeGreaterThan(2000)
        expect(gapMs).toBeLessThan(41_000)
      }
    }
  })

  it('another phone comes on its own port with its own ids', () => {
    const { happened } = playStory('other-phone-meanwhile', 'iPhone10,3', 1)
    const ports = happened.flatMap(({ event }) => (event.kind === 'usb.attached' ? [event.device.usbPort] : []))
    expect(new Set(ports)).toEqual(new Set(['1-1', '2-1']))
  })
})
