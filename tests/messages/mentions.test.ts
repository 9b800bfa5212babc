import { describe, expect, it } from 'vitest';
import { drawAnnouncement } from '../../src/delivery/draw-announcement.ts';
import { mustAct } from '../../src/delivery/must-act.ts';
import type { ReadyAnnouncement } from '../../src/facts/announcement.ts';
import { mentionedIn, withNames } from '../../src/messages/kit/mentions.ts';
import { locales } from '../../src/text/define-text.ts';
import { announcements, context, followUp, plainTyped, replies } from './facts.ts';

/** Whom a post mentions and so tells, by the name of its golden file. All others tell nobody. */
const told: Readonly<Record<string, readonly string[]>> = {
  // Nobody has it: who looks after the customer must act.
  'follow-up-owned': ['U0OWNER'],
  // It waits again for who looks after the customer.
  'event-handed-back-owned': ['U0OWNER'],
  // Who has it learns that the customer has said more, and that it is no longer theirs.
  'event-answered': ['U0ASTEWARD'],
  'event-handed-back-for-other': ['U0ASTEWARD'],
  'event-done-for-other': ['U0ASTEWARD'],
};

const posts = announcements(plainTyped);

describe.each(locales)('in %s', (locale) => {
  it.each(Object.entries(posts))('%s mentions who must act, and nobody else', (name, ready) => {
    expect([...mentionedIn(asPosted(ready))]).toEqual(told[name] ?? []);
  });

  it('nobody who did something is mentioned in the post that tells of it', () => {
    for (const ready of Object.values(posts)) {
      const actor = 'event' in ready && 'memberId' in ready.event ? ready.event.memberId : null;
      if (actor !== null) expect([...mentionedIn(asPosted(ready))]).not.toContain(actor);
    }
  });

  it('no answer that a channel reads mentions anybody', () => {
    for (const reply of Object.values(replies(plainTyped))) {
      const answer = { kind: 'answer', answer: { kind: 'reply', reply }, locale, memberId: null } as const;
      for (const ready of [answer, { kind: 'shared', reply, memberId: 'U0ASTEWARD' } as const]) {
        expect([...mentionedIn(asPosted(ready))]).toEqual([]);
      }
    }
  });

  /** As it goes out where the names of all are known. */
  function asPosted(ready: ReadyAnnouncement) {
    const drawn = drawAnnouncement(ready, locale, context);
    const ids = [...mentionedIn(drawn)].filter((id) => !mustAct(ready).includes(id));
    return withNames(drawn, new Map(ids.map((id) => [id, `Name of ${id}`])));
  }
});

describe('who looks after a customer whose follow-up is handed back', () => {
  const open = followUp(plainTyped, { ownerId: 'U0OWNER' });
  const mentioned = (memberId: string, followUp = open, ofId?: string) => {
    const event = { kind: 'handed-back', memberId, ...(ofId !== undefined && { ofId }) } as const;
    return mustAct({ kind: 'follow-up-event', event, followUp });
  };

  it('is not told of what they handed back themselves', () => {
    expect(mentioned('U0OWNER')).toEqual([]);
  });

  it('is told together with whose it was, when somebody else handed it back', () => {
    expect(mentioned('U0ADMIN', open, 'U0ASTEWARD')).toEqual(['U0ASTEWARD', 'U0OWNER']);
  });

  it('is not told where somebody has taken it by the time the note is sent', () => {
    expect(mentioned('U0ASTEWARD', { ...open, status: 'claimed', stewardId: 'U0ADMIN' })).toEqual([]);
  });
});

describe('a member who is named and not mentioned', () => {
  const claimed = followUp(plainTyped, { status: 'claimed', stewardId: 'U0ASTEWARD' });
  const drawn = drawAnnouncement({ kind: 'follow-up', followUp: claimed }, 'en', context);

  it('is called what Slack calls them, in the words and in the notification', () => {
    const named = withNames(drawn, new Map([['U0ASTEWARD', 'Jonas Berg']]));
    expect(JSON.stringify(named.blocks)).toContain('Jonas Berg');
    expect(named.text).toContain('Jonas Berg has it');
  });

  it('may be called anything: nothing in it is read as markup', () => {
    const named = withNames(drawn, new Map([['U0ASTEWARD', '<!channel> *B*\n<@U0ADMIN>']]));
    expect(named.text).toContain('&lt;!channel&gt; ∗B∗ &lt;@U0ADMIN&gt; has it');
    expect([...mentionedIn(named)]).toEqual([]);
  });

  it('is mentioned where no name is known', () => {
    expect([...mentionedIn(withNames(drawn, new Map()))]).toEqual(['U0ASTEWARD']);
  });
});
