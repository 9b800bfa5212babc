import type { LadderFacts } from '../../facts/ladder.ts';
import { readLadder } from '../../flows/figures/read-ladder.ts';
import { customerMenuElements } from '../../messages/customers/list-elements.ts';
import { actions } from '../../messages/kit/blocks.ts';
import { ladderPictures, movedWords, movementBlocks, movementSummary, moversIn } from '../../messages/ladder/ladder.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { nothingToTell } from '../section.ts';
import type { DigestSection } from './section.ts';

const words = defineText({
  en: {
    title: 'the ladder',
  },
  da: {
    title: 'stigen',
  },
  nb: {
    title: 'stigen',
  },
});

const shownMovers = 5;

/** How many moved, above everything, and the ladder as a picture; who moved goes into the thread. Left out when nobody did. */
export const ladder: DigestSection = {
  name: 'ladder',
  title: (locale) => words(locale).title,
  async gather(request) {
    return { ladder: await readLadder(request, request.window, shownMovers) };
  },
  draw({ ladder }, locale) {
    if (!ladder?.movements.some(({ count }) => count > 0)) return nothingToTell;
    const { up, down, fresh } = movedWords(locale, ladder);
    return {
      blocks: ladderPictures(locale, ladder),
      summary: movementSummary(locale, ladder),
      headline: [...up, ...down].join(', ') || null,
      aside: fresh[0] ?? null,
      details: [...movementBlocks(locale, ladder, shownMovers), ...moversMenu(locale, ladder)],
    };
  },
};

function moversMenu(locale: Locale, ladder: LadderFacts) {
  const menu = customerMenuElements(locale, moversIn(ladder));
  return menu.length > 0 ? [actions(...menu)] : [];
}
