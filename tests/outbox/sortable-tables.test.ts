import type { SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import type { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { drawReply } from '../../src/commands/tell-reply.ts';
import { deliveryClient } from '../../src/delivery/call.ts';
import { type Illustrator, illustrator } from '../../src/delivery/illustrate.ts';
import { memberPictures } from '../../src/delivery/member-pictures.ts';
import { pictureUploads } from '../../src/delivery/upload-picture.ts';
import type { Log } from '../../src/errors.ts';
import type { Reply } from '../../src/facts/reply.ts';
import { startDrawing } from '../../src/pictures/draw.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { customerLists } from '../messages/customer-list-facts.ts';
import { context, plainTyped } from '../messages/facts.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { nordlys, type RunningSandbox, startSandbox } from '../support/sandbox.ts';

const list = drawReply(customerLists(plainTyped)['customer-list'] as Reply, 'en', context);
const quiet: Log = { info: () => undefined, error: () => undefined };
const day = 86_400_000;
const { astrid, bot, general } = nordlys;

withDatabases((kind) => {
  const drawing = startDrawing();
  let database: TestDatabase;
  let store: Store;
  let sandbox: RunningSandbox;
  let client: WebClient;
  let workspaceId: number;
  let now: Date;
  let delivery: Illustrator;

  beforeAll(async () => {
    database = await kind.open();
    store = openStore({
      kind: 'embedded',
      pool: database.pool,
      durable: false,
      lock: null,
      dump: null,
      close: async () => undefined,
    });
    sandbox = await startSandbox();
    client = deliveryClient(sandbox.botToken, { apiUrl: sandbox.apiUrl });
    await sandbox.act({ do: 'invite', as: astrid, channel: general, user: bot });
  });
  beforeEach(async () => {
    now = new Date('2026-11-22T12:00:00Z');
    ({ id: workspaceId } = await store.workspaces.ensure('T1', 'Kaffebar', true));
    delivery = illustrator({
      store,
      now: () => now,
      log: quiet,
      uploads: pictureUploads({ drawing, log: quiet }),
      memberPictures: memberPictures({ drawing, addresses: null, log: quiet }),
    });
    await sandbox.change({ dataTables: true });
    await sandbox.refuse();
  });
  afterEach(() => database.empty());
  afterAll(async () => {
    await sandbox.stop();
    await database.close();
    await drawing.stop();
  });

  const known = () => store.of(workspaceId).extras.read('table');
  const tableIn = ({ blocks }: SandboxMessage) => blocks.find(({ type }) => /table/.test(String(type)))?.type;
  const calls = async () => (await sandbox.calls('chat.postMessage')).length;
  const post = async () => {
    const ts = await delivery.post({ workspaceId, client }, list, async (shown) => {
      const { ts = '' } = await client.chat.postMessage({ channel: general, ...shown });
      return ts;
    });
    return (await sandbox.messages(astrid, general)).find((one) => one.ts === ts) as SandboxMessage;
  };

  describe('a list', () => {
    test('is posted with a table that can be sorted, and that it was taken is known from then on', async () => {
      expect(tableIn(await post())).toBe('data_table');
      expect(await known()).toEqual({ taken: true, at: now });
    });

    test('that is refused is told again at once in lines, and the workspace is not asked again', async () => {
      await sandbox.change({ dataTables: false });
      const before = await calls();
      const message = await post();
      expect(tableIn(message)).toBe('table');
      expect(message.text).toBe('13 of 400 customers: ambassadors, Norway');
      expect(await known()).toEqual({ taken: false, at: now });
      expect(await calls()).toBe(before + 2);
      expect(tableIn(await post())).toBe('table');
      expect(await calls()).toBe(before + 3);
    });

    test('can be sorted again a month later, where the workspace takes such tables by then', async () => {
      await sandbox.change({ dataTables: false });
      await post();
      await sandbox.change({ dataTables: true });
      now = new Date(now.getTime() + 29 * day);
      expect(tableIn(await post())).toBe('table');
      now = new Date(now.getTime() + day);
      expect(tableIn(await post())).toBe('data_table');
      expect(await known()).toEqual({ taken: true, at: now });
    });

    test('that is too long for a message is told in lines, which says nothing of its kind', async () => {
      await sandbox.refuse({ method: 'chat.postMessage', error: 'msg_blocks_too_long', times: 1 });
      expect(tableIn(await post())).toBe('table');
      expect(await known()).toBeNull();
    });

    test('that one member alone sees is told in lines where it is refused', async () => {
      await sandbox.change({ dataTables: false });
      await delivery.postAlone({ workspaceId, client }, list, astrid, ({ text, blocks }) =>
        client.chat.postEphemeral({ channel: general, user: astrid, text, blocks }),
      );
      const [alone] = (await sandbox.messages(astrid, general)).filter(({ ephemeral }) => ephemeral).slice(-1);
      expect(alone && tableIn(alone)).toBe('table');
      expect((await known())?.taken).toBe(false);
    });

    test('whose workspace takes no tables says nothing of its charts', async () => {
      await sandbox.change({ dataTables: false });
      await post();
      expect(await store.of(workspaceId).extras.read('chart')).toBeNull();
    });
  });
});
