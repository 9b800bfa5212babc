import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astrid, bot, fjord, general, jonas, type RunningSandbox, startSandbox, until } from './support.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.act({ do: 'invite', as: astrid, channel: general, user: bot });
});
afterAll(() => sandbox.stop());

const chart = {
  type: 'data_visualization',
  title: 'NPS',
  chart: {
    type: 'line',
    series: [{ name: 'NPS', data: [{ label: 'Jan', value: 1 }] }],
    axis_config: { categories: ['Jan'] },
  },
};
const post = async (...blocks: readonly object[]) => {
  const answer = sandbox.client.chat.postMessage({ channel: general, text: 'x', blocks: blocks as never });
  return answer.then(
    () => [],
    ({ data }: { data: { errors: readonly string[] } }) => data.errors,
  );
};
const imageOf = (id: string) => ({ type: 'image', slack_file: { id }, alt_text: 'x' });
const upload = async (filename: string) => {
  const answer = await sandbox.client.filesUploadV2({ filename, file: Buffer.from([137, 80, 78, 71]) });
  const { files } = answer as unknown as { files: { files: { id: string }[] }[] };
  return files[0]?.files[0]?.id ?? '';
};
const isReady = async (file: string) => (await sandbox.client.files.info({ file })).file?.mimetype !== '';

test('a workspace can be made one that takes no charts, alone and for a while', async () => {
  expect(await post(chart)).toEqual([]);
  await sandbox.takeCharts(false);
  expect(await post({ type: 'divider' }, chart)).toEqual([
    'unsupported type: data_visualization [json-pointer:/blocks/1/type]',
  ]);
  expect(await sandbox.get(`/sandbox/conditions?workspace=${fjord}`)).toMatchObject({ charts: true });
  await sandbox.takeCharts(true);
  expect(await post(chart)).toEqual([]);
});

test('a workspace can be made one that takes no tables that are sorted', async () => {
  const row = [{ type: 'raw_text', text: 'Anna' }];
  const table = { type: 'data_table', caption: 'Customers', rows: [row, row] };
  expect(await post(table)).toEqual([]);
  await sandbox.change({ dataTables: false });
  expect(await post(table)).toEqual(['unsupported type: data_table [json-pointer:/blocks/0/type]']);
  await sandbox.change({ dataTables: true });
  expect(await post(table)).toEqual([]);
});

test('a new picture has no type and may not be shown until Slack is done with it', async () => {
  const id = await upload('trend.png');
  expect((await sandbox.client.files.info({ file: id })).file?.mimetype).toBe('');
  expect(await post(imageOf(id))).toEqual(['invalid slack file [json-pointer:/blocks/0/slack_file]']);
  await until(() => isReady(id));
  expect(await post(imageOf(id))).toEqual([]);
});

test('a file that is unknown, deleted or no picture may not be shown', async () => {
  const [table, gone] = [await upload('orders.csv'), await upload('old.png')];
  await until(async () => (await isReady(table)) && (await isReady(gone)));
  await sandbox.client.files.delete({ file: gone });
  for (const id of [table, gone, 'F00000000']) {
    expect(await post(imageOf(id))).toEqual(['invalid slack file [json-pointer:/blocks/0/slack_file]']);
  }
});

describe('a picture is seen by whom its file is shared with', () => {
  const seen = async (user: string, id: string) => (await fetch(`${sandbox.url}/sandbox/files/${id}?as=${user}`)).ok;
  const ready = async (filename: string) => {
    const id = await upload(filename);
    await until(() => isReady(id));
    return id;
  };
  const newest = async (user: string) => (await sandbox.messages(user, general)).at(-1);

  test('of a message in a channel: by who reads there', async () => {
    const id = await ready('public.png');
    expect(await seen(jonas, id)).toBe(false);
    expect(await post(imageOf(id))).toEqual([]);
    expect((await newest(jonas))?.hiddenFiles).toEqual([]);
    expect([await seen(jonas, id), await seen('U0GUEST0001', id)]).toEqual([true, false]);
    expect((await sandbox.client.files.info({ file: id })).file?.channels).toEqual([general]);
  });

  test('of an answer for one person: by nobody, as its file is in no channel', async () => {
    const id = await ready('private.png');
    const blocks = [imageOf(id)] as never;
    await sandbox.client.chat.postEphemeral({ channel: general, user: jonas, text: 'x', blocks });
    expect(await newest(jonas)).toMatchObject({ ephemeral: true, hiddenFiles: [id] });
    expect([await seen(jonas, id), await seen(bot, id)]).toEqual([false, true]);
  });

  test('of such an answer: by that person too, once their direct messages have it', async () => {
    const id = await ready('own.png');
    await sandbox.client.chat.postMessage({ channel: jonas, text: 'x', blocks: [imageOf(id)] as never });
    expect([await seen(jonas, id), await seen(astrid, id)]).toEqual([true, false]);
    const blocks = [imageOf(id)] as never;
    await sandbox.client.chat.postEphemeral({ channel: general, user: jonas, text: 'x', blocks });
    expect((await newest(jonas))?.hiddenFiles).toEqual([]);
  });

  test('an edit shares nothing', async () => {
    const id = await ready('edit.png');
    const { ts = '' } = await sandbox.client.chat.postMessage({ channel: general, text: 'x' });
    await sandbox.client.chat.update({ channel: general, ts, text: 'x', blocks: [imageOf(id)] as never });
    expect((await newest(jonas))?.hiddenFiles).toEqual([id]);
  });
});
