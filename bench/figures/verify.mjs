// How long it takes to hold all that is kept against the raw rows, beside plain SQL over the same tables.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, verdict, withSpread } from '../measure.mjs';
import { root, runShell } from '../processes.mjs';

/** @param limit how many times the time of plain SQL it may take */
export function measureVerify({ url, postgres }, rounds, limit) {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-bench-verify-'));
  const note = join(folder, 'memory');
  const [own, plain, first, second] = [[], [], [], []];
  for (let round = 0; round < rounds; round += 1) {
    plain.push(secondsOf(() => postgres.psql(url, '-f', join(root, 'bench/figures/verify-aggregates.sql'))));
    const env = { DATABASE_URL: url, BENCH_NOTE: note };
    own.push(secondsOf(() => runShell(['verify', '--json'], env, ['--import', './bench/figures/note-halves.mjs'])));
    const halves = JSON.parse(readFileSync(note, 'utf8'));
    first.push(halves[0] / 2 ** 20);
    second.push(halves[1] / 2 ** 20);
  }
  rmSync(folder, { recursive: true, force: true });
  const ratio = median(own) / median(plain);
  console.log(
    `verify: ${withSpread(own, 1)} s, at most ${withSpread(first, 0)} MB in its first half and ${withSpread(second, 0)} MB in its second; plain aggregates ${withSpread(plain, 1)} s: ${ratio.toFixed(2)}; ${verdict(ratio, limit, 'at most')}`,
  );
}

function secondsOf(work) {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}
