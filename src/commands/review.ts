import { UserError } from '../errors.ts';
import { gatherReview } from '../flows/digests/gather.ts';
import { quarterBefore } from '../loyalty/review.ts';
import type { Window } from '../loyalty/time/period.ts';
import { reviewSections } from '../sections/review/index.ts';
import { reviewReply } from '../sections/review/review.ts';
import { defineText } from '../text/define-text.ts';
import { inQuotes } from '../text/quotes.ts';
import { shortened } from '../text/shorten.ts';
import { oneLine } from '../text/typed.ts';
import { type Command, reply } from './command.ts';
import { mayManage } from './may-manage.ts';
import { windowOf } from './window.ts';

/** "review" says which channel gets it; "review now" and "review 2026-Q1" show it to who asks. */
export const review = {
  words: ['review', 'kvartalsgennemgang', 'kvartalsgjennomgang', 'gennemgang', 'gjennomgang'],
  help: defineText({
    en: { usage: '/loyalty review now', line: 'The last quarter looked back on; without “now”: choose its channel' },
    da: {
      usage: '/loyalty kvartalsgennemgang nu',
      line: 'Se tilbage på sidste kvartal; uden ”nu”: vælg kanal',
    },
    nb: {
      usage: '/loyalty kvartalsgjennomgang nå',
      line: 'Se tilbake på forrige kvartal; uten «nå»: velg kanal',
    },
  }),
  replies: { review: reviewReply },
  takes: { period: true, options: ['now', 'settings'] },
  async run(asking, { option, period }) {
    const { store, settings, asOf, windowDays } = asking;
    if (option === 'settings' || (option === null && period === null && windowDays === null)) {
      mayManage(asking);
      return { kind: 'form', form: 'review' };
    }
    const window: Window = option === 'now' ? quarterBefore(asOf - 1) : windowOf(asking, period);
    if (windowDays !== null || window.calendar !== 'quarter') {
      const typed = windowDays === null ? (period?.typed ?? '') : String(windowDays);
      throw new UserError(
        'bad-review',
        (locale) => whatToType[locale](inQuotes(locale, shortened(oneLine(typed), 60))),
        {
          understood: false,
        },
      );
    }
    const facts = await gatherReview(reviewSections, { store, settings, window, now: asking.now() });
    return reply({ kind: 'review', review: { ...facts, late: null } });
  },
} satisfies Command;

const whatToType = {
  en: (typed: string) =>
    `${typed} is no quarter. A review looks back on a quarter: type \`/loyalty review now\` for the last one, \`/loyalty review 2026-Q1\` for another, or \`/loyalty review\` to choose the channel that gets it.`,
  da: (typed: string) =>
    `${typed} er ikke et kvartal. En gennemgang ser tilbage på et kvartal: Skriv \`/loyalty kvartalsgennemgang nu\` for det seneste, \`/loyalty kvartalsgennemgang 2026-Q1\` for et andet eller \`/loyalty kvartalsgennemgang\` for at vælge, hvilken kanal der får den.`,
  nb: (typed: string) =>
    `${typed} er ikke et kvartal. En gjennomgang ser tilbake på et kvartal: Skriv \`/loyalty kvartalsgjennomgang nå\` for det siste, \`/loyalty kvartalsgjennomgang 2026-Q1\` for et annet eller \`/loyalty kvartalsgjennomgang\` for å velge hvilken kanal som får den.`,
};
