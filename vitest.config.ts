import { defineConfig } from 'vitest/config';
import { CountReporter } from './tests/support/count-reporter.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'sandbox/tests/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'tests/support/one-run.ts',
    // Nothing that a test waits for may depend on how fast the machine is: these end what would never end.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
    reporters: ['default', new CountReporter()],
  },
});
