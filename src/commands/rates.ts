import { readRateList } from '../flows/acquisition/read-acquisition.ts';
import { type Command, reply } from './command.ts';

export const rates: Command = {
  name: 'rates',
  async run({ store, settings, role }) {
    return reply(await readRateList(store, settings, role !== 'member'), false);
  },
};
