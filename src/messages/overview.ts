import type { Reply } from '../facts/reply.ts';
import { figures } from '../loyalty/figures/index.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { formatNumber } from '../text/number.ts';
import { counted } from '../text/plural.ts';
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
import { sayButton } from './kit/say-button.ts';
import { shareElements } from './kit/share-button.ts';
import { movedWords, movementSummary, rungGains, rungLines, rungSummary } from './ladder/ladder.ts';
import { wholeMoneyWords } from './words/money-words.ts';
import { windowWords } from './words/window-words.ts';

const words = defineText({
  en: {
    title: (all: string) => `${all} on the ladder`,
    followUps: (counts: string) => `*Follow-ups:* ${counts}`,
    toDo: { one: 'follow-up', many: 'follow-ups' },
    noFollowUps: '*Follow-ups:* none open',
    orders: (orders: string, revenue: string | null) => `*Orders:* ${orders}${revenue ? ` · ${revenue}` : ''}`,
    undelivered: (count: number) =>
      count === 1 ? '1 message could not be delivered to Slack.' : `${count} messages could not be delivered to Slack.`,
    empty: 'No customers yet. Start with `/loyalty import`.',
  },
  da: {
    title: (all: string) => `${all} på stigen`,
    followUps: (counts: string) => `*Opfølgninger:* ${counts}`,
    toDo: { one: 'opfølgning', many: 'opfølgninger' },
    noFollowUps: '*Opfølgninger:* ingen åbne',
    orders: (orders: string, revenue: string | null) => `*Ordrer:* ${orders}${revenue ? ` · ${revenue}` : ''}`,
    undelivered: (count: number) =>
      count === 1 ? '1 besked kunne ikke leveres til Slack.' : `${count} beskeder kunne ikke leveres til Slack.`,
    empty: 'Ingen kunder endnu. Begynd med `/loyalty indlæs`.',
  },
  nb: {
    title: (all: string) => `${all} på stigen`,
    followUps: (counts: string) => `*Oppfølginger:* ${counts}`,
    toDo: { one: 'oppfølging', many: 'oppfølginger' },
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
    const window = reports[0]?.window ?? ladder.window;
    const figureWords = reports.map((report) => `${figureTerm(locale, report.figure)} ${valueWords(locale, report)}`);
    const { up, down } = movedWords(locale, ladder);
    const inShort = place.inTerminal ? null : [title, ...up, ...down].join(' · ');
    const buttons = [
      ...(place.inTerminal ? [] : followUpElements(reply, locale)),
      ...shareElements(locale, place.said),
    ];
    const notes = sentences(
      capital(windowWords(locale, window)),
      changesAmong(locale, reports) ?? '',
      undelivered > 0 ? text.undelivered(undelivered) : '',
    );
    const below = [
      ...(inShort === null ? [followUpLine(reply, locale)] : []),
      // Figures tell of the orders, too.
      ...(reports.length > 0 ? [] : [orderLine(reply, locale)]),
    ];
    return toMessage(
      sentences(
        `${title}: ${rungSummary(locale, ladder)}`,
        figureWords.join(', '),
        followUpLine(reply, locale).replaceAll('*', ''),
      ),
      [
        header(inShort ?? title),
        section(inShort === null ? rungLines(locale, ladder) : rungGains(locale, ladder)),
        ...(inShort === null ? [context(movementSummary(locale, ladder))] : []),
        ...(reports.length > 0 ? [section(reports.map((report) => figureLine(locale, report)).join('\n'))] : []),
        ...(below.length > 0 ? [section(below.join('\n'))] : []),
        context(notes),
        ...(reports.length > 0 ? countedHow(locale, place, null) : []),
        ...(buttons.length > 0 ? [actions(...buttons)] : []),
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

/** What waits is the one thing to do; nothing where nothing waits. */
function followUpElements({ followUps }: Extract<Reply, { kind: 'overview' }>, locale: Locale) {
  const { open, claimed, overdue } = followUps;
  if (open + claimed === 0) return [];
  const text = words(locale);
  const toDo = counted(locale, open + claimed, text.toDo);
  const label = overdue > 0 ? `${toDo}, ${followUpCounts(locale, { overdue })}` : toDo;
  return [sayButton.element(label, { words: 'followups' }, { style: 'primary' })];
}

function followUpLine({ followUps }: Extract<Reply, { kind: 'overview' }>, locale: Locale): string {
  const { open, claimed, overdue } = followUps;
  if (open + claimed === 0) return words(locale).noFollowUps;
  return words(locale).followUps(followUpCounts(locale, { open, claimed, overdue }));
}

function orderLine({ orders, revenue }: Extract<Reply, { kind: 'overview' }>, locale: Locale): string {
  return words(locale).orders(formatNumber(locale, orders), wholeMoneyWords(locale, revenue));
}
