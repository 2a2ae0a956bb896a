import { defineConfig } from 'playwright/test'
import type { Runner } from './tests/desktop/app-fixture.ts'
import { findChromium } from './tools/find-chromium.ts'

const executablePath = await findChromium()

/** Text is drawn alike whatever the system's font settings are, and the colours are the page's own. */
const ALIKE = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb']

const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'],
]
const launch = (args: string[]) => ({ ...(executablePath !== null && { executablePath }), args })

export default defineConfig<object, { runner: Runner }>({
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // hands are played against a running clock: on a busy computer they can be late, and the story is told again and counted as flaky
  retries: 2,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  // the same desktop specs on our stand-in for Electron's program, and on Electron itself wherever that is; pictures of screens that hold
  // still, in a folder for each version of Chromium
  projects: [
    { name: 'screens', testDir: 'tests/e2e' },
    {
      name: 'looks',
      testDir: 'tests/looks',
      snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
      use: { launchOptions: launch([...ARGS, ...ALIKE]) },
    },
    { name: 'desktop-standin', testDir: 'tests/desktop', use: { runner: 'standin' } },
    { name: 'desktop-electron', testDir: 'tests/desktop', use: { runner: 'electron' } },
  ],
  use: {
    viewport: { width: 1180, height: 780 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: launch(ARGS),
  },
})
