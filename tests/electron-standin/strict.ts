import { EventEmitter } from 'node:events'

/** Read by Node, by inspectors and by `await` on anything; not there on Electron's objects either. */
const ASKED_BY_OTHERS = new Set(['then', 'toJSON', 'constructor', 'nodeType', 'asymmetricMatch'])

/** Stops loudly: the app uses a part of Electron that nobody plays here. */
export function notPlayed(what: string): never {
  throw new Error(`electron stand-in: ${what} is not played`)
}

/** An object of Electron's with what is listed and nothing else: reading any other member stops loudly. It may be written to, as tests do. */
export const strict = <T extends object>(name: string, value: T): T =>
  new Proxy(value, {
    get(target, key) {
      if (typeof key === 'string' && !(key in target) && !ASKED_BY_OTHERS.has(key)) return notPlayed(`${name}.${key}`)
      const member: unknown = Reflect.get(target, key)
      // what is private to the object stays reachable for its own functions
      return typeof member === 'function' && key !== 'constructor' ? (member.bind(target) as unknown) : member
    },
  })

/** An emitter of the listed events: whoever listens to another one would wait for ever, so that stops loudly. */
export class Emitter<Name extends string> extends EventEmitter {
  readonly #what: string
  readonly #events: ReadonlySet<string>
  constructor(what: string, events: readonly Name[]) {
    super()
    this.#what = what
    this.#events = new Set(events)
  }
  override on(event: string, listener: (...given: never[]) => void): this {
    if (!this.#events.has(event)) notPlayed(`${this.#what}.on('${event}')`)
    return super.on(event, listener as (...given: unknown[]) => void)
  }
}

/** What a listener may call to keep something from happening. */
export type Preventable = { defaultPrevented: boolean; preventDefault(): void }

export function preventable<T extends object>(more?: T): Preventable & T {
  const event = {
    ...(more as T),
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}
