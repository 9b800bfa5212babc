// What memory a long life on the embedded database costs: docs/performance.md says what is measured.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@loyalty-ladder/sandbox';
import { machine, memoryOf, verdict } from './measure.mjs';
import { startNode } from './processes.mjs';

const commands = Number(process.env.BENCH_COMMANDS ?? 50_000);
/** In turn; a piece is over when all have been asked. */
const asked = [
  'nps',
  'ladder',
  'clv',
  'followups',
  'nps by country',
  'cohorts',
  'customer K',
  'targets',
  'digest',
  'help',
];
const pieces = 10;

const stops = [];
try {
  await main();
} finally {
  for (const stop of stops.reverse()) await stop();
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-bench-commands-'));
  stops.push(() => rmSync(folder, { recursive: true, force: true }));
  console.log(machine());
  const slack = await startSandbox({ folder: join(folder, 'sandbox'), manifest: 'manifest.yml' });
  stops.push(() => slack.stop());
  const tokens = {
    SLACK_BOT_TOKEN: slack.workspaces[0].botToken,
    SLACK_SIGNING_SECRET: slack.app.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  };
  const env = { ...tokens, LOYALTY_DATA: join(folder, 'data'), PORT: '0' };
  // The very first start makes the database and the sample company, and takes more memory for a moment.
  await (await startNode(['dist/main.js', '--sample'], env)).stop();
  const app = await startNode(['dist/main.js'], env);
  stops.push(() => app.stop());
  const later = createServer((request, response) => request.resume().on('end', () => response.end('ok')));
  await new Promise((resolve) => later.listen(0, '127.0.0.1', resolve));
  stops.push(() => later.close());
  const load = await startNode(['bench/answer/load.mjs'], tokens);
  stops.push(() => load.stop());
  const began = performance.now();
  const memory = [];
  for (let piece = 1; piece <= pieces; piece += 1) {
    for (const text of asked) await ask(load, app.line, text, slack.workspaces[0], later.address().port);
    memory.push(memoryOf(app.child.pid));
    console.log(`  after ${(piece * commands) / pieces} commands: ${memory.at(-1).now.toFixed(0)} MB`);
  }
  report(memory, (performance.now() - began) / 1000);
}

async function ask(load, url, text, workspace, port) {
  const fields = {
    command: '/loyalty',
    text,
    team_id: workspace.id,
    user_id: workspace.installer,
    channel_id: 'C0GENERAL01',
    response_url: `http://127.0.0.1:${port}/later`,
  };
  const count = commands / pieces / asked.length;
  load.child.stdin.write(`${JSON.stringify({ url, expects: '', connections: 4, count, fields })}\n`);
  JSON.parse(await new Promise((resolve) => load.lines.once('line', resolve)));
}

function report(memory, seconds) {
  const most = Math.max(...memory.map(({ now }) => now));
  const [, early] = memory;
  const late = memory.at(-1);
  const grown = late.now - early.now;
  console.log(`${commands} commands in ${seconds.toFixed(0)} s`);
  console.log(
    `memory: ${most.toFixed(0)} MB, at most ${late.peak.toFixed(0)} for a moment; ${verdict(late.peak, 600, 'at most')}`,
  );
  console.log(`  grown since the first fifth: ${grown.toFixed(0)} MB; ${verdict(grown, 50, 'at most')}`);
}
