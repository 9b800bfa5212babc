// What it costs an import to keep the read models up to date: docs/performance.md says what is measured.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCompany } from './company.mjs';
import { machine, median, verdict, withSpread } from './measure.mjs';
import { startPostgres } from './postgres.mjs';
import { root, runShell } from './processes.mjs';

const scale = Number(process.env.BENCH_SCALE ?? 1);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const customers = 100_000 * scale;
const orders = 1_000_000 * scale;
const limit = 1.3;
/** One customer in ten is named by the orders alone. */
const known = Math.floor(customers * 0.9);
const names = { known: 'loyalty_bench_keeping', run: 'loyalty_bench_keeping_run' };

/** Every customer has a country and most a source; each is in one or two of eight segments. */
const segments = `
  UPDATE customers SET country = (ARRAY['DK', 'NO', 'SE', 'DE'])[1 + id % 4], source = (ARRAY['ads', 'fair', 'web', NULL])[1 + id / 4 % 4];
  INSERT INTO customer_tags (workspace_id, tag, customer_id)
    SELECT workspace_id, 'tag' || id % 7, id FROM customers UNION ALL SELECT workspace_id, 'vip', id FROM customers WHERE id % 5 = 0;
  UPDATE customer_standings s SET country = c.country, source = c.source,
    tags = ARRAY(SELECT tag FROM customer_tags t WHERE t.workspace_id = c.workspace_id AND t.customer_id = c.id ORDER BY tag)
    FROM customers c WHERE c.workspace_id = s.workspace_id AND c.id = s.customer_id;
  DELETE FROM tallies; DELETE FROM stay_counts;
  INSERT INTO tallies (workspace_id, figure, segment, day, stripe, first)
    SELECT workspace_id, 'ladder', coalesce(from_rung::text, '') || '>' || to_rung, day, 0, count(*) FROM rung_changes GROUP BY 1, 2, 3, 4;`;

const folder = mkdtempSync(join(tmpdir(), 'loyalty-bench-keeping-'));
const postgres = await startPostgres();
try {
  await main();
} finally {
  for (const name of Object.values(names)) await postgres.dropDatabase(name);
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  console.log(`${machine()}; ${postgres.what}`);
  await writeCompany(folder, { customers, orders, answers: 0, until: Date.now(), plain: true });
  const file = join(folder, 'customers.csv');
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, `${lines.slice(0, known + 1).join('\n')}\n`);
  const url = await postgres.makeDatabase(names.known);
  runShell(['import', 'customers', file], { DATABASE_URL: url });
  postgres.psql(url, '-c', segments);
  console.log(`${orders} orders of ${known} known customers and of ${customers - known} new ones`);

  const found = { all: [], unwritten: [], unkept: [] };
  for (let round = 1; round <= rounds; round += 1) {
    for (const what of Object.keys(found)) found[what].push(await importOrders(what));
    const told = Object.entries(found).map(([what, runs]) => `${what} ${runs.at(-1).seconds.toFixed(2)} s`);
    console.log(`  ${round}: ${told.join(', ')}`);
  }
  for (const [what, runs] of Object.entries(found)) {
    const micro = (name) =>
      withSpread(
        runs.map((run) => (run[name] / orders) * 1e6),
        1,
      );
    console.log(
      `${what}: ${micro('seconds')} µs a row; processor: ${micro('here')} here, ${micro('database')} in the database`,
    );
  }
  for (const what of ['unwritten', 'unkept']) {
    const ratios = found.all.map(({ seconds }, i) => seconds / found[what][i].seconds);
    console.log(`all against ${what}: ${withSpread(ratios)}; ${verdict(median(ratios), limit, 'at most')}`);
  }
}

async function importOrders(what) {
  const url = await postgres.makeDatabase(names.run, names.known);
  postgres.psql(url, '-c', 'VACUUM (ANALYZE) customers, customer_standings, customer_tags');
  await postgres.checkpoint();
  const args = ['bench/figures/import-orders.mjs', url, join(folder, 'orders.csv'), what];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
