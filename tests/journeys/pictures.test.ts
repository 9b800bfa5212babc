import type { AddressInfo } from 'node:net';
import type { SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Illustrator, illustrator } from '../../src/delivery/illustrate.ts';
import { memberPictures } from '../../src/delivery/member-pictures.ts';
import { type PictureAddresses, pictureAddresses } from '../../src/delivery/picture-addresses.ts';
import { pictureUploads } from '../../src/delivery/upload-picture.ts';
import type { Log } from '../../src/errors.ts';
import { drawTrend } from '../../src/messages/figures/trend.ts';
import type { Message } from '../../src/messages/kit/message.ts';
import { drawLadder } from '../../src/messages/ladder/ladder.ts';
import { startDrawing } from '../../src/pictures/draw.ts';
import { sayTo } from '../../src/slack/say-to.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { context, ladder, plainTyped } from '../messages/facts.ts';
import { months } from '../messages/trend-facts.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { conversationOf, nordlys, type RunningSandbox, startSandbox, until } from '../support/sandbox.ts';

const trend = drawTrend({ kind: 'trend', series: months('nps', [21, 24, 27, 34, 47]), target: 45 }, 'en', context);
const gappy = drawTrend({ kind: 'trend', series: months('nps', [21, null, 27, 34, 47]), target: null }, 'en', context);
const rungs = drawLadder({ kind: 'ladder', ladder: ladder(plainTyped) }, 'en', context);
const quiet: Log = { info: () => undefined, error: () => undefined };
const day = 86_400_000;
const { astrid, bot, general } = nordlys;

