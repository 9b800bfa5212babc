import type { CurrencySum, FigureReport } from '../../../loyalty/figures/report.ts';
import { averageOrder, type RevenueCounts, repeatShare } from '../../../loyalty/figures/revenue.ts';
import { defineText, type Locale } from '../../../text/define-text.ts';
import { formatPercent } from '../../../text/number.ts';
import { counted } from '../../../text/plural.ts';
import { bar } from '../../kit/bar.ts';
import { wholeAmountWords } from '../../words/money-words.ts';
import { averageAmountWords } from '../score-words.ts';
import type { ToldFigure } from './told-figure.ts';

const words = defineText({
  en: {
    name: 'revenue',
    theName: 'revenue',
    base: { one: 'order', many: 'orders', none: 'no orders' },
    average: (amount: string) => `Average order ${amount}`,
    repeat: (share: string) => `${share} from repeat orders`,
    refunds: (amount: string) => `refunds of ${amount} taken off`,
    repeatOrders: 'repeat orders',
    firstOrders: 'first orders',
    byCurrency: 'By currency, not converted:',
    help: {
      usage: '/loyalty revenue quarter',
      line: 'What orders came to, the average order, and the share of repeat orders',
    },
    definition: {
      title: 'Revenue',
      meaning: 'What did customers’ orders come to?',
      formula:
        'Completed orders less refunds in the period, in your currency. Average order: what orders came to ÷ orders, before refunds. Repeat orders: the share of what orders came to that was ordered on a later day than the customer’s first ever.',
      base: 'Completed orders in the period. An order of amount 0 counts.',
      leftOut:
        'Cancelled orders. A refund counts on its own day. Without a rate for an amount’s currency the sum is unknown, and each currency is shown by itself. It is a sum, not a sample, so there is no interval.',
      example: '3 orders of 100 and a refund of 50: 250; average order 100',
    },
  },
  da: {
    name: 'omsætning',
    theName: 'omsætningen',
    base: { one: 'ordre', many: 'ordrer', none: 'ingen ordrer' },
    average: (amount: string) => `Gennemsnitlig ordre ${amount}`,
    repeat: (share: string) => `${share} fra genkøb`,
    refunds: (amount: string) => `refusioner for ${amount} er trukket fra`,
    repeatOrders: 'genkøb',
    firstOrders: 'første køb',
    byCurrency: 'Pr. valuta, ikke omregnet:',
    help: {
      usage: '/loyalty omsætning kvartal',
      line: 'Hvad der er solgt for, den gennemsnitlige ordre og andelen fra genkøb',
    },
    definition: {
      title: 'Omsætning',
      meaning: 'Hvor meget har kunderne købt for?',
      formula:
        'Gennemførte ordrer minus refusioner i perioden, i jeres valuta. Gennemsnitlig ordre: ordrernes beløb ÷ ordrer, før refusioner. Genkøb: den andel af ordrernes beløb, der er bestilt på en senere dag end kundens allerførste ordre.',
      base: 'Gennemførte ordrer i perioden. En ordre på 0 tæller med.',
      leftOut:
        'Annullerede ordrer. En refusion tæller på sin egen dag. Mangler kursen for et beløbs valuta, er summen ukendt, og hver valuta vises for sig. Det er en sum og ingen stikprøve, så der er intet interval.',
      example: '3 ordrer på 100 og en refusion på 50: 250; gennemsnitlig ordre 100',
    },
  },
  nb: {
    name: 'omsetning',
    theName: 'omsetningen',
    base: { one: 'ordre', many: 'ordrer', none: 'ingen ordrer' },
    average: (amount: string) => `Gjennomsnittlig ordre ${amount}`,
    repeat: (share: string) => `${share} fra gjenkjøp`,
    refunds: (amount: string) => `refusjoner på ${amount} er trukket fra`,
    repeatOrders: 'gjenkjøp',
    firstOrders: 'første kjøp',
    byCurrency: 'Per valuta, ikke regnet om:',
    help: {
      usage: '/loyalty omsetning kvartal',
      line: 'Hva det er solgt for, den gjennomsnittlige ordren og andelen fra gjenkjøp',
    },
    definition: {
      title: 'Omsetning',
      meaning: 'Hvor mye har kundene kjøpt for?',
      formula:
        'Fullførte ordrer minus refusjoner i perioden, i valutaen dere rapporterer i. Gjennomsnittlig ordre: ordrenes beløp ÷ ordrer, før refusjoner. Gjenkjøp: andelen av ordrenes beløp som er bestilt på en senere dag enn kundens aller første ordre.',
      base: 'Fullførte ordrer i perioden. En ordre på 0 teller med.',
      leftOut:
        'Kansellerte ordrer. En refusjon teller på sin egen dag. Mangler kursen for valutaen til et beløp, er summen ukjent, og hver valuta vises for seg. Det er en sum og ikke et utvalg, så det finnes ikke noe intervall.',
      example: '3 ordrer på 100 og en refusjon på 50: 250; gjennomsnittlig ordre 100',
    },
  },
});

/** Completed orders less refunds. */
export const revenue: ToldFigure = {
  words,
  base: (locale) => words(locale).base,
  command: ['omsætning', 'omsetning', 'sales', 'salg', 'sell', 'sold', 'solgt'],
  parts: (locale, report) => [...orderLines(locale, report), ...currencyLines(locale, report)],
  note(locale, { counts, currency = '' }) {
    const text = words(locale);
    const [average, share] = [averageOrder(known(counts)), repeatShare(known(counts))];
    const { refundsMinor } = known(counts);
    const said = [
      ...(average === null ? [] : [text.average(averageAmountWords(locale, average, currency))]),
      ...(share === null ? [] : [text.repeat(formatPercent(locale, share))]),
      ...(refundsMinor === 0 ? [] : [text.refunds(averageAmountWords(locale, refundsMinor, currency))]),
    ];
    return said.length === 0 ? null : `${said.join(' · ')}.`;
  },
  withoutRate: (locale, report) => currencyLines(locale, report)[0] ?? null,
};

/** What repeat and first orders came to, with their shares. */
function orderLines(locale: Locale, { counts, currency = '' }: FigureReport): string[] {
  const text = words(locale);
  const share = repeatShare(known(counts));
  if (share === null) return [];
  const { revenueMinor, refundsMinor, repeatMinor } = known(counts);
  const line = (of: number, amountMinor: number, name: string) =>
    `${bar(of)} ${averageAmountWords(locale, amountMinor, currency)} ${name} · ${formatPercent(locale, of)}`;
  return [
    line(share, repeatMinor, text.repeatOrders),
    line(1 - share, revenueMinor + refundsMinor - repeatMinor, text.firstOrders),
  ];
}

/** What came in each currency, where that is not the one alone in which it is all told. */
function currencyLines(locale: Locale, { currencies = [], currency }: FigureReport): string[] {
  const text = words(locale);
  if (currencies.every((one) => one.currency === currency)) return [];
  const amount = (one: CurrencySum) =>
    wholeAmountWords(locale, { amountMinor: one.revenueMinor, currency: one.currency });
  const line = (one: CurrencySum) => `${amount(one)} (${counted(locale, one.orders, text.base)})`;
  return [`${text.byCurrency} ${currencies.slice(0, mostCurrencies).map(line).join(' · ')}`];
}

/** As many as are read. */
const mostCurrencies = 8;

function known({
  orders = 0,
  revenueMinor = 0,
  refundsMinor = 0,
  repeatMinor = 0,
}: FigureReport['counts']): RevenueCounts {
  return { orders, revenueMinor, refundsMinor, repeatMinor };
}
