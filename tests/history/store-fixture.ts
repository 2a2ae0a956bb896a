import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LATEST_VERSION } from '../../electron/history/migrations.ts'
import { openHistory } from '../../electron/history/open.ts'
import type { Event } from '../../shared/engine/events.ts'
import { initialState } from '../../shared/engine/initial-state.ts'
import { DEFAULT_SETTINGS } from '../../shared/engine/state.ts'
import { NOON, opening, sampleAttempt, sampleCase, save, woke } from './values.ts'

/**
 * Run once when the database's version is raised (`node tests/history/store-fixture.ts`), before anything else changes:
 * stores a database of this version beside the older ones. One that is there is never written again.
 */
const folder = join(import.meta.dirname, '../fixtures/history')
const file = join(folder, `v${LATEST_VERSION}.db`)
if (existsSync(file)) throw new Error(`${file} exists`)
mkdirSync(folder, { recursive: true })

const history = openHistory({
  file,
  bootId: 'boot-of-fixture',
  appVersion: '0.1.0',
  wallMs: () => NOON,
  onTrouble: (problem) => {
    throw new Error(problem.code)
  },
  onRecovered: () => {},
})

const device = {
  deviceId: '1-2:7',
  vendorId: 0x05ac,
  productId: 0x1281,
  serial: 'CPID:8030 CPRV:11 CPFM:03 SCEP:01 BDID:04 ECID:001A2B3C4D5E6F70 IBFL:3D SRNM:[XXXXXXXXXXXX]',
  product: 'Apple Mobile Device (Recovery Mode)',
  usbPort: '1-2',
  hubs: 0,
  speedMbps: 480,
}
const events: Event[] = [
  { ...woke(0), kind: 'case.open', caseId: 'case-open', complaint: sampleCase('x').complaint, phoneId: 'phone-1' },
  { ...woke(10), kind: 'usb.attached', device },
  { ...woke(20), kind: 'step.answer', stepId: 'A1', answer: 'done', note: null },
  { ...woke(30), kind: 'guide.start', attemptId: 'attempt-cut-off', handsFree: false },
  { ...woke(5040.5), kind: 'usb.detached', deviceId: device.deviceId },
  woke(6000),
]

history.perform(save(sampleCase('case-open', { attempts: [sampleAttempt('attempt-cut-off')] })))
history.perform(opening(sampleAttempt('attempt-cut-off'), 'case-open'))
for (const event of events)
  history.journalFor('real').append(event, { caseId: 'case-open', attemptId: 'attempt-cut-off' })

const ended = sampleAttempt('attempt-ended', { endedWallMs: NOON + 9000, verdict: 'entered' })
history.perform(
  save(
    sampleCase('case-closed', {
      openedWallMs: NOON - 86_400_000,
      closedWallMs: NOON - 80_000_000,
      complaint: { kind: 'no-code' },
      steps: [
        { id: 'A1', state: 'said-by-you', reason: { key: 'x' }, erases: false, minutes: 1, note: null, atWallMs: NOON },
        { id: 'A2', state: 'failed', reason: { key: 'x' }, erases: false, minutes: 1, note: 'no', atWallMs: NOON + 1 },
      ],
      attempts: [ended],
      outcome: 'fixed',
    }),
  ),
)
history.perform(opening(sampleAttempt('attempt-ended'), 'case-closed'))
history.perform({
  kind: 'attempt.close',
  attemptId: 'attempt-ended',
  endedWallMs: NOON + 9000,
  verdict: 'entered',
  facts: { id: 'entered', atMs: 9000, text: { key: 'verdict.entered' }, reasons: [], change: null, shiftMs: 0 },
  code: null,
})
history.perform(
  save(
    sampleCase('case-practice', {
      practice: true,
      complaint: { kind: 'guide-only', guide: 'dfu' },
      phone: null,
      closedWallMs: NOON,
      outcome: 'given-up',
    }),
  ),
)
history.setLabels('case-closed', { operator: 'Anna', ticket: 'T-17', cableLabel: 'white 2 m', note: 'dropped once' })
history.setCable('attempt-ended', 'black 1 m')
history.attemptBegan('attempt-ended', initialState(false, 'linux'))
history.perform({ kind: 'settings.save', settings: { ...DEFAULT_SETTINGS, theme: 'dark' } })
const { lost } = history.close()
if (lost > 0) throw new Error('not everything was written')
