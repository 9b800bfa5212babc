import { readFigure, readNpsByRung } from '../flows/read-figure.ts';
import { hasOption, withoutOption } from '../messages/command-words.ts';
import { type Command, reply } from './command.ts';
import { askedWindow } from './window.ts';

export const nps: Command = {
  name: 'nps',
  async run(asking, words) {
    const byRung = hasOption(words, 'by-rung');
    const window = askedWindow(asking, withoutOption(words, 'by-rung'));
    const report = await readFigure(asking.store, 'nps', window);
    if (!byRung) return reply({ kind: 'figure', report });
    const rows = await readNpsByRung(asking.store, window);
    return reply({ kind: 'figure-by-rung', figure: 'nps', window, rows, total: report });
  },
};
