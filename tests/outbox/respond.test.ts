import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureHeaders } from '@loyalty-ladder/sandbox/signature';
import { WebClient } from '@slack/web-api';
import { afterEach, expect, test } from 'vitest';
import { contextOf } from '../../src/context.ts';
import { illustrator } from '../../src/delivery/illustrate.ts';
import type { Log } from '../../src/errors.ts';
import { buttons } from '../../src/slack/actions/index.ts';
import { listen } from '../../src/slack/listen.ts';
import { databaseKinds } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';

const signingSecret = 'secret';
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

test('an address for answers that never answers is given up, and logged', async () => {
  const calls: Promise<unknown>[] = [];
  const hanging = createServer((request) => void calls.push(once(request.socket, 'close')));
  await once(hanging.listen(0, '127.0.0.1'), 'listening');
  cleanUp.push(() => hanging.close());

  const logged = new EventEmitter();
  const heard = once(logged, 'fault');
  const log: Log = { info: () => undefined, error: (_, facts) => void logged.emit('fault', facts) };
  const app = await startListening(log);
  const body = `payload=${encodeURIComponent(JSON.stringify(pressOf(addressOf(hanging))))}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signatureHeaders(signingSecret, body) };
  const response = await fetch(`http://127.0.0.1:${app}/slack/events`, { method: 'POST', body, headers });
  expect(response.status).toBe(200);

  expect(await heard).toMatchObject([{ during: 'listening' }]);
  expect(await Promise.all(calls)).toHaveLength(3);
});

async function startListening(log: Log): Promise<number> {
  const database = await (databaseKinds[0]?.open() ?? Promise.reject(new Error('There is no database.')));
  cleanUp.push(() => database.close());
  const deps = depsOn({ name: 'embedded' }, database.pool, { log });
  const { id } = await deps.store.workspaces.ensure('T1', 'Kaffebar', true);
  // A guest is answered, whatever was pressed.
  const guest = { slackLocale: null, isOutsider: true, runsWorkspace: false };
  const connection = {
    ...contextOf(deps, id),
    client: new WebClient(),
    apiUrl: 'http://127.0.0.1:1/api/',
    people: { find: async () => guest },
    illustrator: illustrator({ ...deps, uploads: { find: async () => null, forget: () => undefined } }),
    firstAdmin: null,
    nudgeImports: () => undefined,
    nudgeRequests: () => undefined,
    nudgePredictions: () => undefined,
    nudgeObstacles: () => undefined,
  };
  const listening = await listen({
    receiver: { mode: 'http', signingSecret, port: 0 },
    apiUrl: connection.apiUrl,
    botToken: 'xoxb-1',
    bot: { botId: 'B1', botUserId: 'U0' },
    log,
    patienceMs: 1000,
    connectionOf: () => connection,
  });
  cleanUp.push(() => listening.stop());
  return listening.port ?? 0;
}

function pressOf(responseUrl: string): object {
  return {
    type: 'block_actions',
    team: { id: 'T1' },
    user: { id: 'U1', team_id: 'T1' },
    channel: { id: 'C1' },
    container: { type: 'message', message_ts: '1.2', channel_id: 'C1' },
    trigger_id: '1.2.3',
    response_url: responseUrl,
    actions: [{ type: 'button', action_id: buttons[0]?.id, block_id: 'b', value: '{}', action_ts: '1.2' }],
  };
}

function addressOf(server: ReturnType<typeof createServer>): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
