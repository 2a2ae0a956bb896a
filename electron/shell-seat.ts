import { portChannel } from '../shared/contract/channel.ts'
import { type OpenConnection, openConnection } from '../shared/contract/connection.ts'
import type { App } from './build.ts'
import type { Worlds } from './shell-wishes.ts'

/**
 * The shell's own seat in front of the services, beside the screens': it hears the same States and makes the same calls, over the same
 * contract. There is no second way in. `onWorlds` gets what was known before and what is known now.
 */
export function takeSeat(
  services: Pick<App, 'connect'>,
  onWorlds: (now: Worlds, before: Worlds) => void,
  log: (line: string) => void,
): OpenConnection {
  let worlds: Worlds = { real: null, practice: null }
  const set = (change: Partial<Worlds>) => {
    const before = worlds
    worlds = { ...worlds, ...change }
    onWorlds(worlds, before)
  }
  const { port1, port2 } = new MessageChannel()
  const connection = openConnection(
    portChannel(port2),
    {
      state: ({ world, state }) => set({ [world]: state }),
      practice: ({ setup }) => setup === null && worlds.practice !== null && set({ practice: null }),
      historyChanged: () => {},
    },
    (reason) => log(`the shell lost its seat: ${reason}`),
  )
  services.connect(portChannel(port1))
  return connection
}
