import type { Button } from '../../../shared/knowledge/vocabulary.ts'
import type { Truth, WorldAction, WorldSetup } from '../../../shared/simulator/world.ts'
import type { PhoneMode, PhoneName } from './identities.ts'
import type { PhoneFaults, PhoneRecord, PhoneState } from './phone.ts'

/** Where a phone can be plugged in: two of a computer's own ports, two ports of an external hub, two ports of buses of their own. */
export const SOCKETS = ['root-a', 'root-b', 'hub-3', 'hub-4', 'far-a', 'far-b'] as const
export type Socket = (typeof SOCKETS)[number]

/** What can be asked of the phones' process. */
export type ControlCalls = {
  plug(order: { phone: PhoneName; mode: PhoneMode; socket: Socket }): null
  unplug(order: { phone: PhoneName }): null
  faults(order: { phone: PhoneName; faults: Partial<PhoneFaults> }): null
  /** Forgets what happened, and all faults. */
  reset(order: { phone: PhoneName }): null
  /** Pulls every phone and resets it: what each rule may count on. */
  tidy(order: null): null
  log(order: { phone: PhoneName }): PhoneRecord[]
  state(order: { phone: PhoneName }): PhoneState
  /** The name Linux gives to a device in this socket: `1-9`, `1-1.3`. */
  place(order: { socket: Socket }): string
  /** Plugs in the hub and makes its ports ready; takes some seconds. */
  hub(order: { plugged: boolean }): null
  /** Puts a simulated phone, with its own rules for buttons and starts, into a socket. Ends the one before. */
  world(order: { setup: WorldSetup; socket: Socket } | null): null
  /** Something done to the simulated phone: buttons, cable. */
  act(order: WorldAction): null
  /** Buttons down and up again after `clickMs` on the phone's own clock, however busy the computer is; `hold` stays down. */
  click(order: { hold: readonly Button[]; clicked: readonly Button[]; clickMs: number }): null
  truth(order: null): Truth | null
}

/** Calls the process at this address (`http://127.0.0.1:7331`); every call has a deadline. */
export const callPhones = async <Name extends keyof ControlCalls>(
  address: string,
  name: Name,
  order: Parameters<ControlCalls[Name]>[0],
  limitMs = 60_000,
): Promise<ReturnType<ControlCalls[Name]>> => {
  const response = await fetch(`${address}/${name}`, {
    method: 'POST',
    body: JSON.stringify(order),
    signal: AbortSignal.timeout(limitMs),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`the phones' process answered ${name} with ${response.status}: ${text}`)
  // Both ends are this lab's own code and of one version.
  return JSON.parse(text) as ReturnType<ControlCalls[Name]>
}
