import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/usb-lab/**', 'node_modules/**'],
    environment: 'node',
    pool: 'threads',
    // a guard against hanging, not a measure: what takes a second alone can take ten beside other work
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
})
