import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { type Page, type TestInfo, test as base } from 'playwright/test'
import { build } from 'vite'
import { listFiles } from '../../electron/page-files.ts'
import type { State } from '../../shared/engine/state.ts'

/** Nobody's address: every request to it is answered from the built files, and no other one is. */
const ADDRESS = 'https://looks.handhold.invalid'
const STORY = join(import.meta.dirname, '../e2e/fixtures')

const BASELINES = join(import.meta.dirname, 'baselines')

/** Makes what is missing or was meant to change; whoever does it looks at the screens first. */
export const HOW_TO_MAKE = 'npx playwright test --project looks --update-snapshots'

/** Whether there is nothing to compare with, and this run was not asked to make it. */
export function hasNothingToCompare({ config }: TestInfo, ...file: readonly string[]): boolean {
  const makes = config.updateSnapshots === 'all' || config.updateSnapshots === 'changed'
  return !makes && !existsSync(join(BASELINES, ...file))
}

/** Opens the app with a State that stands still, at a place of the app; no engine, no server, no clock behind it. */
export type OpenStory = (page: Page, given: { readonly state: State; readonly hash: string }) => Promise<void>

/** Tests on screens that hold still. The page is built once for each worker, from the sources as they are. */
export const test = base.extend<{ openStory: OpenStory; version: string }, { story: ReadonlyMap<string, string> }>({
  story: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const outDir = mkdtempSync(join(tmpdir(), 'handhold-looks-'))
      await build({
        configFile: false,
        logLevel: 'error',
        root: STORY,
        base: './',
        plugins: [react()],
        build: { outDir, rolldownOptions: { input: join(STORY, 'story.html') }, chunkSizeWarningLimit: 4000 },
      })
      await use(listFiles(outDir))
      rmSync(outDir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  /** What decides how a page is drawn: the browser's version as far as its rendering goes, and the system. */
  version: async ({ browser }, use) => {
    await use(`${browser.version().split('.').slice(0, 3).join('.')}-${process.platform}`)
  },
  openStory: async ({ story }, use) => {
    await use(async (page, { state, hash }) => {
      await page.clock.setFixedTime(state.wallMs)
      await page.addInitScript((given) => Reflect.set(window, 'givenState', given), state)
      await page.route('**/*', (route) => {
        const url = new URL(route.request().url())
        const path = url.origin === ADDRESS ? story.get(url.pathname) : undefined
        return path === undefined ? route.abort() : route.fulfill({ path })
      })
      await page.goto(`${ADDRESS}/story.html${hash}`)
      await page.getByRole('heading').first().waitFor()
      await page.evaluate(() => document.fonts.ready)
    })
  },
})

export { expect } from 'playwright/test'
