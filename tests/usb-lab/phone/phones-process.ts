// The virtual phones as a process of their own: a program that opens a phone may block, and the phone must answer even then.
// Started with the port to listen on; prints `phones: ready`.
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { createBrain, type Brain } from './brain.ts'
import type { ControlCalls, Socket } from './control.ts'
import { createHub, createHubPort } from './hub.ts'
import { noncesOf, PHONES, type PhoneName } from './identities.ts'
import { createLabPhone, type LabPhone } from './phone.ts'
import { createKernelPort, readBusNumber, type KernelPort } from './vhci.ts'

const phones: Record<PhoneName, LabPhone> = {
  x: createLabPhone(PHONES.x),
  eleven: createLabPhone(PHONES.eleven),
  twelve: createLabPhone(PHONES.twelve),
  se: createLabPhone(PHONES.se),
}

// The hub sits on the controller's port 0, its ports use the connections of ports 2 and 3; phones go far from these.
const hub = createHub()
const hubSocket = createKernelPort(0)
const hubPorts = { 'hub-3': createHubPort(hub, 3), 'hub-4': createHubPort(hub, 4) }
const ports: Record<Socket, KernelPort> = {
  'root-a': createKernelPort(5),
  'root-b': createKernelPort(6),
  'far-a': createKernelPort(0, 1),
  'far-b': createKernelPort(0, 2),
  ...hubPorts,
}

const bus = readBusNumber()
const places: Record<Socket, string> = {
  'root-a': `${bus}-6`,
  'root-b': `${bus}-7`,
  'hub-3': `${bus}-1.3`,
  'hub-4': `${bus}-1.4`,
  'far-a': `${readBusNumber(1)}-1`,
  'far-b': `${readBusNumber(2)}-1`,
}

const isConfigured = (place: string) => existsSync(`/sys/bus/usb/devices/${place}/bConfigurationValue`)

const until = async (condition: () => boolean, limitMs: number): Promise<boolean> => {
  const endMs = performance.now() + limitMs
  while (!condition() && performance.now() < endMs) await pause(3)
  return condition()
}

let hubPrepared = false

const plugHub = async () => {
  await hubSocket.attach(hub.body)
  if (!(await until(() => isConfigured(`${bus}-1`), 20_000))) throw new Error('the hub never appeared')
  await pause(500)
  if (!hubPrepared) await Promise.all([hubPorts['hub-3'].prepare(), hubPorts['hub-4'].prepare()])
  hubPrepared = true
}

let simulated: { brain: Brain; body: LabPhone } | null = null

const endWorld = async () => {
  simulated?.brain.stop()
  await simulated?.body.unplug()
  simulated = null
}

/** The simulator decides, the lab's body shows it; what the computer sends to the body goes back to the simulator. */
const startWorld = ({ setup, socket }: NonNullable<Order<'world'>>) => {
  const identity = { productType: setup.product, ids: PHONES.x.ids, nonces: noncesOf(PHONES.x.ids.ecid) }
  const body = createLabPhone(identity, true)
  const port = ports[socket]
  const brain = createBrain(setup, {
    plugIn: (showing) => void body.show(showing, port),
    pullOut: () => void body.unplug(),
  })
  body.onCommand = (command) => brain.act({ kind: 'host', command })
  simulated = { brain, body }
}

type Order<Name extends keyof ControlCalls> = Parameters<ControlCalls[Name]>[0]
type Result<Name extends keyof ControlCalls> = ReturnType<ControlCalls[Name]>

const calls: { [Name in keyof ControlCalls]: (order: Order<Name>) => Promise<Result<Name>> } = {
  async plug({ phone, mode, socket }) {
    await phones[phone].plug(mode, ports[socket])
    return null
  },
  async unplug({ phone }) {
    await phones[phone].unplug()
    return null
  },
  async faults({ phone, faults }) {
    Object.assign(phones[phone].faults, faults)
    return null
  },
  async reset({ phone }) {
    await phones[phone].settled()
    phones[phone].forget()
    return null
  },
  async tidy() {
    await Promise.all(
      Object.values(phones).map(async (phone) => {
        await phone.unplug()
        await phone.settled()
        phone.forget()
      }),
    )
    return null
  },
  log: ({ phone }) => Promise.resolve(phones[phone].log),
  async state({ phone }) {
    await phones[phone].settled()
    return phones[phone].state()
  },
  place: ({ socket }) => Promise.resolve(places[socket]),
  async hub({ plugged }) {
    await (plugged ? plugHub() : hubSocket.detach())
    return null
  },
  async world(order) {
    await endWorld()
    if (order !== null) startWorld(order)
    return null
  },
  async act(action) {
    if (simulated === null) throw new Error('there is no simulated phone')
    simulated.brain.act(action)
    return null
  },
  async click({ hold, clicked, clickMs }) {
    if (simulated === null) throw new Error('there is no simulated phone')
    await simulated.brain.click(hold, clicked, clickMs)
    return null
  },
  truth: () => Promise.resolve(simulated?.brain.truth() ?? null),
}

const isCall = (name: string): name is keyof ControlCalls => Object.hasOwn(calls, name)

const run = async <Name extends keyof ControlCalls>(name: Name, body: string): Promise<string> => {
  // The orders come from this lab's own `callPhones`, typed there.
  const result = await calls[name](JSON.parse(body) as Order<Name>)
  return JSON.stringify(result)
}

const server = createServer((request, response) => {
  // A connection kept for the next call may be closed just when that call uses it.
  response.setHeader('connection', 'close')
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => void chunks.push(chunk))
  request.on('end', () => {
    const name = (request.url ?? '').slice(1)
    const answer = isCall(name)
      ? run(name, Buffer.concat(chunks).toString())
      : Promise.reject(new Error(`no call ${name}`))
    answer.then(
      (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
      (error: unknown) =>
        response.writeHead(500).end(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    )
  })
})

server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('phones: ready'))
