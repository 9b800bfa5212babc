import { describe, expect, it } from 'vitest';
import { writeReview } from '../../src/sections/review/write-review.ts';
import { locales } from '../../src/text/define-text.ts';
import { announcements, plainTyped, type Typed } from './facts.ts';
import { hostileTyped } from './hostile.ts';

const review = (typed: Typed) => {
  const ready = announcements(typed).review;
  if (ready?.kind !== 'review') throw new Error('There is no review.');
  return ready.review;
};

describe.each(locales)('a review as a canvas in %s', (locale) => {
  it('tells what its message tells, and all figures and causes', async () => {
    const { title, markdown } = writeReview(review(plainTyped), locale);
    await expect(`${title}\n\n${markdown}`).toMatchFileSnapshot(`golden/${locale}/canvas-review.md`);
  });

  it.each(Object.entries(hostileTyped))('is the same document whatever people typed: %s', (_, typed) => {
    const shape = (markdown: string) => markdown.replace(/.*◎.*/g, '◎').split('\n').length;
    const { markdown } = writeReview(review(typed), locale);
    expect(shape(markdown)).toBe(shape(writeReview(review(plainTyped), locale).markdown));
    const live = /<[^>]*>|!?\[[^\]]*\]\(|[a-z]+:\/\/|:\w+:|`|~~|\*\*\*/;
    expect(markdown.replaceAll('**', '')).not.toMatch(live);
  });
});

it('a review of a quarter without anything to count says so', () => {
  const { window } = review(plainTyped);
  const { markdown } = writeReview({ window, late: null }, 'en');
  expect(markdown.split('\n\n')).toEqual([
    '# Q3 2026',
    'Nothing was counted in this quarter: no answers, no orders, no movement, no closed follow-ups.',
    '---',
    'The next review replaces all of this, also what you write here.\n',
  ]);
});
