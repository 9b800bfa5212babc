import { afterAll, beforeAll, expect, test } from 'vitest';
import { heard, type Place, placeKinds, type RunningApp, runShell, startApp, startShell } from '../support/life.ts';
import { file, importing, json, nothing } from './support.ts';

const count = 60_000;
const lines = Array.from({ length: count }, (_, i) => {
  const date = new Date(Date.UTC(2025, 0, 1) + ((i * 37) % 600) * 86_400_000).toISOString().slice(0, 10);
  return `C${i % 9000},O${i},${date},10.00`;
});
const orders = file(`customer,order,date,amount\n${lines.join('\n')}\n`, 'orders.csv');

let place: Place;
let app: RunningApp;
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

test('the shell works through the running app, never fills in the sample, and finds files where it is itself', async () => {
  expect(await json(place)).toMatchObject({ customers: 0, orders: 0 });
  const small = file('customer,date,amount\n1,2026-01-01,5.00\n', 'small.csv');
  const run = await runShell(place, ['import', 'orders', 'small.csv', '--json'], {
    cwd: small.replace('/small.csv', ''),
  });
  expect(JSON.parse(run.out)).toEqual({ ...nothing, imported: 1, customersMade: 1 });
  expect(await importing(place, 'orders', small)).toEqual({ ...nothing, code: 0, unchanged: 1 });
  expect(await runShell(place, ['npss'])).toMatchObject({ code: 2 });
});

test('Ctrl-C stops an import, of which whole transactions are in, and the same call again completes it', async () => {
  const run = startShell(place, ['import', 'orders', orders, '--json']);
  expect(await heard(run, `/ ${count}`)).toBe(true);
  const code = await run.stop('SIGINT');
  expect(code).toBe(1);
  expect(run.out()).toBe('');
  expect(run.err()).toContain('Stopped. What was finished stays');
  const { orders: found } = await json(place);
  // The one order of the test before, and whole transactions of this file.
  expect((found - 1) % 5000).toBe(0);
  expect(found).toBeGreaterThan(1);
  expect(found).toBeLessThan(count);
  const again = startShell(place, ['import', 'orders', orders, '--json']);
  expect(await again.ended).toBe(0);
  const result = JSON.parse(again.out());
  expect(result.imported + result.unchanged).toBe(count);
  expect(await json(place)).toMatchObject({ customers: 9001, orders: count + 1 });
  const told = again
    .err()
    .split('\n')
    .flatMap((line) => /^(\d+) \/ 60000$/.exec(line)?.[1] ?? []);
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
  const before = (await json(place)).orders;
  const run = startShell(place, ['import', 'orders', more, '--json']);
  expect(await heard(run, `/ ${count}`)).toBe(true);
  const stopped = app.stop();
  expect(await run.ended).toBe(1);
  expect(run.err()).toContain('Stopped');
  expect(run.err()).not.toContain('reference');
  expect(await stopped).toBe(0);
  expect(app.err()).not.toContain('"level":"error"');
  const after = (await json(place)).orders;
  expect((after - before) % 5000).toBe(0);
  expect(after).toBeGreaterThan(before);
});
