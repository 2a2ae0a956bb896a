import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { WorldEvent } from '../../shared/engine/events.ts'
import { initialState } from '../../shared/engine/initial-state.ts'
import type { State } from '../../shared/engine/state.ts'
import { step } from '../../shared/engine/step.ts'
import { COMMAND_REQUEST, commandBytes, REBOOT, SET_AUTO_BOOT } from '../../shared/protocol/recovery-command.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/usb')

const Transfer = z.object({
  type: z.number(),
  request: z.number(),
  value: z.number(),
  index: z.number(),
  data: z.string(),
  answer: z.enum(['done', 'stall', 'gone', 'silent']),
})

/** What the USB lab recorded: the adapter's events on a real kernel, and the requests that the phone got. */
const Recording = z.object({
  recordedOn: z.string(),
  events: z.array(z.object({ atMs: z.number(), event: WorldEvent })),
  transfers: z.array(Transfer).optional(),
})

const read = (name: string) => Recording.parse(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')))

/** Every state after a USB event, in order. */
const replay = (name: string): State[] => {
  const states: State[] = []
  let state = initialState(false, 'linux')
  for (const { atMs, event } of read(name).events) {
    state = step(state, { ...event, atMs, wallMs: atMs }).state
    states.push(state)
  }
  return states
}

const modesOf = (states: readonly State[]) => {
  const shown = states.map(({ phones }) =>
    phones
      .map(({ id, presence, mode }) => (presence === 'attached' ? `${id} ${mode}` : `${id} ${presence}`))
      .join(', '),
  )
  return shown.filter((text, index) => text !== '' && text !== shown[index - 1])
}

describe('what a real kernel showed is understood', () => {
  test('a phone that goes from its system over recovery into DFU is one phone all the way', () => {
    expect(modesOf(replay('normal-recovery-dfu'))).toEqual([
      'phone-1 normal',
      'phone-1 away',
      'phone-1 recovery',
      'phone-1 away',
      'phone-1 dfu',
    ])
    expect(replay('normal-recovery-dfu').at(-1)?.phones[0]?.identity).toMatchObject({
      name: 'iPhone 11',
      ecid: '001A2B3C4D5E6F70',
    })
  })

  test('a phone that leaves recovery is the same phone in its system, though its UDID does not name it', () => {
    expect(modesOf(replay('leaves-recovery'))).toEqual(['phone-1 recovery', 'phone-1 away', 'phone-1 normal'])
    expect(replay('leaves-recovery').at(-1)?.phones[0]).toMatchObject({ matchedBy: 'port' })
  })

  test('the phone got the requests for leaving recovery as the protocol writes them', () => {
    const { request, value, index } = COMMAND_REQUEST
    const expected = [...SET_AUTO_BOOT, REBOOT].map((command) => {
      const data = Buffer.from(commandBytes(command)).toString('hex')
      return { type: 0x40, request, value, index, data, answer: 'done' }
    })
    expect(read('leaves-recovery').transfers).toEqual(expected)
  })

  test('a serial that was blank at first leaves one phone, which is then known', () => {
    const states = replay('blank-serial')
    expect(states.some(({ phones }) => phones[0]?.reading === true)).toBe(true)
    expect(modesOf(states)).toEqual(['phone-1 recovery'])
    expect(states.at(-1)?.phones[0]).toMatchObject({ reading: false, identity: { name: 'iPhone X (GSM)' } })
  })

  test('a whole restore, which enumerates the phone seven times, is one phone and no alarm', () => {
    const states = replay('restore')
    expect(states.every(({ phones, banners }) => phones.length <= 1 && banners.length === 0)).toBe(true)
    expect(states.at(-1)?.phones[0]).toMatchObject({ presence: 'attached', identity: { name: 'iPhone 11' } })
    expect(states.at(-1)?.phones[0]?.changes.filter(({ mode }) => mode !== null)).toHaveLength(7)
  })

  test('every recording is replayed here', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual([
      'blank-serial.json',
      'leaves-recovery.json',
      'normal-recovery-dfu.json',
      'restore.json',
    ])
  })
})
