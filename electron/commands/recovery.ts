import { parseArgs } from 'node:util'
import { portChannel } from '../../shared/contract/channel.ts'
import { openConnection } from '../../shared/contract/connection.ts'
import type { Phone } from '../../shared/engine/phone.ts'
import { type PhoneTrip, shownId, whyNoTrip } from '../../shared/engine/phone-trip.ts'
import type { State } from '../../shared/engine/state.ts'
import type { App } from '../build.ts'
import { type Command, type CommandIo, EXIT } from './command.ts'
import { reasonOf, words } from './words.ts'

type Wanted = { readonly request: PhoneTrip['request']; readonly ecid: string | null }

/** So long is waited for a phone that is plugged in to be listed, and its strings read. */
const SHOWS_WITHIN_MS = 6000

const bare = (ecid: string) => ecid.replace(/^0x/iu, '').replace(/^0+/u, '').toUpperCase()

/** Why nothing can be asked, or the phone that is meant; null: not settled yet. */
export function choosePhone(state: State, { request, ecid }: Wanted): Phone | 'several' | null {
  const mode = request === 'enter' ? 'normal' : 'recovery'
  const here = state.phones.filter((phone) => phone.usb !== null && !phone.reading && phone.mode === mode)
  const meant =
    ecid === null ? here : here.filter(({ identity }) => identity.ecid !== null && bare(identity.ecid) === bare(ecid))
  return meant.length > 1 ? 'several' : (meant[0] ?? null)
}

type Result = {
  readonly phone: Phone | null
  readonly outcome: string
  readonly mode: string | null
  readonly tookMs: number | null
  /** The other program that reached the phone, where we were kept out. */
  readonly by?: 'irecovery' | undefined
}
const nothing = (outcome: string, phone: Phone | null = null): Result => ({ phone, outcome, mode: null, tookMs: null })

/** Asks one phone of a running app and waits for the end. Closes nothing. */
export function askRecovery(app: App, wanted: Wanted, waitMs = SHOWS_WITHIN_MS): Promise<Result> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    app.connect(portChannel(port1))
    const wire = portChannel(port2)
    let asked: Phone | null = null
    let last: State | null = null
    const end = (result: Result) => {
      clearTimeout(alarm)
      wire.close('done')
      resolve(result)
    }
    const tooLate = () => {
      const chosen = last === null ? null : choosePhone(last, wanted)
      if (chosen === 'several') end(nothing('several'))
      else if (last?.host.usb.status === 'unavailable') end(nothing('usb-unavailable'))
      else end(nothing('no-phone'))
    }
    const look = (state: State) => {
      last = state
      const { trip } = state
      if (asked !== null) {
        if (trip?.phoneId === asked.id && trip.stage === 'ended')
          end({ phone: asked, outcome: trip.outcome ?? 'failed', mode: trip.mode, tookMs: trip.tookMs, by: trip.by })
        return
      }
      const phone = choosePhone(state, wanted)
      // a list that is not complete could hide a second phone: USB must have been listed
      if (phone === null || phone === 'several' || phone.usb === null || state.host.usb.status === 'starting') return
      const why = whyNoTrip(state, phone, wanted.request)
      if (why !== null) return end(nothing(why, phone))
      asked = phone
      clearTimeout(alarm)
      const event = { phoneId: phone.id, deviceId: phone.usb.deviceId, shownId: shownId(phone) }
      const kind = wanted.request === 'enter' ? 'recovery.enter' : 'recovery.leave'
      void connection.call('act', { world: 'real', event: { kind, ...event } }).then((answer) => {
        if (!answer.ok) end(nothing(answer.problem.code, phone))
      })
    }
    const alarm = setTimeout(tooLate, waitMs)
    const connection = openConnection(
      wire,
      {
        state: ({ world, state }) => (world === 'real' ? look(state) : undefined),
        practice: () => {},
        historyChanged: () => {},
      },
      () => end(nothing('failed', asked)),
    )
  })
}

/** The result as one JSON value. */
export function recoveryAnswer({ request }: Wanted, result: Result): unknown {
  const { phone, outcome, mode, tookMs, by } = result
  return {
    request,
    done: outcome === 'ok' && mode === (request === 'enter' ? 'recovery' : 'normal'),
    phone: phone && {
      name: phone.identity.name,
      productTypes: phone.identity.productTypes,
      ecid: phone.identity.ecid,
      udid: phone.identity.udid,
    },
    outcome,
    mode,
    tookMs,
    by: by ?? null,
  }
}

function say(result: Result, system: State['host']['system'], err: CommandIo['err']): void {
  const { outcome } = result
  if (outcome === 'several' || outcome === 'no-phone') err(words(`command.recovery.${outcome}`))
  else if (words.has(`trip.outcome.${outcome}`)) {
    err(words(`trip.outcome.${outcome}`))
    if (words.has(`trip.cure.${outcome}.${system}`)) err(words(`trip.cure.${outcome}.${system}`))
  }
}

function readArguments(args: string[]): Wanted | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ecid: { type: 'string' }, json: { type: 'boolean' } },
  })
  const [request, ...others] = positionals
  if ((request !== 'enter' && request !== 'leave') || others.length > 0) return null
  if (values.ecid !== undefined && !/^(?:0x)?[0-9a-f]{1,16}$/iu.test(values.ecid)) return null
  return { request, ecid: values.ecid ?? null }
}

/** `handhold recovery enter|leave [--ecid …] --json`: exit code 0 when the wanted mode was seen. Keeps nothing on disk. */
export const recoveryCommand: Command = {
  name: 'recovery',
  usage: words('command.recovery.usage'),
  async run(args, io) {
    let wanted: Wanted | null
    try {
      wanted = readArguments(args)
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return EXIT.wrongUse
    }
    if (wanted === null) {
      io.err(words('command.recovery.which'))
      return EXIT.wrongUse
    }
    const [{ buildApp }, { hostSystem }] = await Promise.all([import('../build.ts'), import('../host-system.ts')])
    const app = buildApp({
      door: 'serve',
      databaseFile: ':memory:',
      appVersion: 'command',
      log: (line) => io.err(line),
    })
    const result = await askRecovery(app, wanted)
    await app.close()
    io.out(JSON.stringify(recoveryAnswer(wanted, result)))
    say(result, hostSystem(), io.err)
    return result.outcome === 'ok' && result.mode === (wanted.request === 'enter' ? 'recovery' : 'normal')
      ? EXIT.done
      : EXIT.failed
  },
}
