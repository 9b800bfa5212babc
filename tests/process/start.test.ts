import { afterEach, expect, test } from 'vitest';
import { folderPlace, newFolder, type Place, type RunningApp, runShell, startApp } from '../support/life.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

function newPlace(): Place {
  const place = folderPlace(newFolder());
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

test('without tokens it fills in a sample company and ends its output with the address of a page', async () => {
  const place = newPlace();
  const app = await start(place);
  expect(app.out()).toBe(`${app.address}\n`);
  expect(app.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const page = await fetch(app.address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<html');
  expect((await overview(place)).customers).toBeGreaterThan(350);
  expect(await app.stop()).toBe(0);
});

test('--empty leaves the sample out', async () => {
  const place = newPlace();
  const app = await start(place, { args: ['--empty'] });
  expect(await overview(place)).toMatchObject({ customers: 0, orders: 0 });
  expect(await app.stop()).toBe(0);
});

test('PORT 0 picks a free one each time, so two may run on folders of their own', async () => {
  const [one, other] = await Promise.all([
    start(newPlace(), { args: ['--empty'] }),
    start(newPlace(), { args: ['--empty'] }),
  ]);
  expect(new URL(one.address).port).not.toBe(new URL(other.address).port);
});
