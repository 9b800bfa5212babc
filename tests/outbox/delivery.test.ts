import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { nordlys, type RunningSandbox, startSandbox } from '../support/sandbox.ts';
import { deliver, outbox, settled, type TestDelivery } from './support.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  let sandbox: RunningSandbox;
  let delivery: TestDelivery | undefined;

  beforeAll(async () => {
    sandbox = await startSandbox();
    await sandbox.act({ do: 'invite', as: nordlys.astrid, channel: nordlys.alarm, user: nordlys.bot });
  });
  afterAll(() => sandbox.stop());
  beforeEach(async () => {
    database = await kind.open();
  });
  afterEach(async () => {
    await delivery?.stop();
    await database.close();
  });

  test('what was written with its cause is posted, and its ts noted', async () => {
    const post = { channelId: nordlys.alarm, subject: 'follow-up:1', key: 'a', announcement: { text: 'hello' } };
    expect(await outbox(database).add(post, new Date())).toBe(true);
    expect(await outbox(database).add(post, new Date())).toBe(false);
    delivery = deliver(database, sandbox);
    const [row] = await settled(database);
    const messages = await sandbox.messages(nordlys.astrid, nordlys.alarm);
    expect(messages.filter((one) => one.isApp).map((one) => [one.text, one.ts])).toEqual([['hello', row?.ts]]);
  });
});
