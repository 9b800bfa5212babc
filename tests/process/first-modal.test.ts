import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { placeKinds } from '../support/life.ts';
import { nordlys, type RunningSandbox, startSandbox } from '../support/sandbox.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(sandbox.folder, { recursive: true, force: true });
});

describe.each(placeKinds)('on the $name database', ({ open }) => {
  test.each(['settings', 'digest settings', 'review settings', 'import'])(
    'the first thing that a started app is asked for over HTTP may be /loyalty %s: its form opens in time',
    async (words) => {
      const place = await open();
      const { folder } = place;
      const app = await startApp({
        sandbox,
        transport: 'HTTP',
        place: { folder, databaseUrl: place.env.DATABASE_URL ?? null },
        env: { LOYALTY_ADMIN: nordlys.emily },
      });
      const act = { as: nordlys.emily, do: 'command', channel: nordlys.general, command: '/loyalty' } as const;
      const { ok } = await sandbox.act({ ...act, text: words });
      const { modals } = await sandbox.screen(nordlys.emily);
      for (const { id } of modals) await sandbox.act({ as: nordlys.emily, do: 'close', viewId: id });
      await app.stop();
      await place.close();
      expect({ ok, modals: modals.length }).toEqual({ ok: true, modals: 1 });
    },
  );
});
