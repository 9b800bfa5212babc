import { readFigure, readFigureBy } from '../flows/figures/read-figure.ts';
import { readSeries } from '../flows/figures/read-series.ts';
import type { Part } from '../loyalty/figures/figure.ts';
import { type FigureName, figures } from '../loyalty/figures/index.ts';
import { definitionReply } from '../messages/figures/definition.ts';
import { figureReply } from '../messages/figures/figure.ts';
import { figureByReply } from '../messages/figures/figure-by.ts';
import { toldFigures } from '../messages/figures/told/index.ts';
import { trendReply } from '../messages/figures/trend.ts';
import { type Answer, type Asking, type Command, reply } from './command.ts';
import { askedFigure, type FigureQuestion, takesOfFigure } from './figure-question.ts';

/** A figure over a window: of all, of a part, by every part of a dimension, over time, or what it is. */
export function figureCommand(name: FigureName): Command {
  return {
    words: figureWords(name),
    help: (locale) => toldFigures[name].words(locale).help,
    explains: name,
    isOften: true,
    takes: takesOfFigure(name),
    async run(asking, said) {
      const question = await askedFigure(asking, name, said);
      return answerFigure(asking, name, question);
    },
  };
}

/** How the replies are told that all figures share. */
export const figureReplies = {
  figure: figureReply,
  'figure-by': figureByReply,
  trend: trendReply,
  definition: definitionReply,
} satisfies Command['replies'];

/** The words that ask for a figure. */
export function figureWords(name: FigureName): Command['words'] {
  return [name, ...toldFigures[name].command];
}

/** Answers what was asked about a figure. */
export async function answerFigure(asking: Asking, name: FigureName, question: FigureQuestion): Promise<Answer> {
  switch (question.kind) {
    case 'value': {
      const { window, parts } = question;
      return reply({ kind: 'figure', report: await readFigure(asking, name, window, parts) });
    }
    case 'by': {
      const { window, by, among, parts } = question;
      const [all, total] = await Promise.all([
        readFigureBy(asking, name, window, { by, within: parts }),
        readFigure(asking, name, window, parts),
      ]);
      const rows = among.length === 0 ? all : all.filter(({ value }) => among.some((part) => part.value === value));
      const within = parts.length > 0 && { within: parts };
      return reply({ kind: 'figure-by', figure: name, by, window, ...within, rows, total });
    }
    case 'trend':
      return trend(asking, name, question);
    case 'why':
      return reply({ kind: 'definition', name });
  }
}

async function trend(
  asking: Asking,
  name: FigureName,
  { step, over, parts }: Extract<FigureQuestion, { kind: 'trend' }>,
): Promise<Answer> {
  const [part = null, ...within] = parts;
  const series = await readSeries(asking, name, { step, over, part, within, asOf: asking.asOf });
  const target = within.length > 0 ? null : await targetOf(asking, name, part);
  const currency = figures[name].unit === 'money' ? { currency: asking.settings.currency } : {};
  const of = { ...(part && { part }), ...(within.length > 0 && { within }) };
  return reply({ kind: 'trend', series, target, ...of, ...currency });
}

/** The value that a figure is to reach, where a target is still running. */
async function targetOf({ store, asOf }: Asking, name: FigureName, part: Part | null): Promise<number | null> {
  const found = (await store.targets.list()).find(
    (target) =>
      target.figure === name &&
      target.part?.dimension === part?.dimension &&
      target.part?.value === part?.value &&
      target.untilDay >= asOf - 1,
  );
  return found?.value ?? null;
}
