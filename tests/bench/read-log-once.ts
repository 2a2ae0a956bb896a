import { peakMemoryMb } from './peak-memory.ts'
import { readLogFile } from '../../electron/commands/read-log.ts'

/** Reads one log and tells its parent how long it took, how much memory the process has had at most, and the code it found. */
const began = performance.now()
const told = await readLogFile(process.argv[2] ?? '')
const seconds = (performance.now() - began) / 1000
process.send?.({
  seconds,
  memoryMb: peakMemoryMb(),
  code: told?.reports[0]?.error?.code ?? null,
})
