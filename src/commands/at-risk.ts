import { readAtRisk, readAtRiskOf, readNewestRun, toToldPrediction } from '../flows/predictions/read-prediction.ts';
import { atRiskReply } from '../messages/predictions/at-risk.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';

const shown = 10;

export const atRisk = {
  words: ['at-risk', 'atrisk', 'churn-risk', 'frafaldstruede', 'frafaldstruet', 'frafallstruede', 'frafallstruet'],
  help: defineText({
    en: { usage: '/loyalty at-risk', line: 'Valuable customers who may stay away, and why' },
    da: { usage: '/loyalty frafaldstruede', line: 'Værdifulde kunder, der er ved at falde fra, og hvorfor' },
    nb: { usage: '/loyalty frafallstruede', line: 'Verdifulle kunder som er i ferd med å falle fra, og hvorfor' },
  }),
  replies: { 'at-risk': atRiskReply },
  explains: 'at-risk',
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
} satisfies Command;
