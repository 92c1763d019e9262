import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real servers on loopback and one Chromium: generous limits so that a busy machine never fails a good test.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
