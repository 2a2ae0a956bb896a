import assert from 'node:assert/strict'
import { usb } from 'usb'
import { PHONES, showingOf } from '../phone/identities.ts'
import { waitFor, type Room } from './lab.ts'

const findPhone = async (productId: number) =>
  (await usb.getDevices()).find((device) => device.vendorId === 0x05ac && device.productId === productId)

/** The package alone, without anything of ours: what the adapter may build on. */
export const LIBRARY: Room = {
  name: 'the usb package',
  rules: [
    {
      sentence: 'the kernel takes up the virtual iPhone in recovery, and the package reads its strings',
      async run(lab) {
        await lab.plug('x', 'recovery')
        const showing = showingOf(PHONES.x, 'recovery')
        const device = await waitFor('the phone in the list', () => findPhone(0x1281))
        await waitFor('its strings', () => device.serialNumber === showing.serial)
        assert.equal(device.productName, showing.product)
        assert.equal(device.speed, 'high')
        assert.deepEqual([...device.ports], [6])
      },
    },
    {
      sentence: 'the package tells of arrival and departure',
      async run(lab) {
        const heard: string[] = []
        const arrived = ({ device }: { device: { productId: number } }) =>
          void heard.push(`+${device.productId.toString(16)}`)
        const left = ({ device }: { device: { productId: number } }) =>
          void heard.push(`-${device.productId.toString(16)}`)
        usb.addEventListener('connect', arrived)
        usb.addEventListener('disconnect', left)
        try {
          await lab.plug('x', 'dfu')
          await waitFor('the arrival', () => heard.includes('+1227'))
          await lab.unplug('x')
          await waitFor('the departure', () => heard.includes('-1227'))
        } finally {
          usb.removeEventListener('connect', arrived)
          usb.removeEventListener('disconnect', left)
        }
      },
    },
    {
      sentence: 'string descriptor 1 holds the nonces in recovery and DFU',
      async run(lab) {
        for (const [mode, productId] of [
          ['recovery', 0x1281],
          ['dfu', 0x1227],
        ] as const) {
          await lab.plug('x', mode)
          const device = await waitFor(`the phone in ${mode}`, () => findPhone(productId))
          await waitFor('its strings', () => device.serialNumber)
          // The list may have it before its file in /dev is made.
          await waitFor('the phone to be opened', () =>
            device.open().then(
              () => true,
              () => false,
            ),
          )
          try {
            const setup = {
              requestType: 'standard',
              recipient: 'device',
              request: 6,
              value: 0x0301,
              index: 0x0409,
            } as const
            const bytes = await device.nativeControlTransferIn(setup, 5000, 255)
            assert.ok(bytes, 'no bytes came')
            const text = Buffer.from(bytes).subarray(2).toString('utf16le')
            assert.equal(text, PHONES.x.nonces)
          } finally {
            await device.close()
          }
          await lab.unplug('x')
        }
      },
    },
  ],
}
