import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/usb-lab/**', 'node_modules/**'],
    environment: 'node',
    pool: 'threads',
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
})
