import { readFigure } from '../flows/read-figure.ts';
import { type Command, reply } from './command.ts';
import { askedWindow } from './window.ts';

export const cac: Command = {
  name: 'cac',
  async run(asking, words) {
    const report = await readFigure(asking.store, 'cac', askedWindow(asking, words));
    return reply({ kind: 'figure', report });
  },
};
