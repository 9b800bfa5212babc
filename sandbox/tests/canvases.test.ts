import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SandboxCanvas } from '../src/page-api.ts';
import { alarm, astrid, bot, general, ledelse, nordlys, type RunningSandbox, startSandbox } from './support.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.act({ do: 'invite', as: astrid, channel: general, user: bot });
});
beforeEach(() => sandbox.change({ canvases: 'paid', withoutScopes: [] }));
afterAll(() => sandbox.stop());

const content = (markdown: string) => ({ type: 'markdown' as const, markdown });
const create = async (markdown: string, more: { title?: string; channel_id?: string } = {}) =>
  (await sandbox.client.canvases.create({ document_content: content(markdown), ...more })).canvas_id ?? '';
const replace = (id: string, markdown: string) =>
  sandbox.client.canvases.edit({
    canvas_id: id,
    changes: [{ operation: 'replace', document_content: content(markdown) }],
  });
const read = (id: string) => sandbox.get<SandboxCanvas>(`/sandbox/canvas?workspace=${nordlys}&id=${id}`);
const refused = (error: string) => expect.objectContaining({ data: expect.objectContaining({ ok: false, error }) });
/** A table of so many cells, its head among them. */
const tableOf = (cells: number) => ['| a |', '| - |', ...Array.from({ length: cells - 2 }, () => '| x |')].join('\n');

describe('a canvas', () => {
  test('is made with a title, as a tab of a channel, and is a file with an address', async () => {
    const id = await create('# Hello', { title: 'Notes', channel_id: general });
    expect(await read(id)).toMatchObject({ title: 'Notes', markdown: '# Hello', channel: { id: general } });
    const { file } = await sandbox.client.files.info({ file: id });
    const permalink = `${sandbox.ready.url}/docs/${nordlys}/${id}`;
    expect(file).toMatchObject({ permalink, mimetype: 'application/vnd.slack-docs', channels: [general], user: bot });
    const [workspace] = await sandbox.describe();
    const channel = workspace?.channels.find((one) => one.id === general);
    expect(channel?.canvases).toContainEqual({ id, title: 'Notes', url: permalink });
  });

  test('is replaced, added to and renamed, one change at a time', async () => {
    const id = await create('one');
    const { edit } = sandbox.client.canvases;
    await replace(id, 'two');
    await edit({ canvas_id: id, changes: [{ operation: 'insert_at_end', document_content: content('three') }] });
    expect((await read(id)).markdown).toBe('two\n\nthree');
    const changes = [1, 2].map((n) => ({ operation: 'replace' as const, document_content: content(`${n}`) }));
    await expect(edit({ canvas_id: id, changes: changes as never })).rejects.toEqual(refused('invalid_arguments'));
  });

  test('is gone when it was deleted', async () => {
    const id = await create('x');
    await sandbox.client.canvases.delete({ canvas_id: id });
    await expect(replace(id, 'y')).rejects.toEqual(refused('canvas_not_found'));
    await expect(sandbox.client.files.info({ file: id })).rejects.toEqual(refused('file_not_found'));
  });

  test('is listed among the files of who made it, and when', async () => {
    const id = await create('x', { channel_id: general });
    const listed = async (asked: Parameters<typeof sandbox.client.files.list>[0]) =>
      (await sandbox.client.files.list(asked)).files?.some((file) => file.id === id);
    const now = (await sandbox.now()).getTime() / 1000;
    expect(await listed({ user: bot, ts_from: String(Math.floor(now - 60)), ts_to: String(Math.ceil(now)) })).toBe(
      true,
    );
    expect(await listed({ channel: general })).toBe(true);
    expect(await listed({ user: astrid })).toBe(false);
    expect(await listed({ ts_from: String(Math.ceil(now + 60)) })).toBe(false);
    expect(await listed({ channel: alarm })).toBe(false);
  });
});

describe('a canvas is refused', () => {
  test.each([
    ['content of another type', { type: 'blocks', markdown: 'x' }],
    ['blocks', { type: 'markdown', markdown: 'x', blocks: [] }],
    ['more than a megabyte', content('x'.repeat(1024 * 1024 + 1))],
  ])('with %s', async (_, document_content) => {
    await expect(sandbox.client.canvases.create({ document_content: document_content as never })).rejects.toEqual(
      refused('invalid_arguments'),
    );
  });

  test('with a table of more than 300 cells', async () => {
    const id = await create(tableOf(300));
    await expect(create(tableOf(301))).rejects.toEqual(refused('canvas_creation_failed'));
    await expect(replace(id, tableOf(301))).rejects.toEqual(refused('canvas_editing_failed'));
  });

  test.each([
    ['that the app is not in', alarm, 'restricted_action'],
    ['that it may not know of', ledelse, 'channel_not_found'],
  ])('as a tab of a channel %s', async (_, channel_id, error) => {
    await expect(create('x', { channel_id })).rejects.toEqual(refused(error));
  });

  test('without the scope, and where canvases are off', async () => {
    await sandbox.change({ withoutScopes: ['canvases:write'] });
    await expect(create('x')).rejects.toEqual(refused('missing_scope'));
    await sandbox.change({ withoutScopes: [], canvases: 'off' });
    await expect(create('x')).rejects.toEqual(refused('canvas_disabled_user_team'));
  });

  test('without a paid plan but as the one tab of a channel', async () => {
    const alone = await create('x');
    const { id = '' } = await sandbox.act({ do: 'create-channel', as: astrid, name: 'noter', isPrivate: false });
    await sandbox.act({ do: 'invite', as: astrid, channel: id, user: bot });
    await sandbox.change({ canvases: 'free' });
    await expect(create('x')).rejects.toEqual(refused('free_teams_cannot_create_non_tabbed_canvases'));
    await expect(replace(alone, 'y')).rejects.toEqual(refused('free_teams_cannot_edit_standalone_canvases'));
    await replace(await create('x', { channel_id: id }), 'y');
    await expect(create('x', { channel_id: id })).rejects.toEqual(refused('free_team_canvas_tab_already_exists'));
  });
});
