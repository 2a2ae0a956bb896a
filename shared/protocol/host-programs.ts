import { type ProgramKind, PROGRAMS } from '../knowledge/host-programs.ts'

/** One process as a system lists it: its name or path, and the memory that it takes, where that was told. */
export type ListedProcess = { readonly name: string; readonly memoryMb: number | null }

/** The bare name: without folders, without `.exe`, lower case. */
export function bareName(name: string): string {
  const last = name.trim().split(/[\\/]/u).at(-1) ?? ''
  return last.replace(/\.exe$/iu, '').toLowerCase()
}

/**
 * The known programs among all processes, each once with the memory of all its processes, heaviest first. Processes that nobody
 * knows are passed over, so that nothing private is kept.
 */
export function knownPrograms(
  processes: readonly ListedProcess[],
): { name: string; kind: ProgramKind; memoryMb: number | null }[] {
  const found = new Map<string, { name: string; kind: ProgramKind; memoryMb: number | null }>()
  for (const { name, memoryMb } of processes) {
    const bare = bareName(name)
    const program = PROGRAMS.find((row) => row.process.test(bare))
    if (!program) continue
    const before = found.get(program.name)?.memoryMb ?? null
    const sum = before === null && memoryMb === null ? null : Math.round((before ?? 0) + (memoryMb ?? 0))
    found.set(program.name, { name: program.name, kind: program.kind, memoryMb: sum })
  }
  return [...found.values()].toSorted((a, b) => (b.memoryMb ?? 0) - (a.memoryMb ?? 0)).slice(0, 30)
}
