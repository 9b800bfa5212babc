import type { SandboxCompany, SandboxMessage, SandboxWorkspace } from '@loyalty-ladder/sandbox/wire';
import { afterEach, expect, test } from 'vitest';
import { type Place, placeKinds, type RunningApp, runShell, startApp } from '../support/life.ts';
import { nordlys, until } from '../support/sandbox.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

async function start(env: Readonly<Record<string, string>>): Promise<{ place: Place; app: RunningApp }> {
  const place = await (placeKinds[0]?.open() ?? Promise.reject(new Error('There is no embedded database.')));
  cleanUp.push(() => place.close());
  const app = await startApp(place, { env });
  cleanUp.push(() => app.stop());
  return { place, app };
}

const get = async <T>({ address }: RunningApp, path: string) => (await (await fetch(address + path)).json()) as T;
const post = async <T>({ address }: RunningApp, path: string, body: object) =>
  (await (await fetch(address + path, { method: 'POST', body: JSON.stringify(body) })).json()) as T;
const makeAgain = (app: RunningApp, wish: object) =>
  post<SandboxCompany & { ok?: boolean; error?: string }>(app, '/sandbox/company', wish);

/** What the company looks like to its admin: the channels, the newest digest and all alerts. */
async function seen(app: RunningApp) {
  const [workspace] = await get<SandboxWorkspace[]>(app, '/sandbox/workspaces');
  const said = (channel: string) =>
    until(
      () =>
        get<SandboxMessage[]>(
          app,
          `/sandbox/messages?${new URLSearchParams({ workspace: nordlys.id, as: nordlys.astrid, channel })}`,
        ),
      (all) => all.length > 0,
    );
  return {
    channels: (workspace?.channels ?? []).filter(({ kind }) => kind !== 'im').map(({ name }) => name),
    admin: workspace?.users.find(({ id }) => id === nordlys.astrid)?.locale,
    digest: (await said(nordlys.general)).at(-1)?.text ?? '',
    alert: (await said(nordlys.alarm))[0]?.text ?? '',
  };
}

test('a new sandbox speaks the language of the machine: channels, people and all that the app says', async () => {
  const { app } = await start({ LANG: 'nb_NO.UTF-8' });
  expect(await get(app, '/sandbox/company')).toMatchObject({ language: 'nb', canMakeAgain: true });
  const { channels, admin, digest, alert } = await seen(app);
  expect(channels).toEqual(['general', 'kundeservice', 'kunde-varsler', 'ledelse']);
  expect(admin).toBe('nb-NO');
  expect(digest).toContain('oppfølginger venter');
  expect(alert).toContain('Oppfølging');
});

test('whoever looks first has it in their language; later only who asks for it, and then all is anew', async () => {
  const { place, app } = await start({ LANG: 'da_DK.UTF-8' });
  expect((await seen(app)).digest).toContain('opfølgninger venter');
  expect(await makeAgain(app, { language: 'en', onlyUntouched: true })).toMatchObject({ language: 'en' });
  const english = await seen(app);
  expect(english.channels).toEqual(['general', 'customer-service', 'customer-alerts', 'management']);
  expect(english.digest).toContain('follow-ups wait');
  expect(english.alert).toContain('Follow-up');
  expect(JSON.parse((await runShell(place, ['--json'])).out).customers).toBe(400);

  const typed = { do: 'command', workspace: nordlys.id, as: nordlys.astrid, channel: nordlys.general };
  await post(app, '/sandbox/act', { ...typed, command: '/loyalty', text: 'settings' });
  expect(await makeAgain(app, { language: 'da', onlyUntouched: true })).toEqual({ ok: false, error: 'not_made_again' });
  expect(await makeAgain(app, { language: 'da' })).toMatchObject({ language: 'da' });
  expect((await seen(app)).channels).toContain('kunder-alarm');
  expect((await runShell(place, ['verify', '--language', 'en'])).code).toBe(0);
});

test('what LOYALTY_LANGUAGE says holds until a person says otherwise', async () => {
  const { app } = await start({ LANG: 'da_DK.UTF-8', LOYALTY_LANGUAGE: 'en' });
  expect(await makeAgain(app, { language: 'nb', onlyUntouched: true })).toMatchObject({ error: 'not_made_again' });
  expect(await get(app, '/sandbox/company')).toMatchObject({ language: 'en' });
});
