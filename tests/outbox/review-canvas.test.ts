import type { SandboxCanvas, SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Context, contextOf, type Deps } from '../../src/context.ts';
import { phraser } from '../../src/delivery/phrase.ts';
import { canvasWriter } from '../../src/delivery/write-canvas.ts';
import { runDigests } from '../../src/flows/digests/run-digests.ts';
import { setReview } from '../../src/flows/digests/set-review.ts';
import { labelsOf } from '../journeys/person.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';
import { nordlys, type RunningSandbox, startSandbox, until } from '../support/sandbox.ts';
import { deliver, settled, startClock, type TestClock, type TestDelivery } from './support.ts';

const aQuarter = 92 * 86_400_000;

withDatabases((kind) => {
  let database: TestDatabase;
  let sandbox: RunningSandbox;
  let client: WebClient;
  let clock: TestClock;
  let deps: Deps;
  let context: Context;
  let delivery: TestDelivery;
  let channel: string;
  let channels = 0;

  beforeAll(async () => {
    database = await kind.open();
    sandbox = await startSandbox();
    client = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });
  });
  afterAll(async () => {
    await sandbox.stop();
    await database.close();
  });
  beforeEach(async () => {
    clock = await startClock(sandbox, 1);
    deps = depsOn(kind, database.pool, {
      now: clock.now,
      log: { info: () => undefined, error: (...all) => console.log(...all) },
    });
    const { id } = await deps.store.workspaces.ensure(nordlys.id, 'Nordlys Kaffe', true, { locale: 'en' });
    context = contextOf(deps, id);
    channel = await newChannel();
    delivery = start();
  });
  afterEach(async () => {
    await delivery.stop();
    await clock.stop();
    await sandbox.refuse();
    await sandbox.change({ canvases: 'paid', withoutScopes: [] });
    await database.empty();
  });

  const start = () =>
    deliver(database, sandbox, { now: clock.now, phrase: phraser(deps), canvasWriter: canvasWriter(deps) });
  async function newChannel(): Promise<string> {
    channels += 1;
    const name = `ledelse-${channels}`;
    const { id = '' } = await sandbox.act({ do: 'create-channel', as: nordlys.astrid, name, isPrivate: false });
    await sandbox.act({ do: 'invite', as: nordlys.astrid, channel: id, user: nordlys.bot });
    return id;
  }
  const answered = async (score: number, channelId = channel) => {
    const locale = 'en' as const;
    await setReview(context, { channelId, timeZone: 'Europe/Copenhagen', locale, active: true }, nordlys.astrid);
    return score;
  };
  /** Lets a quarter pass and its review go out. @returns the newest message of the channel */
  const quarterPasses = async (channelId = channel): Promise<SandboxMessage> => {
    await answered(0, channelId);
    await clock.advance(aQuarter);
    await runDigests(deps);
    await settled(database);
    return newest(channelId);
  };
  const newest = async (channelId = channel) => {
    const messages = (await sandbox.messages(nordlys.astrid, channelId)).filter(({ isApp }) => isApp);
    return messages.at(-1) as SandboxMessage;
  };
  /** Where a message's button leads. */
  const linkOf = ({ blocks }: SandboxMessage) => {
    const elements = blocks.flatMap((block) => (block.elements ?? []) as { url?: string; text?: { text: string } }[]);
    return elements.find(({ text }) => text?.text === 'Open as canvas')?.url ?? null;
  };
  const canvasAt = async (url: string | null): Promise<SandboxCanvas> => {
    const [, workspace, id] = /\/docs\/(\w+)\/(\w+)$/.exec(url ?? '') ?? [];
    const answer = await fetch(`${sandbox.url}/sandbox/canvas?workspace=${workspace}&id=${id}`);
    return (await answer.json()) as SandboxCanvas;
  };
  const made = async () => (await sandbox.calls('canvases.create')).filter(({ ok }) => ok).length;
  const asked = async () => (await sandbox.calls('canvases.create')).length;
  const known = () => context.store.canvasesTaken.read();

  describe('a quarterly review where there are canvases', () => {
    test('is posted, and its message leads to a tab of the channel that tells the same', async () => {
      const message = await quarterPasses();
      const canvas = await canvasAt(linkOf(message));
      expect(canvas).toMatchObject({ title: 'Quarterly review', channel: { id: channel } });
      expect(canvas.markdown).toContain('# ');
      expect(labelsOf(message)[0]).toBe('Open as canvas');
      expect(await known()).toMatchObject({ taken: true });
    });

    test('takes the place of the one before in the same canvas', async () => {
      const first = await quarterPasses();
      const before = await canvasAt(linkOf(first));
      const count = await made();
      const second = await quarterPasses();
      expect(linkOf(second)).toBe(linkOf(first));
      expect(second.ts).not.toBe(first.ts);
      expect((await canvasAt(linkOf(second))).markdown).not.toBe(before.markdown);
      expect(await made()).toBe(count);
    });
  });
  void until;
  void client;
  void asked;
});
