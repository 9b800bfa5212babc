import type { KnownBlock } from '@slack/types';
import type { LadderFacts, Movement, Mover } from '../../facts/ladder.ts';
import type { Reply } from '../../facts/reply.ts';
import { type Rung, rungs } from '../../loyalty/ladder/rung-rules.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatSigned } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { rungTerms } from '../../text/terms.ts';
import { rungListElements } from '../customers/list-elements.ts';
import { bar } from '../kit/bar.ts';
import { actions, bullets, context, header, section } from '../kit/blocks.ts';
import { withDefinition } from '../kit/docs-link.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { type Message, type MessagePart, toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { nameOf } from '../words/names.ts';
import { reasonWords, stepWords } from '../words/rung-words.ts';
import { windowWords } from '../words/window-words.ts';
import { ladderPicture } from './ladder-picture.ts';

const words = defineText({
  en: {
    title: (total: string) => `The loyalty ladder: ${total} in all`,
    asOf: (day: string) => `Up to and including ${day}.`,
    up: (count: string) => `Up: ${count}`,
    down: (count: string) => `Down: ${count}`,
    fresh: (count: string) => `New: ${count}`,
    nobody: (days: string) => `Nobody changed rung, ${days}.`,
    moved: (days: string, up: string, down: string, fresh: string) =>
      `Movement ${days}: up ${up}, down ${down}, new ${fresh}.`,
    more: (count: string) => `and ${count} more`,
  },
  da: {
    title: (total: string) => `Loyalitetsstigen: ${total} i alt`,
    asOf: (day: string) => `Til og med ${day}.`,
    up: (count: string) => `Op: ${count}`,
    down: (count: string) => `Ned: ${count}`,
    fresh: (count: string) => `Nye: ${count}`,
    nobody: (days: string) => `Ingen skiftede trin i perioden ${days}.`,
    moved: (days: string, up: string, down: string, fresh: string) =>
      `Bevægelse ${days}: op ${up}, ned ${down}, nye ${fresh}.`,
    more: (count: string) => `og ${count} til`,
  },
  nb: {
    title: (total: string) => `Lojalitetsstigen: ${total} totalt`,
    asOf: (day: string) => `Til og med ${day}.`,
    up: (count: string) => `Opp: ${count}`,
    down: (count: string) => `Ned: ${count}`,
    fresh: (count: string) => `Nye: ${count}`,
    nobody: (days: string) => `Ingen skiftet trinn i perioden ${days}.`,
    moved: (days: string, up: string, down: string, fresh: string) =>
      `Bevegelse ${days}: opp ${up}, ned ${down}, nye ${fresh}.`,
    more: (count: string) => `og ${count} til`,
  },
});

/** How the ladder is told. */
export const ladderReply: Presenter<'ladder'> = {
  draw: (reply, locale, context) =>
    withDefinition(drawLadder(reply, locale, context), locale, context.docsUrl, 'rungs'),
  json: ({ ladder }) => ladder.counts,
};

/** The ladder: how many stand on each rung, how many moved, and who. */
export function drawLadder(
  { ladder }: Extract<Reply, { kind: 'ladder' }>,
  locale: Locale,
  { said }: DrawContext,
): Message {
  const elements = [...(said ? rungListElements(locale, ladder.counts) : []), ...shareElements(locale, said)];
  const title = ladderTitle(locale, ladder);
  const asOf = words(locale).asOf(formatDay(locale, ladder.asOf - 1));
  return toMessage(sentences(title, rungSummary(locale, ladder), movementSummary(locale, ladder)), [
    header(title),
    ...ladderPictures(locale, ladder),
    section(rungLines(locale, ladder)),
    context(asOf),
    ...movementBlocks(locale, ladder),
    ...(elements.length > 0 ? [actions(...elements)] : []),
  ]);
}

/** The ladder as a picture; none where nobody stands on it. */
export function ladderPictures(locale: Locale, ladder: LadderFacts): MessagePart[] {
  if (rungs.every((rung) => ladder.counts[rung] === 0)) return [];
  const title = ladderTitle(locale, ladder);
  const moved = movementSummary(locale, ladder);
  const alt = sentences(title, rungSummary(locale, ladder), moved);
  return [
    { type: 'picture', picture: ladderPicture(locale, ladder, { title, subtitle: moved.replace(/\.$/, ''), alt }) },
  ];
}

/** "The loyalty ladder: 400 in all": prospects among them. */
export function ladderTitle(locale: Locale, { counts }: LadderFacts): string {
  const total = rungs.reduce((sum, rung) => sum + counts[rung], 0);
  return words(locale).title(formatNumber(locale, total));
}

/** "3 partners, 12 ambassadors, …", the top rung first. */
export function rungSummary(locale: Locale, { counts }: LadderFacts): string {
  return topFirst.map((rung) => countOf(locale, rung, counts[rung])).join(', ');
}

