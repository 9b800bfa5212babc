import { readFigure } from '../flows/read-figure.ts';
import { type Command, reply } from './command.ts';
import { askedWindow } from './window.ts';

export const csat: Command = {
  name: 'csat',
  async run(asking, words) {
    const report = await readFigure(asking.store, asking.settings, 'csat', askedWindow(asking, words));
    return reply({ kind: 'figure', report });
  },
};
