import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/e2e/**/*.e2e.ts'],
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // One browser at a time: the pages under test poll by the clock.
    fileParallelism: false,
    // A browser on a busy machine is late now and then; what is tried twice is named in the report.
    retry: process.env.CI ? 1 : 0,
  },
});
