import type { Duplex } from 'node:stream'
import { connect as startTls, createSecureContext, type SecureContext } from 'node:tls'
import {
  LOCKDOWN_PORT,
  type LockdownAnswer,
  lockdownRequest,
  type LockdownRefusal,
  type PairRecord,
  type PhoneFacts,
  readPairRecord,
  readPhoneFacts,
  refusalOf,
  systemOf,
  takeLockdownAnswers,
} from '../../shared/protocol/lockdown-messages.ts'
import type { PlistValue } from '../../shared/protocol/plist-value.ts'
import { startFrames } from '../../shared/protocol/usbmux-frames.ts'
import { type Mux, type MuxAnswer, type MuxTrouble, openTunnel, pairRecordOf } from './usbmuxd.ts'

/** A phone that the mux lists. */
export type ListedPhone = { readonly deviceId: number; readonly udid: string }

const failed = (trouble: MuxTrouble): { ok: false; trouble: MuxTrouble } => ({ ok: false, trouble })

/** Asks one thing and waits for the answer. The stream stays open. */
function ask(
  stream: Duplex,
  fields: Readonly<Record<string, PlistValue>>,
  timeoutMs: number,
): Promise<MuxAnswer<LockdownAnswer>> {
  return new Promise((resolve) => {
    const reader = startFrames()
    const end = (answer: MuxAnswer<LockdownAnswer>) => {
      clearTimeout(alarm)
      stream.off('data', take)
      stream.off('close', closed)
      stream.pause()
      resolve(answer)
    }
    const take = (bytes: Buffer) => {
      const { answers, nonsense } = takeLockdownAnswers(reader, bytes)
      const [first] = answers
      if (first !== undefined) end({ ok: true, value: first })
      else if (nonsense) end(failed('nonsense'))
    }
    const closed = () => end(failed('closed'))
    const alarm = setTimeout(() => end(failed('stalled')), timeoutMs)
    stream.on('error', () => {})
    stream.on('data', take)
    stream.once('close', closed)
    stream.resume()
    stream.write(lockdownRequest(fields))
  })
}

/** Opens the phone’s first service, does something there, and closes it whatever happens. */
async function withLockdown<Value>(
  mux: Mux,
  phone: ListedPhone,
  work: (stream: Duplex) => Promise<MuxAnswer<Value>>,
): Promise<MuxAnswer<Value>> {
  const tunnel = await openTunnel(mux, phone.deviceId, LOCKDOWN_PORT)
  if (!tunnel.ok) return tunnel
  try {
    return await work(tunnel.value)
  } finally {
    tunnel.value.destroy()
  }
}

/** Whether the phone runs its own system or the one that restores it. Never pairs, never asks for trust. */
export function systemOfPhone(mux: Mux, phone: ListedPhone): Promise<MuxAnswer<'normal' | 'restore'>> {
  return withLockdown(mux, phone, async (stream) => {
    const answer = await ask(stream, { Request: 'QueryType' }, mux.timeoutMs)
    if (!answer.ok) return answer
    const system = systemOf(answer.value)
    return system === null ? failed('nonsense') : { ok: true, value: system }
  })
}

/** What the phone says of itself without being paired. Never pairs, never asks for trust; a locked phone answers too. */
export function factsOfPhone(mux: Mux, phone: ListedPhone): Promise<MuxAnswer<PhoneFacts>> {
  return withLockdown(mux, phone, async (stream) => {
    const answer = await ask(stream, { Request: 'GetValue' }, mux.timeoutMs)
    return answer.ok ? { ok: true, value: readPhoneFacts(answer.value) } : answer
  })
}

/**
 * What became of the request to enter recovery. `sent`: the phone agreed, and leaves USB next. `restoring`: the restore system
 * answers, and nothing was sent.
 */
export type EnterRecovery = 'sent' | 'restoring' | LockdownRefusal

const LEAVING: Readonly<Record<string, PlistValue>> = { Request: 'EnterRecovery' }

async function tryToLeave(stream: Duplex, timeoutMs: number): Promise<MuxAnswer<EnterRecovery>> {
  const answer = await ask(stream, LEAVING, timeoutMs)
  // a phone that is gone before it answered has done what it was asked
  if (!answer.ok) return answer.trouble === 'closed' ? { ok: true, value: 'sent' } : answer
  return { ok: true, value: refusalOf(answer.value) ?? 'sent' }
}

/** The pair record’s certificate and key, ready for TLS; null when they are none. Old systems speak TLS 1.0. */
function contextOf({ certificate, key }: PairRecord): SecureContext | null {
  try {
    return createSecureContext({ cert: certificate, key, minVersion: 'TLSv1' })
  } catch {
    return null
  }
}

/** Speaks TLS over the tunnel with the pair record’s own certificate; the phone’s is signed by the pair alone and by no authority. */
function secured(stream: Duplex, secureContext: SecureContext, timeoutMs: number): Promise<MuxAnswer<Duplex>> {
  return new Promise((resolve) => {
    const secure = startTls({ socket: stream, secureContext, rejectUnauthorized: false })
    const end = (answer: MuxAnswer<Duplex>) => {
      clearTimeout(alarm)
      resolve(answer)
    }
    const alarm = setTimeout(() => end(failed('stalled')), timeoutMs)
    secure.once('secureConnect', () => end({ ok: true, value: secure }))
    secure.on('error', () => end(failed('nonsense')))
    secure.once('close', () => end(failed('closed')))
  })
}

/** The same in a session, which the system asks for since iOS 14.5. */
async function leaveInSession(mux: Mux, phone: ListedPhone): Promise<MuxAnswer<EnterRecovery>> {
  const record = await pairRecordOf(mux, phone.udid)
  if (!record.ok) return record
  const pair = record.value === null ? null : readPairRecord(record.value)
  if (pair === null) return { ok: true, value: 'not-paired' }
  return withLockdown(mux, phone, async (stream) => {
    const fields = { Request: 'StartSession', HostID: pair.hostId, SystemBUID: pair.systemBuid }
    const session = await ask(stream, fields, mux.timeoutMs)
    if (!session.ok) return session
    const refusal = refusalOf(session.value)
    if (refusal !== null) return { ok: true, value: refusal }
    if (session.value['EnableSessionSSL'] !== true) return tryToLeave(stream, mux.timeoutMs)
    // a record whose certificate is broken is as good as none
    const context = contextOf(pair)
    if (context === null) return { ok: true, value: 'not-paired' }
    const secure = await secured(stream, context, mux.timeoutMs)
    return secure.ok ? tryToLeave(secure.value, mux.timeoutMs) : secure
  })
}

/**
 * Asks the phone to enter recovery: plainly, then in a session where it wants one and this computer is trusted already. Never
 * pairs. The caller must know that no restore runs.
 */
export async function enterRecovery(mux: Mux, phone: ListedPhone): Promise<MuxAnswer<EnterRecovery>> {
  const plain = await withLockdown(mux, phone, async (stream): Promise<MuxAnswer<EnterRecovery>> => {
    const type = await ask(stream, { Request: 'QueryType' }, mux.timeoutMs)
    if (!type.ok) return type
    const system = systemOf(type.value)
    if (system === 'restore') return { ok: true, value: 'restoring' }
    return system === null ? failed('nonsense') : tryToLeave(stream, mux.timeoutMs)
  })
  return plain.ok && plain.value === 'needs-session' ? leaveInSession(mux, phone) : plain
}
