import { validateBlocks } from '@loyalty-ladder/sandbox/block-kit';
import { describe, expect, it } from 'vitest';
import { drawReply } from '../../src/commands/tell-reply.ts';
import { drawAnnouncement } from '../../src/delivery/draw-announcement.ts';
import type { Reply } from '../../src/facts/reply.ts';
import type { FigureReport } from '../../src/loyalty/figures/report.ts';
import {
  askCustomerButton,
  correctButton,
  editCustomerButton,
  lookUpButton,
  moreOfCustomerButton,
  noteRecommendationButton,
  pinButton,
  unpinButton,
  whyRungButton,
} from '../../src/messages/customers/customer-buttons.ts';
import { openCustomerButton } from '../../src/messages/customers/customers.ts';
import { figureParts } from '../../src/messages/figures/figure.ts';
import { claimButton, doneButton, handBackButton } from '../../src/messages/follow-ups/follow-up-buttons.ts';
import { type Message, mostBlocks } from '../../src/messages/kit/message.ts';
import { moreButton } from '../../src/messages/kit/more-button.ts';
import { shareButton } from '../../src/messages/kit/share-button.ts';
import { whyButton } from '../../src/messages/kit/why-button.ts';
import {
  announcements,
  card,
  context,
  digest,
  followUp,
  ladder,
  npsReport,
  plainTyped,
  rateReport,
  replies,
  voice,
} from './facts.ts';

