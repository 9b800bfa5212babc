import { UserError } from '../errors.ts';
import { gatherReview } from '../flows/digests/gather.ts';
import { quarterBefore } from '../loyalty/review.ts';
import type { Window } from '../loyalty/time/period.ts';
import { hasOption } from '../messages/words/command-words.ts';
import { reviewSections } from '../sections/review/index.ts';
import { type Command, reply } from './command.ts';
import { mayManage } from './may-manage.ts';
import { askedWindow } from './window.ts';

/** "review" says which channel gets it; "review now" and "review 2026-Q1" show it to who asks. */
export const review: Command = {
  name: 'review',
  async run(asking, words) {
    const { store, settings, asOf, windowDays } = asking;
    if (words.length === 0 || hasOption(words, 'settings')) {
      mayManage(asking);
      return { kind: 'modal', modal: 'review' };
    }
    const window: Window = hasOption(words, 'now') ? quarterBefore(asOf - 1) : askedWindow(asking, words);
    if (windowDays !== null || window.calendar !== 'quarter') {
      throw new UserError('bad-review', (locale) => whatToType[locale]);
    }
    const facts = await gatherReview(reviewSections, { store, settings, window, now: asking.now() });
    return reply({ kind: 'review', review: { ...facts, late: null } });
  },
};

const whatToType = {
  en: 'A review looks back on a quarter: type `/loyalty review now` for the last one, `/loyalty review 2026-Q1` for another, or `/loyalty review` to choose the channel that gets it.',
  da: 'En gennemgang ser tilbage på et kvartal: Skriv `/loyalty kvartalsgennemgang nu` for det seneste, `/loyalty kvartalsgennemgang 2026-Q1` for et andet eller `/loyalty kvartalsgennemgang` for at vælge, hvilken kanal der får den.',
  nb: 'En gjennomgang ser tilbake på et kvartal: Skriv `/loyalty kvartalsgjennomgang nå` for det siste, `/loyalty kvartalsgjennomgang 2026-Q1` for et annet eller `/loyalty kvartalsgjennomgang` for å velge hvilken kanal som får den.',
};
