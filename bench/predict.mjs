// How long a prediction takes, how right it is, and what it holds up: docs/performance.md says what is measured.
import { readFileSync } from 'node:fs';
import { contextOf } from '../dist/context.js';
import { runPrediction } from '../dist/flows/predictions/predict-customers.js';
import { predictInThread } from '../dist/jobs/predictor.js';
import { backTest } from '../dist/loyalty/prediction/back-test.js';
import { fitGroups } from '../dist/loyalty/prediction/bg-nbd.js';
import { groupHistories } from '../dist/loyalty/prediction/histories.js';
import { predictionTerms } from '../dist/loyalty/prediction/predict.js';
import { openDatabase } from '../dist/store/database/database.js';
import { openStore } from '../dist/store/store.js';
import { machine, median, verdict, withSpread } from './measure.mjs';
import { startPostgres } from './postgres.mjs';
import { readCdnow } from './predict/cdnow.mjs';
import { makeColumns } from './predict/columns.mjs';

const scale = Number(process.env.BENCH_SCALE ?? 1);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const size = 1_000_000 * scale;

console.log(machine());
fitCdnow();
await predictMany();
if (process.env.BENCH_STORE !== 'no') await readAndWrite();

/** The published sample: the fit, and what it said of the 39 weeks that followed. */
function fitCdnow() {
  const days = 39 * 7;
  const cdnow = readCdnow('1997-10-01', days);
  if (!cdnow) return console.log('CDNOW: left out, as ../shared/data/cdnow is not here.');
  for (let i = 0; i < 30; i += 1) fitGroups(groupHistories(cdnow.histories));
  const times = [];
  let fit;
  for (let i = 0; i < 50; i += 1) {
    const began = performance.now();
    fit = fitGroups(groupHistories(cdnow.histories));
    times.push(performance.now() - began);
  }
  console.log(
    `CDNOW: ln L ${fit.logLikelihood.toFixed(4)} in ${withSpread(times)} ms; ${verdict(median(times), 20, 'at most')}`,
  );
  console.log(
    `  off the maximum by ${Math.abs(fit.logLikelihood + 9582.4292).toExponential(1)}; ${verdict(Math.abs(fit.logLikelihood + 9582.4292), 0.001, 'at most')}`,
  );
  const { auc, brier, expectedOrders, actualOrders } = backTest({ days, ...cdnow });
  console.log(`  39 weeks held out: AUC ${auc.toFixed(4)}; ${verdict(auc, 0.75, 'at least')}`);
  console.log(`  Brier ${brier.toFixed(4)}; ${verdict(brier, 0.165, 'at most')}`);
  console.log(`  ${expectedOrders.toFixed(0)} orders expected, ${actualOrders} came`);
}

/** From the rows' arrival in the thread: both fits, the fit of the back-test, and everybody's prediction. */
async function predictMany() {
  const { input, orders } = makeColumns(size);
  console.log(`${size} customers with ${orders} orders`);
  const [took, held, calm] = [[], [], []];
  for (let i = 0; i < rounds; i += 1) {
    const columns = input({ ...predictionTerms, activeDays: 365 });
    calm.push(await mostDelay(() => new Promise((resolve) => setTimeout(resolve, 2000))));
    let tookMs = 0;
    held.push(
      await mostDelay(async () => {
        ({ tookMs } = await predictInThread(columns));
      }),
    );
    took.push(tookMs / 1000);
  }
  console.log(`  in the thread: ${withSpread(took)} s; ${verdict(median(took), 3, 'at most')}`);
  console.log(`  event loop held up at most ${withSpread(held, 1)} ms; ${verdict(median(held), 50, 'at most')}`);
  console.log(`  (a process that only waits for 2 s meanwhile: ${withSpread(calm, 1)} ms)`);
}

/** A whole run on PostgreSQL: reading all orders, the thread, writing everybody's prediction. */
async function readAndWrite() {
  const postgres = await startPostgres();
  const name = 'loyalty_bench_predict';
  try {
    console.log(postgres.what);
    const database = await openDatabase({ kind: 'server', url: await postgres.makeDatabase(name) });
    const store = openStore(database);
    const { id } = await store.workspaces.ensure('TBENCH', 'Bench', true);
    const asOf = await fill(database.pool, id);
    const found = { read: [], write: [], held: [] };
    for (let i = 0; i < Math.min(rounds, 3); i += 1) {
      const one = await measureRun(store, id, asOf, i);
      for (const [key, value] of Object.entries(one)) found[key].push(value);
    }
    console.log(`  reading: ${withSpread(found.read, 1)} s; writing: ${withSpread(found.write, 1)} s`);
    console.log(
      `  event loop held up at most ${withSpread(found.held, 1)} ms; ${verdict(median(found.held), 50, 'at most')}`,
    );
    await database.close();
  } finally {
    await postgres.dropDatabase(name);
    await postgres.stop();
  }
}

