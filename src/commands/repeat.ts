import { readFigure } from '../flows/read-figure.ts';
import { type Command, reply } from './command.ts';
import { askedWindow } from './window.ts';

export const repeat: Command = {
  name: 'repeat',
  async run(asking, [days]) {
    const { report, average } = await readFigure(asking.store, 'repeat', askedWindow(asking, days));
    return reply({ kind: 'figure', report, average });
  },
};
