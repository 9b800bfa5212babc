import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, runShell, startApp } from '../support/app.ts';
import { type Place, placeKinds } from '../support/life.ts';
import { nordlys, type RunningSandbox, startSandbox, until } from '../support/sandbox.ts';
import { person, wordsOf } from './person.ts';

let sandbox: RunningSandbox;
let place: Place;
let app: RunningApp;
const as = (id: string) => person(sandbox, id);
const { astrid, alarm, general, mads } = nordlys;

beforeAll(async () => {
  sandbox = await startSandbox();
  place = await (placeKinds[0]?.open() ?? Promise.reject(new Error('There is no embedded database.')));
  await sandbox.act({ as: astrid, do: 'invite', channel: alarm, user: nordlys.bot });
  const env = { LOYALTY_ADMIN: astrid, PUBLIC_URL: 'https://loyalty.example.com/' };
  app = await startApp({ sandbox, transport: 'HTTP', place: where(), env });
  const form = await as(astrid).opens('settings');
  const saved = await as(astrid).submits(form, { locale: 'en', 'own-locale': 'en', 'alert-channel': alarm });
  if (saved) await as(astrid).closes(saved);
  const noted = ['feedback', 'add', '--kind', 'nps', '--score', '9', '--customer', 'K1', '--new-customer'];
  expect(await runShell(where(), noted)).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await app?.stop();
  await place?.close();
  await sandbox?.stop();
  rmSync(sandbox.folder, { recursive: true, force: true });
});

const where = () => ({ folder: place.folder, databaseUrl: place.env.DATABASE_URL ?? null });

test('asked from a card, a customer answers on a page, and the team has the alert in its channel', async () => {
  const card = await as(astrid).types('customer K1');
  const asked = wordsOf(await as(astrid).pressesAndReads(card, 'Ask for feedback'));
  expect(asked).toContain('A link for Customer K1');
  const [link = '', path = ''] = /https:\/\/loyalty\.example\.com(\/s\/\d+-[\w-]{22})/.exec(asked) ?? [];
  expect(link).not.toBe('');
  const page = new URL(path, app.address);
  expect(await (await fetch(page)).text()).toContain('How likely are you to recommend Nordlys Kaffe');

  expect(wordsOf(await as(astrid).types('customer K1'))).toMatch(/Asked:\s+NPS, .*, no answer yet/);

  const body = new URLSearchParams({ score: '2', comment: 'The <!channel> box was *wet*' });
  const sent = await fetch(page, { method: 'POST', body, redirect: 'manual' });
  expect(sent.status).toBe(303);
  const cards = async () => (await as(mads).sees(alarm)).map(wordsOf).filter((words) => words.includes('box was'));
  const [alert = ''] = await until(cards, (found) => found.length > 0);
  expect(alert).toContain('NPS 2');

  const again = wordsOf(await as(astrid).types('ask K1', general));
  expect(again).toMatch(/K1 was asked on .* and has answered/);
});

test('who may not ask is told who may', async () => {
  expect(wordsOf(await as(mads).types('ask K1'))).toContain('Du skal være administrator');
});
