import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deliveryClient } from '../../src/delivery/call.ts';
import { header, lines, section } from '../../src/messages/kit/blocks.ts';
import { toText } from '../../src/shell/print.ts';
import { idsIn, withNames } from '../../src/shell/with-names.ts';
import { namesInSlack } from '../../src/slack/names-in-slack.ts';
import { nordlys, type RunningSandbox, startSandbox } from '../support/sandbox.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.refuse());
afterAll(() => sandbox.stop());

const message = {
  text: '',
  blocks: [
    header('Settings'),
    section(`Alert channel: <#${nordlys.alarm}>`),
    lines([{ member: nordlys.astrid }, ' has it in ', { channel: nordlys.general }, ', ', { member: 'U0NOBODY99' }]),
  ],
};
const names = () => namesInSlack(deliveryClient(sandbox.botToken, { apiUrl: sandbox.apiUrl }))(idsIn(message));

test('in a terminal members and channels have their names, and who has none keeps an id', async () => {
  const shown = toText(withNames(message, await names()));
  expect(shown).toBe('Settings\n\nAlert channel: #kunder-alarm\n\n@Astrid Holm has it in #general, @U0NOBODY99\n');
});

test('where Slack does not say, ids stand there', async () => {
  await sandbox.refuse({ method: 'users.info', error: 'ratelimited' });
  const shown = toText(withNames(message, await names()));
  expect(shown).toContain(`#kunder-alarm\n\n@${nordlys.astrid} has it`);
});
