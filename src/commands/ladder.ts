import { readLadder } from '../flows/figures/read-ladder.ts';
import { type Command, reply } from './command.ts';
import { askedWindow } from './window.ts';

export const ladder: Command = {
  name: 'ladder',
  async run(asking, words) {
    const facts = await readLadder(asking, askedWindow(asking, words));
    return reply({ kind: 'ladder', ladder: facts });
  },
};
