import { readFigure, readFigureBy } from '../flows/read-figure.ts';
import { readSeries } from '../flows/read-series.ts';
import type { FigureName } from '../loyalty/figures/figure.ts';
import { figures } from '../loyalty/figures/index.ts';
import { definitionReply } from '../messages/definition.ts';
import { type Command, reply } from './command.ts';
import { askedFigure } from './figure-question.ts';

/** A figure over a window: of all, of a part, by every part of a dimension, over time, or what it is. */
export function figureCommand(name: Exclude<FigureName, 'clv'>): Command {
  return {
    name,
    async run(asking, words) {
      const { store, settings } = asking;
      const question = await askedFigure(asking, name, words);
      switch (question.kind) {
        case 'value':
          return reply({
            kind: 'figure',
            report: await readFigure(store, settings, name, question.window, question.part),
          });
        case 'by': {
          const { window, by } = question;
          const rows = await readFigureBy(store, settings, name, window, by);
          const total = await readFigure(store, settings, name, window);
          return reply({ kind: 'figure-by', figure: name, by, window, rows, total });
        }
        case 'trend': {
          const series = await readSeries(store, settings, name, question.step, asking.asOf, question.part);
          return reply({
            kind: 'trend',
            series,
            target: null,
            ...(figures[name].unit === 'money' && { currency: settings.currency }),
          });
        }
        case 'why':
          return reply(definitionReply(name));
      }
    },
  };
}
