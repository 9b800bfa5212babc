import { describe, expect, test } from 'vitest';
import { chooseNext, isGivenUp, retryDelayMs, wasSentTwice } from '../../src/delivery/choice.ts';
import { usualSettings } from '../../src/delivery/row.ts';
import type { OutboxRow } from '../../src/store/desk/outbox-lanes.ts';

const noon = new Date('2026-03-02T12:00:00Z');
const at = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

function row(id: number, facts: Partial<OutboxRow> = {}): OutboxRow {
  return {
    workspaceId: 1,
    channelId: 'C1',
    id: String(id),
    kind: 'post',
    threadTs: null,
    visibleTo: null,
    subject: `s:${id}`,
    announcement: {},
    status: 'waiting',
    runAt: noon,
    attempts: 0,
    sendingAt: null,
    firstSendingAt: null,
    sentAt: null,
    ts: null,
    createdAt: noon,
    look: null,
    afterTs: null,
    slackAheadMs: null,
    waitsFor: null,
    ...facts,
  };
}

const sending = (id: number, facts: Partial<OutboxRow> = {}) =>
  row(id, { status: 'sending', sendingAt: noon, firstSendingAt: noon, attempts: 1, ...facts });
const tired = usualSettings.triesInTheWay;

describe('what a channel does next', () => {
  const cases: readonly (readonly [string, readonly OutboxRow[], number, string])[] = [
    ['nothing, when nothing waits', [], 0, 'nothing'],
    ['the oldest first', [row(1), row(2)], 0, 'send 1'],
    [
      'what was refused for now holds up what is behind it',
      [row(1, { runAt: at(5), attempts: 3 }), row(2)],
      0,
      'wait 5',
    ],
    ['and goes when its time has come', [row(1, { runAt: at(5), attempts: 3 }), row(2)], 5, 'send 1'],
    ['a call without an outcome is waited for a minute', [sending(1), row(2)], 59, 'wait 60'],
    ['then it is looked for', [sending(1), row(2)], 60, 'look 1'],
    ['an edit is simply made again', [sending(1, { kind: 'update' })], 1, 'send 1'],
    ['a removal too', [sending(1, { kind: 'delete' })], 1, 'send 1'],
    [
      'a canvas waits for the post of the same review',
      [row(2, { kind: 'canvas', subject: 's:1' }), row(1)],
      0,
      'send 1',
    ],
    ['and for every other one', [row(2, { kind: 'canvas' }), row(3)], 0, 'send 3'],
    ['and keeps none of them waiting', [sending(2, { kind: 'canvas', runAt: at(60) }), row(3)], 1, 'send 3'],
    ['it is written again without a look', [sending(2, { kind: 'canvas' })], 1, 'send 2'],
    ['what nothing accepts lets others pass', [row(1, { runAt: at(300), attempts: tired }), row(2)], 0, 'send 2'],
    [
      'but not what is about the same',
      [row(1, { runAt: at(300), attempts: tired }), row(2, { subject: 's:1', kind: 'reply' }), row(3)],
      0,
      'send 3',
    ],
    [
      'the next to be stuck holds up those behind it again',
      [row(1, { runAt: at(300), attempts: tired }), row(2, { runAt: at(2), attempts: 1 }), row(3)],
      0,
      'wait 2',
    ],
    ['nobody passes one that may have been accepted', [sending(1, { attempts: tired }), row(2)], 1, 'wait 60'],
    [
      'what somebody waits for goes before new posts',
      [row(3, { kind: 'reply', subject: 's:0' }), row(1), row(2)],
      0,
      'send 3',
    ],
    [
      'an edit goes before a note in a thread',
      [row(3, { kind: 'reply', subject: 's:0' }), row(4, { kind: 'update', subject: 's:0' }), row(1)],
      0,
      'send 4',
    ],
    ['an answer in a thread goes before new posts', [row(9, { threadTs: '1.2' }), row(1)], 0, 'send 9'],
    ['a note does not go before its post', [row(2, { kind: 'reply', subject: 's:1' }), row(1)], 0, 'send 1'],
    [
      'an edit does not wait for a post whose fate is open',
      [row(2, { kind: 'update', subject: 's:0' }), sending(1)],
      1,
      'send 2',
    ],
    [
      'where a post waits for a reason, others wait with it',
      [row(1, { runAt: at(600), waitsFor: 'is_archived' }), row(2)],
      0,
      'wait 600',
    ],
    [
      'but not what Slack may take',
      [row(3, { kind: 'update', subject: 's:0' }), row(1, { runAt: at(600), waitsFor: 'restricted_action' }), row(2)],
      0,
      'send 3',
    ],
    [
      'a word that nobody knows holds up that message alone',
      [row(1, { runAt: at(600), waitsFor: 'moon_in_the_way' }), row(2)],
      0,
      'send 2',
    ],
    ['what a clock five hours ahead put off is due', [row(1, { runAt: at(5 * 3600) }), row(2)], 0, 'send 1'],
    ['a call that such a clock noted is looked for', [sending(1, { sendingAt: at(5 * 3600) }), row(2)], 0, 'look 1'],
    [
      'the earliest time counts',
      [row(1, { runAt: at(9), attempts: tired }), row(2, { runAt: at(20), attempts: tired })],
      0,
      'wait 9',
    ],
  ];
  test.each(cases)('%s', (_name, rows, seconds, expected) => {
    const choice = chooseNext(rows, at(seconds), usualSettings);
    const shown =
      choice.kind === 'wait'
        ? `wait ${(choice.until.getTime() - noon.getTime()) / 1000}`
        : choice.kind === 'nothing'
          ? 'nothing'
          : `${choice.kind} ${choice.row.id}`;
    expect(shown).toBe(expected);
  });
});

describe('trying again', () => {
  test.each([
    [1, 0, 500],
    [1, 1, 1000],
    [2, 1, 2000],
    [5, 0.5, 12_000],
    [9, 1, 256_000],
    [10, 1, 300_000],
    [5000, 1, 300_000],
  ])('after try %i with chance %f it waits %i ms', (attempts, random, expected) => {
    expect(retryDelayMs(attempts, random, usualSettings)).toBe(expected);
  });

  test.each([
    [24 * 3600, tired, true],
    [24 * 3600 - 1, tired, false],
    [48 * 3600, 1, false],
    [48 * 3600, tired - 1, false],
  ])('%i s old and tried %i times: given up is %s', (seconds, attempts, expected) => {
    expect(isGivenUp(row(1, { attempts }), at(seconds), usualSettings)).toBe(expected);
  });

  test('a message was sent twice when a call began after the first that may have been accepted', () => {
    expect(wasSentTwice(sending(1))).toBe(false);
    expect(wasSentTwice(sending(1, { sendingAt: at(60) }))).toBe(true);
    expect(wasSentTwice(row(1))).toBe(false);
  });
});
