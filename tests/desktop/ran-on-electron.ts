// Ends with 1 where the desktop specs were skipped on Electron: on a runner that has its program, that would hide that nothing was tried.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

type Suite = z.infer<typeof Suite>
const Test = z.object({ projectName: z.string(), status: z.string() })
const Spec = z.object({ title: z.string(), tests: z.array(Test) })
const Suite = z.object({
  specs: z.array(Spec).optional(),
  get suites() {
    return z.array(Suite).optional()
  },
})

const specsOf = (suite: Suite): z.infer<typeof Spec>[] => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap((each) => specsOf(each)),
]

const report = Suite.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../test-results/playwright.json'), 'utf8')),
)
const onElectron = specsOf(report).flatMap(({ title, tests }) =>
  tests.filter(({ projectName }) => projectName === 'desktop-electron').map(({ status }) => ({ title, status })),
)
const skipped = onElectron.filter(({ status }) => status === 'skipped')
console.log(`${onElectron.length} desktop specs on Electron, ${skipped.length} skipped`)
if (onElectron.length === 0 || skipped.length > 0) process.exitCode = 1
