import { readAtRisk, readAtRiskOf, readNewestRun, toToldPrediction } from '../flows/predictions/read-prediction.ts';
import { type Command, reply } from './command.ts';

const shown = 10;

export const atRisk: Command = {
  name: 'at-risk',
  async run(asking) {
    const { role, predictNow } = asking;
    const mayRun = role !== 'member';
    if (predictNow) {
      const now = await predictNow();
      const { asOf, currency, facts } = now;
      const customers = await readAtRiskOf(asking, now, shown);
      const total = facts.expected?.atRisk ?? 0;
      return reply({ kind: 'at-risk', prediction: { asOf, currency, facts }, atWork: false, mayRun, customers, total });
    }
    const { run, atWork } = await readNewestRun(asking.store);
    const customers = run ? await readAtRisk(asking, run, shown) : [];
    const total = run?.facts.expected?.atRisk ?? 0;
    return reply({ kind: 'at-risk', prediction: run && toToldPrediction(run), atWork, mayRun, customers, total });
  },
};
