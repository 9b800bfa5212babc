import { readLadder } from '../../flows/figures/read-ladder.ts';
import { ladderPictures, movedCounts, movementBlocks, movementSummary } from '../../messages/ladder/ladder.ts';
import { defineText } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { nothingToTell } from '../section.ts';
import type { DigestSection } from './section.ts';

const words = defineText({
  en: {
    title: 'the ladder',
    up: (count: string) => `${count} climbed`,
    down: (count: string) => `${count} came down`,
    fresh: (count: string) => `${count} new on the ladder`,
  },
  da: {
    title: 'stigen',
    up: (count: string) => `${count} rykkede op`,
    down: (count: string) => `${count} rykkede ned`,
    fresh: (count: string) => `${count} nye på stigen`,
  },
  nb: {
    title: 'stigen',
    up: (count: string) => `${count} rykket opp`,
    down: (count: string) => `${count} rykket ned`,
    fresh: (count: string) => `${count} nye på stigen`,
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
    const text = words(locale);
    const { up, down, fresh } = movedCounts(ladder);
    const moved = [
      ...(up > 0 ? [text.up(formatNumber(locale, up))] : []),
      ...(down > 0 ? [text.down(formatNumber(locale, down))] : []),
    ];
    return {
      blocks: ladderPictures(locale, ladder),
      summary: movementSummary(locale, ladder),
      headline: moved.join(', ') || null,
      aside: fresh > 0 ? text.fresh(formatNumber(locale, fresh)) : null,
      details: movementBlocks(locale, ladder, shownMovers),
    };
  },
};
