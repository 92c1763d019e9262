import { defineConfig } from 'vitest/config';

// Real servers on loopback and one Chromium: generous limits so that a busy machine never fails a good test.
const limits = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Much of the time is waiting for servers and programs: as many files at once as there are cores.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{e2e,cli}/**'],
          // Files share what they load: loading it anew for each takes longer than the tests.
          isolate: false,
          ...limits,
        },
      },
      {
        test: {
          // These run what users run, the compiled program, so it is compiled first when it is out of date.
          name: 'program',
          include: ['test/{e2e,cli}/**/*.test.ts'],
          globalSetup: ['test/e2e/support/build-when-stale.ts'],
          ...limits,
        },
      },
    ],
  },
});
