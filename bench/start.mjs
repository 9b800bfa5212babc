// How long a start takes and what memory the app needs: docs/performance.md says what is measured.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { machine, median, memoryOf, verdict, withSpread } from './measure.mjs';
import { startPostgres } from './postgres.mjs';
import { startNode } from './processes.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
/** Until what the start itself left behind is cleared up, and the clock has looked for what is due once. */
const settleMs = Number(process.env.BENCH_SETTLE ?? 65) * 1000;

const folder = mkdtempSync(join(tmpdir(), 'loyalty-bench-start-'));
const postgres = await startPostgres();
try {
  await main();
} finally {
  await postgres.dropDatabase('loyalty_bench_start');
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  console.log(`${machine()}; ${postgres.what}`);
  const embedded = { LOYALTY_DATA: join(folder, 'embedded'), PORT: '0' };
  const server = {
    LOYALTY_DATA: join(folder, 'server'),
    DATABASE_URL: await postgres.makeDatabase('loyalty_bench_start'),
    PORT: '0',
  };
  const first = await startUp(['dist/main.js'], embedded);
  await startUp(['dist/main.js', '--sample'], server);
  console.log(`first start, sample company and migrations included: ${first.seconds.toFixed(2)} s`);

  const found = { seconds: [], app: [], alone: [], above: [], peak: [], onServer: [], secondsOnServer: [] };
  for (let i = 0; i < rounds; i += 1) {
    const alone = await startUp(['bench/start/only-database.mjs'], embedded, settleMs);
    const app = await startUp(['dist/main.js'], embedded, settleMs);
    const onServer = await startUp(['dist/main.js'], server, settleMs);
    found.seconds.push(app.seconds);
    found.app.push(app.memory.now);
    found.peak.push(app.memory.peak);
    found.alone.push(alone.memory.now);
    found.above.push(app.memory.now - alone.memory.now);
    found.onServer.push(onServer.memory.now);
    found.secondsOnServer.push(onServer.seconds);
  }
  console.log(`start, embedded: ${withSpread(found.seconds)} s; ${verdict(median(found.seconds), 5, 'at most')}`);
  console.log(`start, PostgreSQL: ${withSpread(found.secondsOnServer)} s`);
  console.log(
    `memory, embedded: ${withSpread(found.app, 0)} MB (at most ${median(found.peak).toFixed(0)} for a moment), the database alone ${withSpread(found.alone, 0)} MB`,
  );
  console.log(`  above it: ${withSpread(found.above, 0)} MB; ${verdict(median(found.above), 130, 'at most')}`);
  console.log(
    `memory, PostgreSQL: ${withSpread(found.onServer, 0)} MB; ${verdict(median(found.onServer), 200, 'at most')}`,
  );
}

/** Seconds to the first line; memory after a while. The sandbox is a process of its own and not counted. */
async function startUp(args, env, settle = 0) {
  const began = performance.now();
  const running = await startNode(args, env);
  const seconds = (performance.now() - began) / 1000;
  await wait(settle);
  const memory = memoryOf(running.child.pid);
  await running.stop();
  return { seconds, memory };
}
