import type { Event, EventBody } from '../../shared/engine/events.ts'
import type { Effect } from '../../shared/engine/effects.ts'
import { initialState } from '../../shared/engine/initial-state.ts'
import { nextWakeMs } from '../../shared/engine/next-wake.ts'
import type { UsbDevice } from '../../shared/engine/phone.ts'
import type { State } from '../../shared/engine/state.ts'
import { step } from '../../shared/engine/step.ts'

/** The strings of one invented iPhone X, in each mode. */
export const IPHONE_X = {
  recovery: 'SDOM:01 CPID:8015 CPRV:11 CPFM:03 SCEP:01 BDID:06 ECID:000A1B2C3D4E5F60 IBFL:3D SRNM:[F2LXXXXXJCLP]',
  dfu: 'CPID:8015 CPRV:11 CPFM:03 SCEP:01 BDID:06 ECID:000A1B2C3D4E5F60 IBFL:3C SRTG:[iBoot-3332.0.0.1.23]',
  ibss: 'CPID:8015 CPRV:11 CPFM:03 SCEP:01 BDID:06 ECID:000A1B2C3D4E5F60 IBFL:3C SRTG:[iBSS-3332.0.0.1.23]',
  normal: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
} as const

/** Another phone of the same model. */
export const OTHER_X = {
  recovery: IPHONE_X.recovery.replace('5F60', '9999'),
  dfu: IPHONE_X.dfu.replace('5F60', '9999'),
  normal: '1a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
} as const

const PRODUCT_IDS = { normal: 0x12a8, recovery: 0x1281, dfu: 0x1227, 'debug-usb': 0x1881, 'port-dfu': 0xf014 }

/** A device as the adapter states it; its id says mode, port and `n`. */
export function device(mode: keyof typeof PRODUCT_IDS, serial: string | null, usbPort = '1-1', n = 1): UsbDevice {
  return {
    deviceId: `${mode}@${usbPort}#${n}`,
    vendorId: 0x05ac,
    productId: PRODUCT_IDS[mode],
    serial,
    product: mode === 'normal' ? 'iPhone' : null,
    usbPort,
    hubs: 0,
    speedMbps: 480,
  }
}

/** Feeds events to the engine, waking it whenever it asks to be, and keeps what it did. */
export class Trace {
  state: State = initialState(false, 'linux')
  readonly effects: Effect[] = []
  readonly events: Event[] = []

  /** States an event at a moment; everything that time alone makes due before is done first. */
  at(atMs: number, body: EventBody): this {
    this.until(atMs)
    return this.take({ ...body, atMs, wallMs: 1_000_000 + atMs })
  }

  /** Lets time pass. */
  until(atMs: number): this {
    for (let wake = nextWakeMs(this.state); wake !== null && wake <= atMs; wake = nextWakeMs(this.state)) {
      const woke = Math.max(wake, this.state.atMs)
      this.take({ kind: 'clock.woke', atMs: woke, wallMs: 1_000_000 + woke })
    }
    return this
  }

  attach(atMs: number, one: UsbDevice): this {
    return this.at(atMs, { kind: 'usb.attached', device: one })
  }

  detach(atMs: number, one: UsbDevice): this {
    return this.at(atMs, { kind: 'usb.detached', deviceId: one.deviceId })
  }

  private take(event: Event): this {
    const { state, effects } = step(this.state, event)
    this.state = state
    this.effects.push(...effects)
    this.events.push(event)
    return this
  }
}
