import { validateBlocks, validateView } from '@loyalty-ladder/sandbox/block-kit';
import { describe, expect, it } from 'vitest';
import { drawReply } from '../../src/commands/tell-reply.ts';
import { drawAnnouncement } from '../../src/delivery/draw-announcement.ts';
import { chartBlock } from '../../src/messages/kit/chart-block.ts';
import { weightOf } from '../../src/messages/kit/fit-blocks.ts';
import { type Message, weave } from '../../src/messages/kit/message.ts';
import { drawProblem } from '../../src/messages/kit/problem.ts';
import { locales } from '../../src/text/define-text.ts';
import { announcements, context, plainTyped, replies, views } from './facts.ts';
import { hostileTyped } from './hostile.ts';
import { liveMarks } from './live-marks.ts';

const typed = Object.entries({ 'what is usual': plainTyped, ...hostileTyped });

describe.each(locales)('in %s', (locale) => {
  describe.each(typed)('where people typed %s', (_, facts) => {
    it('all answers stay within the limits', () => {
      expect(faultsOf(replies(facts), (reply) => messageFaults(drawReply(reply, locale, context)))).toEqual([]);
    });

    it('all posts stay within the limits', () => {
      const posts = announcements(facts);
      expect(faultsOf(posts, (ready) => messageFaults(drawAnnouncement(ready, locale, context)))).toEqual([]);
    });

    it('all modals stay within the limits', () => {
      const modals = views(facts, locale);
      expect(faultsOf(modals, (view) => [...validateView(view), ...liveMarks(view)])).toEqual([]);
    });
  });
});

it('a refusal that quotes what was typed stays within the limits', () => {
  const quoting = (comment: string) => drawProblem(`I do not know “${comment}”. Try \`/loyalty help\`.`);
  const all = Object.fromEntries(typed.map(([name, { comment }]) => [name, quoting(comment)]));
  expect(faultsOf(all, messageFaults)).toEqual([]);
});

/** All that is read in blocks, as Slack is said to count it. */
function charactersRead(blocks: readonly unknown[]): number {
  let count = 0;
  JSON.stringify(blocks, (key, value) => {
    if (typeof value === 'string' && !['type', 'value', 'action_id', 'block_id', 'style'].includes(key))
      count += value.length;
    return value;
  });
  return count;
}

/** What is wrong with any of a table of messages, each with the name of the message. */
function faultsOf<T>(table: Readonly<Record<string, T>>, look: (drawn: T) => readonly unknown[]): unknown[] {
  const all = Object.entries(table);
  expect(all).not.toEqual([]);
  return all.flatMap(([name, drawn]) => look(drawn).map((fault) => ({ name, fault })));
}

/** Slack takes it, it says something, and nothing that was typed mentions, links or formats. */
function messageFaults({ sortable, ...message }: Message): unknown[] {
  const both = sortable && message.pictures ? ['it has both pictures and a table to be sorted'] : [];
  return [...formFaults(message), ...(sortable ? formFaults(sortable) : []), ...both];
}

function formFaults(message: Message): unknown[] {
  const pictures = message.pictures ?? [];
  const charts = weave(message.blocks, pictures, ({ picture }) => chartBlock(picture));
  const rules: Readonly<Record<string, boolean>> = {
    'a picture says too little': pictures.every(({ picture }) => picture.alt.length > 20),
    'its text is empty': message.text.trim() !== '',
    'its text is too long': message.text.length <= 4000,
    'it has no blocks': message.blocks.length > 0,
    // Slack refuses messages whose blocks are longer together, whatever each of them is (msg_blocks_too_long).
    'its blocks are too long': weightOf(message.blocks) <= 12_000,
    'its blocks are too long with Slack’s charts': charactersRead(charts) <= 13_200,
  };
  return [
    ...validateBlocks(message.blocks, 'message'),
    ...validateBlocks(charts, 'message'),
    ...liveMarks(message),
    ...Object.keys(rules).filter((rule) => !rules[rule]),
  ];
}
