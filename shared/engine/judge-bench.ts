import type { Mode } from '../knowledge/vocabulary.ts'
import type { Event, EventBody } from './events.ts'
import { initialState } from './initial-state.ts'
import { type TraceEvent, vendorOf } from './judge-input.ts'
import { nextWakeMs } from './next-wake.ts'
import type { Phone, UsbDevice } from './phone.ts'
import type { State } from './state.ts'
import { step } from './step.ts'

/** The product id that stands for a mode in a trace that names only the mode. */
const PRODUCT_IDS: Readonly<Record<Mode, number>> = {
  normal: 0x12a8,
  restore: 0x12a8,
  recovery: 0x1281,
  dfu: 0x1227,
  wtf: 0x1222,
  'port-dfu': 0xf014,
  'debug-usb': 0x1881,
}
const APPLE = 0x05ac

/**
 * The engine on a recorded trace: time passes as the events say, and the enumerations of the trace get ids, which it does not have.
 * An enumeration lasts from its attach to its detach, or until something else is on its port.
 */
export class Bench {
  state: State = initialState(false, 'linux')
  devices: UsbDevice[] = []
  enumerations = 0

  /** Lets time pass, then states the event. */
  feed(atMs: number, body: EventBody): void {
    const nowMs = Math.max(atMs, this.state.atMs)
    for (let wake = nextWakeMs(this.state); wake !== null && wake < nowMs; wake = nextWakeMs(this.state)) {
      const woke = Math.max(wake, this.state.atMs)
      this.take({ kind: 'clock.woke', atMs: woke, wallMs: woke })
    }
    this.take({ ...body, atMs: nowMs, wallMs: nowMs })
  }

  take(event: Event): void {
    this.state = step(this.state, event).state
  }

  /** The phone that was there before Start. */
  plugIn(atMs: number, mode: Mode, serial: string | null, usbPort: string): Phone | null {
    const device = this.enumerate(APPLE, PRODUCT_IDS[mode], { serial, usbPort })
    this.feed(atMs, { kind: 'usb.attached', device })
    return this.state.phones[0] ?? null
  }

  attach(event: TraceEvent, productId: number): void {
    const { serial = null, usbPort = null, product = null } = event
    // a place that is not told is none: then only the strings say who it is
    const device = this.enumerate(vendorOf(event), productId, { serial, usbPort: usbPort ?? '', product })
    this.feed(event.atMs, { kind: 'usb.attached', device })
  }

  /** An enumeration ended. One that is not there, or that another has replaced already, is told too late and says nothing new. */
  detach(event: TraceEvent, guided: Phone | null): void {
    const ended = this.meant(event, guided)
    if (!ended) return
    this.devices = this.devices.filter((device) => device !== ended)
    this.feed(event.atMs, { kind: 'usb.detached', deviceId: ended.deviceId })
  }

  /** Whether a line that names a place or a string is about another device than the guided phone. */
  isOther(event: TraceEvent, guided: Phone | null): boolean {
    if (!guided || (!event.usbPort && !event.serial)) return false
    const there = this.devices.find(
      (device) =>
        (!event.usbPort || device.usbPort === event.usbPort) &&
        (!event.serial || sameString(device.serial, event.serial)),
    )
    return there !== undefined && there.deviceId !== guided.usb?.deviceId
  }

  private enumerate(
    vendorId: number,
    productId: number,
    shown: { serial: string | null; usbPort: string; product?: string | null },
  ): UsbDevice {
    const { serial, usbPort, product = null } = shown
    // the same ids at the same place without a detach between: a string that was read later, or the same news twice
    const same = this.devices.find(
      (device) =>
        device.usbPort === usbPort &&
        device.vendorId === vendorId &&
        device.productId === productId &&
        sameString(device.serial, serial),
    )
    if (!same) this.enumerations += 1
    const device: UsbDevice = {
      deviceId: same?.deviceId ?? `trace-${this.enumerations}`,
      vendorId,
      productId,
      serial: serial || (same?.serial ?? serial),
      product: product ?? same?.product ?? null,
      usbPort,
      hubs: Math.max(0, usbPort.split('.').length - 1),
      speedMbps: 480,
    }
    const stays = (other: UsbDevice) => other !== same && (usbPort === '' || other.usbPort !== usbPort)
    this.devices = [...this.devices.filter(stays), device]
    return device
  }

  /** Which enumeration a farewell means: the one at its place with its ids, else the only one or the guided phone's. */
  private meant({ usbPort, pid, serial }: TraceEvent, guided: Phone | null): UsbDevice | undefined {
    const fitting = this.devices.filter(
      (device) =>
        (typeof pid !== 'number' || device.productId === pid) &&
        (!serial || sameString(device.serial, serial)) &&
        (!usbPort || device.usbPort === usbPort || device.usbPort === ''),
    )
    return (
      fitting.find((device) => usbPort && device.usbPort === usbPort) ??
      fitting.find(({ deviceId }) => deviceId === guided?.usb?.deviceId) ??
      (fitting.length === 1 ? fitting[0] : undefined)
    )
  }
}

/** Strings are read late, and cut short right after an enumeration: only what was read and differs is another device. */
function sameString(one: string | null, other: string | null): boolean {
  if (!one || !other) return true
  return one.startsWith(other) || other.startsWith(one)
}
