import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run, Skip, type Room } from './lab.ts'

/** Inside, where nothing is ever written to the project. */
const FOLDER = '/tmp/lab-native'

/** The emulated computer is what the lab looks for outside: a kernel with `vhci-hcd`, root, a udev daemon. */
export const NATIVE: Room = {
  name: 'a computer with vhci-hcd',
  rules: [
    {
      sentence: "the lab itself, started here, chooses this kernel, downloads nothing and runs a room's rules on it",
      async run(lab) {
        if (lab.kind === 'native') throw new Skip('this is such a run already')
        const settings = { LAB_ROOMS: 'package', LAB_RESULTS: join(FOLDER, 'usb-lab') }
        const { code, out, err } = await run(
          process.execPath,
          [join(lab.project, 'tests/usb-lab/run.ts')],
          220_000,
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
