import type { ReviewParts } from '../../facts/report.ts';
import { readLadder } from '../../flows/figures/read-ladder.ts';
import { section } from '../../messages/kit/blocks.ts';
import { movementBlocks, movementSummary, rungLines } from '../../messages/ladder/ladder.ts';
import { defineText } from '../../text/define-text.ts';
import { nothingToTell, type Section } from '../section.ts';

const words = defineText({
  en: { title: 'What moved customers up and down' },
  da: { title: 'Hvad der rykkede kunder op og ned' },
  nb: { title: 'Hva som flyttet kunder opp og ned' },
});

const shownMovers = 5;

/** Movement by pair of rungs, and the newest movers with why. */
export const movement: Section<ReviewParts> = {
  name: 'movement',
  async gather(request) {
    return { ladder: await readLadder(request, request.window, shownMovers) };
  },
  draw({ ladder }, locale) {
    if (!ladder?.movements.some(({ count }) => count > 0)) return nothingToTell;
    return {
      blocks: [section(`*${words(locale).title}*\n${rungLines(locale, ladder)}`), ...movementBlocks(locale, ladder)],
      summary: movementSummary(locale, ladder),
    };
  },
};
