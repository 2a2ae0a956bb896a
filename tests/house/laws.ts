import type { Edge, Source } from './source.ts'

/** What one file does that it must not, as a sentence. */
export type Breach = string

/** What a floor may import: folders or files of the project, and packages. The first floor that fits a path counts. */
type Floor = {
  readonly of: RegExp
  readonly may: readonly RegExp[]
  /** What it may name the types of, and nothing more. */
  readonly mayName?: readonly RegExp[]
}

const KNOWLEDGE = /^shared\/knowledge\//
const PROTOCOL = /^shared\/protocol\//
const ENGINE = /^shared\/engine\//
const CONTRACT = /^shared\/contract\//
const TEXTS = /^shared\/texts\//
const SHARED = /^shared\//
/** A package by its name; paths of the project, Node and Electron are none. */
const PACKAGE = /^(?!node:|electron$|(shared|electron|renderer|tests|tools|assets)\/|[^/]+\.\w+$)[^:]+$/

export const FLOORS: readonly Floor[] = [
  { of: KNOWLEDGE, may: [KNOWLEDGE] },
  { of: PROTOCOL, may: [PROTOCOL, KNOWLEDGE] },
  { of: ENGINE, may: [ENGINE, KNOWLEDGE, PROTOCOL, /^zod$/] },
  { of: CONTRACT, may: [CONTRACT, ENGINE, KNOWLEDGE, /^zod$/, /^birpc$/] },
  { of: TEXTS, may: [TEXTS, KNOWLEDGE, /^intl-messageformat$/], mayName: [ENGINE] },
  {
    of: /^shared\/simulator\//,
    may: [
      /^shared\/simulator\//,
      /^shared\/engine\/(events|ports|phone|problem)\.ts$/,
      /^shared\/knowledge\/(devices|usb-ids|vocabulary|provenance)[^/]*\.ts$/,
      PROTOCOL,
    ],
  },
  // a room that this page does not know
  { of: SHARED, may: [] },
  { of: /^renderer\//, may: [/^renderer\//, SHARED, /^assets\//, PACKAGE] },
  { of: /^electron\//, may: [/^electron\//, SHARED, /^package\.json$/, /^node:/, PACKAGE, /^electron$/] },
]

/** Imports that cross a floor's law. */
export function floorBreaches({ path, edges }: Source): Breach[] {
  const floor = FLOORS.find(({ of }) => of.test(path))
  if (!floor) return []
  return edges
    .filter(({ target, typeOnly }) => {
      const allowed = typeOnly ? [...floor.may, ...(floor.mayName ?? [])] : floor.may
      return !allowed.some((each) => each.test(target))
    })
    .map(({ specifier }) => `${path} must not import ${specifier}`)
}

/** Only the desktop door's files know Electron; tests hold its types. */
export function electronBreaches({ path, edges }: Source): Breach[] {
  const allowed = /^electron\/(main|preload|window)[^/]*\.ts$/.test(path) || path.startsWith('tests/')
  return edges
    .filter(({ target }) => target === 'electron' && !allowed)
    .map(() => `${path} must not import electron: only main, preload and window do`)
}

/** Adapters are made in one place; the look at this computer also in one that needs no native code. Types may be named anywhere on the computer's side. */
export function adapterBreaches({ path, edges }: Source): Breach[] {
  const allowed = /^electron\/build(-host)?\.ts$/.test(path) || /^(electron\/adapters|tests)\//.test(path)
  return edges
    .filter(({ target, typeOnly }) => target.startsWith('electron/adapters/') && !typeOnly && !allowed)
    .map(({ specifier }) => `${path} must not import ${specifier}: only electron/build.ts makes adapters`)
}

/** Clock, chance, console and DOM stay outside shared/. */
const FORBIDDEN_IN_SHARED = new Set([
  ...['Date', 'performance', 'Math.random', 'crypto', 'console', 'process', 'Buffer', 'globalThis', 'Temporal'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'requestAnimationFrame'],
  ...['document', 'window', 'navigator', 'location', 'localStorage', 'fetch', 'WebSocket', 'Worker', 'require'],
])

export function worldBreaches({ path, globals }: Source): Breach[] {
  if (!SHARED.test(path)) return []
  return globals
    .filter(({ name }) => FORBIDDEN_IN_SHARED.has(name))
    .map(({ name, line }) => `${path}:${line} must not use ${name}: shared/ runs anywhere and knows no time`)
}

const CONFIGURATION = /\.config\.ts$/

/** No default exports, no barrels, no `any`, no folder whose name says nothing. */
export function shapeBreaches({ path, defaultExport, exportAll, anys }: Source): Breach[] {
  const nameless = path.split('/').find((part) => /^(utils?|helpers?|common|managers?|lib)(\.tsx?)?$/.test(part))
  return [
    ...(defaultExport && !CONFIGURATION.test(path) ? [`${path} must not have a default export`] : []),
    ...(exportAll ? [`${path} must not export everything of another file`] : []),
    ...anys.map((line) => `${path}:${line} must not use any`),
    ...(nameless ? [`${path}: ${nameless} says nothing about what is inside`] : []),
  ]
}

export const LONGEST_FILE = 300

/** Tables and texts grow with the world, tests with the rules. */
const MAY_BE_LONG = /^(shared\/knowledge|shared\/texts|tests)\//

/** Files longer than allowed. `known`: those that were when the law came; they may only shrink, and leave the list. */
export function lengthBreaches({ path, lines }: Source, known: Readonly<Record<string, number>> = {}): Breach[] {
  if (MAY_BE_LONG.test(path)) return []
  const limit = known[path] ?? LONGEST_FILE
  if (lines > limit) return [`${path} has ${lines} lines; ${limit} are allowed`]
  return path in known && lines <= LONGEST_FILE ? [`${path} is short enough now: take it off the list`] : []
}

/** Text keys that are read by a literal and do not exist. */
export function textBreaches({ path, textKeys }: Source, exists: (key: string) => boolean): Breach[] {
  return textKeys
    .filter(({ name }) => !exists(name))
    .map(({ name, line }) => `${path}:${line} reads the text ${name}, which does not exist`)
}

/** Circles of imports that exist at run time; each is named once, from its first file by name. */
export function circles(sources: readonly Source[]): Breach[] {
  const edgesOf = new Map(sources.map(({ path, edges }): [string, readonly Edge[]] => [path, edges]))
  const done = new Set<string>()
  const found: Breach[] = []
  const follow = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) return void found.push(`a circle: ${[...trail.slice(at), path].join(' -> ')}`)
    if (done.has(path)) return
    for (const { target, typeOnly } of edgesOf.get(path) ?? [])
      if (!typeOnly && edgesOf.has(target)) follow(target, [...trail, path])
    done.add(path)
  }
  for (const path of [...edgesOf.keys()].toSorted()) follow(path, [])
  return found
}
