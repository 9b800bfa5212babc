import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line that programs can read: what passed, failed and was skipped. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      // A file that does not load, or a hook that fails, ran no test and is a failure all the same.
      if (module.errors().length > 0) counts.failed += 1;
    }
    // After the summary of the default reporter, as the last line.
    process.on('exit', () => {
      const failed = counts.failed + counts.pending + errors.length;
      process.stdout.write(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped\n`);
    });
  }
}
