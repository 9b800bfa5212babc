import { readFigure, readFigureBy } from '../flows/read-figure.ts';
import { rungs } from '../loyalty/ladder.ts';
import { hasOption, withoutOption } from '../messages/command-words.ts';
import { type Command, reply } from './command.ts';
import { askedWindow } from './window.ts';

export const nps: Command = {
  name: 'nps',
  async run(asking, words) {
    const byRung = hasOption(words, 'by-rung');
    const window = askedWindow(asking, withoutOption(words, 'by-rung'));
    const report = await readFigure(asking.store, asking.settings, 'nps', window);
    if (!byRung) return reply({ kind: 'figure', report });
    const parts = await readFigureBy(asking.store, asking.settings, 'nps', window, 'rung');
    const rows = parts.map(({ value, report }) => ({ rung: rungs.find((rung) => rung === value) ?? null, report }));
    return reply({ kind: 'figure-by-rung', figure: 'nps', window, rows, total: report });
  },
};
