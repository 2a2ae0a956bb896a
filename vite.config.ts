import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions } from 'vite'

const at = (path: string) => join(import.meta.dirname, path)

/** Never bundled: Electron itself and the two packages with native code. */
const external = ['electron', 'better-sqlite3', 'usb']

/** A thread of its own beside a door; it shares the door's parts, so that languages and schemas are there once. */
const THREAD = { 'history-worker': at('electron/history/history-worker.ts') }

/** One bundle for the computer's side. `cjs` only where Electron demands it: a sandboxed preload cannot be ESM. */
const nodeSide = (
  name: string,
  entry: string,
  { format = 'esm', besides = {} }: { format?: 'esm' | 'cjs'; besides?: Record<string, string> } = {},
): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external, conditions: ['node', 'module', 'import', 'default'] },
  build: {
    outDir: at(`dist/${name}`),
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { [name]: at(entry), ...besides },
      external: [...external, /^node:/],
      output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js' },
    },
  },
})

export default defineConfig({
  root: at('renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        // loaded from this computer: one file opens faster than many
        chunkSizeWarningLimit: 2000,
      },
    },
    main: nodeSide('main', 'electron/main.ts', { besides: THREAD }),
    serve: nodeSide('serve', 'electron/serve.ts', { besides: THREAD }),
    cli: nodeSide('cli', 'electron/cli.ts', { besides: THREAD }),
    preload: nodeSide('preload', 'electron/preload.ts', { format: 'cjs' }),
  },
})
