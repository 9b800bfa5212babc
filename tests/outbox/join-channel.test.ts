import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deliveryClient } from '../../src/delivery/call.ts';
import { joinChannel, notJoinedWords } from '../../src/slack/join-channel.ts';
import { locales } from '../../src/text/define-text.ts';
import { nordlys, type RunningSandbox, startSandbox } from '../support/sandbox.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(async () => {
  await sandbox.refuse();
  await sandbox.change({ archived: [] });
});
afterAll(() => sandbox.stop());

const join = (channel: string, name?: string) => {
  const client = deliveryClient(sandbox.botToken, { apiUrl: sandbox.apiUrl });
  return joinChannel({ client, memberId: nordlys.astrid }, channel, name);
};

test('a public channel is joined, and the member’s own conversation with the app needs nothing', async () => {
  expect(await join(nordlys.kundeservice)).toBeNull();
  const client = deliveryClient(sandbox.botToken, { apiUrl: sandbox.apiUrl });
  const { channel } = await client.conversations.open({ users: nordlys.astrid });
  expect(await join(channel?.id ?? '')).toBeNull();
});

test('into a private channel the app must be invited', async () => {
  expect(await join(nordlys.ledelse, 'privategroup')).toBe('uninvited');
});

test('an archived channel is told apart, whether the app is in it or not', async () => {
  await sandbox.change({ archived: [nordlys.alarm, nordlys.kundeservice] });
  expect(await join(nordlys.alarm)).toBe('archived');
  expect(await join(nordlys.kundeservice)).toBe('archived');
});

test('a conversation of two others, and a group conversation that the app is not in, are told apart', async () => {
  expect(await join('D0SOMEONES1')).toBe('conversation-of-two');
  expect(await join('C0GROUPDM01', 'mpdm-astrid--jonas--emily-1')).toBe('group-conversation');
});

test('a channel that Slack keeps the app out of is told apart', async () => {
  await sandbox.refuse({ method: 'conversations.join', error: 'restricted_action' });
  expect(await join(nordlys.alarm)).toBe('not-allowed');
});

test('only where an invitation helps, it is advised', () => {
  for (const locale of locales) {
    expect(notJoinedWords(locale, 'uninvited')).toContain('/invite');
    for (const refused of ['archived', 'conversation-of-two', 'group-conversation', 'not-allowed'] as const) {
      expect(notJoinedWords(locale, refused)).not.toContain('/invite');
    }
  }
});
