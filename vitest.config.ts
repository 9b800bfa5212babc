import { defineConfig } from 'vitest/config';
import { CountReporter } from './tests/support/count-reporter.ts';
import { LongestFirst } from './tests/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'sandbox/tests/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 3,
    // A process takes one file after the other: each takes away what it leaves behind.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    globalSetup: 'tests/support/one-run.ts',
    // Nothing that a test waits for may depend on how fast the machine is: these end what would never end.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    teardownTimeout: 120_000,
    expect: { poll: { timeout: 120_000 } },
    reporters: ['default', new CountReporter()],
  },
});
