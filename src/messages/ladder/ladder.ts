import type { Button, KnownBlock } from '@slack/types';
import type { LadderFacts, Movement, Mover } from '../../facts/ladder.ts';
import type { Reply } from '../../facts/reply.ts';
import { type Rung, rungs } from '../../loyalty/ladder/rung-rules.ts';
import { isoFromDay } from '../../loyalty/time/period.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatSigned } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { sentences } from '../../text/sentence.ts';
import { capital, rungTerms } from '../../text/terms.ts';
import { rungListElements } from '../customers/list-elements.ts';
import { bar } from '../kit/bar.ts';
import { actions, bullets, context, header, section } from '../kit/blocks.ts';
import { withDefinition } from '../kit/docs-link.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { type Message, type MessagePart, toMessage } from '../kit/message.ts';
import { moreButton } from '../kit/more-button.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { plainView } from '../modals/waiting-view.ts';
import { nameOf } from '../words/names.ts';
import { reasonWords, stepWords } from '../words/rung-words.ts';
import { windowWords } from '../words/window-words.ts';
import { ladderPicture } from './ladder-picture.ts';

const words = defineText({
  en: {
    title: (total: string) => `${total} on the ladder`,
    up: (count: string) => `${count} climbed`,
    down: (count: string) => `${count} came down`,
    fresh: { one: 'new on the ladder', many: 'new on the ladder' },
    nobody: 'nobody changed rung',
    more: (count: string) => `and ${count} more`,
    who: 'Who moved',
  },
  da: {
    title: (total: string) => `${total} på stigen`,
    up: (count: string) => `${count} rykkede op`,
    down: (count: string) => `${count} rykkede ned`,
    fresh: { one: 'ny på stigen', many: 'nye på stigen' },
    nobody: 'ingen skiftede trin',
    more: (count: string) => `og ${count} til`,
    who: 'Hvem rykkede',
  },
  nb: {
    title: (total: string) => `${total} på stigen`,
    up: (count: string) => `${count} rykket opp`,
    down: (count: string) => `${count} rykket ned`,
    fresh: { one: 'ny på stigen', many: 'nye på stigen' },
    nobody: 'ingen skiftet trinn',
    more: (count: string) => `og ${count} til`,
    who: 'Hvem rykket',
  },
});

/** How the ladder is told. */
export const ladderReply: Presenter<'ladder'> = {
  draw: (reply, locale, context) =>
    withDefinition(drawLadder(reply, locale, context), locale, context.docsUrl, 'rungs'),
  rest: ({ ladder }, locale) =>
    plainView.view(
      { title: words(locale).who, submit: null, blocks: movementBlocks(locale, ladder, mostNamed) },
      {},
      locale,
    ),
  json: ({ ladder }) => ladder.counts,
};

/** The ladder: how many stand on each rung, and how many moved. Who they are is behind a press; a terminal tells it at once. */
export function drawLadder(
  { ladder }: Extract<Reply, { kind: 'ladder' }>,
  locale: Locale,
  { said, inTerminal }: DrawContext,
): Message {
  const elements = [
    ...(said ? rungListElements(locale, ladder.counts) : []),
    ...moversElements(locale, ladder),
    ...shareElements(locale, said),
  ];
  const { up, down } = movedWords(locale, ladder);
  const title = [ladderTitle(locale, ladder), ...up, ...down].join(' · ');
  const moved = movementSummary(locale, ladder);
  return toMessage(sentences(ladderTitle(locale, ladder), rungSummary(locale, ladder), moved), [
    header(title),
    ...ladderPictures(locale, ladder),
    section(inTerminal ? rungLines(locale, ladder) : rungGains(locale, ladder)),
    ...(inTerminal ? movementBlocks(locale, ladder, mostNamed) : [context(moved)]),
    ...(elements.length > 0 && !inTerminal ? [actions(...elements)] : []),
  ]);
}

/** "Who moved": of these days, whenever it is pressed. None where nobody did. */
export function moversElements(locale: Locale, { movements, window }: LadderFacts): Button[] {
  if (!movements.some(({ count }) => count > 0)) return [];
  const days = `${isoFromDay(window.from)}..${isoFromDay(window.to - 1)}`;
  return [moreButton.element(words(locale).who, { words: `ladder ${days}`, asOf: window.to })];
}

