import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run, Skip, type Room } from './lab.ts'

/** Inside, where nothing is ever written to the project. */
const FOLDER = '/tmp/lab-native'

/** Three starts of Node in a row, each of which takes a minute on a computer that is busy enough. */
const LIMIT_MS = 600_000

/** The emulated computer is what the lab looks for outside: a kernel with `vhci-hcd`, root, a udev daemon. */
export const NATIVE: Room = {
  name: 'a computer with vhci-hcd',
  rules: [
    {
      sentence: "the lab itself, started here, chooses this kernel, downloads nothing and runs a room's rules on it",
      limitMs: LIMIT_MS + 30_000,
      async run(lab) {
        if (lab.kind === 'native') throw new Skip('this is such a run already')
        const settings = { LAB_BUNDLED: 'yes', LAB_ROOMS: 'package', LAB_RESULTS: join(FOLDER, 'usb-lab') }
        const { code, out, err } = await run(
          process.execPath,
          [join(lab.project, 'tests/usb-lab/run.ts')],
          LIMIT_MS,
          settings,
        )
        assert.equal(code, 0, `${err}${out}`)
        assert.match(out, /^runs on this computer: its kernel has vhci-hcd$/m)
        assert.doesNotMatch(out, /downloads|emulated computer/)
        assert.match(out, /^3 passed, 0 failed$/m)
        const report: unknown = JSON.parse(readFileSync(join(FOLDER, 'usb-lab-part.json'), 'utf8'))
        assert.ok(typeof report === 'object' && report !== null && 'where' in report && report.where === 'native')
        rmSync(FOLDER, { recursive: true })
      },
    },
  ],
}
