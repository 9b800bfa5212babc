import { readLadder } from '../flows/figures/read-ladder.ts';
import { ladderReply } from '../messages/ladder/ladder.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';
import { windowOf } from './window.ts';

export const ladder = {
  words: ['ladder', 'stages', 'stage', 'rungs', 'stige', 'stigen', 'trin', 'trinn'],
  help: defineText({
    en: { usage: '/loyalty ladder', line: 'How many stand on each rung, and who moved up or down' },
    da: { usage: '/loyalty stige', line: 'Hvor mange på hvert trin, og hvem der er rykket op eller ned' },
    nb: { usage: '/loyalty stige', line: 'Hvor mange på hvert trinn, og hvem som har gått opp eller ned' },
  }),
  replies: { ladder: ladderReply },
  explains: 'rungs',
  isOften: true,
  takes: { period: true },
  async run(asking, said) {
    const facts = await readLadder(asking, windowOf(asking, said.period));
    return reply({ kind: 'ladder', ladder: facts });
  },
} satisfies Command;
