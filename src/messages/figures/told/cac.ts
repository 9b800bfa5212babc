import { defineText } from '../../../text/define-text.ts';
import { amountWords } from '../../words/money-words.ts';
import { baseCount } from './base-words.ts';
import type { ToldFigure } from './told-figure.ts';

const words = defineText({
  en: {
    name: 'customer acquisition cost',
    theName: 'the customer acquisition cost',
    base: { one: 'customer won', many: 'customers won', none: 'no customers won' },
    spend: (spend: string, won: string) => `Spend ${spend} ÷ ${won}`,
    missing: {
      spend: {
        value: 'unknown (no spend recorded)',
        why: 'No spend on winning customers is recorded for this period, and what is unknown is not counted as 0.',
      },
    },
    help: { usage: '/loyalty cac last quarter', line: 'What it cost to win a customer' },
    definition: {
      title: 'Customer acquisition cost (CAC)',
      meaning: 'What does it cost to win a customer?',
      formula: 'Recorded spend on winning customers ÷ customers won, both in the period.',
      base: 'Customers won in the period.',
      leftOut:
        'Nothing. Without any recorded spend, or a rate for its currency, the cost is unknown, not 0. Totals are not a sample, so there is no interval.',
      example: '30,000 for 12 customers: 2,500 each',
    },
  },
  da: {
    name: 'pris pr. ny kunde (CAC)',
    theName: 'prisen pr. ny kunde (CAC)',
    base: { one: 'ny kunde', many: 'nye kunder', none: 'ingen nye kunder' },
    spend: (spend: string, won: string) => `Udgifter ${spend} ÷ ${won}`,
    missing: {
      spend: {
        value: 'ukendt (ingen udgifter registreret)',
        why: 'Der er ikke registreret udgifter til nye kunder i perioden, og det ukendte tælles ikke som 0.',
      },
    },
    help: { usage: '/loyalty cac sidste kvartal', line: 'Hvad det har kostet at få en ny kunde' },
    definition: {
      title: 'Pris pr. ny kunde (CAC)',
      meaning: 'Hvad koster det at få en ny kunde?',
      formula: 'Registrerede udgifter til nye kunder ÷ nye kunder, begge i perioden.',
      base: 'Nye kunder i perioden.',
      leftOut:
        'Intet. Er der ikke registreret udgifter, eller mangler kursen for deres valuta, er prisen ukendt, ikke 0. Totaler er ingen stikprøve, så der er intet interval.',
      example: '30.000 for 12 kunder: 2.500 pr. kunde',
    },
  },
  nb: {
    name: 'pris per ny kunde (CAC)',
    theName: 'prisen per ny kunde (CAC)',
    base: { one: 'ny kunde', many: 'nye kunder', none: 'ingen nye kunder' },
    spend: (spend: string, won: string) => `Utgifter ${spend} ÷ ${won}`,
    missing: {
      spend: {
        value: 'ukjent (ingen utgifter registrert)',
        why: 'Det er ikke registrert utgifter til nye kunder i perioden, og det ukjente telles ikke som 0.',
      },
    },
    help: { usage: '/loyalty cac forrige kvartal', line: 'Hva det har kostet å få en ny kunde' },
    definition: {
      title: 'Pris per ny kunde (CAC)',
      meaning: 'Hva koster det å få en ny kunde?',
      formula: 'Registrerte utgifter til nye kunder ÷ nye kunder, begge i perioden.',
      base: 'Nye kunder i perioden.',
      leftOut:
        'Ingenting. Er det ikke registrert utgifter, eller mangler kursen for valutaen deres, er prisen ukjent, ikke 0. Totaler er ikke et utvalg, så det finnes ikke noe intervall.',
      example: '30 000 for 12 kunder: 2 500 per kunde',
    },
  },
});

export const cac: ToldFigure = {
  words,
  base: (locale) => words(locale).base,
  command: ['acquisition', 'anskaffelse'],
  parts(locale, { counts, base, currency = '' }) {
    const text = words(locale);
    const spend = amountWords(locale, { amountMinor: counts.spendMinor ?? 0, currency });
    return [text.spend(spend, baseCount(locale, text.base, base))];
  },
};
