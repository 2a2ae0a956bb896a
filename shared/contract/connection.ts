import { createBirpc } from 'birpc'
import { z } from 'zod'
import { type Channel, MAX_FRAME_CHARACTERS } from './channel.ts'
import {
  type CallHandlers,
  type CallInput,
  type CallName,
  type CallOutput,
  calls,
  type PushHandlers,
  type PushName,
  type PushValue,
  pushes,
} from './contract.ts'

/** A call that waits longer than this has failed: nothing behind the contract works that long without a push. */
const CALL_TIMEOUT_MS = 15_000

/** The shape of a birpc frame, so that nonsense is refused before the library sees it. */
const Frame = z.union([
  z.object({ t: z.literal('q'), m: z.string(), a: z.array(z.unknown()).max(1), i: z.string().optional() }),
  z.object({ t: z.literal('s'), i: z.string() }),
])

const readFrame = (frame: unknown): unknown => {
  if (typeof frame !== 'string') throw new Error('a frame must be text')
  if (frame.length > MAX_FRAME_CHARACTERS) throw new Error('a frame is longer than allowed')
  const value: unknown = JSON.parse(frame)
  Frame.parse(value)
  return value
}

type AnyFunction = (input: unknown) => unknown

/** The bookkeeping that both ends and all transports share: birpc over one channel, each broken frame closing it with a reason. */
function connect(channel: Channel, functions: Record<string, AnyFunction>, onBroken: (reason: string) => void) {
  const breakWith = (error: Error) => {
    const reason = `contract broken: ${error.message.replace(/\s+/g, ' ').slice(0, 100)}`
    onBroken(reason)
    channel.close(reason)
  }
  const rpc = createBirpc<Record<string, AnyFunction>, Record<string, AnyFunction>, false>(functions, {
    post: (frame: string) => channel.send(frame),
    on: (listener) =>
      channel.onFrame((frame) => {
        try {
          listener(readFrame(frame))
        } catch (error) {
          breakWith(error instanceof Error ? error : new Error(String(error)))
        }
      }),
    serialize: JSON.stringify,
    proxify: false,
    timeout: CALL_TIMEOUT_MS,
    onFunctionError: (error) => {
      if (error instanceof z.core.$ZodError) breakWith(new Error(z.prettifyError(error)))
    },
  })
  channel.onClose((reason) => rpc.$close(new Error(reason)))
  return rpc
}

/** The computer's end of one connection: call `push` to tell the screen something. */
export type ServedConnection = { push<N extends PushName>(name: N, value: PushValue<N>): void }

/**
 * Serves the calls over one channel. Inputs and outputs are checked; an input that breaks the contract closes this
 * connection with a reason and nothing else happens. `onBroken` gets the reason, for the log.
 */
export function serveCalls(
  channel: Channel,
  handlers: CallHandlers,
  onBroken: (reason: string) => void,
): ServedConnection {
  const serve = <N extends CallName>(name: N): [N, AnyFunction] => [
    name,
    async (input) => {
      const checked = calls[name].input.parse(input) as CallInput<N>
      return calls[name].output.parse(await handlers[name](checked))
    },
  ]
  const rpc = connect(channel, Object.fromEntries((Object.keys(calls) as CallName[]).map(serve)), onBroken)
  return {
    push: (name, value) => void (rpc.$closed || void rpc.$callEvent(name, value)),
  }
}

/** The screen's end: make calls. A call rejects when the connection is lost or the other side breaks the contract. */
export type OpenConnection = {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
}

/** Opens the screen's end over one channel. Every push is checked before a handler sees it. */
export function openConnection(
  channel: Channel,
  handlers: PushHandlers,
  onBroken: (reason: string) => void,
): OpenConnection {
  const receive = <N extends PushName>(name: N): [N, AnyFunction] => [
    name,
    (value) => handlers[name](pushes[name].parse(value) as PushValue<N>),
  ]
  const rpc = connect(channel, Object.fromEntries((Object.keys(pushes) as PushName[]).map(receive)), onBroken)
  return {
    call: async (name, input) => calls[name].output.parse(await rpc.$call(name, input)) as CallOutput<typeof name>,
  }
}
