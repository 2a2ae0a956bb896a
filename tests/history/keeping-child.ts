import { readFileSync } from 'node:fs'
import { createArchive } from '../../electron/history/archive.ts'
import { openHistory } from '../../electron/history/open.ts'
import { NOON } from './values.ts'

/**
 * `<history> import <file>` takes the file in, `<history> retain` erases what the stored rule lets go; says `begun` before and
 * `done` after it. Meant to be killed in between.
 */
const [, , file = '', what = '', source = ''] = process.argv
const history = openHistory({
  file,
  bootId: 'boot-of-child',
  appVersion: '0.1.0',
  wallMs: () => NOON,
  onTrouble: (problem) => void process.stdout.write(`trouble ${problem.code}\n`),
  onRecovered: () => {},
})
const archive = createArchive({ history, appVersion: '0.1.0', wallMs: () => NOON, onChanged: () => {}, log: () => {} })
process.stdout.write('begun\n')
if (what === 'import') await archive.importPart({ id: 'x', text: readFileSync(source, 'utf8'), last: true })
else await archive.retain()
process.stdout.write('done\n')
await archive.close()
history.close()
