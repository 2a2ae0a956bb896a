import { defineConfig } from 'playwright/test'
import type { Runner } from './tests/desktop/app-fixture.ts'
import { findChromium } from './tools/find-chromium.ts'

const executablePath = await findChromium()

export default defineConfig<object, { runner: Runner }>({
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // hands are played against a running clock: on a busy computer they can be late, and the story is told again and counted as flaky
  retries: 2,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  // the same desktop specs on our stand-in for Electron's program, and on Electron itself wherever that is
  projects: [
    { name: 'screens', testDir: 'tests/e2e' },
    { name: 'desktop-standin', testDir: 'tests/desktop', use: { runner: 'standin' } },
    { name: 'desktop-electron', testDir: 'tests/desktop', use: { runner: 'electron' } },
  ],
  use: {
    viewport: { width: 1180, height: 780 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath !== null && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
})
