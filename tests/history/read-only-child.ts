import { openHistory } from '../../electron/history/open.ts'
import { readHistory } from '../../electron/history/read.ts'
import { sampleCase, save } from './values.ts'

/** Opens the file given as argument, saves a case, and prints what became of it, and what somebody who only looks is shown. */
const troubles: string[] = []
const history = openHistory({
  file: process.argv[2] ?? '',
  bootId: 'boot-3',
  appVersion: '0.1.0',
  wallMs: Date.now,
  onTrouble: (problem) => void troubles.push(problem.code),
  onRecovered: () => {},
  openWaitMs: 0,
})
history.perform(save(sampleCase('case-2')))
const cases = history.list({ practice: false, search: '', limit: 10, offset: 0 }).rows.map((row) => row.id)
const reading = readHistory(process.argv[2] ?? '')
const looked = reading.ok
  ? reading.history.list({ practice: false, search: '', limit: 10, offset: 0 }).rows.map((row) => row.id)
  : reading.problem.code
process.stdout.write(JSON.stringify({ codes: troubles, where: history.where(), cases, looked }))
history.close()
