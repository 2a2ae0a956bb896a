import { join } from 'node:path'
import about from '../package.json' with { type: 'json' }
import { translator } from '../shared/texts/translate.ts'
import { type App, buildApp } from './build.ts'
import { openBrowser } from './open-browser.ts'
import { listFiles } from './page-files.ts'
import { type Serving, startServing } from './serve-http.ts'
import { readServeOptions, type ServeOptions } from './serve-options.ts'

const translate = translator('en')
const log = (line: string) => console.error(`${new Date().toISOString()} ${line}`)

/** Says why there is no door, and ends. */
function giveUp(sentence: string, exitCode: number): never {
  console.error(sentence)
  process.exit(exitCode)
}

const cannotListen = (error: unknown, port: number): never => {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  const detail = error instanceof Error ? error.message : String(error)
  return giveUp(translate(taken ? 'serve.port-taken' : 'serve.cannot-listen', { port, detail }), 1)
}

/** Door 2: the same services under plain Node, for a browser on this computer. */
async function serve(options: ServeOptions): Promise<void> {
  const folder = join(import.meta.dirname, '../renderer')
  const files = listFiles(folder)
  if (!files.has('/')) giveUp(translate('serve.no-renderer', { folder }), 1)

  // the port first: a second start must not touch the database of the first; nobody has the link yet
  let app: App | null = null
  const serving: Serving = await startServing({
    files,
    port: options.port,
    log,
    translate,
    onScreen: (channel) => app?.connect(channel),
  }).catch((error: unknown) => cannotListen(error, options.port))
  const { databaseFile, practiceRate } = options
  app = buildApp({ door: 'serve', databaseFile, appVersion: about.version, practiceRate, log })

  let closing = false
  const close = async () => {
    if (closing) process.exit(130)
    closing = true
    await app?.close()
    await serving.close()
    console.log(translate('serve.stopped'))
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close())

  console.log(translate('serve.ready', { url: serving.link }))
  if (options.open) openBrowser(serving.link)
}

const options = readServeOptions(process.argv.slice(2), translate)
if ('help' in options) console.log(options.help)
else if ('problem' in options) giveUp(options.problem, 2)
else await serve(options)
