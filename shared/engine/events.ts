import { z } from 'zod'
import { GUIDES, HOST_SYSTEMS, OUTCOMES, STEPS, WAYS } from '../knowledge/vocabulary.ts'
import { Case, Complaint } from './case.ts'
import { HostFacts } from './host-facts.ts'
import { LogSummary } from './log-summary.ts'
import { CommandOutcome, LoaderVariable, TalkOutcome, UsbDevice } from './phone.ts'
import { CuredBefore } from './plan-evidence.ts'
import { Problem } from './problem.ts'
import { Settings, UsbAccess } from './state.ts'
import { FirmwareFacts, TransferOutcome } from './verification-facts.ts'

/** Raised when an event changes shape; older journals are upcast on reading. */
export const EVENT_SCHEMA = 1

/** What adapters state. */
export const WorldEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('app.started'),
    system: z.enum(HOST_SYSTEMS),
    settings: Settings,
    /** Cases that were open when the app stopped, newest first, interrupted attempts already marked. */
    openCases: z.array(Case),
    /** The case to put back on the table. */
    resumeCaseId: z.string().nullable(),
  }),
  /** A clean end of the app while something runs. */
  z.object({ kind: z.literal('app.stopping') }),
  z.object({ kind: z.literal('clock.woke') }),
  z.object({ kind: z.literal('host.suspended') }),
  z.object({ kind: z.literal('host.resumed') }),
  z.object({ kind: z.literal('usb.access'), access: UsbAccess }),
  /** Also stated again for the same `deviceId` when a string that was blank has been read. */
  z.object({ kind: z.literal('usb.attached'), device: UsbDevice }),
  z.object({ kind: z.literal('usb.detached'), deviceId: z.string() }),
  /** The full list; differences to what we believe are facts that were missed. */
  z.object({ kind: z.literal('usb.listed'), devices: z.array(UsbDevice) }),
  /** Whether the device could be opened (asked for by the effect `usb.probe`), and what a sent command led to. */
  z.object({
    kind: z.literal('recovery.answered'),
    deviceId: z.string(),
    request: z.enum(['probe', 'set-auto-boot', 'reboot']),
    outcome: CommandOutcome,
    /** The other program that reached the phone, where we were kept out. */
    by: z.literal('irecovery').optional(),
  }),
  /** What a boot loader tells of itself; asked for by the effect `recovery.ask`. */
  z.object({
    kind: z.literal('recovery.told'),
    deviceId: z.string(),
    outcome: CommandOutcome,
    variables: z.array(LoaderVariable),
  }),
  /** What a running phone answered to a request. */
  z.object({
    kind: z.literal('phone.answered'),
    deviceId: z.string(),
    request: z.literal('enter-recovery'),
    outcome: TalkOutcome,
  }),
  /** What a running phone says without being paired; asked for by the effect `phone.look`. */
  z.object({
    kind: z.literal('phone.told'),
    deviceId: z.string(),
    outcome: TalkOutcome,
    system: z.enum(['normal', 'restore']).nullable(),
    facts: z
      .object({
        /** What its owner calls it. */
        deviceName: z.string().max(200).nullable(),
        productType: z.string().max(80).nullable(),
        version: z.string().max(80).nullable(),
        ecid: z.string().max(16).nullable(),
      })
      .nullable(),
  }),
  /** What became of a few small transfers; asked for by the effect `link.try`. */
  z.object({
    kind: z.literal('link.tried'),
    deviceId: z.string(),
    outcome: TransferOutcome,
    done: z.number().int().min(0),
    errors: z.number().int().min(0),
  }),
  /** A look at this computer; asked for by the effect `host.check`. */
  z.object({ kind: z.literal('host.checked'), facts: HostFacts }),
  z.object({ kind: z.literal('trouble.began'), problem: Problem }),
  z.object({ kind: z.literal('trouble.ended'), code: z.string() }),
])
export type WorldEvent = z.infer<typeof WorldEvent>

/** An id or a product type as a screen gives it: no honest one is long, and each is kept and pushed with the State. */
const Name = z.string().max(200)

