import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../electron/build.ts'
import { listFiles } from '../../electron/page-files.ts'
import { startServing } from '../../electron/serve-http.ts'
import { type Channel, portChannel } from '../../shared/contract/channel.ts'
import { type OpenConnection, openConnection } from '../../shared/contract/connection.ts'
import type { PushHandlers } from '../../shared/contract/contract.ts'
import type { UserEvent } from '../../shared/engine/events.ts'
import type { State } from '../../shared/engine/state.ts'
import { translator } from '../../shared/texts/translate.ts'
import { type FakeBus, fakeUsb } from '../adapters/bus.ts'

/** The app behind the serve door in this very process, with its history on disk and a USB library whose events we fire. */
export type BenchDoor = {
  readonly bus: FakeBus
  readonly link: string
  readonly databaseFile: string
  /** States something into the real world; throws when it is refused. */
  act(event: UserEvent): Promise<void>
  /** What the engine believes now. */
  look(): Promise<State>
  /** Sits down in front of it as a screen within this process, until the returned end is called. */
  watch(pushes: PushHandlers): OpenConnection & { end(): void }
  close(): Promise<void>
}

const silent = (line: string) => console.error(`  the app said: ${line}`)

/** Opens it on a bus. `npm run build` must have been run: the pages are those that people get. */
export async function openBenchDoor(bus: FakeBus = fakeUsb()): Promise<BenchDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-bench-'))
  const databaseFile = join(folder, 'history.sqlite')
  const setup = { door: 'serve', databaseFile, appVersion: 'bench', log: silent } as const
  const app = buildApp({ ...setup, usbModules: async () => bus.modules })
  const files = listFiles(join(import.meta.dirname, '../../dist/renderer'))
  if (!files.has('/')) throw new Error('there are no built pages: npm run build')
  const translate = translator('en')
  const onScreen = (screen: Channel) => app.connect(screen)
  const serving = await startServing({ files, port: 0, onScreen, log: silent, translate })

  const watch: BenchDoor['watch'] = (pushes) => {
    const { port1, port2 } = new MessageChannel()
    const channel = portChannel(port2)
    app.connect(portChannel(port1))
    const connection = openConnection(channel, pushes, () => {})
    return { call: (name, input) => connection.call(name, input), end: () => channel.close('done') }
  }
  /** Sits only as long as needed: a second screen that is always there would be served in the measured time. */
  const visit = async <T>(use: (screen: OpenConnection, state: State) => Promise<T>): Promise<T> => {
    const told = Promise.withResolvers<State>()
    const state: PushHandlers['state'] = ({ world, state }) => void (world === 'real' && told.resolve(state))
    const screen = watch({ state, practice: () => {}, historyChanged: () => {} })
    try {
      return await use(screen, await told.promise)
    } finally {
      screen.end()
    }
  }
  return {
    bus,
    link: serving.link,
    databaseFile,
    watch,
    look: () => visit(async (_screen, state) => state),
    act: (event) =>
      visit(async (screen) => {
        const answer = await screen.call('act', { world: 'real', event })
        if (!answer.ok) throw new Error(`${event.kind} was refused: ${answer.problem.code}`)
      }),
    async close() {
      await serving.close()
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
