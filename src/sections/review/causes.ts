import type { ReviewParts } from '../../facts/report.ts';
import { previousWindow } from '../../loyalty/time/calendar.ts';
import { startOfDay, type Window } from '../../loyalty/time/period.ts';
import { bar } from '../../messages/kit/bar.ts';
import { section } from '../../messages/kit/blocks.ts';
import { canvasTable, heading, paragraph } from '../../messages/kit/canvas-markdown.ts';
import { defineText } from '../../text/define-text.ts';
import { formatNumber, formatPercent } from '../../text/number.ts';
import { capital, causeTerms } from '../../text/terms.ts';
import { nothingToTell, type WrittenSection } from '../section.ts';

const words = defineText({
  en: {
    title: 'Causes of closed follow-ups',
    head: { cause: 'Cause', closed: 'Closed', share: 'Share' },
    closed: (count: string, before: string) => `${count} closed, ${before} the quarter before`,
  },
  da: {
    title: 'Årsager til de lukkede opfølgninger',
    head: { cause: 'Årsag', closed: 'Lukket', share: 'Andel' },
    closed: (count: string, before: string) => `${count} lukkede, ${before} kvartalet før`,
  },
  nb: {
    title: 'Årsaker til de lukkede oppfølgingene',
    head: { cause: 'Årsak', closed: 'Lukket', share: 'Andel' },
    closed: (count: string, before: string) => `${count} lukket, ${before} kvartalet før`,
  },
});

const mostShown = 3;

/** Where the faults were found, the most frequent first. */
export const causes: WrittenSection<ReviewParts> = {
  name: 'causes',
  async gather({ store, settings: { timeZone }, window }) {
    const closedIn = ({ from, to }: Window) =>
      store.followUps.closedByCause(startOfDay(from, timeZone), startOfDay(to, timeZone));
    const byCause = await closedIn(window);
    const before = await closedIn(previousWindow(window));
    const sum = (counts: typeof byCause) => counts.reduce((total, { count }) => total + count, 0);
    return { causes: { closed: sum(byCause), closedBefore: sum(before), byCause } };
  },
  draw({ causes }, locale) {
    const { closed, closedBefore, byCause } = causes ?? none;
    if (closed + closedBefore === 0) return nothingToTell;
    const { title, closed: closedWords } = words(locale);
    const counts = closedWords(formatNumber(locale, closed), formatNumber(locale, closedBefore));
    const rows = byCause.slice(0, mostShown).map(({ cause, count }) => {
      const share = count / closed;
      return `${bar(share)} ${capital(causeTerms(locale)[cause])} ${formatNumber(locale, count)} · ${formatPercent(locale, share, 0)}`;
    });
    return { blocks: [section([`*${title}*: ${counts}`, ...rows].join('\n'))], summary: `${title}: ${counts}` };
  },
  write({ causes }, locale) {
    const { closed, closedBefore, byCause } = causes ?? none;
    if (closed + closedBefore === 0) return [];
    const { title, closed: closedWords, head } = words(locale);
    const counts = closedWords(formatNumber(locale, closed), formatNumber(locale, closedBefore));
    const rows = byCause.map(({ cause, count }) => [
      capital(causeTerms(locale)[cause]),
      formatNumber(locale, count),
      formatPercent(locale, count / closed, 0),
    ]);
    return [heading(2, title), paragraph(counts), ...(rows.length > 0 ? [canvasTable(Object.values(head), rows)] : [])];
  },
};

const none = { closed: 0, closedBefore: 0, byCause: [] };
