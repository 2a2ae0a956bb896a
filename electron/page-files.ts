import { existsSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
}

/** Folder by folder: inside a package's archive the system's own recursive listing cannot be relied on. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : [path]
  })

/** The files that may be asked for, by the path of their address: what is not in this list does not exist. */
export function listFiles(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  const files = filesIn(folder).filter((file) => extname(file) in TYPES)
  const byPath = files.map((file): [string, string] => [`/${relative(folder, file).split(sep).join('/')}`, file])
  const index = byPath.find(([path]) => path === '/index.html')
  return new Map(index ? [...byPath, ['/', index[1]]] : byPath)
}

/** What a browser is told that this file is; `undefined` for a kind of file that no page is made of. */
export const contentType = (file: string): string | undefined => TYPES[extname(file)]
