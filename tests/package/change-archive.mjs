// Changes one letter inside a packed app's archive, in the description of its package.json: an app that does not check its archive would start
// all the same. Ends with 1 where the words are not found.
import { readFileSync, writeFileSync } from 'node:fs'

const [, , archive = ''] = process.argv
const bytes = readFileSync(archive)
const at = bytes.indexOf('Takes you through an iPhone restore error')
if (at === -1) {
  console.error(`${archive} has no description of the app.`)
  process.exitCode = 1
} else {
  bytes.write('M', at)
  writeFileSync(archive, bytes)
}
