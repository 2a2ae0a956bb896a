import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const CONFIG = join(import.meta.dirname, '../../electron-builder.config.cjs')

type Mac = { identity?: string; hardenedRuntime: boolean; notarize: boolean }

/** How a Mac package is signed in this environment; the file is read anew each time. */
function macIn(environment: Readonly<Record<string, string>>): Mac {
  const { stdout } = spawnSync(process.execPath, ['-p', `JSON.stringify(require(${JSON.stringify(CONFIG)}).mac)`], {
    env: { PATH: process.env['PATH'], ...environment },
    encoding: 'utf8',
  })
  return JSON.parse(stdout) as Mac
}

const NOTARY = { APPLE_API_KEY: '/tmp/key.p8', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'issuer' }

test('without a certificate a Mac package is signed ad hoc, and without the hardened runtime, which would refuse to load it', () => {
  expect(macIn({})).toMatchObject({ identity: '-', hardenedRuntime: false, notarize: false })
  // what a workflow hands over where the secret is not set
  expect(macIn({ CSC_LINK: '', APPLE_API_KEY_ID: '' })).toMatchObject({ identity: '-', notarize: false })
})

test.each<Readonly<Record<string, string>>>([{ CSC_LINK: 'data:certificate' }, { CSC_NAME: 'The Handhold authors' }])(
  'with a certificate (%o) it gets the hardened runtime, and is notarised where the key is there',
  (certificate) => {
    expect(macIn(certificate)).toMatchObject({ hardenedRuntime: true, notarize: false })
    expect(macIn(certificate)).not.toHaveProperty('identity')
    expect(macIn({ ...certificate, ...NOTARY }).notarize).toBe(true)
  },
)
