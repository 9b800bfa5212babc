import { readRateList } from '../flows/acquisition/read-acquisition.ts';
import { type Command, reply } from './command.ts';

export const rates: Command = {
  name: 'rates',
  async run(asking) {
    return reply(await readRateList(asking, asking.role !== 'member'), false);
  },
};
