import { join } from 'node:path'
import { build } from 'vite'
import { BUNDLE, PROJECT } from './places.ts'

/** The programs that run inside, under the names they have in the bundle. */
const PROGRAMS = {
  suite: 'guest/suite.ts',
  'phones-process': 'phone/phones-process.ts',
  'person-program': 'guest/person-program.ts',
}

/**
 * Puts each program that runs inside into one file. Node would read them as they are, but it is emulated there: finding,
 * reading and stripping two hundred files takes it longer than most rules, at each of a dozen starts.
 */
export const bundlePrograms = async (): Promise<void> => {
  const input = Object.entries(PROGRAMS).map(([name, file]) => [name, join(PROJECT, 'tests/usb-lab', file)])
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['usb'] },
    build: {
      ssr: true,
      outDir: BUNDLE,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(input),
        external: ['usb', /^node:/],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })
}
