import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Property tests and those that start processes take seconds on a busy machine.
    testTimeout: 20_000,
    setupFiles: ['vitest.setup.ts', 'packages/designer/test/settle.ts'],
    include: ['packages/*/src/**/*.test.ts', 'packages/*/src/**/*.test.tsx', 'packages/*/test/**/*.test.ts'],
  },
});
