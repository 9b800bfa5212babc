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
import { nordlys, type RunningSandbox, startSandbox } from '../support/sandbox.ts';
import { deliver, rows, settled, startClock, type TestClock, type TestDelivery } from './support.ts';

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
    deps = depsOn(kind, database.pool, { now: clock.now });
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
  const wantsReviews = (channelId = channel) =>
    setReview(context, { channelId, timeZone: 'Europe/Copenhagen', locale: 'en', active: true }, nordlys.astrid);
  /** Lets a quarter pass, and what it brings go out. @returns the newest message of the channel */
  const quarterPasses = async (): Promise<SandboxMessage> => {
    await wantsReviews();
    await clock.advance(aQuarter);
    return reviewsGoOut();
  };
  const reviewsGoOut = async () => {
    await runDigests(deps);
    await settled(database);
    return newest();
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
  const canvasOf = async (message: SandboxMessage) => canvasAt(linkOf(message));
  const asked = async () => (await sandbox.calls('canvases.create')).length;
  const made = async () => (await sandbox.calls('canvases.create')).filter(({ ok }) => ok).length;
  const known = () => context.store.extras.read('canvas');

  describe('a quarterly review where there are canvases', () => {
    test('is posted, and its message leads to a tab of the channel that tells of the same quarter', async () => {
      const message = await quarterPasses();
      const canvas = await canvasOf(message);
      expect(canvas).toMatchObject({ title: 'Quarterly review', channel: { id: channel } });
      const [, quarter = '?'] = /^# (.+)$/m.exec(canvas.markdown) ?? [];
      expect(message.text.toLowerCase()).toContain(quarter.toLowerCase());
      expect(labelsOf(message)[0]).toBe('Open as canvas');
      expect(await known()).toMatchObject({ taken: true });
    });

    test('takes the place of the one before in the same canvas', async () => {
      const first = await quarterPasses();
      const before = await canvasOf(first);
      const count = await asked();
      const second = await quarterPasses();
      expect(second.ts).not.toBe(first.ts);
      expect(linkOf(second)).toBe(linkOf(first));
      expect((await canvasOf(second)).markdown).not.toBe(before.markdown);
      expect(await asked()).toBe(count);
    });

    test('has one for each channel', async () => {
      const other = await newChannel();
      await wantsReviews(other);
      const message = await quarterPasses();
      expect(await canvasOf(await newest(other))).toMatchObject({ channel: { id: other } });
      expect(await canvasOf(message)).toMatchObject({ channel: { id: channel } });
    });

    test('gets a new canvas where somebody took it away', async () => {
      const first = await quarterPasses();
      await client.canvases.delete({ canvas_id: (await canvasOf(first)).id });
      const count = await made();
      const second = await quarterPasses();
      expect(linkOf(second)).not.toBe(linkOf(first));
      expect(await canvasOf(second)).toMatchObject({ channel: { id: channel } });
      expect(await made()).toBe(count + 1);
    });

    test('is in the one canvas that Slack made when its answer was lost', async () => {
      await sandbox.refuse({ method: 'canvases.create', answerLost: true, times: 1 });
      const count = await made();
      expect(await canvasOf(await quarterPasses())).toMatchObject({ channel: { id: channel } });
      expect(await made()).toBe(count + 1);
    });

    test('is not taken into the canvas of another channel when an answer was lost', async () => {
      const other = await newChannel();
      await wantsReviews(other);
      await sandbox.refuse({ method: 'canvases.create', answerLost: true, times: 2 });
      const count = await made();
      expect(await canvasOf(await quarterPasses())).toMatchObject({ channel: { id: channel } });
      expect(await canvasOf(await newest(other))).toMatchObject({ channel: { id: other } });
      expect(await made()).toBe(count + 2);
    });

    test('gets its canvas after Slack broke down before it made one', async () => {
      await sandbox.refuse({ method: 'canvases.create', status: 503, times: 1 });
      const count = await made();
      expect(await canvasOf(await quarterPasses())).toMatchObject({ channel: { id: channel } });
      expect(await made()).toBe(count + 1);
    });

    test('gets its canvas when Slack asks to wait', async () => {
      await sandbox.refuse({ method: 'canvases.create', status: 429, retryAfterSeconds: 1, times: 1 });
      expect(await canvasOf(await quarterPasses())).toMatchObject({ channel: { id: channel } });
    });

    test('gets none rather than a second one where nobody can tell whether there is one', async () => {
      await sandbox.refuse(
        { method: 'canvases.create', answerLost: true, times: 1 },
        { method: 'files.list', error: 'access_denied' },
      );
      const count = await made();
      expect(linkOf(await quarterPasses())).toBeNull();
      expect(linkOf(await quarterPasses())).toBeNull();
      expect(await made()).toBe(count + 1);
      await sandbox.refuse();
    });
  });

  describe.each([
    ['a plan without them', () => sandbox.change({ canvases: 'off' })],
    ['an app that was not given the scope', () => sandbox.change({ withoutScopes: ['canvases:write'] })],
  ])('a quarterly review where there are no canvases: %s', (_, takeAway) => {
    test('is a message alone, which is found out once and tried again after a month', async () => {
      await takeAway();
      const message = await quarterPasses();
      expect(message.text).toContain('Quarterly review');
      expect([linkOf(message), message.edited]).toEqual([null, false]);
      expect(await known()).toMatchObject({ taken: false });
      const count = await asked();
      const [{ subject = '' } = {}] = await rows(database);
      expect(await context.store.outbox.addCanvas({ subject, key: 'once more' }, clock.now())).toBe(true);
      await settled(database);
      expect(await asked()).toBe(count);
      expect(delivery.errors).toEqual([]);
      await sandbox.change({ canvases: 'paid', withoutScopes: [] });
      expect(await canvasOf(await quarterPasses())).toMatchObject({ channel: { id: channel } });
      expect(await known()).toMatchObject({ taken: true });
    });
  });

  test('a channel whose only tab is another canvas has its review as a message, and other channels keep theirs', async () => {
    await sandbox.change({ canvases: 'free' });
    await client.canvases.create({ title: 'Notes', channel_id: channel });
    const other = await newChannel();
    await wantsReviews(other);
    expect(linkOf(await quarterPasses())).toBeNull();
    expect(await canvasOf(await newest(other))).toMatchObject({ channel: { id: other } });
    expect(delivery.errors).toEqual([]);
  });
});
