import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{events,projections,infra,services,scripts}/**/*.test.ts', '*.test.ts'],
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
})
