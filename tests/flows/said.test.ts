import { describe, expect, test } from 'vitest';
import { askedByMention, askedDirectly, type SaidEvent } from '../../src/slack/said/read-said.ts';

const bot = 'U0BOT';
const said: SaidEvent = { channel: 'C1', ts: '1.000100', user: 'U0ANNA', text: `<@${bot}> nps` };
const direct: SaidEvent = { ...said, channel: 'D1', channel_type: 'im', text: 'nps' };

describe('what is asked', () => {
  test.each([
    ['<@U0BOT> nps 90', 'nps 90'],
    ['<@U0BOT|loyalty_ladder>: nps 90', 'nps 90'],
    ['<@U0BOT>, nps 90.', 'nps 90'],
    ['Hi <@U0BOT> nps?', 'nps'],
    ['nps 90 <@U0BOT>', 'nps 90'],
    ['<@U0BOT>', ''],
    ['<@U0BOT> ?', '?'],
    ['<@U0BOT> `nps`', 'nps'],
    ['<@U0BOT> *nps*', 'nps'],
    ['<@U0BOT> /loyalty nps', 'nps'],
    ['<@U0BOT>\nnps\u00a090', 'nps\u00a090'],
    ['<@U0BOT> customer R&amp;B &lt;3', 'customer R&B <3'],
    ['<@U0BOT> customer <mailto:anna@example.com|anna@example.com>', 'customer anna@example.com'],
    ['<@U0BOT> nps <@U0BOT>', 'nps'],
    ['<@U0BOT> customer <@U0ANNA|anna>', 'customer @anna'],
  ])('of “%s” is “%s”', (text, words) => {
    expect(askedByMention({ ...said, text }, bot)?.words).toBe(words);
  });

  test.each([
    ['nps 90', 'nps 90'],
    ['/loyalty nps', 'nps'],
    ['<@U0BOT> nps', 'nps'],
    ['Hjælp!', 'Hjælp'],
    ['', ''],
  ])('directly with “%s” is “%s”', (text, words) => {
    expect(askedDirectly({ ...direct, text }, bot)?.words).toBe(words);
  });

  test('with a file alone is its import', () => {
    const file = { ...direct, subtype: 'file_share', text: '', files: [{}] };
    expect(askedDirectly(file, bot)?.words).toBe('import');
    expect(askedDirectly({ ...file, text: 'help' }, bot)?.words).toBe('help');
  });

  test('is no longer than a person writes', () => {
    expect(askedDirectly({ ...direct, text: 'x'.repeat(100_000) }, bot)?.words).toHaveLength(1600);
  });

  test('is read only so far, whatever is left open in it', () => {
    const open = `<@${bot}|`.repeat(20_000);
    expect(askedByMention({ ...said, text: `${open}nps` }, bot)?.words.length).toBeLessThanOrEqual(1600);
    expect(askedByMention({ ...said, text: `<@${bot}> nps${' '.repeat(5000)}country:DK` }, bot)?.words).toBe(
      'nps country:DK',
    );
  });

  test('names the message, its thread and who said it', () => {
    expect(askedByMention({ ...said, thread_ts: '0.5' }, bot)).toEqual({
      channelId: 'C1',
      ts: '1.000100',
      threadTs: '0.5',
      memberId: 'U0ANNA',
      words: 'nps',
    });
  });
});

describe('nobody asks', () => {
  test.each<[string, Partial<SaidEvent>]>([
    ['who is the app itself', { user: bot }],
    ['who is another app', { bot_id: 'B1' }],
    ['who is Slackbot', { user: 'USLACKBOT' }],
    ['who edits a message', { subtype: 'message_changed' }],
    ['who deletes one', { subtype: 'message_deleted' }],
    ['who joins', { subtype: 'channel_join' }],
    ['through a bot of an old kind', { subtype: 'bot_message' }],
  ])('%s', (_, part) => {
    expect(askedByMention({ ...said, ...part }, bot)).toBeNull();
    expect(askedDirectly({ ...direct, ...part }, bot)).toBeNull();
  });

  test('when nobody is named', () => {
    const { user: _, ...unnamed } = direct;
    expect(askedDirectly(unnamed, bot)).toBeNull();
  });

  test('in a channel without mentioning the app, nor twice in direct messages', () => {
    expect(askedDirectly({ ...direct, channel_type: 'channel' }, bot)).toBeNull();
    expect(askedByMention({ ...said, channel: 'D1' }, bot)).toBeNull();
  });
});
