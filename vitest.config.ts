import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // A snapshot that is missing is a failure in CI, not a new snapshot.
    ...(process.env['CI'] ? { update: false } : {}),
  },
});
