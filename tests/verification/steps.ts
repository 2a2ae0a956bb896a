import type { UsbDevice } from '../../shared/engine/phone.ts'
import type { StepId } from '../../shared/knowledge/vocabulary.ts'
import { device, IPHONE_X, Trace } from '../engine/trace.ts'

export const OPEN = {
  kind: 'case.open',
  caseId: 'case-1',
  complaint: { kind: 'code', code: '1413', text: '1413' },
  phoneId: 'phone-1',
} as const

/** The case's phone, running, on a port behind so many hubs. */
export const on = (usbPort: string, hubs: number, n = 1, more: Partial<UsbDevice> = {}): UsbDevice => ({
  ...device('normal', IPHONE_X.normal, usbPort, n),
  hubs,
  ...more,
})

/** A case for 1413 with the phone behind one hub, on one step of the plan. */
export const atStep = (stepId: StepId, first = on('1-1.4', 1)) =>
  new Trace()
    .at(0, { kind: 'usb.access', access: { status: 'watching', problem: null } })
    .attach(1, first)
    .at(10, OPEN)
    .at(20, { kind: 'step.show', stepId })
/** The phone leaves USB and returns, perhaps elsewhere. */
export const replug = (trace: Trace, from: UsbDevice, to: UsbDevice, atMs = 1000, awayMs = 3000) =>
  trace.detach(atMs, from).attach(atMs + awayMs, to)
