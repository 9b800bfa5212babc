// How long the database takes for every figure, whatever number of customers: docs/performance.md says what is measured.
import { runPrediction } from '../dist/flows/predict-customers.js';
import { predictInThread } from '../dist/jobs/predictor.js';
import { ask, openTimed, questions } from './figures/ask.mjs';
import { asOf, fill } from './figures/fill.mjs';
import { machine, median, verdict } from './measure.mjs';
import { startPostgres } from './postgres.mjs';

const scale = Number(process.env.BENCH_SCALE ?? 1);
const rounds = Number(process.env.BENCH_ROUNDS ?? 41);
/** Leaves the databases on the server that was given, or takes those that are there. */
const kept = process.env.BENCH_KEEP === '1';
const size = (of) => ({ customers: 1_000_000 * of, orders: 10_000_000 * of, answers: 5_000_000 * of });
const sizes = { large: size(scale), small: size(scale / 100) };
const limits = { ms: 10, growth: 1.3 };

const postgres = await startPostgres();
const sides = {};
try {
  console.log(`${machine()}; ${postgres.what}`);
  for (const [name, one] of Object.entries(sizes)) sides[name] = await open(name, one);
  report(await measure());
} finally {
  for (const { timed } of Object.values(sides)) await timed.database.close();
  if (!kept) for (const name of Object.keys(sides)) await postgres.dropDatabase(nameOf(name));
  await postgres.stop();
}

function nameOf(side) {
  return `loyalty_bench_figures_${sizes[side].customers}`;
}

async function open(name, one) {
  const there = kept && (await postgres.urlOfKnown(nameOf(name)));
  const timed = await openTimed(there || (await postgres.makeDatabase(nameOf(name))));
  if (there) return { timed, id: (await timed.store.workspaces.list())[0].id };
  const began = performance.now();
  const id = await fill(timed.database, timed.store, one);
  const filled = performance.now();
  await predict(timed, id);
  const seconds = (from, to) => ((to - from) / 1000).toFixed(0);
  console.log(
    `  ${name}: ${one.customers} customers, ${one.orders} orders, ${one.answers} answers made and counted in ${seconds(began, filled)} s, predicted in ${seconds(filled, performance.now())} s`,
  );
  return { timed, id };
}

async function predict({ store, database }, id) {
  const now = () => new Date(asOf * 86_400_000 - 43_200_000);
  const log = { info: () => undefined, error: console.error };
  const deps = { store, now, log, nudgeDelivery: () => undefined, predict: predictInThread };
  await store
    .of(id)
    .predictionRuns.ask({ key: 'bench', asOf, currency: 'DKK', memberId: null, locale: null, at: now() });
  const outcome = await runPrediction(deps, id, () => false);
  if (outcome !== 'done') throw new Error(`The prediction came to: ${outcome}`);
  await database.pool.query('VACUUM (ANALYZE) predictions');
}

/** Every question of one set and the other in turn, so that whatever else the machine does meets both. */
async function measure() {
  const found = new Map(questions().map((typed) => [typed, { large: [], small: [] }]));
  for (let round = -3; round < rounds; round += 1) {
    for (const [typed, times] of found) {
      for (const name of round % 2 === 0 ? ['large', 'small'] : ['small', 'large']) {
        const { timed, id } = sides[name];
        const { ms, statements } = await ask(timed, id, typed);
        // The first rounds warm the connections and their plans.
        if (round >= 0) times[name].push({ ms, statements });
      }
    }
  }
  return found;
}

function report(found) {
  const missed = [];
  console.log(`Database time in ms: medians of ${rounds} rounds, in brackets the ratio of the least of all rounds.`);
  console.log(`${'question'.padEnd(36)} statements    large    small   ratio`);
  for (const [typed, { large, small }] of found) {
    const [ms, less] = [large, small].map((rows) => median(rows.map((row) => row.ms)));
    const [least, lessLeast] = [large, small].map((rows) => Math.min(...rows.map((row) => row.ms)));
    const ok = ms <= limits.ms && ms / less <= limits.growth;
    if (!ok) missed.push({ typed, large, small });
    console.log(
      `${typed.padEnd(36)} ${String(large[0].statements.length).padStart(10)} ${ms.toFixed(2).padStart(8)} ${less.toFixed(2).padStart(8)} ${(ms / less).toFixed(2).padStart(7)} (${(least / lessLeast).toFixed(2)})${ok ? '' : '   MISSED'}`,
    );
  }
  const all = [...found.values()].map(({ large, small }) =>
    [large, small].map((rows) => median(rows.map((row) => row.ms))),
  );
  console.log(`the slowest: ${verdictOf(Math.max(...all.map(([ms]) => ms)), limits.ms, 2)} ms`);
  console.log(
    `the most against a hundred times less: ${verdictOf(Math.max(...all.map(([ms, less]) => ms / less)), limits.growth, 2)}`,
  );
  for (const { typed, large, small } of missed) tellStatements(typed, large, small);
}

function verdictOf(value, limit, digits) {
  return `${value.toFixed(digits)}; ${verdict(value, limit, 'at most')}`;
}

/** Which statements of a question took how long in both sets. */
function tellStatements(typed, large, small) {
  console.log(`  ${typed}:`);
  for (const [i, { text }] of large[0].statements.entries()) {
    const [ms, less] = [large, small].map((rows) => median(rows.map((row) => row.statements[i]?.ms ?? 0)));
    console.log(
      `    ${ms.toFixed(2).padStart(7)} ${less.toFixed(2).padStart(7)}  ${text.replaceAll(/\s+/g, ' ').slice(0, 110)}`,
    );
  }
}
