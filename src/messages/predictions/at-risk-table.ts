import type { KnownBlock } from '@slack/types';
import type { AtRiskCustomer, AtRiskReply, ToldPrediction } from '../../facts/prediction.ts';
import { minorDigits } from '../../loyalty/facts/money.ts';
import { tellRisk } from '../../loyalty/prediction/told-risk.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { type SortableCell, sortableRoom, sortableTable, unknownCell, wordsIn } from '../kit/sortable-table.ts';
import { type Column, table, unbroken } from '../kit/table.ts';
import { roundedMoney } from '../words/estimate-words.ts';
import { nameOf } from '../words/names.ts';

const words = defineText({
  en: {
    customer: 'Customer',
    toWin: 'Can be saved',
    order: 'Most to save first',
    stake: 'of about',
    chance: 'Chance',
    fair: 'fair',
    small: 'small',
    verySmall: 'tiny',
    why: 'Days without order',
    gap: (days: string, gap: string) => `${days}, usually ${gap}`,
    once: (days: string) => `${days}, only order`,
  },
  da: {
    customer: 'Kunde',
    toWin: 'Kan reddes',
    order: 'Mest at redde først',
    stake: 'af ca.',
    chance: 'Chance',
    fair: 'rimelig',
    small: 'lille',
    verySmall: 'minimal',
    why: 'Dage uden køb',
    gap: (days: string, gap: string) => `${days}, normalt ${gap}`,
    once: (days: string) => `${days}, eneste køb`,
  },
  nb: {
    customer: 'Kunde',
    toWin: 'Kan reddes',
    order: 'Mest å redde først',
    stake: 'av ca.',
    chance: 'Sjanse',
    fair: 'rimelig',
    small: 'liten',
    verySmall: 'minimal',
    why: 'Dager uten kjøp',
    gap: (days: string, gap: string) => `${days}, vanligvis ${gap}`,
    once: (days: string) => `${days}, eneste kjøp`,
  },
});

/** A customer is a line: what decides its place comes first, then what that is made of, and why. */
export function riskTable(locale: Locale, shown: readonly AtRiskCustomer[], prediction: ToldPrediction): KnownBlock {
  const heads = headsOf(locale).map((column, i) => (i === 1 ? { ...column, head: `${column.head} ↓` } : column));
  const rows = shown.map((one) => rowOf(locale, one, prediction).map(wordsIn));
  return table(heads, rows).block;
}

/** As many as find room in a table that its reader sorts, with their names in two groups of a menu. */
export function sortableRisks(locale: Locale, { customers, total }: AtRiskReply, prediction: ToldPrediction) {
  const rows = customers.map((one) => rowOf(locale, one, prediction));
  const inMenu = customers.map((one) => 2 * nameOf(locale, one).length);
  const some = customers.slice(0, sortableRoom(rows, inMenu));
  const order = { order: words(locale).order, isAll: total <= some.length };
  return { block: sortableTable(locale, order, headsOf(locale), rows.slice(0, some.length)), some };
}

function headsOf(locale: Locale): Column[] {
  const text = words(locale);
  return [
    { head: text.customer, kind: 'words' },
    { head: text.toWin, kind: 'number' },
    { head: text.stake, kind: 'number' },
    { head: text.chance, kind: 'words', mayBeLeftOut: true },
    { head: text.why, kind: 'words' },
  ];
}

function rowOf(locale: Locale, customer: AtRiskCustomer, prediction: ToldPrediction): SortableCell[] {
  const { currency, asOf, facts } = prediction;
  const about = (minor: number) => ({
    value: minor / 10 ** minorDigits(currency),
    text: unbroken(roundedMoney(locale, minor, currency)),
  });
  const known = (value: number | null, text: string) => (value === null ? unknownCell(text) : { value, text });
  const told = tellRisk(facts.backTest, customer.churnRisk);
  return [
    `${nameOf(locale, customer)}${customer.followUp ? ' ✓' : ''}`,
    about(customer.winnableMinor),
    about(customer.stakeMinor),
    known(told && Math.round((1 - told.share) * 100), chanceWords(locale, customer, prediction)),
    known(daysAway(customer, asOf), whyWords(locale, customer, prediction)),
  ];
}

/** How likely the customer is to come back, as far as the back-test bears it out. */
function chanceWords(locale: Locale, { churnRisk }: AtRiskCustomer, { facts }: ToldPrediction): string {
  const told = tellRisk(facts.backTest, churnRisk);
  if (!told) return '';
  const text = words(locale);
  const chance = 1 - told.share;
  if (chance < 0.15) return unbroken(text.verySmall);
  return chance < 0.3 || told.isMore ? text.small : text.fair;
}

/** "94, usually 21". */
function whyWords(locale: Locale, { lastOrderDay, usualGapDays }: AtRiskCustomer, { asOf }: ToldPrediction): string {
  const text = words(locale);
  const away = daysAway({ lastOrderDay }, asOf);
  if (away === null) return '';
  const days = formatNumber(locale, away);
  return usualGapDays === null ? text.once(days) : text.gap(days, formatNumber(locale, Math.round(usualGapDays)));
}

function daysAway({ lastOrderDay }: Pick<AtRiskCustomer, 'lastOrderDay'>, asOf: Day): number | null {
  return lastOrderDay === null ? null : asOf - 1 - lastOrderDay;
}
