import { readAtRisk, readAtRiskOf, readNewestRun, toToldPrediction } from '../flows/predictions/read-prediction.ts';
import { atRiskReply } from '../messages/predictions/at-risk.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';
import { type Divided, findParts } from './find-parts.ts';

/** As many as are ever shown at once. */
const shown = 50;

const list = defineText({
  en: { name: 'list of customers at risk' },
  da: { name: 'listen over kunder i farezonen' },
  nb: { name: 'listen over kunder i faresonen' },
});
const divided: Divided = { dimensions: ['country', 'segment', 'source'], name: (locale) => list(locale).name };

export const atRisk = {
  words: [
    'at-risk',
    'atrisk',
    'churn-risk',
    'farezonen',
    'faresonen',
    'frafaldstruede',
    'frafaldstruet',
    'frafallstruede',
    'frafallstruet',
  ],
  help: defineText({
    en: { usage: '/loyalty at-risk', line: 'Valuable customers who may stay away, and why' },
    da: { usage: '/loyalty farezonen', line: 'Værdifulde kunder, der kan falde fra, og hvorfor' },
    nb: { usage: '/loyalty faresonen', line: 'Verdifulle kunder som kan falle fra, og hvorfor' },
  }),
  replies: { 'at-risk': atRiskReply },
  explains: 'at-risk',
  takes: { parts: divided.dimensions },
  async run(asking, said) {
    const { role, predictNow } = asking;
    const mayRun = role !== 'member';
    const parts = await findParts(asking, divided, said.parts);
    const of = parts.length > 0 && { parts };
    if (predictNow) {
      const now = await predictNow();
      const { asOf, currency, facts } = now;
      const { customers, total } = await readAtRiskOf(asking, now, shown, parts);
      return reply({
        kind: 'at-risk',
        prediction: { asOf, currency, facts },
        atWork: false,
        mayRun,
        customers,
        total,
        ...of,
      });
    }
    const { run, atWork } = await readNewestRun(asking.store);
    const { customers, total } = run ? await readAtRisk(asking, run, shown, parts) : { customers: [], total: 0 };
    return reply({
      kind: 'at-risk',
      prediction: run && toToldPrediction(run),
      atWork,
      mayRun,
      customers,
      total,
      ...of,
    });
  },
} satisfies Command;
