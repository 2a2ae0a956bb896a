import { openHistory } from '../../electron/history/open.ts'
import { NOON, opening, sampleAttempt, sampleCase, save, woke } from './values.ts'

/**
 * Begins a case with an attempt in the file given as argument, then states events for ever and prints the number of those
 * that were flushed, until it is killed.
 */
const history = openHistory({
  file: process.argv[2] ?? '',
  bootId: 'boot-1',
  appVersion: '0.1.0',
  wallMs: () => NOON,
  onTrouble: (problem) => void process.stdout.write(`trouble ${problem.code}\n`),
  onRecovered: () => {},
})
const place = { caseId: 'case-1', attemptId: 'attempt-1' }
const journal = history.journalFor('real')
journal.append(
  {
    kind: 'case.open',
    caseId: 'case-1',
    complaint: sampleCase('case-1').complaint,
    phoneId: null,
    atMs: 0,
    wallMs: NOON,
  },
  place,
)
history.perform(save(sampleCase('case-1', { attempts: [sampleAttempt('attempt-1')] })))
history.perform(opening(sampleAttempt('attempt-1'), 'case-1'))
let stated = 1
const stateSome = () => {
  for (let index = 0; index < 50; index += 1) journal.append(woke((stated += 1)), place)
  journal.flush()
  process.stdout.write(`${stated}\n`)
  setImmediate(stateSome)
}
stateSome()
