import { drawTrend } from '../../src/messages/figures/trend.ts';
import type { Message } from '../../src/messages/kit/message.ts';
import { drawLadder } from '../../src/messages/ladder/ladder.ts';
import type { HeatPicture, Picture, TrendPicture } from '../../src/pictures/picture.ts';
import type { Locale } from '../../src/text/define-text.ts';
import { context, ladder, plainTyped } from '../messages/facts.ts';
import { months } from '../messages/trend-facts.ts';

/** The picture of a message; a test that asks for one that is not there fails. */
export function pictureOf({ pictures = [] }: Message): Picture {
  const [placed] = pictures;
  if (!placed) throw new Error('The message has no picture.');
  return placed.picture;
}

export function npsTrend(locale: Locale): TrendPicture {
  const series = months('nps', [21, null, 27.4, 26, null, 38, 44, 47]);
  const picture = pictureOf(drawTrend({ kind: 'trend', series, target: 45 }, locale, context));
  if (picture.kind !== 'trend') throw new Error('It is not a trend.');
  return picture;
}

export function ladderOf(locale: Locale): Picture {
  return pictureOf(drawLadder({ kind: 'ladder', ladder: ladder(plainTyped) }, locale, context));
}

export const cohorts: HeatPicture = {
  kind: 'heat',
  title: 'Who comes back',
  subtitle: 'Share of new customers who ordered again',
  alt: 'Of the customers of January 92% ordered again within a month.',
  locale: 'en',
  columns: ['1', '2'],
  rows: [
    { label: 'Jan', size: '120', cells: [0.92, 0.7].map((share) => ({ share, running: false })) },
    { label: 'Feb', size: '113', cells: [0.05, null].map((share) => ({ share, running: share !== null })) },
  ],
  notes: ['Dashed: in progress.'],
};
