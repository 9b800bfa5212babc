// Free windows on a small segment, beside DuckDB on its own tables: the same answer, in turn.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { readFigure } from '../../dist/flows/figures/read-figure.js';
import { dayFromIso } from '../../dist/loyalty/time/period.js';
import { median, verdict, withSpread } from '../measure.mjs';

const window = { from: dayFromIso('2025-01-10'), to: dayFromIso('2025-03-21') };
const before = window.from - (window.to - window.from);
const activeDays = 365;

/** What DuckDB holds: the rows of the raw tables in the same order, the columns that the answers need. */
const tables = {
  tags: ['tag, customer_id', 'customer_tags'],
  answers: [`id, customer_id, kind, day - DATE '1970-01-01' AS day, recorded_at, score`, 'answers'],
  orders: [`customer_id, day - DATE '1970-01-01' AS day, amount_minor, status`, 'orders'],
};

/** The counts of the window and of the one before it; each customer's newest vote in each. */
const inDuck = {
  nps: `SELECT now, count(*) FILTER (score >= 9), count(*) FILTER (score BETWEEN 7 AND 8), count(*) FILTER (score <= 6) FROM (
    SELECT day >= $from AS now, arg_max(score, (day, recorded_at, id)) AS score FROM answers JOIN tags USING (customer_id)
    WHERE tag = $tag AND kind = 'nps' AND day >= $before AND day < $to GROUP BY customer_id, now) GROUP BY now ORDER BY now DESC`,
  repeat: `WITH own AS (SELECT customer_id, day FROM orders JOIN tags USING (customer_id)
      WHERE tag = $tag AND status = 'completed' AND amount_minor >= 0 AND day < $to),
    firsts AS (SELECT customer_id, min(day) AS first FROM own GROUP BY customer_id)
    SELECT now, count(*), count(*) FILTER (newest > first) FROM (
      SELECT customer_id, day >= $from AS now, max(day) AS newest FROM own WHERE day >= $before GROUP BY customer_id, now
    ) JOIN firsts USING (customer_id) GROUP BY now ORDER BY now DESC`,
  retention: `WITH own AS (SELECT customer_id, day FROM orders JOIN tags USING (customer_id)
      WHERE tag = $tag AND status = 'completed' AND amount_minor >= 0 AND day < $to AND day >= $before - ${activeDays}),
    active AS (SELECT customer_id, bool_or(day < $before) AS a, bool_or(day >= $from - ${activeDays} AND day < $from) AS b,
      bool_or(day >= $to - ${activeDays}) AS c FROM own GROUP BY customer_id)
    SELECT true AS now, count(*) FILTER (b), count(*) FILTER (b AND NOT c) FROM active
    UNION ALL SELECT false, count(*) FILTER (a), count(*) FILTER (a AND NOT b) FROM active ORDER BY now DESC`,
};

const countsOf = {
  nps: ({ promoters, passives, detractors }) => [promoters, passives, detractors],
  repeat: ({ customers, repeat }) => [customers, repeat],
  retention: ({ active, lost }) => [active, lost],
};

/** @param limit how many times DuckDB's time it may take */
export async function compareFreeWindows({ timed, id, postgres, url }, rounds, limit) {
  const folder = await mkdtemp(join(tmpdir(), 'loyalty-bench-duck-'));
  const duck = await (await DuckDBInstance.create(join(folder, 'duck.db'))).connect();
  try {
    for (const [name, [columns, table]] of Object.entries(tables)) {
      const file = join(folder, `${name}.csv`);
      postgres.psql(url, '-c', `\\copy (SELECT ${columns} FROM ${table}) TO '${file}' CSV HEADER`);
      await duck.run(`CREATE TABLE ${name} AS SELECT * FROM read_csv('${file}')`);
      rmSync(file);
    }
    await duck.run('CHECKPOINT');
    for (const tag of ['vip', 'press'])
      for (const name of Object.keys(inDuck)) await compare(duck, timed, id, tag, name, rounds, limit);
  } finally {
    duck.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(duck, timed, id, tag, name, rounds, limit) {
  const store = timed.store.of(id);
  const settings = await store.settings.read();
  const statement = await duck.prepare(inDuck[name]);
  statement.bind({ tag, before, ...window });
  const times = { own: [], duck: [] };
  for (let round = -3; round < rounds; round += 1) {
    timed.taken();
    const report = await readFigure({ store, settings }, name, window, { dimension: 'segment', value: tag });
    const own = timed.taken().reduce((sum, { ms }) => sum + ms, 0);
    const began = performance.now();
    const rows = (await (await statement.runAndReadAll()).getRowsJson()).map(([, ...counts]) => counts.map(Number));
    const theirs = performance.now() - began;
    const mine = [report.counts, report.previous.counts].map(countsOf[name]);
    if (!isDeepStrictEqual(mine, rows))
      throw new Error(`${name}: ${JSON.stringify(mine)} is not ${JSON.stringify(rows)}`);
    if (round < 0) continue;
    times.own.push(own);
    times.duck.push(theirs);
  }
  const ratio = median(times.own) / median(times.duck);
  console.log(
    `${name} segment:${tag} 2025-01-10..2025-03-20: ${withSpread(times.own)} ms, DuckDB ${withSpread(times.duck)} ms: ${ratio.toFixed(2)}; ${verdict(ratio, limit, 'at most')}`,
  );
}