const pressable = (message: Message): string[] =>
  [...JSON.stringify(message.blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
const figure = (report: FigureReport) => drawReply({ kind: 'figure', report }, 'en', context);

describe('a figure', () => {
  it('is not told from fewer than five answers, and told as indicative from fewer than thirty', () => {
    expect(figure(npsReport(4, 0, 0)).text).toMatch(/^NPS: not enough data \(4 answers\)/);
    expect(JSON.stringify(figure(npsReport(4, 0, 0)))).not.toContain('+100');
    expect(figure(npsReport(5, 0, 0)).text).toMatch(/^NPS: \+100 \(5 answers, indicative\)/);
    expect(figure(npsReport(30, 0, 0)).text).toMatch(/^NPS: \+100 \(30 answers\)/);
  });

  it('of nothing is not enough data, never 0', () => {
    for (const report of [npsReport(0, 0, 0), rateReport('csat', 0, 0), rateReport('repeat', 0, 0)]) {
      expect(figure(report).text).toMatch(/not enough data \(no (answers|customers)\)/);
      expect(JSON.stringify(figure(report).blocks)).not.toMatch(/: [+−]?0[%" ]/);
    }
  });

  it.each([
    ['en', ['1 promoter', '1 passive', '1 detractor', '1 satisfied (4–5)', '1 other (1–3)']],
    ['da', ['1 fortaler', '1 passiv', '1 kritiker', '1 tilfreds (4–5)', '1 øvrig (1–3)']],
    ['nb', ['1 promotør', '1 passiv', '1 kritiker', '1 fornøyd (4–5)', '1 øvrig (1–3)']],
  ] as const)('counts one as one in %s', (locale, expected) => {
    const reports = [npsReport(1, 1, 9), npsReport(9, 0, 1), rateReport('csat', 1, 9), rateReport('csat', 8, 9)];
    const said = reports.map((report) =>
      JSON.stringify([drawReply({ kind: 'figure', report }, locale, context).blocks, figureParts(locale, report)]),
    );
    for (const words of expected) expect(said.some((one) => one.includes(`${words} ·`))).toBe(true);
  });

  it.each([
    [29.4, 30.6, 'Up 1.2 points from +29', '+31'],
    [29.4, 30.4, 'Up 1 point from +29', '+30'],
    [30.6, 29.4, 'Down 1.2 points from +31', '+29'],
    [20, 58.3, 'Up 38 points from +20', '+58'],
  ])('that went from %d to %d says a difference that the two scores don’t contradict', (then, now, change, value) => {
    const report = npsReport(90, 10, 20, true);
    const told = figure({
      ...report,
      value: now,
      previous: { ...report.previous, value: then },
      change: { value: now - then, p: 0.01, proven: true },
    });
    expect(told.text).toContain(`NPS: ${value} `);
    expect(told.text).toContain(change);
  });

  it('that is a share says a difference that the two shares don’t contradict', () => {
    const report = rateReport('repeat', 1040, 2357);
    const told = figure({
      ...report,
      value: 0.44_14,
      previous: { ...report.previous, value: 0.50_06 },
      change: { value: 0.44_14 - 0.50_06, p: 0.01, proven: true },
    });
    expect(told.text).toContain('Repeat purchase rate: 44.1%');
    expect(told.text).toContain('Down 5.92 percentage points from 50.1%');
  });

  it('of 0 is a 0', () => {
    expect(figure(npsReport(10, 80, 10)).text).toMatch(/^NPS: 0 \(100 answers\)/);
  });

  it('has changed only where the change is proven', () => {
    expect(figure(npsReport(50, 30, 20)).text).toContain('No change proven');
    expect(figure(npsReport(50, 30, 20)).text).not.toMatch(/\bUp\b|\bDown\b/);
    expect(figure(npsReport(90, 10, 20, true)).text).toContain('Up 38 points from +20');
  });

  it('is not compared with a window of fewer than five answers', () => {
    const report = npsReport(90, 10, 20, true);
    const thin = { ...report, previous: { ...report.previous, base: 4, value: 100 } };
    expect(figure(thin).text).toContain('Too little in the 90 days before to compare with (4 answers).');
    expect(figure(thin).text).not.toContain('+100');
  });
});

describe('what can be pressed', () => {
  it('“Share to channel” carries what was asked, as of which day', () => {
    const message = drawReply({ kind: 'figure', report: npsReport(50, 30, 20) }, 'en', context);
    const button = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])).at(-1);
    expect(button?.type === 'button' && shareButton.value.parse(button.value ?? '')).toEqual(context.said);
    expect(shareButton.value.safeParse('not JSON').success).toBe(false);
  });

  it('is never “Share to channel” on a customer’s card, nor where there is nothing to say again', () => {
    const shared = (reply: Reply, said = context.said) => pressable(drawReply(reply, 'en', { ...context, said }));
    expect(shared({ kind: 'customer', card: card(plainTyped) })).not.toContain(shareButton.id);
    expect(shared({ kind: 'ladder', ladder: ladder(plainTyped) })).toContain(shareButton.id);
    expect(shared({ kind: 'ladder', ladder: ladder(plainTyped) }, null)).not.toContain(shareButton.id);
    const long = { words: 'x'.repeat(3000), asOf: 1 };
    expect(shared({ kind: 'ladder', ladder: ladder(plainTyped) }, long)).not.toContain(shareButton.id);
    const quoted = { words: '"'.repeat(1400), asOf: 1 };
    expect(shared({ kind: 'ladder', ladder: ladder(plainTyped) }, quoted)).not.toContain(shareButton.id);
  });

  it('follows from how a follow-up stands', () => {
    const post = (status: 'open' | 'claimed' | 'done') =>
      pressable(drawAnnouncement({ kind: 'follow-up', followUp: followUp(plainTyped, { status }) }, 'da', context));
    expect(post('open')).toEqual([claimButton.id, openCustomerButton.id]);
    expect(post('claimed')).toEqual([doneButton.id, handBackButton.id, openCustomerButton.id]);
    expect(post('done')).toEqual([]);
  });

  it('sets and frees a rung only for those who may', () => {
    const pin = { id: 3, rung: 'partner', reason: 'x', authorId: 'U0ADMIN', untilDay: null } as const;
    const on = (facts: Parameters<typeof card>[1]) =>
      pressable(drawReply({ kind: 'customer-more', card: card(plainTyped, facts) }, 'en', context));
    expect(on({ mayPin: false, pin })).toEqual([]);
    const managed = [noteRecommendationButton.id, correctButton.id];
    expect(on({})).toEqual([pinButton.id, ...managed]);
    expect(on({ pin })).toEqual([unpinButton.id, pinButton.id, ...managed]);
  });

  it('is the follow-up first on a customer’s card, then what else can be seen, then places of the company’s own', () => {
    const on = (facts: Parameters<typeof card>[1]) =>
      pressable(drawReply({ kind: 'customer', card: card(plainTyped, facts) }, 'en', context));
    const seen = [moreOfCustomerButton.id, whyRungButton.id];
    const places = [`${lookUpButton.id}:a`, `${lookUpButton.id}:b`];
    expect(on({})).toEqual([
      doneButton.id,
      handBackButton.id,
      ...seen,
      askCustomerButton.id,
      editCustomerButton.id,
      ...places,
    ]);
    expect(on({ openFollowUp: null, mayPin: false, email: null })).toEqual([...seen, `${lookUpButton.id}:a`]);
    expect(on({ openFollowUp: null, mayPin: false, links: [] })).toEqual(seen);
  });

  it('is not to be seen in a terminal, which tells at once what stands behind the buttons', () => {
    const message = drawReply({ kind: 'customer', card: card(plainTyped) }, 'en', { ...context, inTerminal: true });
    expect(pressable(message)).toEqual([]);
    expect(JSON.stringify(message)).toMatch(
      /Falls back to customer.*Newest orders.*Has recommended.*CRM: .*https:\/\/crm.example.com\/c\/4711/,
    );
  });

  it('has an id of a noun and a verb, in every message', () => {
    const all = [
      ...Object.values(replies(plainTyped)).map((reply) => drawReply(reply, 'en', context)),
      ...Object.values(announcements(plainTyped)).map((ready) => drawAnnouncement(ready, 'en', context)),
    ];
    const ids = new Set(all.flatMap(pressable));
    expect([...ids].filter((id) => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*(:[a-z-]+)?$/.test(id))).toEqual([]);
    expect(ids.size).toBeGreaterThan(7);
  });
});

describe('what is posted', () => {
  it('is nobody’s own: an answer that is shared has nothing to share again', () => {
    const message = drawAnnouncement(
      { kind: 'shared', reply: { kind: 'ladder', ladder: ladder(plainTyped) }, memberId: 'U0ASTEWARD' },
      'en',
      context,
    );
    expect(pressable(message)).toEqual([moreButton.id, whyButton.id]);
    expect(message.text).toMatch(/^<@U0ASTEWARD> shared this: /);
  });

  it('keeps to itself what did not reach Slack', () => {
    const reply = replies(plainTyped).overview;
    if (!reply) throw new Error('There is no overview.');
    expect(JSON.stringify(drawReply(reply, 'en', context))).toContain('could not be delivered');
    const shared = drawAnnouncement({ kind: 'shared', reply, memberId: 'U0ASTEWARD' }, 'en', context);
    expect(JSON.stringify(shared)).not.toContain('could not be delivered');
  });

  it('leaves a digest’s empty sections out, and those that are off', () => {
    const all = drawAnnouncement({ kind: 'digest', digest: digest(plainTyped) }, 'en', context);
    const none = { open: 0, claimed: 0, overdue: 0, list: [] };
    const some = { ...digest(plainTyped), followUps: none, sections: ['voices', 'follow-ups'] as const };
    const fewer = drawAnnouncement({ kind: 'digest', digest: some }, 'en', context);
    expect(JSON.stringify(all)).toMatch(/\*CSAT\*.*on the ladder/);
    expect(JSON.stringify(fewer)).toContain('NPS 10 of 10: ');
    expect(JSON.stringify(fewer)).not.toMatch(/\*CSAT\*|follow-up|on the ladder/);
  });

  it('tells an unknown member as a colleague, not as a broken mention', () => {
    const claimed = followUp(plainTyped, { status: 'claimed', stewardId: 'shell' });
    expect(drawAnnouncement({ kind: 'follow-up', followUp: claimed }, 'da', context).text).toContain(
      'en kollega har opgaven',
    );
  });
});

it('nothing outgrows its limits when there is far more than fits', () => {
  const many = <T>(one: T) => Array.from({ length: 500 }, () => one);
  const crowd = digest(plainTyped);
  const mover = crowd.ladder.up[0];
  const moved = { ...crowd.ladder, up: mover ? many(mover) : [], down: mover ? many(mover) : [] };
  const voices = many(voice(plainTyped));
  const full: Reply[] = [
    { kind: 'ladder', ladder: moved },
    {
      kind: 'digest',
      digest: {
        ...crowd,
        ladder: moved,
        goodVoices: voices,
        badVoices: voices,
        followUps: { ...crowd.followUps, list: many(followUp(plainTyped)) },
      },
    },
    { kind: 'follow-ups', filter: 'all', followUps: many(followUp(plainTyped, { status: 'claimed' })), total: 500 },
    {
      kind: 'customer',
      card: card(plainTyped, { voices, recommended: many({ id: 1, externalId: '1', shownName: 'Bo' }) }),
    },
  ];
  for (const reply of full) {
    const message = drawReply(reply, 'nb', context);
    expect(validateBlocks(message.blocks, 'message')).toEqual([]);
    // Cut by its own drawing, not by the last resort.
    expect(message.blocks.length).toBeLessThan(mostBlocks);
  }
});

describe('what a notification says', () => {
  const followUps = announcements({ ...plainTyped, name: 'B. H.', comment: 'Ingen svarede på min mail.' });
  it.each(Object.entries(followUps))('of %s ends each sentence once, after initials and quotations too', (_, ready) => {
    for (const locale of ['en', 'da', 'nb'] as const) {
      const { text } = drawAnnouncement(ready, locale, context);
      expect(text).not.toMatch(/[.!?][”“’"»)]*\.(?!\.)/);
    }
  });
});
