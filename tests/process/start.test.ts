import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  folderPlace,
  newFolder,
  type Place,
  placeKinds,
  type RunningApp,
  runShell,
  startApp,
} from '../support/life.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

async function emptyPlace(): Promise<Place> {
  const place = await (placeKinds[0]?.open() ?? Promise.reject(new Error('There is no embedded database.')));
  cleanUp.push(() => place.close());
  return place;
}

async function start(place: Place, options: Parameters<typeof startApp>[1] = {}): Promise<RunningApp> {
  const app = await startApp(place, options);
  cleanUp.push(() => app.stop('SIGKILL'));
  return app;
}

async function overview(place: Place): Promise<{ customers: number; orders: number }> {
  const { out } = await runShell(place, ['--json']);
  return JSON.parse(out);
}

test('without settings it makes ./data, fills in a sample company and ends its output with the address of a page', async () => {
  const cwd = newFolder();
  const place = folderPlace(join(cwd, 'data'));
  cleanUp.push(() => rmSync(cwd, { recursive: true, force: true }));
  const app = await start({ ...place, env: {} }, { cwd });
  expect(app.out()).toBe(`${app.address}\n`);
  expect(app.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const page = await fetch(app.address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<html');
  expect((await overview(place)).customers).toBeGreaterThan(350);
  expect(await app.stop()).toBe(0);
  expect(existsSync(join(cwd, 'data', 'postgres', 'PG_VERSION'))).toBe(true);
  expect(existsSync(join(cwd, 'data', 'sandbox', 'journal.jsonl'))).toBe(true);
});

test('--empty leaves the sample out; PORT 0 picks a free one each time, so two may run on folders of their own', async () => {
  const places = [await emptyPlace(), await emptyPlace()];
  const [one, other] = await Promise.all(places.map((place) => start(place, { args: ['--empty'] })));
  expect(new URL(one?.address ?? '').port).not.toBe(new URL(other?.address ?? '').port);
  for (const place of places) expect(await overview(place)).toMatchObject({ customers: 0, orders: 0 });
  expect(await one?.stop()).toBe(0);
});
