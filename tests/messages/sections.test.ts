import { expect, it } from 'vitest';
import { drawDigest } from '../../src/sections/digest/digest.ts';
import { digestSections } from '../../src/sections/digest/index.ts';
import { drawReview } from '../../src/sections/review/review.ts';
import { locales } from '../../src/text/define-text.ts';
import { context, digest, plainTyped } from './facts.ts';

const whole = digest(plainTyped);
const { window, late } = whole;

it('digests are told by the names of sections that schedules were saved with', () => {
  expect(digestSections.map(({ name }) => name)).toEqual(whole.sections);
});

it.each(locales)(
  'a digest that holds facts of sections that are off, as earlier ones do, leaves them out in %s',
  (locale) => {
    const { goodVoices, badVoices } = whole;
    const sections = ['voices'];
    const earlier = drawDigest({ ...whole, sections }, locale, context);
    expect(earlier).toEqual(drawDigest({ window, late, sections, goodVoices, badVoices }, locale, context));
    expect(earlier.blocks.length).toBeLessThan(drawDigest(whole, locale, context).blocks.length);
  },
);

it('a digest or review that was written before there was a section is told without it', () => {
  const { ladder, ...without } = whole;
  const names = digestSections.map(({ name }) => name).filter((name) => name !== 'ladder');
  const { blocks } = drawDigest({ ...whole, sections: names }, 'en', context);
  expect(drawDigest(without, 'en', context).blocks).toEqual(blocks);
  expect(drawReview({ window, late: null, ladder }, 'en', context).blocks.length).toBeGreaterThan(1);
});
