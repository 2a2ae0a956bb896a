// Run as an ordinary user: the app's adapters look for a phone in recovery and ask whether it can be opened.
// Prints one line of JSON: what was stated of USB access, the phone as seen, and the outcome of the request.
import { send } from './recovery-rules.ts'
import { arrival, startWatcher } from './watcher.ts'

const watcher = await startWatcher()
const listed = () => watcher.attached().find(({ productId }) => productId === 0x1281)
const device = listed() ?? (await watcher.next('a phone in recovery', arrival(0x1281)))
const outcome = await send(watcher, device.deviceId, 'probe')
const access = watcher.events.findLast((event) => event.kind === 'usb.access')
console.log(JSON.stringify({ user: process.getuid?.(), access, device, outcome }))
watcher.close()
process.exit(0)
