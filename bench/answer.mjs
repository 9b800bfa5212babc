// How long a person waits for "/loyalty nps": docs/performance.md says what is measured.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@loyalty-ladder/sandbox';
import { writeCompany } from './company.mjs';
import { machine, median, quantile, verdict, withSpread } from './measure.mjs';
import { startPostgres } from './postgres.mjs';
import { runShell, startNode } from './processes.mjs';

const scale = Number(process.env.BENCH_SCALE ?? 1);
const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
const waits = { connections: 1, count: 300 };
const crowd = { connections: 16, count: 3000 };
const sizes = {
  large: { customers: 100_000 * scale, orders: 1_000_000 * scale, answers: 300_000 * scale },
  small: { customers: 10_000 * scale, orders: 100_000 * scale, answers: 30_000 * scale },
};

const stops = [];
try {
  await main();
} finally {
  for (const stop of stops.reverse()) await stop();
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-bench-answer-'));
  stops.push(() => rmSync(folder, { recursive: true, force: true }));
  const postgres = await startPostgres();
  stops.push(() => postgres.stop());
  console.log(`${machine()}; ${postgres.what}`);

  const slack = await startSandbox({ folder: join(folder, 'sandbox'), manifest: 'manifest.yml' });
  stops.push(() => slack.stop());
  const tokens = {
    SLACK_BOT_TOKEN: slack.workspaces[0].botToken,
    SLACK_SIGNING_SECRET: slack.app.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  };
  const targets = { bare: { url: (await started(['bench/answer/bare-app.mjs'], tokens)).line, expects: '' } };
  for (const [name, size] of Object.entries(sizes)) {
    const url = await postgres.makeDatabase(`loyalty_bench_${name}`);
    stops.push(() => postgres.dropDatabase(`loyalty_bench_${name}`));
    await fill(folder, url, size);
    const app = await started(['dist/main.js'], { ...tokens, DATABASE_URL: url, PORT: '0' });
    targets[name] = { url: app.line, expects: '"text":"NPS: +' };
  }
  const load = await started(['bench/answer/load.mjs'], tokens);
  report(await measure(load, targets, slack.workspaces[0]));
}

async function started(args, env) {
  const running = await startNode(args, env);
  stops.push(() => running.stop());
  return running;
}

/** Through the real import, as a person would do it. */
async function fill(folder, url, size) {
  await writeCompany(folder, { ...size, until: Date.now() });
  for (const kind of ['customers', 'orders', 'feedback']) {
    const began = performance.now();
    runShell(['import', kind, join(folder, `${kind}.csv`), '--follow-up', 'none'], { DATABASE_URL: url });
    console.log(`  imported ${kind} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  runShell(['nps', '--json'], { DATABASE_URL: url });
}

/** Rounds of each target in turn, so that whatever else the machine does meets all of them. */
async function measure(load, targets, workspace) {
  const fields = {
    command: '/loyalty',
    text: 'nps',
    team_id: workspace.id,
    user_id: workspace.installer,
    channel_id: 'C0GENERAL01',
    response_url: 'http://127.0.0.1:1/none',
  };
  const ask = async (target, shape) => {
    load.child.stdin.write(`${JSON.stringify({ ...target, ...shape, fields })}\n`);
    return JSON.parse(await new Promise((resolve) => load.lines.once('line', resolve)));
  };
  const results = Object.fromEntries(Object.keys(targets).map((name) => [name, { p50: [], p95: [], perSecond: [] }]));
  for (const target of Object.values(targets)) await ask(target, { connections: 16, count: 2000 });
  for (let i = 0; i < rounds; i += 1) {
    for (const [name, target] of Object.entries(targets)) {
      const { times } = await ask(target, waits);
      results[name].p50.push(median(times));
      results[name].p95.push(quantile(times, 0.95));
    }
    for (const [name, target] of Object.entries(targets)) {
      results[name].perSecond.push((await ask(target, crowd)).perSecond);
    }
  }
  return results;
}

function report({ bare, large, small }) {
  const ratios = (a, b) => a.map((value, i) => value / b[i]);
  for (const [name, { p50, p95, perSecond }] of Object.entries({ bare, large, small })) {
    console.log(
      `${name.padEnd(5)} p50 ${withSpread(p50)} ms, p95 ${withSpread(p95)} ms, ${withSpread(perSecond, 0)} a second at ${crowd.connections} connections`,
    );
  }
  const wait = ratios(large.p50, bare.p50);
  const served = ratios(large.perSecond, bare.perSecond);
  const growth = ratios(large.p50, small.p50);
  const growthServed = ratios(small.perSecond, large.perSecond);
  console.log(`p50 against the bare app: ${withSpread(wait)}; ${verdict(median(wait), 3, 'at most')}`);
  console.log(`throughput against the bare app: ${withSpread(served)}; ${verdict(median(served), 0.5, 'at least')}`);
  console.log(`p50 against ten times less data: ${withSpread(growth)}; ${verdict(median(growth), 1.2, 'at most')}`);
  console.log(
    `throughput of ten times less data: ${withSpread(growthServed)}; ${verdict(median(growthServed), 1.2, 'at most')}`,
  );
}
