import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { DatabaseKind, TestDatabase } from '../support/database.ts';
import { nordlys, type RunningSandbox, startSandbox } from '../support/sandbox.ts';
import { deliver, outbox, startClock, type TestClock, type TestDelivery } from './support.ts';

/** A sandbox and a database for a suite, and for each test an empty channel and an empty outbox. */
export function useWorld(kind: DatabaseKind) {
  let database: TestDatabase;
  let sandbox: RunningSandbox;
  let channel: string;
  let channelsMade = 0;
  let deliveries: TestDelivery[] = [];
  let clocks: TestClock[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
    database = await kind.open();
  });
  afterAll(async () => {
    await database.close();
    await sandbox.stop();
  });
  beforeEach(async () => {
    channel = await newChannel();
  });
  afterEach(async () => {
    await sandbox.setChaos({ seed: 0, rates: {} });
    await sandbox.refuse();
    await sandbox.change({ archived: [], restricted: [], withoutScopes: [], historyLimited: false });
    await Promise.all(deliveries.map((delivery) => delivery.stop()));
    await Promise.all(clocks.map((clock) => clock.stop()));
    deliveries = [];
    clocks = [];
    await database.empty();
  });

  async function newChannel(): Promise<string> {
    channelsMade += 1;
    const name = `room-${channelsMade}`;
    const { id = '' } = await sandbox.act({ do: 'create-channel', as: nordlys.astrid, name, isPrivate: false });
    await sandbox.act({ do: 'invite', as: nordlys.astrid, channel: id, user: nordlys.bot });
    return id;
  }

  /** What the app said there, oldest first; of a thread its replies. */
  async function said(channelId = channel, threadTs?: string) {
    const messages = await sandbox.messages(nordlys.astrid, channelId, threadTs);
    return messages.filter((one) => one.isApp && one.ts !== threadTs);
  }

  return {
    get database() {
      return database;
    },
    get sandbox() {
      return sandbox;
    },
    /** The channel of this test. */
    get channel() {
      return channel;
    },
    newChannel,
    said,
    textsIn: async (channelId = channel, threadTs?: string) => (await said(channelId, threadTs)).map((one) => one.text),
    /** Writes a post to the outbox. */
    add: (text: string, facts: { subject?: string; channelId?: string; blocks?: unknown; at?: Date } = {}) =>
      outbox(database).add(
        {
          channelId: facts.channelId ?? channel,
          subject: facts.subject ?? text,
          key: text,
          announcement: { text, ...(facts.blocks ? { blocks: facts.blocks } : {}) },
        },
        facts.at ?? new Date(),
      ),
    start(options: Parameters<typeof deliver>[2] = {}): TestDelivery {
      const delivery = deliver(database, sandbox, options);
      deliveries.push(delivery);
      return delivery;
    },
    async clockAt(speed: number): Promise<TestClock> {
      const clock = await startClock(sandbox, speed);
      clocks.push(clock);
      return clock;
    },
  };
}
