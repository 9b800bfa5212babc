import { readNewestRun, toToldPrediction } from '../flows/predictions/read-prediction.ts';
import { predictionReply } from '../messages/predictions/prediction.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';

export const prediction = {
  words: ['prediction', 'predict', 'forecast', 'prognose', 'prognosen', 'forudsigelse', 'prediksjon'],
  help: defineText({
    en: {
      usage: '/loyalty prediction',
      line: 'What customers are expected to buy, how many will stay away, and how right that has been lately',
    },
    da: {
      usage: '/loyalty prognose',
      line: 'Hvad kunderne ventes at købe, hvor mange der bliver væk, og hvor godt det har passet',
    },
    nb: {
      usage: '/loyalty prognose',
      line: 'Hva kundene ventes å kjøpe, hvor mange som blir borte, og hvor godt det har stemt',
    },
  }),
  replies: { prediction: predictionReply },
  explains: 'prediction',
  async run({ store, role, predictNow }) {
    const mayRun = role !== 'member';
    if (predictNow) {
      const { asOf, currency, facts } = await predictNow();
      return reply({ kind: 'prediction', prediction: { asOf, currency, facts }, atWork: false, mayRun });
    }
    const { run, atWork } = await readNewestRun(store);
    return reply({ kind: 'prediction', prediction: run && toToldPrediction(run), atWork, mayRun });
  },
} satisfies Command;
