// How fast a first file of orders comes in: docs/performance.md says what is measured.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCompany } from './company.mjs';
import { machine, median, verdict, withSpread } from './measure.mjs';
import { startPostgres } from './postgres.mjs';
import { runShell } from './processes.mjs';

const scale = Number(process.env.BENCH_SCALE ?? 1);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const customers = 100_000 * scale;
const orders = 1_000_000 * scale;
const known = 'loyalty_bench_known';

const folder = mkdtempSync(join(tmpdir(), 'loyalty-bench-import-'));
const postgres = await startPostgres();
try {
  await main();
} finally {
  for (const name of ['run', 'known', 'empty']) await postgres.dropDatabase(`loyalty_bench_${name}`);
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  console.log(`${machine()}; ${postgres.what}`);
  await writeCompany(folder, { customers, orders, answers: 0, until: Date.now(), plain: true });
  const file = join(folder, 'orders.csv');
  const one = join(folder, 'one.csv');
  writeFileSync(one, `${readFileSync(file, 'utf8').split('\n', 2).join('\n')}\n`);
  console.log(`${orders} orders of ${customers} customers, ${Math.round(statSync(file).size / 1e6)} MB`);
  const url = await postgres.makeDatabase(known);
  runShell(['import', 'customers', join(folder, 'customers.csv')], { DATABASE_URL: url });
  postgres.psql(url, '-c', 'ALTER TABLE orders ALTER workspace_id SET DEFAULT 1');

  const sorted = join(folder, 'sorted.csv');
  writeFileSync(sorted, byCustomer(readFileSync(file, 'utf8')));
  const empty = await postgres.makeDatabase('loyalty_bench_empty');
  runShell(['ladder'], { DATABASE_URL: empty });

  const found = { copy: [], shell: [], ratio: [], idle: [], above: [], making: [] };
  for (let i = 0; i < rounds; i += 1) {
    const copy = await copyIn(file);
    const idle = await takeIn(one, 1);
    const shell = await takeIn(file, orders);
    const making = await takeIn(sorted, orders, 'loyalty_bench_empty');
    found.copy.push(orders / copy);
    found.shell.push(orders / shell.seconds);
    found.ratio.push(copy / shell.seconds);
    found.idle.push(idle.memory);
    found.making.push(shell.seconds / making.seconds);
    found.above.push(shell.memory - idle.memory);
    console.log(
      `  ${i + 1}: \\copy ${copy.toFixed(2)} s, import ${shell.seconds.toFixed(2)} s, making customers ${making.seconds.toFixed(2)} s`,
    );
  }
  console.log(`psql \\copy: ${withSpread(found.copy, 0)} rows a second`);
  console.log(`import orders: ${withSpread(found.shell, 0)} rows a second`);
  console.log(`ratio: ${withSpread(found.ratio)}; ${verdict(median(found.ratio), 0.55, 'at least')}`);
  console.log(
    `making its customers, in their order: ${withSpread(found.making)} of the rate of known ones; ${verdict(median(found.making), 0.5, 'at least')}`,
  );
  console.log(
    `memory: ${withSpread(found.above, 0)} MB above the ${median(found.idle).toFixed(0)} MB of importing one row; ${verdict(median(found.above), 300, 'at most')}`,
  );
}

/** The rows in the order of their customers, as a shop's list of customers and their orders is. */
function byCustomer(text) {
  const [header, ...rows] = text.trimEnd().split('\n');
  const at = header.split(',').findIndex((name) => /customer/.test(name));
  const keyed = rows.map((row) => [row.split(',')[at], row]);
  keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `${header}\n${keyed.map(([, row]) => row).join('\n')}\n`;
}

/** A database in which the customers are known, no order is, and nothing is left to be written to the disk. */
async function freshDatabase(template = known) {
  const url = await postgres.makeDatabase('loyalty_bench_run', template);
  await postgres.checkpoint();
  return url;
}

/** The yardstick: the same file into the same empty table, its primary key, index and foreign key in place. */
async function copyIn(file) {
  const url = await freshDatabase();
  const columns = 'external_id, customer_id, day, amount_minor, currency, status';
  const began = performance.now();
  postgres.psql(url, '-c', `\\copy orders (${columns}) FROM '${file}' CSV HEADER`);
  return (performance.now() - began) / 1000;
}

async function takeIn(file, count, template = known) {
  const url = await freshDatabase(template);
  const note = join(folder, 'memory');
  const env = { DATABASE_URL: url, BENCH_NOTE: note };
  const began = performance.now();
  const said = runShell(['import', 'orders', file, '--json'], env, ['--import', './bench/import/note-memory.mjs']);
  const seconds = (performance.now() - began) / 1000;
  if (JSON.parse(said).imported !== count) throw new Error(`Not every order came in: ${said}`);
  return { seconds, memory: Number(readFileSync(note, 'utf8')) / 1024 };
}
