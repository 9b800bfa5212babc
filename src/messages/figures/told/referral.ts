import { defineText } from '../../../text/define-text.ts';
import { customersBase } from './base-words.ts';
import { partLine } from './part-line.ts';
import type { ToldFigure } from './told-figure.ts';

const words = defineText({
  en: {
    name: 'referral rate',
    theName: 'the referral rate',
    recommended: 'won a customer',
    recommendedNone: 'did not',
    help: { usage: '/loyalty referral', line: 'How many customers won you another one' },
    definition: {
      title: 'Referral rate',
      meaning: 'How many customers have won you another one?',
      formula:
        'Customers with a won recommendation ÷ customers, as of the end of the period. A recommendation is won at the new customer’s first order.',
      base: 'All customers by that day.',
      leftOut: 'Recommendations without an order yet. Each new customer is credited to one recommender.',
      example: '12 of 240 customers: 5%',
    },
  },
  da: {
    name: 'anbefalingsrate',
    theName: 'anbefalingsraten',
    recommended: 'har skaffet en ny kunde',
    recommendedNone: 'har ikke',
    help: { usage: '/loyalty anbefalinger', line: 'Hvor mange kunder der har skaffet jer en ny' },
    definition: {
      title: 'Anbefalingsrate',
      meaning: 'Hvor mange kunder har skaffet jer en ny?',
      formula:
        'Kunder, hvis anbefaling har givet en ny kunde ÷ kunder, ved periodens slutning. Anbefalingen tæller fra den nye kundes første ordre.',
      base: 'Alle kunder den dag.',
      leftOut: 'Anbefalinger uden ordre endnu. Hver ny kunde godskrives én, der har anbefalet.',
      example: '12 af 240 kunder: 5 %',
    },
  },
  nb: {
    name: 'anbefalingsrate',
    theName: 'anbefalingsraten',
    recommended: 'har skaffet en ny kunde',
    recommendedNone: 'har ikke',
    help: { usage: '/loyalty anbefalinger', line: 'Hvor mange kunder som har skaffet dere en ny' },
    definition: {
      title: 'Anbefalingsrate',
      meaning: 'Hvor mange kunder har skaffet dere en ny?',
      formula:
        'Kunder som har skaffet en ny kunde ved å anbefale dere ÷ kunder, ved slutten av perioden. Anbefalingen teller fra den nye kundens første ordre.',
      base: 'Alle kunder den dagen.',
      leftOut: 'Anbefalinger uten ordre ennå. Hver ny kunde godskrives én som har anbefalt.',
      example: '12 av 240 kunder: 5 %',
    },
  },
});

/** Referral rate. */
export const referral: ToldFigure = {
  words,
  base: customersBase,
  command: ['referrals', 'anbefalinger', 'anbefalingsrate'],
  parts(locale, { counts, base }) {
    const { recommenders = 0 } = counts;
    const { recommended, recommendedNone } = words(locale);
    return [
      partLine(locale, recommenders, base, recommended),
      partLine(locale, base - recommenders, base, recommendedNone),
    ];
  },
};