/** What a person does on the screen. Ids are given by the door that takes the call. */
export const UserEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('case.open'),
    caseId: Name,
    complaint: Complaint,
    phoneId: Name.nullable(),
    /** What ended earlier cases of this code here, looked up by the door that takes the call. */
    ownHistory: z.array(CuredBefore).max(50).optional(),
  }),
  /** Put an open case from the shelf on the table. */
  z.object({ kind: z.literal('case.resume'), caseId: Name }),
  /** Leave the case open and go back to the first screen. */
  z.object({ kind: z.literal('case.leave') }),
  z.object({ kind: z.literal('case.close'), caseId: Name, outcome: z.enum(OUTCOMES) }),
  z.object({
    kind: z.literal('step.answer'),
    stepId: z.enum(STEPS),
    /** `done`: tried, go on. `already`: done before. `cannot`: not possible here. `undo`: put it back to not yet. */
    answer: z.enum(['done', 'already', 'cannot', 'undo']),
    note: z.string().max(2000).nullable(),
  }),
  z.object({ kind: z.literal('step.show'), stepId: z.enum(STEPS) }),
  /** Show the card of a guide. Without a phone the family is what the person chose; without a way it is the better one that is possible. */
  z.object({
    kind: z.literal('guide.show'),
    guide: z.enum(GUIDES),
    way: z.enum(WAYS).nullable(),
    phoneId: Name.nullable(),
    product: Name.nullable(),
  }),
  z.object({ kind: z.literal('guide.start'), attemptId: Name, handsFree: z.boolean() }),
  /** A phase that ends on `user`: the person says it happened. */
  z.object({ kind: z.literal('guide.confirm'), phaseId: Name }),
  z.object({ kind: z.literal('guide.cancel') }),
  /** The answer to the question beside a verdict. */
  z.object({ kind: z.literal('guide.answer'), released: z.enum(['yes', 'no']) }),
  /** From the verdict back to the card, for the next try. */
  z.object({ kind: z.literal('guide.again'), way: z.enum(WAYS) }),
  z.object({ kind: z.literal('guide.dismiss') }),
  /** The phone is in recovery or DFU already, without a guide here: the work goes on in Finder, Apple Devices or iTunes. */
  z.object({ kind: z.literal('handover.begin'), mode: z.enum(['recovery', 'dfu']) }),
  /** How the work in Finder, Apple Devices or iTunes went. */
  z.object({
    kind: z.literal('handover.answer'),
    answer: z.enum(['restoring', 'worked', 'failed']),
    code: z.string().max(4000).nullable(),
  }),
  /** How the try after a step went; `later`: not tried now. */
  z.object({
    kind: z.literal('retry.answer'),
    answer: z.enum(['worked', 'failed', 'later']),
    code: z.string().max(4000).nullable(),
  }),
  /** A log was read to its end, or as far as it goes by now; the one who read it states what a case keeps of it. */
  z.object({ kind: z.literal('log.read'), log: LogSummary }),
  /** A firmware file was checked to its end; the one who checked it states what a case keeps of it. */
  FirmwareFacts.extend({ kind: z.literal('firmware.checked') }),
  /** Ask the boot loader of this phone what it tells everybody; refused while a guide or a restore may be running. */
  z.object({ kind: z.literal('phone.ask'), phoneId: Name }),
  /** Into recovery, or out of it, by the computer; names the phone, its enumeration and its id as they were shown. */
  z.object({
    kind: z.literal('recovery.enter'),
    phoneId: Name,
    deviceId: Name,
    shownId: Name,
  }),
  z.object({
    kind: z.literal('recovery.leave'),
    phoneId: Name,
    deviceId: Name,
    shownId: Name,
  }),
  /** Look at this computer again; `network`: ask Apple's signing server too. */
  z.object({ kind: z.literal('host.look'), network: z.boolean() }),
  z.object({ kind: z.literal('settings.change'), settings: Settings }),
  z.object({ kind: z.literal('banner.dismiss'), code: z.string() }),
])
export type UserEvent = z.infer<typeof UserEvent>

export const EventBody = z.union([WorldEvent, UserEvent])
export type EventBody = z.infer<typeof EventBody>

/** An event with its two times: monotonic for durations, wall time for display. The loop gives them. */
export type Event = EventBody & { readonly atMs: number; readonly wallMs: number }
