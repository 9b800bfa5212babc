import { describe, expect, it } from 'vitest';
import { drawReply } from '../../src/commands/tell-reply.ts';
import { drawAnnouncement } from '../../src/delivery/draw-announcement.ts';
import { locales } from '../../src/text/define-text.ts';
import { announcements, context, plainTyped, replies, views } from './facts.ts';

describe.each(locales)('what people see in %s', (locale) => {
  it.each(Object.entries(replies(plainTyped)))('answers %s as agreed', async (name, reply) => {
    const message = drawReply(reply, locale, context);
    await expect(asText(message)).toMatchFileSnapshot(`golden/${locale}/reply-${name}.json`);
  });

  it.each(Object.entries(announcements(plainTyped)))('posts %s as agreed', async (name, ready) => {
    const message = drawAnnouncement(ready, locale, context);
    await expect(asText(message)).toMatchFileSnapshot(`golden/${locale}/post-${name}.json`);
  });

  it.each(Object.entries(views(plainTyped, locale)))('asks in the modal %s as agreed', async (name, view) => {
    await expect(asText(view)).toMatchFileSnapshot(`golden/${locale}/view-${name}.json`);
  });
});

function asText(message: unknown): string {
  return `${JSON.stringify(message, null, 2)}\n`;
}
