import { readLadder } from '../../flows/figures/read-ladder.ts';
import { baseCount, customersBase } from '../../messages/figures/told/base-words.ts';
import { context, header, section } from '../../messages/kit/blocks.ts';
import { movementSummary, rungLines } from '../../messages/ladder/ladder.ts';
import { defineText } from '../../text/define-text.ts';
import type { HomeSection } from './section.ts';

const words = defineText({
  en: {
    title: (customers: string) => `The loyalty ladder: ${customers} in all`,
    empty: 'No customers yet. As soon as they are in, you see here where they stand.',
  },
  da: {
    title: (customers: string) => `Loyalitetsstigen: ${customers} i alt`,
    empty: 'Ingen kunder endnu. Når de er hentet ind, kan du her se, hvor de står.',
  },
  nb: {
    title: (customers: string) => `Lojalitetsstigen: ${customers} totalt`,
    empty: 'Ingen kunder ennå. Når de er hentet inn, ser du her hvor de står.',
  },
});

/** How many stand on each rung, and how many moved. */
export const ladder: HomeSection = {
  name: 'ladder',
  async gather(request) {
    const ladder = await readLadder(request, request.window, 0);
    return { ladder, customers: Object.values(ladder.counts).reduce((sum, count) => sum + count, 0) };
  },
  draw({ customers = 0, ladder }, locale) {
    const text = words(locale);
    if (!ladder || customers === 0) return [section(text.empty)];
    return [
      header(text.title(baseCount(locale, customersBase(locale), customers))),
      section(rungLines(locale, ladder)),
      context(movementSummary(locale, ladder)),
    ];
  },
};
