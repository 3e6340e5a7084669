import { defineConfig } from 'vitest/config';

/**
 * Three projects: `unit` stands beside the code and needs nothing; `browser` drives a real Chromium with the built
 * extension; `full` is the long matrix. `scripts/test.mjs` chooses among them.
 */
export default defineConfig({
  test: {
    retry: 0,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{extension,shared,sidecar,training,scripts}/**/*.test.{ts,tsx}',
            'tests/{learning,security,packaging,fact-guard,paper,model}/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/{e2e,editors,real-input}/**/*.test.ts'],
          globalSetup: ['tests/e2e/build-extension.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'full',
          include: ['tests/**/*.full.ts'],
          globalSetup: ['tests/e2e/build-extension.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
