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
export const CALL_TIMEOUT_MS = 15_000

/** The shape of a birpc frame, so that nonsense is refused before the library sees it. */
const Frame = z.union([
  z.object({ t: z.literal('q'), m: z.string(), a: z.array(z.unknown()).length(1), i: z.string().max(64).optional() }),
  z.object({ t: z.literal('s'), i: z.string().max(64), r: z.unknown().optional(), e: z.string().max(2000).optional() }),
])
type Frame = z.infer<typeof Frame>

/** Frames come in text, so that they can be told from nonsense; `known` holds the names that this end answers to. */
const readFrame = (frame: unknown, known: ReadonlySet<string>): Frame => {
  if (typeof frame !== 'string') throw new Error('a frame must be text')
  if (frame.length > MAX_FRAME_CHARACTERS) throw new Error('a frame is longer than allowed')
  const read = Frame.safeParse(JSON.parse(frame))
  if (!read.success) throw new Error('a frame is neither a question nor an answer')
  if (read.data.t === 'q' && !known.has(read.data.m)) throw new Error(`nothing here is called ${read.data.m}`)
  return read.data
}

const inWords = (error: unknown): string => {
  if (error instanceof z.core.$ZodError) return z.prettifyError(error)
  return error instanceof Error ? error.message : String(error)
}

/** An Error does not survive JSON; what crosses is its sentence. */
const writeFrame = (frame: { e?: unknown }): string =>
  JSON.stringify(frame.e === undefined ? frame : { ...frame, e: inWords(frame.e).slice(0, 2000) })

type AnyFunction = (input: unknown) => unknown

/** Thrown where a value does not fit the contract; anything else that a function throws is a bug of its own. */
class ContractBroken extends Error {}

const check = <T extends z.ZodType>(schema: T, value: unknown, what: string): z.infer<T> => {
  const read = schema.safeParse(value)
  if (!read.success) throw new ContractBroken(`${what}: ${z.prettifyError(read.error)}`)
  return read.data
}

type Troubles = {
  readonly timeoutMs: number
  /** The contract was broken; the connection is closed with the reason. */
  onBroken(reason: string): void
  /** One of this end's own functions threw: a bug, which the other end hears as a failed call. */
  onFailure(reason: string): void
}

/** The bookkeeping that both ends and all transports share: birpc over one channel, each broken frame closing it with a reason. */
function connect(channel: Channel, functions: Record<string, AnyFunction>, troubles: Troubles) {
  const breakWith = (error: unknown) => {
    const reason = `contract broken: ${inWords(error).replace(/\s+/g, ' ').slice(0, 100)}`
    troubles.onBroken(reason)
    channel.close(reason)
    rpc.$close(new Error(reason))
  }
  const guarded = ([name, run]: [string, AnyFunction]): [string, AnyFunction] => [
    name,
    async (input) => {
      try {
        return await run(input)
      } catch (error) {
        if (error instanceof ContractBroken) breakWith(error)
        else troubles.onFailure(`${name} failed: ${inWords(error)}`)
        throw error
      }
    },
  ]
  const known = new Set(Object.keys(functions))
  let receive = (_frame: Frame) => {}
  const rpc = createBirpc<Record<string, AnyFunction>, Record<string, AnyFunction>, false>(
    Object.fromEntries(Object.entries(functions).map(guarded)),
    {
      post: (frame: string) => channel.send(frame),
      on: (listener) => void (receive = listener),
      serialize: writeFrame,
      proxify: false,
      timeout: troubles.timeoutMs,
      // a failing call rejects by itself; only an answer that could not be sent has nobody to reject
      onGeneralError: (error, method) => {
        if (method === undefined) return false
        troubles.onFailure(inWords(error))
        return true
      },
    },
  )
  // frames may be waiting already, so the wire is listened to last
  channel.onFrame((frame) => {
    if (rpc.$closed) return
    try {
      receive(readFrame(frame, known))
    } catch (error) {
      breakWith(error)
    }
  })
  channel.onClose((reason) => {
    if (!rpc.$closed) rpc.$close(new Error(reason))
  })
  return { rpc, breakWith }
}

/** The computer's end of one connection: call `push` to tell the screen something. After the end it does nothing. */
export type ServedConnection = { push<N extends PushName>(name: N, value: PushValue<N>): void }

/**
 * Serves the calls over one channel. Inputs and outputs are checked; an input that breaks the contract closes this
 * connection with a reason and nothing else happens. `onBroken` gets the reason and `onFailure` what a handler threw, for the log.
 */
export function serveCalls(
  channel: Channel,
  handlers: CallHandlers,
  onBroken: (reason: string) => void,
  onFailure: (reason: string) => void = onBroken,
): ServedConnection {
  const serve = <N extends CallName>(name: N): [N, AnyFunction] => [
    name,
    async (input) => {
      const answer = await handlers[name](check(calls[name].input, input, name) as CallInput<N>)
      return calls[name].output.parse(answer)
    },
  ]
  const { rpc } = connect(channel, Object.fromEntries((Object.keys(calls) as CallName[]).map(serve)), {
    timeoutMs: CALL_TIMEOUT_MS,
    onBroken,
    onFailure,
  })
  return {
    push: (name, value) => void (rpc.$closed || void rpc.$callEvent(name, value).catch(() => {})),
  }
}

/** The screen's end: make calls. A call rejects when the connection is lost or the other side breaks the contract. */
export type OpenConnection = {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
}

/**
 * Opens the screen's end over one channel. Every push and every answer is checked before anybody sees it. A push handler
 * that throws ends the connection too: the next one starts from a fresh State.
 */
export function openConnection(
  channel: Channel,
  handlers: PushHandlers,
  onBroken: (reason: string) => void,
  timeoutMs = CALL_TIMEOUT_MS,
): OpenConnection {
  const receive = <N extends PushName>(name: N): [N, AnyFunction] => [
    name,
    (value) => handlers[name](check(pushes[name], value, name) as PushValue<N>),
  ]
  const { rpc, breakWith } = connect(channel, Object.fromEntries((Object.keys(pushes) as PushName[]).map(receive)), {
    timeoutMs,
    onBroken,
    onFailure(reason) {
      onBroken(reason)
      channel.close(reason)
    },
  })
  return {
    async call(name, input) {
      const answer = await rpc.$call(name, input).catch((error: unknown) => {
        throw error instanceof Error ? error : new Error(String(error))
      })
      try {
        return check(calls[name].output, answer, `${name}'s answer`) as CallOutput<typeof name>
      } catch (error) {
        breakWith(error)
        throw error
      }
    },
  }
}
