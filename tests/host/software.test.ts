import { describe, expect, test } from 'vitest'
import { HostFacts, hostEvidence } from '../../shared/engine/host-facts.ts'
import { hostFindings } from '../../shared/engine/host-findings.ts'
import { oldSoftware } from '../../shared/engine/host-software.ts'
import { SOFTWARE_MINIMUMS } from '../../shared/knowledge/software-minimums.ts'
import { hostWords } from '../../shared/texts/host-words.ts'
import { translator } from '../../shared/texts/translate.ts'
import { device, IPHONE_X, Trace } from '../engine/trace.ts'

const t = translator('en')
type Id = HostFacts['versions'][number]['id']

/** A look that could tell nothing but these versions. */
const look = (versions: Partial<Record<Id, string>>): HostFacts =>
  HostFacts.parse({
    ...{ checkedWallMs: 0, boot: null, freeGb: null, clock: 'unknown', hostsFile: null, memory: null },
    ...{ loadPercent: null, programs: null, parts: [], accessoryPrompt: 'unknown', signingServer: 'not-asked' },
    power: { mains: null, batteryPercent: null, sleepsAfterMinutes: null },
    versions: Object.entries(versions).map(([id, version]) => ({ id, version })),
  })
const sentence = (versions: Partial<Record<Id, string>>, product: string | null) => {
  const found = hostFindings(look(versions), product).find(({ id }) => id === 'software')
  return found && { level: found.level, text: hostWords(t, found.text) }
}

describe('software that is too old for this phone', () => {
  test.each<readonly [string, Partial<Record<Id, string>>, string | null, boolean]>([
    ['iTunes from before the phone', { itunes: '12.10.11.2' }, 'iPhone17,3', true],
    ['the very version that Apple names', { itunes: '12.12.10.1' }, 'iPhone17,3', false],
    ['a newer one', { itunes: '12.13.2.3' }, 'iPhone17,3', false],
    ['the same iTunes with an older phone', { itunes: '12.10.11.2' }, 'iPhone13,2', false],
    ['old iTunes beside Apple Devices', { itunes: '12.10.11.2', 'apple-devices': '1.8.55.0' }, 'iPhone17,3', false],
    ['iTunes from the Store, which counts otherwise', { itunes: '12134.1.58002.0' }, 'iPhone17,3', false],
    ['the first idevicerestore', { idevicerestore: '1.0.0' }, 'iPhone12,1', true],
    ['a build from the sources', { idevicerestore: '1.0.1-26-g4a35b84' }, 'iPhone12,1', false],
    ['idevicerestore 2', { idevicerestore: '2.0.0' }, 'iPhone12,1', false],
    ['the first idevicerestore with a phone that stays at iOS 12', { idevicerestore: '1.0.0' }, 'iPhone7,2', false],
    ['an unknown phone', { itunes: '11.0', idevicerestore: '1.0.0' }, null, false],
    ['a program that is not there', {}, 'iPhone17,3', false],
  ])('%s', (_what, versions, product, isOld) => {
    expect(oldSoftware(look(versions), product).length > 0).toBe(isOld)
    // never praised: what is newest cannot be told offline
    expect(hostEvidence(look(versions), product).softwareCurrent).toBe(isOld ? false : undefined)
    expect(sentence(versions, product)?.level).toBe(isOld ? 'look' : 'unknown')
  })
  test('is said with the version that was read, the oldest that is named, and as of when', () => {
    expect(sentence({ itunes: '12.10.11.2' }, 'iPhone17,3')?.text).toBe(
      'iTunes 12.10.11.2 is older than 12.12.10, the oldest that its maker names for this phone (as of 2024).',
    )
  })
  test('comes from rows with a source, a year and a confidence', () => {
    for (const { source, asOf, confidence, minimum } of SOFTWARE_MINIMUMS) {
      expect(source.length).toBeGreaterThan(20)
      expect(asOf).toMatch(/^20\d\d$/u)
      expect(confidence).not.toBe('unconfirmed')
      expect(minimum).toMatch(/^\d+(?:\.\d+)+$/u)
    }
  })
})

test('a case that learns its phone late is settled by the look from before', () => {
  const trace = new Trace().at(0, { kind: 'host.checked', facts: look({ idevicerestore: '1.0.0' }) }).at(10, {
    kind: 'case.open',
    caseId: 'case-1',
    complaint: { kind: 'code', code: '1413', text: '1413' },
    phoneId: null,
  })
  const step = () => trace.state.case?.steps.find(({ id }) => id === 'A1')
  expect(step()?.reason.key).toBe('reason.place.A1')
  trace.attach(20, device('recovery', IPHONE_X.recovery, '1-2'))
  expect(step()).toMatchObject({ state: 'not-yet', reason: { key: 'reason.evidence.software-old' } })
})
