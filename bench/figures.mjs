// How long the database takes for every figure, whatever number of customers: docs/performance.md says what is measured.
import { contextOf } from '../dist/context.js';
import { runPrediction } from '../dist/flows/predictions/predict-customers.js';
import { predictInThread } from '../dist/jobs/predictor.js';
import { ask, openTimed, questions } from './figures/ask.mjs';
import { asOf, fill } from './figures/fill.mjs';
import { compareFreeWindows } from './figures/free-window.mjs';
import { measureVerify } from './figures/verify.mjs';
import { machine, median, verdict } from './measure.mjs';
import { startPostgres } from './postgres.mjs';

const scale = Number(process.env.BENCH_SCALE ?? 1);
const rounds = Number(process.env.BENCH_ROUNDS ?? 41);
/** Leaves the databases on the server that was given, or takes those that are there. */
const kept = process.env.BENCH_KEEP === '1';
const size = (of) => ({ customers: 1_000_000 * of, orders: 10_000_000 * of, answers: 5_000_000 * of });
const sizes = { large: size(scale), small: size(scale / 100) };
const limits = { ms: 10, growth: 1.3, duck: 2, verify: 2 };

const postgres = await startPostgres();
const sides = {};
try {
  console.log(`${machine()}; ${postgres.what}`);
  for (const [name, one] of Object.entries(sizes)) sides[name] = await open(name, one);
  report(await measure());
  await compareFreeWindows({ ...sides.large, postgres }, rounds, limits.duck);
  measureVerify({ ...sides.large, postgres }, Math.min(rounds, 3), limits.verify);
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
  const url = there || (await postgres.makeDatabase(nameOf(name)));
  const timed = await openTimed(url);
  if (there) return { timed, url, id: (await timed.store.workspaces.list())[0].id };
  const began = performance.now();
  const id = await fill(timed.database, timed.store, one);
  const filled = performance.now();
  await predict(timed, id);
  const seconds = (from, to) => ((to - from) / 1000).toFixed(0);
  console.log(
    `  ${name}: ${one.customers} customers, ${one.orders} orders, ${one.answers} answers made and counted in ${seconds(began, filled)} s, predicted in ${seconds(filled, performance.now())} s`,
  );
  return { timed, url, id };
}

async function predict({ store, database }, id) {
  const now = () => new Date(asOf * 86_400_000 - 43_200_000);
  const log = { info: () => undefined, error: console.error };
  const deps = { store, now, log, nudgeDelivery: () => undefined, predict: predictInThread };
  await store
    .of(id)
    .predictionRuns.ask({ key: 'bench', asOf, currency: 'DKK', memberId: null, locale: null, at: now() });
  const outcome = await runPrediction(contextOf(deps, id), () => false);
  if (outcome !== 'done') throw new Error(`The prediction came to: ${outcome}`);
  await database.pool.query('VACUUM (ANALYZE) predictions');
}

/** Every question of one set and the other in turn, so that whatever else the machine does meets both. */
async function measure() {
  const found = new Map(questions.map((typed) => [typed, { large: [], small: [] }]));
  for (let round = -3; round < rounds; round += 1) {
    for (const [typed, asked] of found) {
      for (const name of round % 2 === 0 ? ['large', 'small'] : ['small', 'large']) {
        const { timed, id } = sides[name];
        const statements = await ask(timed, id, typed.replace('CUSTOMER', `K${Math.ceil(sizes[name].customers / 3)}`));
        // The first rounds warm the connections and their plans.
        if (round >= 0) asked[name].push(statements);
      }
    }
  }
  return found;
}

/** Each statement's median over the rounds: what stood still for a moment does not add up over ten of them. */
function medians(asked) {
  return asked[0].map(({ text }, i) => ({ text, ms: median(asked.map((statements) => statements[i]?.ms ?? 0)) }));
}

function report(found) {
  console.log(`Database time in ms: the sum over the statements, each at its median of ${rounds} rounds.`);
  console.log(`${'question'.padEnd(36)} statements   large   small  ratio`);
  const all = [];
  for (const [typed, asked] of found) {
    const [large, small] = [medians(asked.large), medians(asked.small)];
    const [ms, less] = [large, small].map((statements) => statements.reduce((sum, one) => sum + one.ms, 0));
    const ok = ms <= limits.ms && ms / less <= limits.growth;
    const numbers = [large.length, ms.toFixed(2), less.toFixed(2), (ms / less).toFixed(2)];
    console.log(
      `${typed.padEnd(36)} ${numbers.map((one, i) => String(one).padStart([10, 7, 7, 6][i])).join(' ')}${ok ? '' : '  MISSED'}`,
    );
    all.push({ typed, large, small, ms, growth: ms / less, ok });
  }
  const [slowest, grown] = ['ms', 'growth'].map((name) => Math.max(...all.map((one) => one[name])));
  console.log(`the slowest: ${verdictOf(slowest, limits.ms)} ms`);
  console.log(`the most against a hundred times less: ${verdictOf(grown, limits.growth)}`);
  for (const { typed, large, small } of all.filter(({ ok }) => !ok)) {
    console.log(`  ${typed}:`);
    for (const [i, { text, ms }] of large.entries()) {
      const words = text.replaceAll(/\s+/g, ' ').slice(0, 110);
      console.log(`    ${ms.toFixed(2).padStart(7)} ${(small[i]?.ms ?? 0).toFixed(2).padStart(7)}  ${words}`);
    }
  }
}

function verdictOf(value, limit) {
  return `${value.toFixed(2)}; ${verdict(value, limit, 'at most')}`;
}
