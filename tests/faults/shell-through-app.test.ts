import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, file, json, processesOn } from '../shell/support.ts';
import { heard, type Place, placeKinds, type RunningApp, runShell, startApp, startShell } from '../support/life.ts';

const count = 40_000;
const lines = Array.from({ length: count }, (_, i) => {
  const date = new Date(Date.UTC(2025, 0, 1) + ((i * 37) % 600) * 86_400_000).toISOString().slice(0, 10);
  return `C${i % 9000},O${i},${date},10.00`;
});
const orders = file(`customer,order,date,amount\n${lines.join('\n')}\n`, 'orders.csv');

let place: Place;
let app: RunningApp;
const ask: Ask = (args) => processesOn(place)(args);
beforeAll(async () => {
  const [embedded] = placeKinds;
  if (!embedded) throw new Error('There is no embedded database.');
  place = await embedded.open();
  app = await startApp(place, { args: ['--empty'] });
});
afterAll(async () => {
  await app.stop('SIGKILL');
  await place.close();
});

test('Ctrl-C stops an import, of which whole transactions are in, and the same call again completes it', async () => {
  const run = startShell(place, ['import', 'orders', orders, '--json']);
  expect(await heard(run, `/ ${count}`)).toBe(true);
  const code = await run.stop('SIGINT');
  expect(code).toBe(1);
  expect(run.out()).toBe('');
  expect(run.err()).toContain('Stopped. What was finished stays');
  const { orders: found } = await json(ask);
  // Whole transactions.
  expect(found % 5000).toBe(0);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(count);
  const again = startShell(place, ['import', 'orders', orders, '--json']);
  expect(await again.ended).toBe(0);
  const result = JSON.parse(again.out());
  expect(result.imported + result.unchanged).toBe(count);
  expect(await json(ask)).toMatchObject({ customers: 9000, orders: count });
  const told = again
    .err()
    .split('\n')
    .flatMap((line) => /^(\d+) \/ 40000$/.exec(line)?.[1] ?? []);
  expect(told.length).toBeGreaterThan(2);
  expect(told.at(-1)).toBe(String(count));
});

test('while it imports, the app answers others', async () => {
  const twice = `${lines.join('\n').replaceAll(',O', ',P')}\n${lines.join('\n').replaceAll(',O', ',R')}`;
  const more = file(`customer,order,date,amount\n${twice}\n`, 'more.csv');
  const run = startShell(place, ['import', 'orders', more, '--json']);
  expect(await heard(run, `/ ${2 * count}`)).toBe(true);
  expect(await runShell(place, ['ladder', '--json'])).toMatchObject({ code: 0 });
  expect((await fetch(app.address)).status).toBe(200);
  expect(run.err()).not.toContain(`${2 * count} / ${2 * count}`);
  await run.stop('SIGKILL');
});

test('SIGTERM to the app ends an import after its transaction, with words; nothing of what was in is lost', async () => {
  const more = file(`customer,order,date,amount\n${lines.join('\n').replaceAll(',O', ',Q')}\n`, 'more.csv');
  const before = (await json(ask)).orders;
  const run = startShell(place, ['import', 'orders', more, '--json']);
  expect(await heard(run, `/ ${count}`)).toBe(true);
  const stopped = app.stop();
  expect(await run.ended).toBe(1);
  expect(run.err()).toContain('Stopped');
  expect(run.err()).not.toContain('reference');
  expect(await stopped).toBe(0);
  expect(app.err()).not.toContain('"level":"error"');
  const after = (await json(ask)).orders;
  expect((after - before) % 5000).toBe(0);
  expect(after).toBeGreaterThan(before);
});
