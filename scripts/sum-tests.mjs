// Says which tests of several runs took longest and which failed, and ends with the sum of them all: `node scripts/sum-tests.mjs RUN…`,
// where each RUN is a file that a run of the tests left under TEST_COUNTS. One that is not there failed.
import { existsSync, readFileSync } from 'node:fs';

const missing = { passed: 0, failed: 1, skipped: 0, took: [], faults: ['a run ended before its end'] };
const runs = process.argv.slice(2).map((file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : missing));
const sum = (what) => runs.reduce((all, run) => all + run[what], 0);

const slowest = runs
  .flatMap((run) => run.took)
  .sort((a, b) => b.ms - a.ms)
  .slice(0, 20);
process.stdout.write('The slowest tests:\n');
for (const { ms, file, test } of slowest) {
  process.stdout.write(`${(ms / 1000).toFixed(1).padStart(7)} s  ${file} > ${test}\n`);
}
for (const fault of runs.flatMap(({ faults }) => faults)) process.stdout.write(`Failed: ${fault}\n`);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
