import { execFile, type ExecFileException } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { callPhones, type ControlCalls, type Socket } from '../phone/control.ts'
import type { PhoneMode, PhoneName } from '../phone/identities.ts'
import type { Transfer } from '../phone/bodies.ts'

/** Every wait is for an event; this is only for the event that never comes, on a computer that may be ten times as busy. */
export const PATIENCE_MS = 60_000

export type Output = { readonly code: number | null; readonly out: string; readonly err: string }

/** What a rule has in its hands. */
export type Lab = {
  /** Where the suite runs: in the emulated computer, or on this one. */
  readonly kind: 'guest' | 'native'
  readonly project: string
  readonly results: string
  readonly phonesAddress: string
  ask<Name extends keyof ControlCalls>(
    name: Name,
    order: Parameters<ControlCalls[Name]>[0],
    limitMs?: number,
  ): Promise<ReturnType<ControlCalls[Name]>>
  plug(phone: PhoneName, mode: PhoneMode, socket?: Socket): Promise<void>
  unplug(phone: PhoneName): Promise<void>
  /** Class and vendor requests the phone got since its last reset, oldest first. */
  transfers(phone: PhoneName): Promise<Transfer[]>
  /** Keeps what crossed, for the fast tests' fixtures: `recordings/<name>.json` in the results. */
  record(name: string, crossed: Record<string, unknown>): void
  /** Keeps what a stranger's program printed, beside the recordings. */
  keep(file: string, bytes: Uint8Array): void
  figure(name: string, value: number, unit: string): void
}

/** Thrown by a rule that cannot be judged here. */
export class Skip extends Error {}

export type Rule = {
  readonly sentence: string
  /** The rule fails when it has not ended by then. */
  readonly limitMs?: number
  run(lab: Lab): Promise<void>
}

export type Room = { readonly name: string; readonly rules: readonly Rule[] }

/**
 * Runs a program to its end, with a deadline. A program that is missing gives code 127, a killed one `null`.
 * `env`: beside what this process has.
 */
export const run = (
  program: string,
  args: readonly string[] = [],
  limitMs = 90_000,
  env: Readonly<Record<string, string>> = {},
): Promise<Output> =>
  new Promise((done) => {
    execFile(
      program,
      [...args],
      { timeout: limitMs, maxBuffer: 16 << 20, env: { ...process.env, ...env } },
      (error: ExecFileException | null, out, err) => {
        if (error === null) done({ code: 0, out, err })
        else if (error.code === 'ENOENT') done({ code: 127, out, err: `${program} is not here` })
        else done({ code: typeof error.code === 'number' ? error.code : null, out, err: err || error.message })
      },
    )
  })

/** Waits until `look` gives something else than undefined or false; fails with `what` when it never does. */
export const waitFor = async <Found>(
  what: string,
  look: () => Found | undefined | false | Promise<Found | undefined | false>,
  limitMs = PATIENCE_MS,
): Promise<Found> => {
  const endMs = performance.now() + limitMs
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (performance.now() > endMs) throw new Error(`waited ${limitMs / 1000} s in vain for ${what}`)
    await pause(25)
  }
}

export const createLab = (
  kind: Lab['kind'],
  project: string,
  results: string,
  phonesAddress: string,
  figure: Lab['figure'],
): Lab => {
  const ask: Lab['ask'] = (name, order, limitMs) => callPhones(phonesAddress, name, order, limitMs)
  const folder = join(results, 'recordings')
  const keep: Lab['keep'] = (file, bytes) => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, file), bytes)
  }
  return {
    kind,
    project,
    results,
    phonesAddress,
    ask,
    figure,
    keep,
    record(name, crossed) {
      const whole = { recordedOn: `Linux ${release()}, npm usb on ${process.version}`, ...crossed }
      keep(`${name}.json`, Buffer.from(`${JSON.stringify(whole, null, 2)}\n`))
    },
    async plug(phone, mode, socket = 'root-a') {
      await ask('plug', { phone, mode, socket })
    },
    async unplug(phone) {
      await ask('unplug', { phone })
    },
    async transfers(phone) {
      const log = await ask('log', { phone })
      return log.flatMap((record) => (record.what === 'transfer' ? [record.transfer] : []))
    },
  }
}