/** A line per rung with its bar and the difference that the movement made, the top rung first; mrkdwn. */
export function rungLines(locale: Locale, { counts, movements }: LadderFacts): string {
  const most = Math.max(1, ...rungs.map((rung) => counts[rung]));
  return topFirst
    .map((rung) => {
      const gain = netOf(rung, movements);
      return `${bar(counts[rung] / most)} *${formatNumber(locale, counts[rung])}* ${termOf(locale, rung, counts[rung])}${gain === 0 ? '' : ` (${formatSigned(locale, gain)})`}`;
    })
    .join('\n');
}

/** "Movement 1 – 7 March 2026: up 4, down 1, new 12." */
export function movementSummary(locale: Locale, { movements, window }: LadderFacts): string {
  const { up, down, fresh } = split(movements);
  const text = words(locale);
  const days = windowWords(locale, window);
  if (up.length + down.length + fresh.length === 0) return text.nobody(days);
  const [ups, downs, news] = [up, down, fresh].map((movements) => formatNumber(locale, sum(movements)));
  return text.moved(days, ups ?? '', downs ?? '', news ?? '');
}

/** How many went up and down, and how many are new. */
export function movedCounts({ movements }: LadderFacts): Readonly<Record<'up' | 'down' | 'fresh', number>> {
  const { up, down, fresh } = split(movements);
  return { up: sum(up), down: sum(down), fresh: sum(fresh) };
}

/** Between which rungs most moved, a line each. */
export function movementPairs(locale: Locale, { movements }: LadderFacts, most: number): string {
  return pairLines(
    locale,
    movements
      .filter(({ count, from }) => count > 0 && from !== null)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, most),
  );
}

/** What moved, per pair of rungs and by name, so many names each way. */
export function movementBlocks(locale: Locale, ladder: LadderFacts, most = mostNamed): KnownBlock[] {
  const { up, down, fresh } = split(ladder.movements);
  const text = words(locale);
  const part = (title: string, movements: readonly Movement[], movers: readonly Mover[]): KnownBlock[] =>
    movements.length === 0
      ? []
      : [
          section(`*${title}*\n${pairLines(locale, movements)}`),
          ...moverBlocks(locale, movers.slice(0, most), sum(movements)),
        ];
  return [
    context(movementSummary(locale, ladder)),
    ...part(text.up(formatNumber(locale, sum(up))), up, ladder.up),
    ...part(text.down(formatNumber(locale, sum(down))), down, ladder.down),
    ...(fresh.length === 0
      ? []
      : [section(`*${text.fresh(formatNumber(locale, sum(fresh)))}*\n${pairLines(locale, fresh)}`)]),
  ];
}

const mostNamed = 10;
const topFirst: readonly Rung[] = [...rungs].reverse();

function moverBlocks(locale: Locale, movers: readonly Mover[], total: number): KnownBlock[] {
  if (movers.length === 0) return [];
  const text = words(locale);
  const shown = movers;
  const rows = shown.map((mover) => [
    { bold: nameOf(locale, mover) },
    `: ${stepWords(locale, mover.from, mover.to)}, ${formatDay(locale, mover.day)} (${reasonWords(locale, mover.reason)})`,
  ]);
  const left = total - shown.length;
  return [bullets(left > 0 ? [...rows, [text.more(formatNumber(locale, left))]] : rows)];
}

function pairLines(locale: Locale, movements: readonly Movement[]): string {
  return [...movements]
    .sort((a, b) => b.count - a.count)
    .map(({ from, to, count }) => `${formatNumber(locale, count)} × ${stepWords(locale, from, to)}`)
    .join('\n');
}

function split(movements: readonly Movement[]) {
  const step = ({ from, to }: Movement): number => (from ? rungs.indexOf(to) - rungs.indexOf(from) : 0);
  const some = movements.filter(({ count }) => count > 0);
  return {
    up: some.filter((movement) => step(movement) > 0),
    down: some.filter((movement) => step(movement) < 0),
    fresh: some.filter(({ from }) => from === null),
  };
}

function netOf(rung: Rung, movements: readonly Movement[]): number {
  return sum(movements.filter(({ to }) => to === rung)) - sum(movements.filter(({ from }) => from === rung));
}

function sum(movements: readonly Movement[]): number {
  return movements.reduce((total, { count }) => total + count, 0);
}

function countOf(locale: Locale, rung: Rung, count: number): string {
  return `${formatNumber(locale, count)} ${termOf(locale, rung, count)}`;
}

function termOf(locale: Locale, rung: Rung, count: number): string {
  return count === 1 ? rungTerms(locale)[rung].one : rungTerms(locale)[rung].many;
}
