// How long it takes to hold all that is kept against the raw rows, beside plain SQL over the same tables.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, verdict, withSpread } from '../measure.mjs';
import { root, runShell } from '../processes.mjs';

const completed = `status = 'completed' AND amount_minor >= 0`;

/** What is kept comes of these: the facts of each customer, and sums by day in all and by every dimension. */
const aggregates = [
  `SELECT count(*), sum(cardinality(days)), sum(orders), sum(amount) FROM (
     SELECT customer_id, currency, array_agg(DISTINCT day ORDER BY day) AS days, count(*) FILTER (WHERE ${completed}) AS orders, sum(amount_minor) AS amount
     FROM orders WHERE status = 'completed' GROUP BY 1, 2) AS own`,
  `SELECT count(*), sum(cardinality(days)), sum(scores[1]) FROM (
     SELECT customer_id, array_agg(day ORDER BY day) AS days, array_agg(score ORDER BY day) AS scores FROM (
       SELECT DISTINCT ON (customer_id, day) customer_id, day, score FROM answers WHERE kind = 'nps' AND customer_id IS NOT NULL
       ORDER BY customer_id, day, at DESC NULLS LAST, recorded_at DESC, id DESC) AS newest GROUP BY 1) AS votes`,
  `SELECT count(*), sum(cardinality(days)), sum(scores[1]) FROM (
     SELECT customer_id, kind, array_agg(day ORDER BY day, id) AS days, array_agg(coalesce(score, recommend + again + other) ORDER BY day, id) AS scores
     FROM answers WHERE kind IN ('csat', 'cli') GROUP BY 1, 2) AS scored`,
  ...['c.country', 'c.source', 't.tag'].map(
    (key) => `SELECT count(*), sum(orders), sum(amount) FROM (
     SELECT day, currency, ${key} AS key, count(*) FILTER (WHERE ${completed}) AS orders, sum(amount_minor) AS amount
     FROM orders o JOIN customers c ON c.workspace_id = o.workspace_id AND c.id = o.customer_id
     ${key === 't.tag' ? 'JOIN customer_tags t ON t.workspace_id = o.workspace_id AND t.customer_id = o.customer_id' : ''}
     WHERE status = 'completed' GROUP BY 1, 2, 3) AS daily`,
  ),
];

/** @param limit how many times the time of plain SQL it may take */
export function measureVerify({ url, postgres }, rounds, limit) {
  if (!existsSync(join(root, 'dist/flows/verify.js'))) {
    console.log('verify: is not built yet');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-bench-verify-'));
  const note = join(folder, 'memory');
  const [own, plain, memory] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    plain.push(secondsOf(() => postgres.psql(url, ...aggregates.flatMap((text) => ['-c', text]))));
    const env = { DATABASE_URL: url, BENCH_NOTE: note };
    own.push(secondsOf(() => runShell(['verify', '--json'], env, ['--import', './bench/import/note-memory.mjs'])));
    memory.push(Number(readFileSync(note, 'utf8')) / 1024);
  }
  rmSync(folder, { recursive: true, force: true });
  const ratio = median(own) / median(plain);
  console.log(
    `verify: ${withSpread(own, 1)} s and at most ${withSpread(memory, 0)} MB; plain aggregates ${withSpread(plain, 1)} s: ${ratio.toFixed(2)}; ${verdict(ratio, limit, 'at most')}`,
  );
}

function secondsOf(work) {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}
