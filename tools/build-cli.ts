// Builds the command line alone, into dist/cli: a second instead of the whole app. Old chunks are left in place, because a
// command that is still running may load one of them late; `npm run build` clears them.
import { join } from 'node:path'
import { createBuilder } from 'vite'

const builder = await createBuilder({
  configFile: join(import.meta.dirname, '..', 'vite.config.ts'),
  logLevel: 'warn',
  environments: { cli: { build: { emptyOutDir: false } } },
})
const cli = builder.environments['cli']
if (!cli) throw new Error('vite.config.ts has no environment "cli"')
await builder.build(cli)