async function measureRun(store, id, asOf, round) {
  const at = {};
  const deps = {
    store,
    now: () => new Date(),
    log: { info() {}, error: (event, facts) => console.error(event, facts) },
    nudgeDelivery() {},
    async predict(input) {
      at.read = performance.now();
      const answer = await predictInThread(input);
      at.predicted = performance.now();
      return answer;
    },
  };
  const asked = { key: `bench:${round}`, asOf, currency: 'DKK', memberId: null, locale: null, at: new Date() };
  await store.of(id).predictionRuns.ask(asked);
  const began = performance.now();
  const held = await mostDelay(() => runPrediction(contextOf(deps, id), () => false));
  at.finished = performance.now();
  const run = await store.of(id).predictionRuns.newest();
  if (run?.facts.bgNbd.kind !== 'fitted') throw new Error(`Nothing was predicted: ${JSON.stringify(run?.facts.bgNbd)}`);
  return { read: (at.read - began) / 1000, write: (at.finished - at.predicted) / 1000, held };
}

/** Orders of three years, written as an import leaves them. @returns the day after the last */
async function fill(pool, id) {
  const [epoch, days] = [Math.floor(Date.now() / 86_400_000), 3 * 365];
  await pool.query('SELECT setseed(0.5)');
  await pool.query(
    `INSERT INTO customers (workspace_id, external_id, created_day) SELECT $1, n, current_date FROM generate_series(1, $2::int) n`,
    [id, size],
  );
  // Each customer has a pace and a chance of dropping out after an order.
  await pool.query(
    `INSERT INTO orders (workspace_id, external_id, customer_id, day, amount_minor, currency)
     SELECT $1, id || '-' || n, id, DATE '1970-01-01' + ($2::int - $3::int + day), (amount * (0.5 + random()))::int, 'DKK'
     FROM (
       SELECT c.*, n, first + (sum(CASE WHEN n > 0 THEN -ln(random()) * gap ELSE 0 END) OVER (PARTITION BY id ORDER BY n))::int AS day
       FROM (SELECT id, (random() * 900)::int AS first, 5 - ln(random()) * 40 AS gap, 2000 - ln(random()) * 20000 AS amount,
               least(floor(ln(random()) / ln(1 - 0.02 - 0.5 * random() ^ 3)), 150)::int AS times
             FROM customers WHERE workspace_id = $1) c
       CROSS JOIN LATERAL generate_series(0, c.times + 1) n
     ) AS placed WHERE day < $3`,
    [id, epoch, days],
  );
  await pool.query(
    `INSERT INTO customer_standings (workspace_id, customer_id, known_day, order_days, nps_days, nps_scores)
     SELECT $1, customer_id, min(day - DATE '1970-01-01'), array_agg(DISTINCT day - DATE '1970-01-01'), '{}', '{}'
     FROM orders WHERE workspace_id = $1 GROUP BY customer_id`,
    [id],
  );
  await pool.query('VACUUM ANALYZE');
  const { rows } = await pool.query('SELECT count(*)::int AS orders FROM orders');
  console.log(`${size} customers with ${rows[0].orders} orders in the database`);
  return epoch;
}

/**
 * The longest that the event loop was held up while something went on, in ms: how late a timer of 5 ms was, less the
 * time in which the process could run and other processes had the machine's cores.
 */
async function mostDelay(work) {
  const look = () => ({ at: performance.now(), waited: waitedForCore() });
  let before = look();
  let most = 0;
  const timer = setInterval(() => {
    const now = look();
    most = Math.max(most, now.at - before.at - 5 - (now.waited - before.waited));
    before = now;
  }, 5);
  await work();
  await new Promise((resolve) => setTimeout(resolve, 20));
  clearInterval(timer);
  return most;
}

/** In ms, of the main thread. Linux counts it. */
function waitedForCore() {
  return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
}
