import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import type { Load } from './row.ts'

const FLAG = '--burn'
const BURN_MS = 50

/** Takes all of one core; looks up between two pieces whether the bench is still there. */
function burn(): void {
  process.once('disconnect', () => process.exit(0))
  process.send?.('burning')
  const piece = () => {
    const until = performance.now() + BURN_MS
    while (performance.now() < until);
    setImmediate(piece)
  }
  piece()
}

/** Runs `work` with nothing else going on here, or with as many endless loops as there are cores, each a process of its own. */
export async function under<T>(load: Load, work: () => Promise<T>): Promise<T> {
  const loops: ChildProcess[] = []
  try {
    if (load === 'busy')
      for (let core = 0; core < availableParallelism(); core += 1) {
        const loop = fork(import.meta.filename, [FLAG], { execArgv: [] })
        loops.push(loop)
        await once(loop, 'message')
      }
    return await work()
  } finally {
    for (const loop of loops) loop.kill('SIGKILL')
  }
}

if (process.argv[2] === FLAG) burn()
