/** What we use of one device of the npm package `usb`. The string getters may open the device: they can throw, and block. */
export type LibraryDevice = {
  readonly handle: string
  readonly vendorId: number
  readonly productId: number
  readonly bus: string
  readonly address: number
  readonly ports: readonly number[]
  readonly speed?: string
  readonly serialNumber?: string | null
  readonly productName?: string | null
  readonly configuration?: { readonly configurationValue: number } | null
  open(): Promise<void>
  close(): Promise<void>
  selectConfiguration(value: number): Promise<void>
  claimInterface(number: number): Promise<void>
  releaseInterface(number: number): Promise<void>
  controlTransferOut(
    setup: { requestType: 'vendor'; recipient: 'device'; request: number; value: number; index: number },
    data: Uint8Array<ArrayBuffer>,
    timeoutMs?: number,
  ): Promise<{ readonly status?: string; readonly bytesWritten?: number }>
  controlTransferIn(
    setup: { requestType: 'vendor'; recipient: 'device'; request: number; value: number; index: number },
    length: number,
    timeoutMs?: number,
  ): Promise<{ readonly status?: string; readonly data?: DataView }>
}

/** The bus, as the adapter sees it. */
export type UsbLibrary = {
  /** Every device on the bus; rejects where this computer has no USB or does not let us see it. */
  list(): Promise<LibraryDevice[]>
  /** Starts telling of arrivals and departures (by handle); rejects where nothing will ever be told. Gives the end of it. */
  listen(onConnect: (device: LibraryDevice) => void, onDisconnect: (handle: string) => void): Promise<() => void>
}

type ConnectionEvent = { readonly device: LibraryDevice }
type ConnectionListener = (event: ConnectionEvent) => void

/** The two modules of the package that we need; a test hands in its own. */
export type UsbModules = {
  readonly usb: {
    getDevices(): Promise<LibraryDevice[]>
    addEventListener(type: 'connect' | 'disconnect', listener: ConnectionListener): void
    removeEventListener(type: 'connect' | 'disconnect', listener: ConnectionListener): void
  }
  readonly Emitter: new () => { addAttach(listener: () => void): Promise<void>; removeAttach(): Promise<void> }
}

/** Loads the package; nothing native is loaded before. */
export async function importUsb(): Promise<UsbModules> {
  const [{ usb }, { Emitter }] = await Promise.all([import('usb'), import('usb/index.js')])
  // its own types lean on browser types that we do not load
  return { usb: usb as unknown as UsbModules['usb'], Emitter }
}

/**
 * Reads the package as a bus. Two of its traps are kept away here: a start of listening that fails would be thrown from a
 * timer, where nobody can catch it, so it is tried on an emitter of our own first; and an exception inside one of its
 * listeners would end the process.
 */
export function readLibrary({ usb, Emitter }: UsbModules, onTrouble: (what: string) => void): UsbLibrary {
  const guard =
    (run: (device: LibraryDevice) => void): ConnectionListener =>
    (event) => {
      try {
        run(event.device)
      } catch (error) {
        onTrouble(`usb listener: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  return {
    list: async () => usb.getDevices(),
    async listen(onConnect, onDisconnect) {
      const trial = new Emitter()
      await trial.addAttach(() => {})
      await trial.removeAttach()
      const connect = guard(onConnect)
      const disconnect = guard((device) => onDisconnect(device.handle))
      usb.addEventListener('connect', connect)
      usb.addEventListener('disconnect', disconnect)
      return () => {
        usb.removeEventListener('connect', connect)
        usb.removeEventListener('disconnect', disconnect)
      }
    },
  }
}
