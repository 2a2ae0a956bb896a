import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** One look must not hold up the others: PowerShell alone may take seconds to start. */
export const PROBE_LIMIT_MS = 6000
const MOST_BYTES = 4_000_000

/** A text that was had; `missing`: there is no such program or file; null: it could not be had in time, or not at all. */
export type Said = { readonly text: string } | 'missing' | null

/** What a look at this computer uses of it; tests hand in recorded texts. */
export type Outside = {
  /** Runs a program without a shell, in English where it minds; standard output and error together, whatever its exit code was. */
  run(program: string, args: readonly string[]): Promise<Said>
  read(path: string): Promise<Said>
}

/** Gives the promise's value, or null when it fails or takes longer than `limitMs`. Never rejects. */
export async function withinLimit<T>(work: () => Promise<T>, limitMs = PROBE_LIMIT_MS): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, limitMs, null)
    timer.unref()
  })
  try {
    return await Promise.race([work(), late])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** This computer itself. No program is run with more rights than the app has. */
export function thisComputer(limitMs = PROBE_LIMIT_MS): Outside {
  return {
    run: (program, args) =>
      new Promise((resolve) => {
        const env = { ...process.env, LC_ALL: 'C', LANG: 'C' }
        const options = {
          timeout: limitMs,
          killSignal: 'SIGKILL',
          maxBuffer: MOST_BYTES,
          windowsHide: true,
          env,
        } as const
        execFile(program, [...args], options, (error, stdout, stderr) => {
          if (isMissing(error)) return resolve('missing')
          const notRun = error !== null && (typeof error.code === 'string' || error.killed === true)
          resolve(notRun ? null : { text: `${stdout}\n${stderr}` })
        }).stdin?.end()
      }),
    read: (path) =>
      withinLimit(async () => {
        try {
          return { text: await readFile(path, 'utf8') }
        } catch (error) {
          if (isMissing(error)) return 'missing'
          throw error
        }
      }, limitMs),
  }
}
