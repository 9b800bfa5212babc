// Imports a file of orders as the shell does, with or without what keeps the read models, and prints what it took: seconds, and
// those that the processor worked for it, here and in the database:
//   node bench/figures/import-orders.mjs DATABASE_URL FILE all|unwritten|unkept
import { readFileSync } from 'node:fs';
import { runShell } from '../../dist/shell/shell.js';
import { openDatabase } from '../../dist/store/database/database.js';
import { openStore } from '../../dist/store/store.js';

const [url, file, what] = process.argv.slice(2);
const nothing = async () => undefined;
const none = async () => [];

/** What a transaction does without: the rows that are written, or also those that are read and worked out for it. */
const left = {
  all: () => ({}),
  unwritten: (tx) => ({
    keptCounts: { ...tx.keptCounts, add: nothing },
    standings: { ...tx.standings, save: nothing, saveOrders: nothing, saveRungChanges: nothing },
  }),
  unkept: (tx) => ({
    countAnew: nothing,
    keptCounts: { ...tx.keptCounts, add: nothing },
    standings: { ...tx.standings, hold: none, save: nothing, saveOrders: nothing, saveRungChanges: nothing },
    customers: { ...tx.customers, recommendersOf: none },
  }),
};

const database = await openDatabase({ kind: 'server', url });
const store = openStore(database);
const wrapped = {
  ...store,
  transaction: (id, work, options) => store.transaction(id, (tx) => work({ ...tx, ...left[what](tx) }), options),
};
const deps = {
  store: wrapped,
  now: () => new Date(),
  log: { info: () => undefined, error: console.error },
  nudgeDelivery: () => undefined,
};
const output = { out: () => undefined, err: () => undefined };
const cpuBefore = process.cpuUsage();
const began = performance.now();
const code = await runShell(deps, ['import', 'orders', file, '--json'], output, () => false);
const seconds = (performance.now() - began) / 1000;
const cpu = process.cpuUsage(cpuBefore);
const backends = await database.pool.query('SELECT pid FROM pg_stat_activity WHERE datname = current_database()');
const worked = backends.rows.reduce((sum, { pid }) => sum + ticksOf(pid) / 100, 0);
await database.close();
if (code !== 0) throw new Error(`The import ended with ${code}`);
process.stdout.write(JSON.stringify({ seconds, here: (cpu.user + cpu.system) / 1e6, database: worked }));

/** Of a server on this machine; else nothing is known. */
function ticksOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return Number.NaN;
  }
}
