import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run with one plain line that programs can read: what passed, failed and was skipped. Where TEST_COUNTS names a
 * file, it is left there too, with what failed and how long each test took, for `scripts/sum-tests.mjs` to sum up several runs.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    const faults: string[] = [];
    const took: { ms: number; file: string; test: string }[] = [];
    for (const module of modules) {
      const file = relative('.', module.moduleId);
      for (const test of module.children.allTests()) {
        counts[test.result().state] += 1;
        const [error] = test.result().errors ?? [];
        if (error) faults.push(`${file} > ${test.fullName}: ${firstLine(error.message)}`);
        took.push({ ms: Math.round(test.diagnostic()?.duration ?? 0), file, test: test.fullName });
      }
      // A file that does not load, or a hook that fails, ran no test and is a failure all the same.
      const [error] = module.errors();
      if (error) {
        counts.failed += 1;
        faults.push(`${file}: ${firstLine(error.message)}`);
      }
    }
    const { passed, skipped } = counts;
    faults.push(...errors.map((error) => firstLine(String((error as { message?: unknown }).message ?? error))));
    const failed = counts.failed + counts.pending + errors.length;
    const place = process.env.TEST_COUNTS;
    if (place) writeFileSync(place, JSON.stringify({ passed, failed, skipped, took, faults }));
    // After the summary of the default reporter, as the last line.
    process.on('exit', () => process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`));
  }
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300);
}
