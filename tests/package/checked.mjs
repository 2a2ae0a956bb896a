// Says what an installed app found when it checked itself (the file that `--self-check=FILE` wrote), and ends with 1 where something was missing.
import { readFileSync } from 'node:fs'

const found = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
console.log(JSON.stringify(found, null, 2))
const isWhole = found.ok === true && found.packed === true && typeof found.versions.electron === 'string'
if (!isWhole) {
  console.error('This is not a whole, packed app on Electron.')
  process.exitCode = 1
}
