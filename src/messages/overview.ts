import type { Reply } from '../facts/reply.ts';
import { figures } from '../loyalty/figures/index.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { formatNumber } from '../text/number.ts';
import { sentences } from '../text/sentence.ts';
import { capital } from '../text/terms.ts';
import { figureJson } from './figures/figure-json.ts';
import { changesAmong, figureLine } from './figures/figure-line.ts';
import { valueWords } from './figures/figure-words.ts';
import { figureTerm } from './figures/told/index.ts';
import { followUpCounts } from './follow-ups/follow-up-counts.ts';
import { actions, context, header, section } from './kit/blocks.ts';
import { countedHow } from './kit/docs-link.ts';
import { toMessage } from './kit/message.ts';
import type { Presenter } from './kit/presenter.ts';
import { shareElements } from './kit/share-button.ts';
import { movementSummary, rungLines, rungSummary } from './ladder/ladder.ts';
import { wholeMoneyWords } from './words/money-words.ts';
import { windowWords } from './words/window-words.ts';

const words = defineText({
  en: {
    title: (all: string) => `${all} on the ladder`,
    followUps: (counts: string) => `*Follow-ups:* ${counts}`,
    noFollowUps: '*Follow-ups:* none open',
    orders: (orders: string, revenue: string | null) => `*Orders:* ${orders}${revenue ? ` · ${revenue}` : ''}`,
    undelivered: (count: number) =>
      count === 1 ? '1 message could not be delivered to Slack.' : `${count} messages could not be delivered to Slack.`,
    empty: 'No customers yet. Start with `/loyalty import`.',
  },
  da: {
    title: (all: string) => `${all} på stigen`,
    followUps: (counts: string) => `*Opfølgninger:* ${counts}`,
    noFollowUps: '*Opfølgninger:* ingen åbne',
    orders: (orders: string, revenue: string | null) => `*Ordrer:* ${orders}${revenue ? ` · ${revenue}` : ''}`,
    undelivered: (count: number) =>
      count === 1 ? '1 besked kunne ikke leveres til Slack.' : `${count} beskeder kunne ikke leveres til Slack.`,
    empty: 'Ingen kunder endnu. Begynd med `/loyalty indlæs`.',
  },
  nb: {
    title: (all: string) => `${all} på stigen`,
    followUps: (counts: string) => `*Oppfølginger:* ${counts}`,
    noFollowUps: '*Oppfølginger:* ingen åpne',
    orders: (orders: string, revenue: string | null) => `*Ordrer:* ${orders}${revenue ? ` · ${revenue}` : ''}`,
    undelivered: (count: number) =>
      count === 1 ? '1 melding kunne ikke leveres til Slack.' : `${count} meldinger kunne ikke leveres til Slack.`,
    empty: 'Ingen kunder ennå. Begynn med `/loyalty importer`.',
  },
});

/** Where the company stands, on one screen. */
export const overviewReply: Presenter<'overview'> = {
  draw(reply, locale, place) {
    const { ladder, customers, undelivered } = reply;
    // Of two figures that only move together one is told.
    const reports = reply.figures.filter(
      ({ figure, base }) => (base > 0 || figures[figure].isAlwaysInOverview) && figures[figure].movesWith === undefined,
    );
    const text = words(locale);
    if (customers === 0) return toMessage(text.empty, [section(text.empty)]);
    const title = text.title(formatNumber(locale, customers));
    const changes = changesAmong(locale, reports);
    const share = shareElements(locale, place.said);
    const window = reports[0]?.window ?? ladder.window;
    const figureWords = reports.map((report) => `${figureTerm(locale, report.figure)} ${valueWords(locale, report)}`);
    return toMessage(
      sentences(
        `${title}: ${rungSummary(locale, ladder)}`,
        figureWords.join(', '),
        followUpLine(reply, locale).replaceAll('*', ''),
      ),
      [
        header(title),
        section(rungLines(locale, ladder)),
        context(movementSummary(locale, ladder)),
        ...(reports.length > 0 ? [section(reports.map((report) => figureLine(locale, report)).join('\n'))] : []),
        ...(changes === null ? [] : [context(changes)]),
        section(
          // Figures tell of the orders, too.
          reports.length > 0
            ? followUpLine(reply, locale)
            : `${followUpLine(reply, locale)}\n${orderLine(reply, locale)}`,
        ),
        // One window is told once, with the movement.
        ...(window.from === ladder.window.from && window.to === ladder.window.to
          ? []
          : [context(capital(windowWords(locale, window)))]),
        ...(reports.length > 0 ? countedHow(locale, place, null) : []),
        ...(undelivered > 0 ? [context(text.undelivered(undelivered))] : []),
        ...(share.length > 0 ? [actions(...share)] : []),
      ],
    );
  },
  json: ({ ladder, figures: reports, followUps, customers, orders, revenue }) => ({
    ladder: ladder.counts,
    figures: Object.fromEntries(reports.map((report) => [report.figure, figureJson(report)])),
    followUps,
    customers,
    orders,
    revenue: revenue.map(({ currency, amountMinor }) => ({ currency, amountMinor })),
  }),
  forAll: (reply) => ({ ...reply, undelivered: 0 }),
};

function followUpLine({ followUps }: Extract<Reply, { kind: 'overview' }>, locale: Locale): string {
  const { open, claimed, overdue } = followUps;
  if (open + claimed === 0) return words(locale).noFollowUps;
  return words(locale).followUps(followUpCounts(locale, { open, claimed, overdue }));
}

function orderLine({ orders, revenue }: Extract<Reply, { kind: 'overview' }>, locale: Locale): string {
  return words(locale).orders(formatNumber(locale, orders), wholeMoneyWords(locale, revenue));
}
