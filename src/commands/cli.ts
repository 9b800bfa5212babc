import { readFigure } from '../flows/read-figure.ts';
import { type Command, reply } from './command.ts';
import { askedWindow } from './window.ts';

export const cli: Command = {
  name: 'cli',
  async run(asking, words) {
    const report = await readFigure(asking.store, 'cli', askedWindow(asking, words));
    return reply({ kind: 'figure', report });
  },
};