withDatabases((kind) => {
  const drawing = startDrawing();
  let database: TestDatabase;
  let store: Store;
  let sandbox: RunningSandbox;
  let client: WebClient;
  let app: App;
  let workspaceId: number;
  let now: Date;
  let pictures: Illustrator;
  let answered: Message;
  let addresses: PictureAddresses | null;

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
    client = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });
    await sandbox.act({ do: 'invite', as: astrid, channel: general, user: bot });
    const receiver = new HTTPReceiver({ signingSecret: sandbox.app.signingSecret, logLevel: LogLevel.ERROR });
    app = new App({ token: sandbox.botToken, clientOptions: { slackApiUrl: sandbox.apiUrl }, receiver });
    app.command('/loyalty', async ({ ack, command }) => {
      const first = async (words: { text: string } | null) =>
        ack(words ? { response_type: 'ephemeral', ...words } : undefined);
      const asked = { responseUrl: command.response_url, channelId: command.channel_id, memberId: command.user_id };
      const say = sayTo({ ...place(), log: quiet }, asked);
      await pictures.answer(place(), answered, { first, say, memberId: command.user_id });
    });
    const server = await app.start(0);
    await sandbox.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  });
  beforeEach(async () => {
    now = new Date('2026-11-22T12:00:00Z');
    ({ id: workspaceId } = await store.workspaces.ensure('T1', 'Kaffebar', true));
    // As a process that has just started.
    addresses = null;
    pictures = illustrator({
      store,
      now: () => now,
      log: quiet,
      uploads: pictureUploads({ drawing, log: quiet }),
      memberPictures: {
        inAnswer: (shown) => memberPictures({ drawing, addresses, log: quiet }).inAnswer(shown),
        show: (...shown) => memberPictures({ drawing, addresses, log: quiet }).show(...shown),
      },
    });
    await charts(true);
  });
  afterEach(async () => {
    await sandbox.setChaos({ seed: 0, rates: {} });
    await database.empty();
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.stop();
    await database.close();
    await drawing.stop();
  });

  const place = () => ({ workspaceId, client });
  const charts = (taken: boolean) => sandbox.takeCharts(taken);
  const known = () => store.of(workspaceId).extras.read('chart');
  const typesOf = ({ blocks }: SandboxMessage) => blocks.map((block) => block.type);
  /** In Astrid's conversation with the app. */
  const filesShown = async () => {
    const channel = await conversationOf(sandbox, astrid);
    return channel === '' ? [] : (await sandbox.messages(astrid, channel)).filter(({ files }) => files.length > 0);
  };
  const callsOf = async (method: string) => (await sandbox.calls(method)).length;
  const post = async (message: Message) => {
    const ts = await pictures.post(place(), message, async (shown) => {
      const { ts = '' } = await client.chat.postMessage({ channel: general, ...shown });
      return ts;
    });
    const messages = await sandbox.messages(astrid, general);
    return messages.find((one) => one.ts === ts) as SandboxMessage;
  };
  /** Asks, and gives all that comes of it for the one who asked. */
  const ask = async (message: Message, count: number) => {
    answered = message;
    const alone = async () => (await sandbox.messages(astrid, general)).filter(({ ephemeral }) => ephemeral);
    const before = (await alone()).length;
    const { ok } = await sandbox.act({ do: 'command', as: astrid, channel: general, command: '/loyalty', text: 'nps' });
    expect(ok).toBe(true);
    return (await until(alone, (all) => all.length >= before + count)).slice(before);
  };
  const pictureIn = async ({ blocks }: SandboxMessage) => {
    const block = blocks.find(({ type }) => type === 'image') as { alt_text: string; slack_file: { id: string } };
    const response = await fetch(`${sandbox.url}/sandbox/files/${block.slack_file.id}`);
    return { alt: block.alt_text, type: response.headers.get('content-type'), bytes: await response.arrayBuffer() };
  };

  test('a workspace that takes charts is posted a trend as one of Slack’s own', async () => {
    const uploads = await callsOf('files.completeUploadExternal');
    const message = await post(trend);
    expect(typesOf(message)).toEqual(['header', 'section', 'data_visualization', 'actions']);
    expect(await known()).toEqual({ taken: true, at: now });
    expect(await callsOf('files.completeUploadExternal')).toBe(uploads);
  });

  test('a workspace without charts is posted the same with a drawn picture, and is asked only once', async () => {
    await charts(false);
    const calls = await callsOf('chat.postMessage');
    const message = await post(trend);
    expect(typesOf(message)).toEqual(['header', 'section', 'image', 'actions']);
    expect(await pictureIn(message)).toMatchObject({
      alt: expect.stringContaining('NPS went from +21'),
      type: 'image/png',
    });
    expect(await known()).toEqual({ taken: false, at: now });
    expect(await callsOf('chat.postMessage')).toBe(calls + 2);
    expect(typesOf(await post(trend))).toContain('image');
    expect(await callsOf('chat.postMessage')).toBe(calls + 3);
  });

  test('after a month charts are tried again, and used from then on', async () => {
    await charts(false);
    await post(trend);
    await charts(true);
    now = new Date(now.getTime() + 29 * day);
    expect(typesOf(await post(trend))).toContain('image');
    now = new Date(now.getTime() + day);
    expect(typesOf(await post(trend))).toContain('data_visualization');
    expect(await known()).toEqual({ taken: true, at: now });
  });

  test('a workspace that no longer takes charts gets the drawn picture with the next message', async () => {
    await post(trend);
    await charts(false);
    expect(typesOf(await post(trend))).toContain('image');
    expect((await known())?.taken).toBe(false);
  });

  test('a trend with a gap and the ladder are drawn wherever they go', async () => {
    for (const message of [await post(gappy), await post(rungs)]) {
      expect(typesOf(message)).toContain('image');
      const { bytes, alt } = await pictureIn(message);
      expect(new Uint8Array(bytes).slice(1, 4)).toEqual(new Uint8Array([0x50, 0x4e, 0x47]));
      expect(alt.length).toBeGreaterThan(40);
    }
    expect(await known()).toBeNull();
  });

  test('the same picture is uploaded once, however often it is shown', async () => {
    const uploads = await callsOf('files.completeUploadExternal');
    await Promise.all([post(rungs), post(rungs), post(rungs)]);
    expect(await callsOf('files.completeUploadExternal')).toBe(uploads + 1);
  });

  test('a picture whose file was deleted leaves its words, and is there again the next time', async () => {
    const { blocks } = await post(rungs);
    const image = blocks.find(({ type }) => type === 'image') as { slack_file: { id: string } };
    await client.files.delete({ file: image.slack_file.id });
    expect(typesOf(await post(rungs))).not.toContain('image');
    expect(typesOf(await post(rungs))).toContain('image');
  });

  test('where Slack takes no file the words go without the picture', async () => {
    await sandbox.setChaos({
      seed: 1,
      rates: { 'server-error': 1 },
      methods: ['files.completeUploadExternal'],
    });
    const message = await post(rungs);
    expect(typesOf(message)).not.toContain('image');
    expect(message.text).toContain('400 on the ladder');
  });

  test('who asks gets words and chart in one message', async () => {
    const answers = await ask(trend, 1);
    expect(answers.map(typesOf)).toEqual([['header', 'section', 'data_visualization', 'actions']]);
    // Whether a chart is really there is seen only where it is posted.
    expect(await known()).toBeNull();
  });

  test('without charts who asks gets the words, and the picture in the messages with the app', async () => {
    await charts(false);
    const shapes = [['header', 'section', 'actions']];
    expect((await ask(trend, 1)).map(typesOf)).toEqual(shapes);
    await expect.poll(async () => (await known())?.taken).toBe(false);
    // From now on with the acknowledgement.
    const responses = await callsOf('response_url');
    expect((await ask(trend, 1)).map(typesOf)).toEqual(shapes);
    expect(await callsOf('response_url')).toBe(responses);
    expect((await until(filesShown, (list) => list.length === 2)).at(-1)?.text).toContain('NPS');
  });

  test('what one member alone sees in a channel shows no file, which they could not open', async () => {
    const before = (await filesShown()).length;
    await pictures.postAlone(place(), rungs, astrid, ({ text, blocks }) =>
      client.chat.postEphemeral({ channel: general, user: astrid, text, blocks }),
    );
    const alone = (await sandbox.messages(astrid, general)).filter(({ ephemeral }) => ephemeral);
    expect(alone.flatMap(typesOf)).not.toContain('image');
    // Slack looks a file over before it shows it.
    await until(filesShown, (list) => list.length === before + 1);
  });

  test('where Slack reaches the app, the picture stands in the answer at an address of the app’s own', async () => {
    await charts(false);
    const before = (await filesShown()).length;
    await ask(trend, 1);
    await until(filesShown, (list) => list.length === before + 1);
    addresses = pictureAddresses('a signing secret', 'https://loyalty.example.com/', { now: () => now });
    const [whole] = await ask(trend, 1);
    expect(whole && typesOf(whole)).toEqual(['header', 'section', 'image', 'actions']);
    const image = whole?.blocks.find(({ type }) => type === 'image') as
      | { image_url: string; alt_text: string }
      | undefined;
    expect(image?.alt_text).toContain('NPS went from +21');
    const { origin, pathname } = new URL(image?.image_url ?? '');
    expect(origin).toBe('https://loyalty.example.com');
    expect(addresses.find(pathname)).toMatchObject({ kind: 'trend' });
  });

  test('the words of a message that never had a chart are no proof against charts', async () => {
    const broken = { ...trend, blocks: [...trend.blocks, { type: 'header' }] } as Message;
    await expect(post(broken)).rejects.toThrow('invalid_blocks');
    expect(await known()).toBeNull();
  });
});