/** Those of whom it is known by name that they moved, who climbed first. */
export function moversIn({ up, down }: LadderFacts): readonly Mover[] {
  return [...up, ...down];
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

/** "400 on the ladder": prospects among them. */
export function ladderTitle(locale: Locale, { counts }: LadderFacts): string {
  const total = rungs.reduce((sum, rung) => sum + counts[rung], 0);
  return words(locale).title(formatNumber(locale, total));
}

/** "3 partners, 12 ambassadors, …", the top rung first. */
export function rungSummary(locale: Locale, { counts }: LadderFacts): string {
  return topFirst.map((rung) => counted(locale, counts[rung], rungTerms(locale)[rung])).join(', ');
}

/** The same with the difference that the movement made: "*3* partners · *27* ambassadors (+1)"; mrkdwn. */
export function rungGains(locale: Locale, ladder: LadderFacts): string {
  return topFirst.map((rung) => rungGain(locale, ladder, rung)).join(' · ');
}

/** A line per rung with its bar and the difference that the movement made, the top rung first; mrkdwn. */
export function rungLines(locale: Locale, ladder: LadderFacts): string {
  const { counts } = ladder;
  const most = Math.max(1, ...rungs.map((rung) => counts[rung]));
  return topFirst.map((rung) => `${bar(counts[rung] / most)} ${rungGain(locale, ladder, rung)}`).join('\n');
}

/** Of each rung its name, how many stand on it and the difference that the movement made, the top rung first. */
export function rungRows(locale: Locale, { counts, movements }: LadderFacts): string[][] {
  return topFirst.map((rung) => {
    const gain = netOf(rung, movements);
    const change = gain === 0 ? '–' : formatSigned(locale, gain);
    return [capital(rungTerms(locale)[rung].many), formatNumber(locale, counts[rung]), change];
  });
}

/** "1–7 March 2026: 4 climbed, 1 came down, 12 new on the ladder." */
export function movementSummary(locale: Locale, ladder: LadderFacts): string {
  const { up, down, fresh } = movedWords(locale, ladder);
  const moved = [...up, ...down, ...fresh].join(', ') || words(locale).nobody;
  return `${capital(windowWords(locale, ladder.window))}: ${moved}.`;
}

/** "4 climbed", "1 came down", "12 new on the ladder"; nothing of what did not happen. */
export function movedWords(locale: Locale, { movements }: LadderFacts) {
  const { up, down, fresh } = split(movements);
  const text = words(locale);
  const tell = (of: readonly Movement[], say: (count: string) => string) =>
    of.length === 0 ? [] : [say(formatNumber(locale, sum(of)))];
  const tellFresh = fresh.length === 0 ? [] : [counted(locale, sum(fresh), text.fresh)];
  return { up: tell(up, text.up), down: tell(down, text.down), fresh: tellFresh };
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
export function movementBlocks(locale: Locale, ladder: LadderFacts, most: number): KnownBlock[] {
  const { up, down, fresh } = split(ladder.movements);
  const told = movedWords(locale, ladder);
  const part = ([title]: readonly string[], movements: readonly Movement[], movers: readonly Mover[]): KnownBlock[] =>
    title === undefined
      ? []
      : [
          section(`*${title}*\n${pairLines(locale, movements)}`),
          ...moverBlocks(locale, movers.slice(0, most), sum(movements)),
        ];
  return [
    context(movementSummary(locale, ladder)),
    ...part(told.up, up, ladder.up),
    ...part(told.down, down, ladder.down),
    ...part(told.fresh, fresh, []),
  ];
}

const mostNamed = 10;
const topFirst: readonly Rung[] = [...rungs].reverse();

function moverBlocks(locale: Locale, movers: readonly Mover[], total: number): KnownBlock[] {
  if (movers.length === 0) return [];
  const rows = movers.map((mover) => [
    { bold: nameOf(locale, mover) },
    `: ${stepWords(locale, mover.from, mover.to)}, ${formatDay(locale, mover.day)} (${reasonWords(locale, mover.reason)})`,
  ]);
  const left = total - movers.length;
  return [bullets(left > 0 ? [...rows, [words(locale).more(formatNumber(locale, left))]] : rows)];
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

/** "*27* ambassadors (+1)"; mrkdwn. */
function rungGain(locale: Locale, { counts, movements }: LadderFacts, rung: Rung): string {
  const gain = netOf(rung, movements);
  const term = rungTerms(locale)[rung][counts[rung] === 1 ? 'one' : 'many'];
  return `*${formatNumber(locale, counts[rung])}* ${term}${gain === 0 ? '' : ` (${formatSigned(locale, gain)})`}`;
}
