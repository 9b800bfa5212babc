import { readLadder } from '../../flows/figures/read-ladder.ts';
import { context, header, section } from '../../messages/kit/blocks.ts';
import { ladderTitle, movementSummary, rungLines } from '../../messages/ladder/ladder.ts';
import { defineText } from '../../text/define-text.ts';
import type { HomeSection } from './section.ts';

const words = defineText({
  en: {
    empty: 'No customers yet. As soon as they are in, you see here where they stand.',
  },
  da: {
    empty: 'Ingen kunder endnu. Når de er hentet ind, kan du her se, hvor de står.',
  },
  nb: {
    empty: 'Ingen kunder ennå. Når de er hentet inn, ser du her hvor de står.',
  },
});

/** How many stand on each rung, and how many moved. */
export const ladder: HomeSection = {
  name: 'ladder',
  of: 'figures',
  async gather(request) {
    const ladder = await readLadder(request, request.window, 0);
    return { ladder, customers: Object.values(ladder.counts).reduce((sum, count) => sum + count, 0) };
  },
  draw({ customers = 0, ladder }, locale) {
    const text = words(locale);
    if (!ladder || customers === 0) return [section(text.empty)];
    return [
      header(ladderTitle(locale, ladder)),
      section(rungLines(locale, ladder)),
      context(movementSummary(locale, ladder)),
    ];
  },
};
