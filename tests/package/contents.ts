import { createRequire } from 'node:module'
import { statSync } from 'node:fs'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const asar = require('@electron/asar') as {
  listPackage(file: string, options: { isPack: boolean }): string[]
  statFile(file: string, path: string): { size?: number; unpacked?: boolean; files?: object }
  extractFile(file: string, path: string): Buffer
}

export type Packed = { readonly path: string; readonly bytes: number; readonly unpacked: boolean }

/** Every file that an app's archive lists, with its size and whether it lies beside the archive. */
export function listArchive(file: string): Packed[] {
  return asar.listPackage(file, { isPack: false }).flatMap((listed) => {
    const path = listed.replace(/^[/\\]/, '').replaceAll('\\', '/')
    const { files, size, unpacked } = asar.statFile(file, path)
    return files === undefined ? [{ path, bytes: size ?? 0, unpacked: unpacked === true }] : []
  })
}

export const readArchived = (file: string, path: string): Buffer => asar.extractFile(file, path)

/** What a package for Linux x64 holds. Whatever fits none of these does not belong there. */
export const MAY_HOLD: readonly RegExp[] = [
  /^package\.json$/,
  /^dist\/main\/(main|[\w-]+worker[\w-]*)\.js$/,
  /^dist\/main\/assets\/[\w-]+\.js$/,
  /^dist\/preload\/preload\.cjs$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png|wav|mp3)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
  /^node_modules\/better-sqlite3\/prebuilds\/linux-x64\.node$/,
  /^node_modules\/usb\/(package\.json|LICENSE|(dist\/)?index\.js)$/,
  /^node_modules\/@node-usb\/usb-linux-x64-gnu\/(package\.json|usb\.linux-x64-gnu\.node)$/,
]

export const MUST_HOLD: readonly string[] = [
  ...['package.json', 'dist/main/main.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html'],
  'dist/main/history-worker.js',
  ...['node_modules/better-sqlite3/package.json', 'node_modules/better-sqlite3/prebuilds/linux-x64.node'],
  ...['node_modules/usb/package.json', 'node_modules/usb/index.js'],
  'node_modules/@node-usb/usb-linux-x64-gnu/usb.linux-x64-gnu.node',
]

/** Room for growth of about a half; a forgotten folder of a package is larger than that. */
export const LARGEST_ARCHIVE_BYTES = 6_000_000
export const LARGEST_UNPACKED_BYTES = 6_000_000

/** What is wrong with an archive's list, as sentences. */
export function breachesOf(files: readonly Packed[]): string[] {
  const paths = new Set(files.map(({ path }) => path))
  const native = files.filter(({ path }) => path.endsWith('.node'))
  return [
    ...files
      .filter(({ path }) => !MAY_HOLD.some((each) => each.test(path)))
      .map(({ path }) => `${path} does not belong there`),
    ...MUST_HOLD.filter((path) => !paths.has(path)).map((path) => `${path} is missing`),
    // the system's loader cannot look into an archive
    ...native.filter(({ unpacked }) => !unpacked).map(({ path }) => `${path} lies inside the archive`),
  ]
}

export const bytesOf = (path: string): number => statSync(path).size
export const unpackedFolder = (archive: string): string => join(`${archive}.unpacked`)
