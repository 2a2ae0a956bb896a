import { FIRMWARE_SERVICE } from '../../shared/knowledge/firmware-service.ts'
import { readServiceAnswer, type ServiceAnswer } from '../../shared/protocol/ipsw-service.ts'

/**
 * Why the service did not answer. `offline`: it cannot be reached from here. `unknown-model`: it has no such model. `refused`: it
 * answered with an error. `nonsense`: something else answers in its place, as in a network with a sign-in page.
 */
export type ServiceTrouble = 'offline' | 'stalled' | 'unknown-model' | 'refused' | 'nonsense'
export type ServiceTold = ServiceAnswer | { readonly kind: ServiceTrouble }

const LIMIT_MS = 15_000
/** All firmware of one model is some hundred kB. */
const MOST_BYTES = 8 * 1_048_576
const MODEL = /^[A-Za-z]{2,20}\d{1,3},\d{1,3}$/u

/** The address of the service: `HANDHOLD_FIRMWARE_SERVICE` names another one, which tests do. */
export const serviceAddress = (env: Readonly<Record<string, string | undefined>>): string =>
  env['HANDHOLD_FIRMWARE_SERVICE'] || FIRMWARE_SERVICE.address

async function bodyOf(answer: Response): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of answer.body ?? []) {
    bytes += piece.length
    if (bytes > MOST_BYTES) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/**
 * Asks the service about one firmware of one model. Sends the model's identifier and nothing else; called only when the person
 * asked for it. Never rejects.
 */
export async function askFirmwareService(
  address: string,
  { productType, build }: { readonly productType: string; readonly build: string },
  limitMs = LIMIT_MS,
): Promise<ServiceTold> {
  if (!MODEL.test(productType)) return { kind: 'unknown-model' }
  const limit = AbortSignal.timeout(limitMs)
  try {
    const url = new URL(FIRMWARE_SERVICE.path.replace('{model}', productType), address)
    // another address than the one that was agreed to is not asked
    const answer = await fetch(url, { signal: limit, redirect: 'manual', headers: { accept: 'application/json' } })
    if (answer.status === 404) return { kind: 'unknown-model' }
    if (answer.status >= 300 && answer.status < 400) return { kind: 'nonsense' }
    if (!answer.ok) return { kind: 'refused' }
    const text = await bodyOf(answer)
    return (text === null ? null : readServiceAnswer(text, productType, build)) ?? { kind: 'nonsense' }
  } catch {
    return { kind: limit.aborted ? 'stalled' : 'offline' }
  }
}
