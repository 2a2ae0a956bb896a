import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseAst } from 'vite'

/** One import or re-export: what it names, where that lies, and whether only types cross. */
export type Edge = { readonly specifier: string; readonly target: string; readonly typeOnly: boolean }

/** A name that the file takes from outside itself, with its line. */
export type Use = { readonly name: string; readonly line: number }

/** What the laws look at in one file. Paths are relative to the project, with slashes. */
export type Source = {
  readonly path: string
  readonly lines: number
  readonly edges: readonly Edge[]
  /** Global names in use (not declared in the file), `Math.random` as one name. */
  readonly globals: readonly Use[]
  readonly defaultExport: boolean
  readonly exportAll: boolean
  readonly anys: readonly number[]
  /** First arguments of `t('…')` and `translate('…')`, and `key: '…'` of messages. */
  readonly textKeys: readonly Use[]
}

type Node = { readonly type: string; readonly start: number; readonly [field: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Visits every node with its parent and the field that holds it. */
function walk(node: Node, visit: (node: Node, parent: Node | null, field: string) => void): void {
  const step = (at: Node, parent: Node | null, field: string) => {
    visit(at, parent, field)
    for (const [name, value] of Object.entries(at))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) step(child, at, name)
  }
  step(node, null, '')
}

const text = (node: unknown): string | null =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null
const nameOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : null

/** Where a relative specifier leads, as a path of the project; packages stay as they are. */
export function resolveSpecifier(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  const parts = [...from.split('/').slice(0, -1), ...specifier.split('/')]
  const path: string[] = []
  for (const part of parts) {
    if (part === '..') path.pop()
    else if (part !== '.') path.push(part)
  }
  return path.join('/')
}

const IMPORTS = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'])

const isTypeOnly = (node: Node): boolean => {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true
  const { specifiers } = node
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false
  return specifiers.every((each: Node) => each['importKind'] === 'type' || each['exportKind'] === 'type')
}

/** Fields that hold a name which is not a use of a variable: what follows a dot, what a property or a type member is called. */
const isLabel = (parent: Node | null, field: string): boolean => {
  if (parent === null) return false
  if (field === 'property' && parent.type === 'MemberExpression') return parent['computed'] !== true
  if (field === 'right' && parent.type === 'TSQualifiedName') return true
  if (field === 'imported' || field === 'exported' || field === 'label') return true
  return field === 'key' && parent['computed'] !== true
}

const DECLARES: Readonly<Record<string, readonly string[]>> = {
  VariableDeclarator: ['id'],
  FunctionDeclaration: ['id', 'params'],
  FunctionExpression: ['id', 'params'],
  ArrowFunctionExpression: ['params'],
  TSFunctionType: ['params'],
  TSMethodSignature: ['params'],
  TSCallSignatureDeclaration: ['params'],
  ClassDeclaration: ['id'],
  ImportSpecifier: ['local'],
  ImportDefaultSpecifier: ['local'],
  ImportNamespaceSpecifier: ['local'],
  TSTypeAliasDeclaration: ['id'],
  TSInterfaceDeclaration: ['id'],
  CatchClause: ['param'],
}

/** Every name that the file declares anywhere; a file that calls something of its own `window` is not using the browser's. */
function declaredNames(program: Node): ReadonlySet<string> {
  const names = new Set<string>()
  const addPattern = (value: unknown) => {
    if (!isNode(value)) return
    const name = nameOf(value)
    if (name !== null) return void names.add(name)
    for (const field of ['left', 'argument', 'value', 'parameter']) addPattern(value[field])
    for (const field of ['properties', 'elements'])
      if (Array.isArray(value[field])) for (const each of value[field]) addPattern(each)
  }
  walk(program, (node) => {
    for (const field of DECLARES[node.type] ?? [])
      for (const each of Array.isArray(node[field]) ? node[field] : [node[field]]) addPattern(each)
  })
  return names
}

/** The key of a text that this node reads by a literal, if it does. */
function textKeyOf(node: Node): string | null {
  if (node.type === 'CallExpression') {
    const { callee } = node
    const name = nameOf(callee) ?? (isNode(callee) ? nameOf(callee['property']) : null)
    const [first] = Array.isArray(node['arguments']) ? (node['arguments'] as unknown[]) : []
    return name === 't' || name === 'translate' ? text(first) : null
  }
  const isKey = node.type === 'Property' && nameOf(node['key']) === 'key'
  const value = isKey ? text(node['value']) : null
  return value !== null && /^[a-z][a-z-]*(\.[a-z0-9-]+)+$/.test(value) ? value : null
}

/** Reads one file. `path` decides between TypeScript and TSX and where its imports lead. Throws where it cannot be parsed. */
export function readSource(path: string, code: string): Source {
  const program = parseAst(code, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  const declared = declaredNames(program)
  const lineAt = (start: number) => code.slice(0, start).split('\n').length
  const edges: Edge[] = []
  const globals: Use[] = []
  const anys: number[] = []
  const textKeys: Use[] = []
  let defaultExport = false
  let exportAll = false

  walk(program, (node, parent, field) => {
    const line = () => lineAt(node.start)
    if (IMPORTS.has(node.type)) {
      const specifier = text(node['source'])
      if (specifier !== null)
        edges.push({ specifier, target: resolveSpecifier(path, specifier), typeOnly: isTypeOnly(node) })
    }
    if (node.type === 'ExportDefaultDeclaration') defaultExport = true
    if (node.type === 'ExportSpecifier' && nameOf(node['exported']) === 'default') defaultExport = true
    if (node.type === 'ExportAllDeclaration') exportAll = true
    if (node.type === 'TSAnyKeyword') anys.push(line())
    const key = textKeyOf(node)
    if (key !== null) textKeys.push({ name: key, line: line() })
    const name = nameOf(node)
    if (name === null || declared.has(name) || isLabel(parent, field)) return
    const member = parent?.type === 'MemberExpression' && field === 'object' ? nameOf(parent['property']) : null
    globals.push({ name: name === 'Math' && member ? `Math.${member}` : name, line: line() })
  })
  return { path, lines: code.trimEnd().split('\n').length, edges, globals, defaultExport, exportAll, anys, textKeys }
}

/** Every source file under these folders of the project, read. */
export function readProject(root: string, folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => readSource(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8'))),
  )
}
