import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createServer, type Plugin } from 'vite'
import about from '../package.json' with { type: 'json' }
import { translator } from '../shared/texts/translate.ts'
import { type App, buildApp } from '../electron/build.ts'
import { openBrowser } from '../electron/open-browser.ts'
import { startServing } from '../electron/serve-http.ts'
import { readServeOptions } from '../electron/serve-options.ts'

const ROOT = join(import.meta.dirname, '..')

/** Hot reload needs inline scripts; the built pages keep their policy. */
const withoutPolicy: Plugin = {
  name: 'without-policy',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
}

/**
 * `npm run dev`: the serve door with Vite in front, so that a change of the screen shows at once. Changes of the computer's
 * side need a restart. The database is a file of its own, so that experiments do not reach the person's history.
 */
async function develop(): Promise<void> {
  const translate = translator('en')
  const cache = join(ROOT, '.cache')
  mkdirSync(cache, { recursive: true })
  const chosen = ['--database', join(cache, 'dev.sqlite'), '--port', '4600', ...process.argv.slice(2)]
  const options = readServeOptions(chosen, translate)
  if (!('port' in options)) return console.error('problem' in options ? options.problem : options.help)

  const vite = await createServer({
    configFile: join(ROOT, 'vite.config.ts'),
    appType: 'spa',
    plugins: [withoutPolicy],
    // its own port for hot reload: the app's wire keeps the upgrade of this one to itself
    server: { middlewareMode: true, ws: { port: 4601, host: '127.0.0.1' } },
  })
  let app: App | null = null
  const serving = await startServing({
    files: new Map(),
    port: options.port,
    log: (line) => console.error(line),
    translate,
    onScreen: (channel) => app?.connect(channel),
    instead: (request, response) => vite.middlewares(request, response),
  })
  const { databaseFile, practiceRate } = options
  app = buildApp({ door: 'serve', databaseFile, appVersion: about.version, practiceRate, log: console.error })
  const close = async () => {
    await app?.close()
    await vite.close()
    await serving.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void close())
  console.log(translate('serve.ready', { url: serving.link }))
  if (options.open) openBrowser(serving.link)
}

await develop()
