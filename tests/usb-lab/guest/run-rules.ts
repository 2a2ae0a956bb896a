import type { RuleResult } from '../protocol.ts'
import { Skip, type Lab, type Room, type Rule } from './lab.ts'

const RULE_LIMIT_MS = 240_000

const withLimit = async (work: Promise<void>, limitMs: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`not ended after ${limitMs / 1000} s`)), limitMs)
  })
  try {
    await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

const runRule = async (lab: Lab, room: string, rule: Rule): Promise<RuleResult> => {
  const startedMs = performance.now()
  const end = (outcome: RuleResult['outcome'], detail = ''): RuleResult => ({
    room,
    sentence: rule.sentence,
    outcome,
    tookMs: Math.round(performance.now() - startedMs),
    detail,
  })
  try {
    await withLimit(rule.run(lab), rule.limitMs ?? RULE_LIMIT_MS)
    return end('passed')
  } catch (error) {
    return error instanceof Skip ? end('skipped', error.message) : end('failed', describe(error))
  }
}

/** Runs all rules of all rooms, one after the other, and tells of each through `onResult` as it ends. */
export const runRooms = async (lab: Lab, rooms: readonly Room[], onResult: (result: RuleResult) => void) => {
  for (const room of rooms) {
    for (const rule of room.rules) {
      await lab.ask('tidy', null)
      onResult(await runRule(lab, room.name, rule))
    }
  }
  await lab.ask('tidy', null)
}
