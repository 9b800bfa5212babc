import { readCohorts } from '../flows/figures/read-cohorts.ts';
import { type Command, reply } from './command.ts';

export const cohorts: Command = {
  name: 'cohorts',
  async run({ store, asOf }) {
    return reply({ kind: 'cohorts', cohorts: await readCohorts(store, asOf) });
  },
};
