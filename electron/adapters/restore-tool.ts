import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import type { HostSystem } from '../../shared/knowledge/vocabulary.ts'
import { nameUnlessAsked, restoreToolAmong } from '../../shared/protocol/restore-tools.ts'

/** The look must not hold up a restart for longer. */
const LIMIT_MS = 1000

const printedBy = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((done) => {
    const options = { timeout: LIMIT_MS, maxBuffer: 4_000_000, windowsHide: true } as const
    execFile(program, [...args], options, (error, out) => done(error === null ? out : ''))
  })

const readOf = (id: string, what: 'comm' | 'cmdline') => readFile(`/proc/${id}/${what}`, 'utf8').catch(() => '')

/** Linux keeps the name of each process in a file: faster than starting a program. */
async function linuxNames(): Promise<string> {
  const entries = await readdir('/proc').catch((): string[] => [])
  const processes = entries.filter((entry) => /^\d+$/u.test(entry))
  const names = processes.map(async (id) => nameUnlessAsked(await readOf(id, 'comm'), await readOf(id, 'cmdline')))
  return (await Promise.all(names)).join('\n')
}

const LISTS: Readonly<Record<HostSystem, () => Promise<string>>> = {
  linux: linuxNames,
  windows: () => printedBy('tasklist', ['/fo', 'csv', '/nh']),
  macos: () => printedBy('/bin/ps', ['-axo', 'comm=']),
}

/**
 * Whether a program that restores phones runs on this computer now. Never rejects; where the processes cannot be listed the
 * answer is no, and what USB showed (from DFU to recovery a short while ago) is all there is to go by.
 */
export const restoreToolRuns = async (system: HostSystem, list = LISTS[system]): Promise<boolean> =>
  restoreToolAmong(await list()) !== null
