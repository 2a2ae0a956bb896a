import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer, Socket, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serveWire, type Wire } from './usbip.ts'
import type { UsbBody } from './usb-device.ts'

/** The first of the virtual host controllers: ports 0 to 7 or more are high speed. It also takes the orders for the others. */
export const CONTROLLER = '/sys/devices/platform/vhci_hcd.0'

/** How many controllers the lab plugs into. Each has a bus of its own, and buses do not wait for each other. */
export const CONTROLLERS = 3

const SPEED_CODE = { full: 2, high: 3, super: 5 } as const
const FREE = 4

/** A port of the virtual controller into which one device at a time can be plugged. */
export type KernelPort = {
  /** Gives the wire when the kernel has taken the connection; the kernel goes on to enumerate by itself. */
  attach(device: UsbBody): Promise<Wire>
  /** As pulling the cable. Settles when the kernel has let go of the port and of the device. */
  detach(): Promise<void>
}

/** The number of a controller's high speed bus: the `1` of `1-9`. */
export const readBusNumber = (controller = 0): number => {
  const names = readdirSync(CONTROLLER.replace(/0$/, String(controller)))
  const buses = names.flatMap((name) => /^usb(\d+)$/.exec(name)?.[1] ?? [])
  return Math.min(...buses.map(Number))
}

const readRows = (controller: number): string[][] => {
  const file = join(CONTROLLER, controller === 0 ? 'status' : `status.${controller}`)
  const lines = readFileSync(file, 'latin1').trim().split('\n').slice(1)
  return lines.map((line) => line.split(/\s+/))
}

/** The kernel counts the ports of all controllers through. */
const countedPort = (port: number, controller: number) => port + controller * readRows(0).length

const readStatus = (port: number, controller: number) => {
  const row = readRows(controller).find((columns) => Number(columns[1]) === port)
  if (row === undefined) throw new Error(`vhci_hcd has no port ${port}`)
  return { state: Number(row[2]), name: row[6] ?? '0-0' }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : null)

/** The kernel wants a stream socket by its descriptor's number, of which Node tells only through the handle it hides. */
const descriptorOf = (socket: Socket): number => {
  const handle: unknown = Reflect.get(socket, '_handle')
  const descriptor: unknown = typeof handle === 'object' && handle !== null ? Reflect.get(handle, 'fd') : null
  if (typeof descriptor !== 'number' || descriptor < 0)
    throw new Error('this Node does not tell a socket its descriptor')
  return descriptor
}

let pairs = 0

/** Two connected ends: one for the kernel, one for us. Node never reads from the kernel's. */
const createPair = async (): Promise<{ kernelEnd: Socket; ourEnd: Socket }> => {
  pairs += 1
  const name = `\0handhold-usb-lab-${process.pid}-${pairs}`
  const server: Server = createServer().listen(name)
  await once(server, 'listening')
  const kernelEnd = new Socket()
  kernelEnd.pause()
  kernelEnd.on('error', () => {})
  const connected = Promise.all([once(server, 'connection'), once(kernelEnd, 'connect')])
  kernelEnd.connect(name)
  const [accepted] = await connected
  const ourEnd: unknown = accepted[0]
  server.close()
  if (!(ourEnd instanceof Socket)) throw new Error('no socket came')
  ourEnd.on('error', () => {})
  return { kernelEnd, ourEnd }
}

const handToKernel = async (line: string) => {
  const limitMs = performance.now() + 10_000
  for (;;) {
    try {
      return writeFileSync(`${CONTROLLER}/attach`, line)
    } catch (error) {
      // The port still holds the device before this one.
      const busy = codeOf(error) === 'EBUSY' || codeOf(error) === 'EINVAL'
      if (!busy || performance.now() > limitMs) throw error
      await pause(5)
    }
  }
}

/** Port `place` (from 0) of one of the controllers. */
export const createKernelPort = (place: number, controller = 0): KernelPort => {
  const port = countedPort(place, controller)
  let plugged: { wire: Wire; socket: Socket } | null = null
  return {
    async attach(device) {
      const { kernelEnd, ourEnd } = await createPair()
      const wire = serveWire(ourEnd, device)
      plugged = { wire, socket: ourEnd }
      const deviceNumber = (1 << 16) | (port + 1)
      await handToKernel(`${port} ${descriptorOf(kernelEnd)} ${deviceNumber} ${SPEED_CODE[device.speed]}`)
      kernelEnd.destroy()
      return wire
    },
    async detach() {
      if (plugged === null) return
      const { wire, socket } = plugged
      plugged = null
      const { name } = readStatus(port, controller)
      await wire.cut()
      socket.destroy()
      // The port is free some 100 ms before the kernel has dropped the device; the next must not meet the old one.
      const limitMs = performance.now() + 15_000
      const isHeld = () =>
        readStatus(port, controller).state !== FREE || (name !== '0-0' && existsSync(`/sys/bus/usb/devices/${name}`))
      while (isHeld() && performance.now() < limitMs) await pause(5)
      // Pulled before it had an address: there is nothing to watch, only time to give.
      if (name === '0-0') await pause(150)
    },
  }
}
