import { readCohorts } from '../flows/figures/read-cohorts.ts';
import { cohortsReply } from '../messages/figures/cohorts.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';

export const cohorts = {
  words: ['cohorts', 'cohort', 'kohorter', 'kohorte', 'kohort'],
  help: defineText({
    en: { usage: '/loyalty cohorts', line: 'Who comes back, month by month after the first order' },
    da: { usage: '/loyalty kohorter', line: 'Hvem der kommer igen, måned for måned efter første ordre' },
    nb: { usage: '/loyalty kohorter', line: 'Hvem som kommer tilbake, måned for måned etter første ordre' },
  }),
  replies: { cohorts: cohortsReply },
  explains: 'cohorts',
  async run({ store, asOf }) {
    return reply({ kind: 'cohorts', cohorts: await readCohorts(store, asOf) });
  },
} satisfies Command;
