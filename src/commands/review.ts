import { UserError } from '../errors.ts';
import { gatherReview } from '../flows/digests/gather.ts';
import { quarterBefore } from '../loyalty/review.ts';
import type { Window } from '../loyalty/time/period.ts';
import { reviewSections } from '../sections/review/index.ts';
import { reviewReply } from '../sections/review/review.ts';
import { briefInQuotes } from '../text/brief.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';
import { mayManage } from './may-manage.ts';
import { windowOf } from './window.ts';

/** "review" and "review 2026-Q1" show it to who asks; "review settings" says which channel gets it. */
export const review = {
  words: ['review', 'kvartalsgennemgang', 'kvartalsgjennomgang', 'gennemgang', 'gjennomgang'],
  help: defineText({
    en: { usage: '/loyalty review', line: 'A look back at the last quarter; “settings”: which channel gets it' },
    da: {
      usage: '/loyalty kvartalsgennemgang',
      line: 'Se tilbage på sidste kvartal; ”indstillinger”: hvilken kanal der får den',
    },
    nb: {
      usage: '/loyalty kvartalsgjennomgang',
      line: 'Se tilbake på forrige kvartal; «innstillinger»: hvilken kanal som får den',
    },
  }),
  replies: { review: reviewReply },
  takes: { period: true, options: ['now', 'settings'] },
  async run(asking, { option, period }) {
    const { store, settings, asOf, windowDays } = asking;
    if (option === 'settings') {
      mayManage(asking);
      return { kind: 'form', form: 'review' };
    }
    const isLast = option === 'now' || (period === null && windowDays === null);
    const window: Window = isLast ? quarterBefore(asOf - 1) : windowOf(asking, period);
    if (windowDays !== null || window.calendar !== 'quarter') {
      const typed = windowDays === null ? (period?.typed ?? '') : String(windowDays);
      throw new UserError('bad-review', (locale) => whatToType[locale](briefInQuotes(locale, typed)), {
        understood: false,
      });
    }
    const facts = await gatherReview(reviewSections, { store, settings, window, now: asking.now() });
    return reply({ kind: 'review', review: { ...facts, late: null } });
  },
} satisfies Command;

const whatToType = {
  en: (typed: string) =>
    `${typed} is no quarter. A review looks back on a quarter: type \`/loyalty review\` for the last one, \`/loyalty review 2026-Q1\` for another, or \`/loyalty review settings\` to choose the channel that gets it.`,
  da: (typed: string) =>
    `${typed} er ikke et kvartal. En gennemgang ser tilbage på et kvartal: Skriv \`/loyalty kvartalsgennemgang\` for det seneste, \`/loyalty kvartalsgennemgang 2026-Q1\` for et andet eller \`/loyalty kvartalsgennemgang indstillinger\` for at vælge, hvilken kanal der får den.`,
  nb: (typed: string) =>
    `${typed} er ikke et kvartal. En gjennomgang ser tilbake på et kvartal: Skriv \`/loyalty kvartalsgjennomgang\` for det siste, \`/loyalty kvartalsgjennomgang 2026-Q1\` for et annet eller \`/loyalty kvartalsgjennomgang innstillinger\` for å velge hvilken kanal som får den.`,
};
