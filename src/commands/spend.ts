import { readSpendList } from '../flows/acquisition/read-acquisition.ts';
import { spendReply } from '../messages/acquisition/spend.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';

export const spend = {
  words: ['spend', 'costs', 'udgifter', 'udgift', 'utgifter', 'utgift'],
  group: 'set-up',
  help: defineText({
    en: { usage: '/loyalty spend', line: 'What winning customers cost' },
    da: { usage: '/loyalty udgifter', line: 'Hvad det koster at vinde kunder' },
    nb: { usage: '/loyalty utgifter', line: 'Hva det koster å vinne kunder' },
  }),
  replies: { spend: spendReply },
  async run({ store, role }) {
    return reply(await readSpendList(store, role !== 'member'), false);
  },
} satisfies Command;
