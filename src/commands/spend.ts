import { readSpendList } from '../flows/acquisition/read-acquisition.ts';
import { type Command, reply } from './command.ts';

export const spend: Command = {
  name: 'spend',
  async run({ store, role }) {
    return reply(await readSpendList(store, role !== 'member'), false);
  },
};
