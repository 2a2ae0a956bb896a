/** Where a command reads and writes. `out` takes one line of result, `err` one line of message; neither with a line break. */
export type CommandIo = {
  readonly stdin: NodeJS.ReadableStream
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

/** A subcommand. `run` gets what stands after its name and gives the exit code: 0 done, 1 failed, 2 wrong use or unreadable input. */
export type Command = {
  readonly name: string
  readonly usage: string
  run(args: string[], io: CommandIo): Promise<number>
}

/** Exit codes, by what they say. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2 } as const
