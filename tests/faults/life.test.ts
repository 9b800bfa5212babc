import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  folderPlace,
  isAlive,
  launchApp,
  newFolder,
  type Place,
  placeKinds,
  type RunningApp,
  runApp,
  runShell,
  startApp,
} from '../support/life.ts';
import { nordlys, until } from '../support/sandbox.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

async function emptyPlace(): Promise<Place> {
  const [embedded] = placeKinds;
  const place = await (embedded?.open() ?? Promise.reject(new Error('There is no embedded database.')));
  cleanUp.push(() => place.close());
  return place;
}

async function start(place: Place, options: Parameters<typeof startApp>[1] = {}): Promise<RunningApp> {
  const app = await startApp(place, { args: ['--empty'], ...options });
  cleanUp.push(() => app.stop('SIGKILL'));
  return app;
}

function sandboxPid(place: Place): number {
  return JSON.parse(readFileSync(join(place.folder, 'sandbox', 'running.json'), 'utf8')).pid;
}

function act(app: RunningApp, act: object): Promise<{ ok: boolean; ts?: string }> {
  const body = JSON.stringify({ workspace: nordlys.id, as: nordlys.astrid, ...act });
  return fetch(`${app.address}/sandbox/act`, { method: 'POST', body }).then((response) => response.json());
}

async function messages(app: RunningApp, channel: string): Promise<{ text: string }[]> {
  const query = `workspace=${nordlys.id}&as=${nordlys.astrid}&channel=${channel}`;
  return (await fetch(`${app.address}/sandbox/messages?${query}`)).json();
}

test('SIGTERM closes everything, and a second start goes on where the first was, messages too', async () => {
  const place = await emptyPlace();
  const first = await start(place);
  const sandbox = sandboxPid(place);
  await act(first, { do: 'say', channel: nordlys.general, text: 'Before the stop' });
  const call = [
    'feedback',
    'add',
    '--customer',
    '7',
    '--new-customer',
    '--kind',
    'nps',
    '--score',
    '10',
    '--comment',
    'Fine',
  ];
  expect(await runShell(place, call)).toMatchObject({ code: 0 });
  expect(await first.stop()).toBe(0);
  expect(first.err()).not.toContain('"level":"error"');
  expect(isAlive(sandbox)).toBe(false);
  expect(existsSync(join(place.folder, 'loyalty.sock'))).toBe(false);

  const second = await start(place);
  expect(await messages(second, nordlys.general)).toMatchObject([{ text: 'Before the stop' }]);
  expect(JSON.parse((await runShell(place, ['nps', '--json'])).out)).toMatchObject({ value: 100, base: 1 });
  expect(await second.stop('SIGINT')).toBe(0);
});

test('a second start does not fill in the sample again', async () => {
  const place = await emptyPlace();
  const first = await start(place, { args: [] });
  const before = JSON.parse((await runShell(place, ['--json'])).out);
  expect(before.customers).toBeGreaterThan(0);
  expect(await first.stop()).toBe(0);
  const second = await start(place, { args: [] });
  const after = JSON.parse((await runShell(place, ['--json'])).out);
  expect([after.customers, after.orders]).toEqual([before.customers, before.orders]);
  expect(await second.stop()).toBe(0);
});

test('of two processes on one folder the second is refused with words, and the first goes on', async () => {
  const place = await emptyPlace();
  const first = await start(place);
  const second = await runApp(place);
  expect([second.code, second.out]).toEqual([1, '']);
  expect(second.err).toContain(place.folder);
  expect(second.err).toContain('in use');
  expect(second.err.trimEnd()).not.toContain('\n');
  expect(await runShell(place, ['ladder', '--json'])).toMatchObject({ code: 0 });
  expect(await first.stop()).toBe(0);
});

test('without its sandbox nobody reaches it: it ends, and says so', async () => {
  const place = await emptyPlace();
  const app = await start(place);
  process.kill(sandboxPid(place), 'SIGKILL');
  expect(await app.ended).toBe(1);
  expect(app.err()).toContain('The sandbox has ended, and the app with it: start it again.');
  expect(existsSync(join(place.folder, 'loyalty.sock'))).toBe(false);
  expect(await (await start(place)).stop()).toBe(0);
});

test('killed with -9, it leaves no sandbox behind, and the folder is free', async () => {
  const place = await emptyPlace();
  const first = await start(place);
  const sandbox = sandboxPid(place);
  await act(first, { do: 'say', channel: nordlys.general, text: 'Before the kill' });
  expect(await first.stop('SIGKILL')).toBe(null);
  await until(() => !isAlive(sandbox));
  const second = await start(place);
  expect(await messages(second, nordlys.general)).toMatchObject([{ text: 'Before the kill' }]);
  expect(await second.stop()).toBe(0);
});

test('a folder whose path is too long for a socket works, through the running app too', async () => {
  const parent = newFolder();
  const folder = join(parent, 'a'.repeat(60), 'b'.repeat(60));
  mkdirSync(folder, { recursive: true });
  cpSync((await emptyPlace()).folder, folder, { recursive: true });
  const place = { ...folderPlace(folder), close: () => folderPlace(parent).close() };
  cleanUp.push(() => place.close());
  expect(Buffer.byteLength(folder)).toBeGreaterThan(108);
  const app = await start(place);
  expect(await runShell(place, ['ladder', '--json'])).toMatchObject({ code: 0 });
  expect((await runApp(place)).err).toContain('in use');
  expect(await app.stop()).toBe(0);
  expect(await runShell(place, ['ladder', '--json'])).toMatchObject({ code: 0 });
});

test.skipIf(process.getuid?.() !== 0)('it runs as a user who owns nothing but the data folder', async () => {
  const place = await emptyPlace();
  const nobody = { uid: 65_534, gid: 65_534 };
  const app = await start({ ...place, env: { ...place.env, HOME: '/nonexistent' } }, { user: nobody });
  expect((await fetch(app.address)).status).toBe(200);
  expect(await app.stop()).toBe(0);
});

test.each([300, 1000])('killed in its very first start at file %i, the next one starts', async (files) => {
  const place = folderPlace(newFolder());
  cleanUp.push(() => place.close());
  const first = launchApp(place, { args: ['--empty'] });
  await until(
    () => readdirSync(place.folder, { recursive: true }).length,
    (count) => count >= files,
  );
  expect(await first.stop('SIGKILL')).toBe(null);
  expect(first.out()).toBe('');
  const second = await start(place);
  expect(await runShell(place, ['ladder', '--json'])).toMatchObject({ code: 0 });
  expect(await second.stop()).toBe(0);
});
