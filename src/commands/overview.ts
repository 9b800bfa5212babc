import { readFigure } from '../flows/figures/read-figure.ts';
import { readLadder } from '../flows/figures/read-ladder.ts';
import { factorsInto } from '../flows/upkeep/read-factors.ts';
import { dearestFirst } from '../loyalty/facts/worth.ts';
import { figureNames } from '../loyalty/figures/index.ts';
import { localDay } from '../loyalty/time/period.ts';
import { overviewReply } from '../messages/overview.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';
import { windowOf } from './window.ts';

const dayMs = 86_400_000;

export const overview = {
  words: ['overview', 'overblik', 'oversigt', 'oversikt'],
  help: defineText({
    en: { usage: '/loyalty', line: 'Everything at a glance: ladder, figures, follow-ups' },
    da: { usage: '/loyalty', line: 'Det hele i korte træk: stigen, tallene og opfølgningerne' },
    nb: { usage: '/loyalty', line: 'Alt i korte trekk: stigen, tallene og oppfølgingene' },
  }),
  replies: { overview: overviewReply },
  isOften: true,
  takes: { period: true },
  async run(asking, said) {
    const { store, settings } = asking;
    const window = windowOf(asking, said.period);
    const now = asking.now();
    const today = localDay(now, settings.timeZone);
    const [ladder, figures, followUps, totals, factors, undelivered] = await Promise.all([
      readLadder(asking, window, 0),
      Promise.all(figureNames.map((name) => readFigure(asking, name, window))),
      store.followUps.counts(today),
      store.figures.orderTotals(window.to),
      factorsInto(settings.currency, store),
      asking.role === 'member' ? 0 : store.outbox.countUndelivered(new Date(now.getTime() - 7 * dayMs)),
    ]);
    return reply({
      kind: 'overview',
      ladder,
      figures,
      followUps,
      customers: Object.values(ladder.counts).reduce((sum, count) => sum + count, 0),
      orders: totals.reduce((sum, { orders }) => sum + orders, 0),
      revenue: dearestFirst(totals, factors).map(({ currency, amountMinor }) => ({ currency, amountMinor })),
      undelivered,
    });
  },
} satisfies Command;
