import { defineConfig } from 'vitest/config';

/** Tests of what the build wrote: run after both builds (scripts/test.ts). */
export default defineConfig({
  test: {
    include: ['tests/built/**/*.test.ts'],
    environment: 'node',
    // A loaded machine must not turn a server that starts slowly red: nothing is measured here.
    testTimeout: 60_000,
  },
});
