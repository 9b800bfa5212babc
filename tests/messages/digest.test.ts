import { describe, expect, it } from 'vitest';
import { drawAnnouncement } from '../../src/delivery/draw-announcement.ts';
import type { DigestFacts } from '../../src/facts/report.ts';
import { claimButton } from '../../src/messages/follow-ups/follow-up-buttons.ts';
import { locales } from '../../src/text/define-text.ts';
import { announcements, context, digest, npsReport, plainTyped } from './facts.ts';

const posted = {
  subject: 'digest:1:2026-11-23T08:00:00.000Z',
  nextDueAt: '2026-11-30T08:00:00.000Z',
  timeZone: 'Europe/Copenhagen',
};
const drawn = (facts: DigestFacts) => drawAnnouncement({ kind: 'digest', digest: facts, posted }, 'en', context);
const whole = digest(plainTyped);

describe('a digest', () => {
  it('begins with who moved and what waits', () => {
    expect(drawn(whole).blocks[0]).toMatchObject({
      type: 'header',
      text: { text: '15 climbed, 5 came down · 11 follow-ups wait' },
    });
  });

  it('lets one claim in it, the first as the one thing to do, and knows itself again', () => {
    const claims = drawn(whole).blocks.flatMap((block) =>
      block.type === 'section' && block.accessory?.type === 'button' ? [block.accessory] : [],
    );
    expect(claims.map(({ style = 'plain' }) => style)).toEqual(['primary', 'plain']);
    expect(claims.map(({ value }) => claimButton.value.parse(value ?? ''))).toEqual([
      { followUpId: 12, digest: posted.subject },
      { followUpId: 14, digest: posted.subject },
    ]);
  });

  it('tells of figures that changed or miss their target, of the others the name alone', () => {
    const said = JSON.stringify(drawn({ ...whole, figures: [npsReport(50, 30, 20), npsReport(90, 10, 20, true)] }));
    expect(said).toContain('*NPS* +58 · 120 answers · ▲ 38 points');
    expect(said).toContain('No proven change: NPS.');
    expect(said).not.toContain('+30');
  });

  it.each([
    ['en', 'Next: Monday 30 November at 09:00'],
    ['da', 'Næste: mandag 30. november kl. 09.00'],
    ['nb', 'Neste: mandag 30. november kl. 09:00'],
  ] as const)('says in %s when the next one comes, where one does', (locale, next) => {
    const saying = (nextDueAt: string | null) =>
      JSON.stringify(
        drawAnnouncement(
          { kind: 'digest', digest: { ...whole, late: null }, posted: { ...posted, nextDueAt } },
          locale,
          context,
        ),
      );
    expect(saying(posted.nextDueAt)).toContain(next);
    expect(saying(null)).not.toContain(next.slice(0, 6));
  });

  it('names in its headline which figures went where, as by how much stands in their lines', () => {
    const { ladder: _ladder, followUps: _followUps, ...figuresAlone } = whole;
    const title = drawn({ ...figuresAlone, figures: [npsReport(90, 10, 20, true)] }).blocks[0];
    expect(title).toMatchObject({ type: 'header', text: { text: 'NPS rose' } });
  });

  it('shows the ladder once, and names nobody who moved: they are in its thread', () => {
    expect(drawn(whole).pictures).toHaveLength(1);
    expect(JSON.stringify(drawn(whole).blocks)).not.toContain('ordered again');
    const details = drawAnnouncement({ kind: 'digest-details', digest: whole }, 'en', context);
    expect(JSON.stringify(details)).toContain('ordered again');
  });

  it.each(locales)('of days without news is one line in %s', (locale) => {
    const { 'digest-quiet': quiet } = announcements(plainTyped);
    const message = quiet && drawAnnouncement(quiet, locale, context);
    expect(message?.blocks.map(({ type }) => type)).toEqual(['section']);
    expect(message?.text).not.toContain('\n');
  });
});
