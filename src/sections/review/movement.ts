import type { ReviewParts } from '../../facts/report.ts';
import { readLadder } from '../../flows/figures/read-ladder.ts';
import { section } from '../../messages/kit/blocks.ts';
import { bulletList, canvasTable, heading, paragraph } from '../../messages/kit/canvas-markdown.ts';
import { ladderPictures, movementPairs, movementSummary, rungRows } from '../../messages/ladder/ladder.ts';
import { defineText } from '../../text/define-text.ts';
import { nothingToTell, type WrittenSection } from '../section.ts';

const words = defineText({
  en: { title: 'Customers who changed rung', head: { rung: 'Rung', customers: 'Customers', change: 'Change' } },
  da: { title: 'Kunder, der skiftede trin', head: { rung: 'Trin', customers: 'Kunder', change: 'Ændring' } },
  nb: { title: 'Kunder som skiftet trinn', head: { rung: 'Trinn', customers: 'Kunder', change: 'Endring' } },
});

const shownMovers = 5;
const mostPairs = 3;

/** The ladder as a picture, and between which rungs most customers moved. Who they are is asked for. */
export const movement: WrittenSection<ReviewParts> = {
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
  write({ ladder }, locale) {
    if (!ladder?.movements.some(({ count }) => count > 0)) return [];
    const { title, head } = words(locale);
    const pairs = movementPairs(locale, ladder, Infinity);
    return [
      heading(2, title),
      paragraph(movementSummary(locale, ladder)),
      canvasTable(Object.values(head), rungRows(locale, ladder)),
      ...(pairs === '' ? [] : [bulletList(pairs.split('\n'))]),
    ];
  },
};
