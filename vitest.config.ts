import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/content/**/*.test.ts', 'tests/*.test.ts'],
    environment: 'node',
    // A loaded machine must not turn a property test red: nothing is measured here.
    testTimeout: 60_000,
  },
});
