import { section } from '../../messages/kit/blocks.ts';
import { movementBlocks, movementSummary, rungLines } from '../../messages/ladder/ladder.ts';
import { defineText } from '../../text/define-text.ts';
import { nothingToTell } from '../digest/section.ts';
import type { DrawReviewSection } from './section.ts';

const words = defineText({
  en: { title: 'What moved customers up and down' },
  da: { title: 'Hvad der rykkede kunder op og ned' },
  nb: { title: 'Hva som flyttet kunder opp og ned' },
});

/** Movement by pair of rungs, and the newest movers with why. */
export const drawMovement: DrawReviewSection = ({ ladder }, locale) => {
  if (!ladder.movements.some(({ count }) => count > 0)) return nothingToTell;
  return {
    blocks: [section(`*${words(locale).title}*\n${rungLines(locale, ladder)}`), ...movementBlocks(locale, ladder)],
    summary: movementSummary(locale, ladder),
  };
};
