import { UserError } from '../errors.ts';
import { readCohorts } from '../flows/figures/read-cohorts.ts';
import { cohortsReply } from '../messages/figures/cohorts.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';
import { type Divided, findParts } from './find-parts.ts';
import { givenWindow } from './window.ts';

/** As long as the table is. */
const mostDays = 396;

const cohort = defineText({ en: { name: 'cohorts' }, da: { name: 'kohorter' }, nb: { name: 'kohorter' } });
const divided: Divided = { dimensions: ['country', 'segment', 'source'], name: (locale) => cohort(locale).name };

export const cohorts = {
  words: ['cohorts', 'cohort', 'kohorter', 'kohorte', 'kohort'],
  help: defineText({
    en: { usage: '/loyalty cohorts', line: 'Who comes back, month by month after the first order' },
    da: { usage: '/loyalty kohorter', line: 'Hvem der kommer igen, måned for måned efter første ordre' },
    nb: { usage: '/loyalty kohorter', line: 'Hvem som kommer tilbake, måned for måned etter første ordre' },
  }),
  replies: { cohorts: cohortsReply },
  explains: 'cohorts',
  takes: { period: true, parts: divided.dimensions },
  async run(asking, said) {
    const over = givenWindow(asking, said.period);
    if (over && over.to - over.from > mostDays)
      throw new UserError('too-many-months', (locale) => tooMany[locale], { understood: false });
    const parts = await findParts(asking, divided, said.parts);
    const cohorts = await readCohorts(asking.store, asking.asOf, { over, parts });
    return reply({ kind: 'cohorts', cohorts, ...(over && { over }), ...(parts.length > 0 && { parts }) });
  },
} satisfies Command;

const tooMany = {
  en: 'Cohorts are told of at most 13 months at a time: `/loyalty cohorts 2025`.',
  da: 'Kohorter vises for højst 13 måneder ad gangen: `/loyalty kohorter 2025`.',
  nb: 'Kohorter vises for høyst 13 måneder om gangen: `/loyalty kohorter 2025`.',
};
