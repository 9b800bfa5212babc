import { describe, expect, it } from 'vitest';
import { drawReply } from '../../src/commands/tell-reply.ts';
import { drawAnnouncement } from '../../src/delivery/draw-announcement.ts';
import type { Message } from '../../src/messages/kit/message.ts';
import { type Locale, locales } from '../../src/text/define-text.ts';
import { announcements, context, plainTyped, replies } from './facts.ts';
import { heightOf, tallestItem } from './height.ts';
import { tooTall } from './too-tall.ts';

/** The most lines that a busy person is given, by what the name of a message begins with. */
const limits: readonly (readonly [name: RegExp, most: number])[] = [
  [/^(reply|post)-digest(-quiet)?$/, 22],
  [/^(reply|post)-review/, 30],
  // In a thread, for who wants to know more.
  [/^post-digest-details$/, 30],
  [/^reply-help/, 12],
  [/^post-(follow-up|event|figure-alert|alerts|obstacle)/, 10],
  [/^(reply|post)-/, 14],
];

const names = [
  ...Object.keys(replies(plainTyped)).map((name) => `reply-${name}`),
  ...Object.keys(announcements(plainTyped)).map((name) => `post-${name}`),
];
const limitOf = (name: string): number => limits.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
const drawnIn = new Map(locales.map((locale) => [locale, drawAll(locale)]));

describe.each(names)('%s', (name) => {
  it.each(locales)('is read at a glance in %s', (locale) => {
    const message = drawn(name, locale);
    for (const form of [message, ...(message.sortable ? [message.sortable] : [])]) {
      expect(heightOf(form)).toBeLessThanOrEqual(tooTall[name] ?? limitOf(name));
      expect(tallestItem(form)).toBeLessThanOrEqual(2);
    }
  });
});

it('what is still too tall is a message that is, and no longer stands on the list when it is short', () => {
  const tallest = (name: string) => Math.max(...locales.map((locale) => heightOf(drawn(name, locale))));
  const listed = Object.keys(tooTall);
  expect(listed.filter((name) => !names.includes(name))).toEqual([]);
  expect(listed.filter((name) => tallest(name) <= limitOf(name))).toEqual([]);
});

function drawn(name: string, locale: Locale): Message {
  const message = drawnIn.get(locale)?.[name];
  if (!message) throw new Error(`There is no message ${name}.`);
  return message;
}

function drawAll(locale: Locale): Record<string, Message> {
  return Object.fromEntries([
    ...Object.entries(replies(plainTyped)).map(([name, reply]) => [`reply-${name}`, drawReply(reply, locale, context)]),
    ...Object.entries(announcements(plainTyped)).map(([name, ready]) => [
      `post-${name}`,
      drawAnnouncement(ready, locale, context),
    ]),
  ]);
}
