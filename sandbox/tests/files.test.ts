import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Recorder, startRecorder } from './recorder.ts';
import { astrid, bot, general, jonas, nordlys, type RunningSandbox, startSandbox, until } from './support.ts';

let sandbox: RunningSandbox;
let recorder: Recorder;
beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.act({ as: astrid, do: 'invite', channel: general, user: bot });
  recorder = await startRecorder(sandbox);
});
afterAll(async () => {
  await recorder.stop();
  await sandbox.stop();
});

async function upload(name: string, words: string): Promise<string> {
  const address = `${sandbox.ready.url}/sandbox/files?workspace=${nordlys}&as=${jonas}&name=${name}`;
  const response = await fetch(address, { method: 'POST', body: words });
  return ((await response.json()) as { file_id: string }).file_id;
}

const token = { authorization: 'Bearer xoxb-sandbox-nordlys-kaffe' };

test('filesUploadV2 of text and of bytes, as one message', async () => {
  const { ts = '' } = await sandbox.client.chat.postMessage({ channel: general, text: 'Refused rows' });
  const done = await sandbox.client.filesUploadV2({
    channel_id: general,
    thread_ts: ts,
    initial_comment: 'To mend',
    file_uploads: [
      { filename: 'refused.csv', content: 'line,reason\n2,æøå\n', title: 'Refused' },
      { filename: 'chart.png', file: Buffer.from([137, 80, 78, 71, 0, 255]) },
    ],
  });
  expect(done.ok).toBe(true);
  // Slack answers first, and posts when it has looked the files over.
  expect(await sandbox.messages(jonas, general, ts)).toHaveLength(1);
  const replies = await until(
    () => sandbox.messages(jonas, general, ts),
    (all) => all.length > 1,
  );
  expect(replies.at(-1)).toMatchObject({
    text: 'To mend',
    isApp: true,
    files: [
      { name: 'refused.csv', size: 21 },
      { name: 'chart.png', size: 6 },
    ],
  });
  const seen = await fetch(`${sandbox.ready.url}${replies.at(-1)?.files[0]?.url}`);
  expect(await seen.text()).toBe('line,reason\n2,æøå\n');
  expect(seen.headers.get('content-disposition')).toContain('attachment');
  const id = replies.at(-1)?.files[1]?.id ?? '';
  const infoOf = async () => (await sandbox.client.files.info({ file: id })).file;
  const file = await until(infoOf, (info) => info?.mimetype !== '');
  expect(file).toMatchObject({ name: 'chart.png', mimetype: 'image/png', size: 6, user: bot, channels: [general] });
  const bytes = await fetch(file?.url_private_download ?? '', { headers: token });
  expect([...new Uint8Array(await bytes.arrayBuffer())]).toEqual([137, 80, 78, 71, 0, 255]);
});

test('a file that a person hands over is read with the token; without it Slack shows its sign-in page', async () => {
  const id = await upload('orders.csv', 'order;customer\n1;Anna\n');
  const said = await sandbox.act({ as: jonas, do: 'say', channel: general, text: 'Here', fileIds: [id] });
  const shared = () => recorder.of('file_shared').map((one) => one.event as { file_id: string });
  expect(await until(() => shared().find((one) => one.file_id === id))).toMatchObject({
    user_id: jonas,
    channel_id: general,
  });
  const { messages } = await sandbox.client.conversations.history({
    channel: general,
    latest: said.ts ?? '',
    inclusive: true,
    limit: 1,
  });
  const [file] = messages?.[0]?.files ?? [];
  expect(file).toMatchObject({ id, name: 'orders.csv', mimetype: 'text/csv' });
  const address = file?.url_private ?? '';
  expect(await (await fetch(address, { headers: token })).text()).toBe('order;customer\n1;Anna\n');
  for (const headers of [{}, { authorization: 'Bearer xoxb-other' }]) {
    const refused = await fetch(address, { headers });
    expect(refused.headers.get('content-type')).toContain('text/html');
    expect(await refused.text()).not.toContain('Anna');
  }
});

test('a file input hands over whole files', async () => {
  const id = await upload('orders.csv', 'x');
  await sandbox.act({ as: jonas, do: 'global-shortcut', callbackId: 'feedback.add' });
  const shortcut = await until(() => recorder.of('shortcut').at(-1));
  const plain = (text: string) => ({ type: 'plain_text', text });
  const element = { type: 'file_input', action_id: 'f', filetypes: ['csv'], max_files: 1 };
  const view = {
    type: 'modal',
    title: plain('Import'),
    submit: plain('Go'),
    blocks: [{ type: 'input', block_id: 'file', label: plain('File'), element }],
  };
  const opened = (await sandbox.client.apiCall('views.open', { trigger_id: shortcut.trigger_id, view })) as {
    view?: { id: string };
  };
  const state = { file: { f: { type: 'file_input', files: [{ id }] } } };
  await sandbox.act({ as: jonas, do: 'submit', viewId: opened.view?.id ?? '', state });
  const submitted = await until(() => recorder.of('view_submission')[0]);
  expect(submitted).toMatchObject({
    view: {
      state: {
        values: {
          file: {
            f: {
              type: 'file_input',
              files: [{ id, name: 'orders.csv', url_private_download: expect.stringContaining('/files-pri/') }],
            },
          },
        },
      },
    },
  });
});

test('an upload that is not as long as it said is refused, one that is not finished is not found', async () => {
  const { upload_url = '', file_id = '' } = await sandbox.client.files.getUploadURLExternal({
    filename: 'a.txt',
    length: 3,
  });
  expect((await fetch(upload_url, { method: 'POST', body: 'four' })).status).toBe(400);
  const unfinished = sandbox.client.files.completeUploadExternal({ files: [{ id: file_id, title: 'a' }] });
  await expect(unfinished).rejects.toMatchObject({ data: { error: 'file_not_found' } });
  await expect(sandbox.client.files.info({ file: file_id })).rejects.toMatchObject({
    data: { error: 'file_not_found' },
  });
  expect((await fetch(upload_url, { method: 'POST', body: 'two' })).status).toBe(200);
  await sandbox.client.files.completeUploadExternal({ files: [{ id: file_id, title: 'a' }] });
  expect((await sandbox.client.files.info({ file: file_id })).file).toMatchObject({ title: 'a' });
  await sandbox.client.files.delete({ file: file_id });
  await expect(sandbox.client.files.info({ file: file_id })).rejects.toMatchObject({
    data: { error: 'file_not_found' },
  });
});

test('a file is posted only where the bot is', async () => {
  const elsewhere = sandbox.client.filesUploadV2({ channel_id: 'C0KUNDALARM', filename: 'a.txt', content: 'x' });
  await expect(elsewhere).rejects.toMatchObject({ data: { error: 'not_in_channel' } });
});
