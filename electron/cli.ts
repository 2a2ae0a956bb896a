import { runCommandLine, standardIo } from './command-line.ts'

// Door 3: the command line, under plain Node. Not `process.exit`: what was written last must still get out.
process.exitCode = await runCommandLine(process.argv.slice(2), standardIo())
