import { validateBlocks, validateView } from '@loyalty-ladder/sandbox/block-kit';
import { describe, expect, it } from 'vitest';
import { drawReply } from '../../src/commands/draw-reply.ts';
import { drawAnnouncement } from '../../src/delivery/draw-announcement.ts';
import { chartBlock } from '../../src/messages/kit/chart-block.ts';
import { type Message, weave } from '../../src/messages/kit/message.ts';
import { drawProblem } from '../../src/messages/kit/problem.ts';
import { locales } from '../../src/text/define-text.ts';
import { announcements, context, plainTyped, replies, views } from './facts.ts';
import { hostileTyped } from './hostile.ts';
import { liveMarks } from './live-marks.ts';

const typed = Object.entries({ 'what is usual': plainTyped, ...hostileTyped });

describe.each(locales)('in %s', (locale) => {
  describe.each(typed)('%s', (_, facts) => {
    it.each(Object.entries(replies(facts)))('stays within the limits in the answer %s', (_, reply) => {
      expectSafe(drawReply(reply, locale, context));
    });

    it.each(Object.entries(announcements(facts)))('stays within the limits in the post %s', (_, ready) => {
      expectSafe(drawAnnouncement(ready, locale, context));
    });

    it.each(Object.entries(views(facts, locale)))('stays within the limits in the modal %s', (_, view) => {
      expect(validateView(view)).toEqual([]);
      expect(liveMarks(view)).toEqual([]);
    });
  });
});

it.each(typed)('a refusal that quotes %s stays within the limits', (_, { comment }) => {
  expectSafe(drawProblem(`I do not know “${comment}”. Try \`/loyalty help\`.`));
});

/** Slack takes it, it says something, and nothing that was typed mentions, links or formats. */
function expectSafe(message: Message): void {
  expect(validateBlocks(message.blocks, 'message')).toEqual([]);
  const charts = weave(message.blocks, message.pictures ?? [], ({ picture }) => chartBlock(picture));
  expect(validateBlocks(charts, 'message')).toEqual([]);
  for (const { picture } of message.pictures ?? []) expect(picture.alt.length).toBeGreaterThan(20);
  expect(message.text.trim()).not.toBe('');
  expect(message.text.length).toBeLessThanOrEqual(4000);
  expect(message.blocks.length).toBeGreaterThan(0);
  expect(liveMarks(message)).toEqual([]);
  // Slack refuses messages whose blocks are far longer than anybody reads.
  expect(JSON.stringify(message.blocks).length).toBeLessThan(60_000);
}
