import { afterEach, expect, test } from 'vitest';
import { type Place, placeKinds, type RunningApp, runShell, startApp } from '../support/life.ts';
import { nordlys, until } from '../support/sandbox.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

test('in the sandbox, a customer who is asked by mail has it in the mailbox, answers on the page, and stops such mails', async () => {
  const place: Place = await (placeKinds[0]?.open() ?? Promise.reject(new Error('There is no embedded database.')));
  cleanUp.push(() => place.close());
  const app = await startApp(place, { env: { LOYALTY_LANGUAGE: 'en' } });
  cleanUp.push(() => app.stop());
  const asked = await runShell(place, ['ask', 'csat', 'NK1107', 'by', 'mail']);
  expect(asked.out).toContain('is on its way to');
  const [mail] = await until(
    () => get<{ to: string; text: string; headers: Record<string, string> }[]>(app, '/sandbox/mails'),
    (mails) => mails.length > 0,
  );
  expect((await runShell(place, ['ask', 'csat', 'NK1107', 'by', 'mail'])).out).toContain('by mail already');

  const [page = ''] = /http:\S+\/s\/\S+/.exec(mail?.text ?? '') ?? [];
  expect(await (await fetch(`${page}&score=1`)).text()).toContain('value="1" required checked');
  const body = new URLSearchParams({ score: '1', comment: 'Cold coffee' });
  expect((await fetch(page, { method: 'POST', body })).status).toBe(200);
  const alerts = () =>
    get<{ text: string }[]>(
      app,
      `/sandbox/messages?${new URLSearchParams({ workspace: nordlys.id, as: nordlys.astrid, channel: nordlys.alarm })}`,
    );
  await until(alerts, (messages) => JSON.stringify(messages).includes('Cold coffee'));
  expect((await runShell(place, ['verify'])).code).toBe(0);

  const stop = mail?.headers['List-Unsubscribe']?.slice(1, -1) ?? '';
  const oneClick = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(stop, { method: 'POST', body: oneClick })).status).toBe(200);
});

const get = async <T>({ address }: RunningApp, path: string) => (await (await fetch(address + path)).json()) as T;
