import { readNewestRun, toToldPrediction } from '../flows/predictions/read-prediction.ts';
import { type Command, reply } from './command.ts';

export const prediction: Command = {
  name: 'prediction',
  async run({ store, role, predictNow }) {
    const mayRun = role !== 'member';
    if (predictNow) {
      const { asOf, currency, facts } = await predictNow();
      return reply({ kind: 'prediction', prediction: { asOf, currency, facts }, atWork: false, mayRun });
    }
    const { run, atWork } = await readNewestRun(store);
    return reply({ kind: 'prediction', prediction: run && toToldPrediction(run), atWork, mayRun });
  },
};
