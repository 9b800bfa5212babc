import { readRateList } from '../flows/acquisition/read-acquisition.ts';
import { ratesReply } from '../messages/acquisition/rates.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';

export const rates = {
  words: ['rates', 'rate', 'currency', 'kurser', 'kurs', 'valuta', 'valutakurser'],
  group: 'set-up',
  help: defineText({
    en: { usage: '/loyalty rates', line: 'Currency rates, so that amounts can be added up' },
    da: { usage: '/loyalty kurser', line: 'Valutakurser, så beløb kan lægges sammen' },
    nb: { usage: '/loyalty kurser', line: 'Valutakurser, så beløp kan legges sammen' },
  }),
  replies: { rates: ratesReply },
  async run(asking) {
    return reply(await readRateList(asking, asking.role !== 'member'), false);
  },
} satisfies Command;
