import { afterAll, beforeAll, expect, test } from 'vitest';
import { astrid, bot, fjord, general, type RunningSandbox, startSandbox, until } from './support.ts';

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
