import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { logAnswer } from '../../electron/commands/read-log.ts'
import { endLog, type LogTold, readLogBytes, startLog, tellLog } from '../../shared/protocol/log-reader.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/logs')
const used = new Set<string>()

export const fixtureNames = () => readdirSync(FOLDER)
export const unusedFixtures = () => fixtureNames().filter((name) => !used.has(name))

export function fixture(name: string): Buffer {
  used.add(name)
  return readFileSync(join(FOLDER, name))
}

/** Reads bytes as one log, in pieces of this many bytes. */
export function told(bytes: Uint8Array, pieceBytes = bytes.length, lastDate: string | null = '2026-03-04'): LogTold {
  const reader = startLog()
  for (let at = 0; at < bytes.length; at += pieceBytes) readLogBytes(reader, bytes.subarray(at, at + pieceBytes))
  endLog(reader)
  return tellLog(reader, lastDate, true)
}

export type Answer = {
  tool: string | null
  sessions: number
  device: { productType: string | null; cpid: string | null; bdid: string | null; ecid: string | null } | null
  firmware: { version: string | null; build: string | null } | null
  behaviour: string | null
  phases: { id: string; startedAt: string | null; endedAt: string | null }[]
  lastPhase: string | null
  percent: number | null
  error: { code: number | null; domain: string | null; text: string } | null
  causes: { id: string; likelihood: string; evidence: number[] }[]
  noise: number
  success: boolean | null
}

/** What the command line prints for these bytes; null when they are no log. */
export function answer(bytes: Uint8Array, pieceBytes?: number): Answer | null {
  const log = told(bytes, pieceBytes)
  return log === null ? null : (JSON.parse(JSON.stringify(logAnswer(log))) as Answer)
}

export function answerOf(name: string): Answer {
  const found = answer(fixture(name))
  if (found === null) throw new Error(`${name} is no log`)
  return found
}

/** Lines as a log. */
export const lines = (...texts: string[]): Buffer => Buffer.from(`${texts.join('\n')}\n`)
