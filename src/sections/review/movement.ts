import type { ReviewParts } from '../../facts/report.ts';
import { readLadder } from '../../flows/figures/read-ladder.ts';
import { section } from '../../messages/kit/blocks.ts';
import { ladderPictures, movementPairs, movementSummary } from '../../messages/ladder/ladder.ts';
import { defineText } from '../../text/define-text.ts';
import { nothingToTell, type Section } from '../section.ts';

const words = defineText({
  en: { title: 'Customers who changed rung' },
  da: { title: 'Kunder, der skiftede trin' },
  nb: { title: 'Kunder som skiftet trinn' },
});

const shownMovers = 5;
const mostPairs = 3;

/** The ladder as a picture, and between which rungs most customers moved. Who they are is asked for. */
export const movement: Section<ReviewParts> = {
  name: 'movement',
  async gather(request) {
    return { ladder: await readLadder(request, request.window, shownMovers) };
  },
  draw({ ladder }, locale) {
    if (!ladder?.movements.some(({ count }) => count > 0)) return nothingToTell;
    const pairs = movementPairs(locale, ladder, mostPairs);
    return {
      blocks: [section(`*${words(locale).title}*\n${pairs}`), ...ladderPictures(locale, ladder)],
      summary: movementSummary(locale, ladder),
    };
  },
};
