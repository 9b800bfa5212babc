import { readLadder } from '../../flows/figures/read-ladder.ts';
import { section } from '../../messages/kit/blocks.ts';
import { ladderPictures, movementBlocks, movementSummary, rungLines } from '../../messages/ladder/ladder.ts';
import { defineText } from '../../text/define-text.ts';
import { nothingToTell } from '../section.ts';
import type { DigestSection } from './section.ts';

const words = defineText({
  en: { title: 'the ladder', heading: 'The loyalty ladder' },
  da: { title: 'stigen', heading: 'Loyalitetsstigen' },
  nb: { title: 'stigen', heading: 'Lojalitetsstigen' },
});

const shownMovers = 5;

/** Movement on the ladder; left out when nobody moved. */
export const ladder: DigestSection = {
  name: 'ladder',
  title: (locale) => words(locale).title,
  async gather(request) {
    return { ladder: await readLadder(request, request.window, shownMovers) };
  },
  draw({ ladder }, locale) {
    if (!ladder?.movements.some(({ count }) => count > 0)) return nothingToTell;
    return {
      blocks: [
        section(`*${words(locale).heading}*\n${rungLines(locale, ladder)}`),
        ...ladderPictures(locale, ladder),
        ...movementBlocks(locale, ladder),
      ],
      summary: movementSummary(locale, ladder),
    };
  },
};
