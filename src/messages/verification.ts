import { type Difference, differenceCount, keptKinds, type Verification } from '../loyalty/counts/verification.ts';
import { isoFromDay } from '../loyalty/time/period.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { formatNumber } from '../text/number.ts';
import { shortened } from '../text/shorten.ts';
import { escapeMrkdwn, oneLine } from '../text/typed.ts';
import { bullets, header, lines } from './kit/blocks.ts';
import { withIsoDays } from './kit/json.ts';
import { toMessage } from './kit/message.ts';
import type { Presenter } from './kit/presenter.ts';

const words = defineText({
  en: {
    right: 'All that is kept agrees with the facts',
    wrong: 'Some of what is kept does not agree with the facts',
    repaired: 'Everything was counted anew and agrees with the facts',
    stillWrong: 'Everything was counted anew and still does not agree with the facts',
    facts: (customers: string) => `Worked out anew from the facts of ${customers} customers.`,
    before: 'Before it was counted anew:',
    kinds: {
      standings: 'Standings',
      'rung-changes': 'Changes of rung',
      'search-words': 'Words to search by, by customer',
      tallies: 'Counts per day',
      'stay-counts': 'Counts of stays per day',
    },
    row: (kind: string, compared: string, differing: string) => `${kind}: ${compared} compared, ${differing} differ`,
    customer: (customer: string) => `Customer ${customer}`,
    kept: (kept: string, counted: string) => `kept ${kept}, by the facts ${counted}`,
    missing: 'missing',
    missingFor: (counted: string) => `missing; by the facts ${counted}`,
    tooMuch: (kept: string) => `kept ${kept}, which nothing in the facts gives`,
    nothing: 'nothing',
    more: (count: string) => `and ${count} more`,
    toRepair: 'verify --repair counts everything anew.',
    help: 'holds all that is kept against the facts',
  },
  da: {
    right: 'Alt gemt stemmer med grunddata',
    wrong: 'Noget af det gemte stemmer ikke med grunddata',
    repaired: 'Alt er talt op på ny og stemmer med grunddata',
    stillWrong: 'Alt er talt op på ny og stemmer stadig ikke med grunddata',
    facts: (customers: string) => `Regnet ud på ny fra grunddata om ${customers} kunder.`,
    before: 'Før alt blev talt op på ny:',
    kinds: {
      standings: 'Kundernes stilling',
      'rung-changes': 'Skift af trin',
      'search-words': 'Søgeord, kunde for kunde',
      tallies: 'Optællinger pr. dag',
      'stay-counts': 'Optællinger af forløb pr. dag',
    },
    row: (kind: string, compared: string, differing: string) =>
      `${kind}: ${compared} sammenlignet, ${differing} afviger`,
    customer: (customer: string) => `Kunde ${customer}`,
    kept: (kept: string, counted: string) => `gemt ${kept}, efter grunddata ${counted}`,
    missing: 'mangler',
    missingFor: (counted: string) => `mangler; efter grunddata ${counted}`,
    tooMuch: (kept: string) => `gemt ${kept}, som intet i grunddata giver`,
    nothing: 'intet',
    more: (count: string) => `og ${count} til`,
    toRepair: 'verify --repair tæller alt op på ny.',
    help: 'sammenligner alt gemt med grunddata',
  },
  nb: {
    right: 'Alt lagret stemmer med grunndataene',
    wrong: 'Noe av det lagrede stemmer ikke med grunndataene',
    repaired: 'Alt er talt opp på nytt og stemmer med grunndataene',
    stillWrong: 'Alt er talt opp på nytt og stemmer fortsatt ikke med grunndataene',
    facts: (customers: string) => `Regnet ut på nytt fra grunndata om ${customers} kunder.`,
    before: 'Før alt ble talt opp på nytt:',
    kinds: {
      standings: 'Kundenes stilling',
      'rung-changes': 'Bytter av trinn',
      'search-words': 'Søkeord, kunde for kunde',
      tallies: 'Opptellinger per dag',
      'stay-counts': 'Opptellinger av forløp per dag',
    },
    row: (kind: string, compared: string, differing: string) =>
      `${kind}: ${compared} sammenlignet, ${differing} avviker`,
    customer: (customer: string) => `Kunde nummer ${customer}`,
    kept: (kept: string, counted: string) => `lagret ${kept}, etter grunndata ${counted}`,
    missing: 'mangler her',
    missingFor: (counted: string) => `mangler; etter grunndata ${counted}`,
    tooMuch: (kept: string) => `lagret ${kept}, som ingenting i grunndataene gir`,
    nothing: 'ingenting',
    more: (count: string) => `og ${count} til i tillegg`,
    toRepair: 'verify --repair teller alt opp på nytt.',
    help: 'sammenligner alt lagret med grunndataene',
  },
});

/** What came of holding all that is kept against the facts: how much of what, and the first differences. */
export const verificationReply: Presenter<'verification'> = {
  draw({ found, afterRepair }, locale) {
    const text = words(locale);
    const newest = afterRepair ?? found;
    const isRight = differenceCount(newest) === 0;
    const title = afterRepair ? (isRight ? text.repaired : text.stillWrong) : isRight ? text.right : text.wrong;
    return toMessage(escapeMrkdwn(title), [
      header(title),
      lines([text.facts(formatNumber(locale, newest.customers))]),
      ...resultBlocks(newest, locale),
      ...(afterRepair ? [lines([text.before]), ...resultBlocks(found, locale)] : []),
      ...(isRight || afterRepair ? [] : [lines([text.toRepair])]),
    ]);
  },
  json: ({ found, afterRepair }) => withIsoDays({ ...found, ...(afterRepair && { afterRepair }) }),
  exitCode: ({ found, afterRepair }) => (differenceCount(afterRepair ?? found) === 0 ? 0 : 1),
};

/** What `verify` is for, in a line of help. */
export function verifyHelp(locale: Locale): string {
  return words(locale).help;
}

function resultBlocks({ compared, differing, differences }: Verification, locale: Locale) {
  const text = words(locale);
  const number = (count: number) => formatNumber(locale, count);
  const rows = keptKinds.map((kind) => [text.row(text.kinds[kind], number(compared[kind]), number(differing[kind]))]);
  const told = differences.map((difference) => [shortened(oneLine(differenceWords(difference, locale)), 400)]);
  const left = keptKinds.reduce((sum, kind) => sum + differing[kind], 0) - rowsIn(differences);
  return [
    lines(...rows),
    ...(told.length > 0 ? [bullets(left > 0 ? [...told, [text.more(number(left))]] : told)] : []),
  ];
}

/** A row of which several parts differ is one row. */
function rowsIn(differences: readonly Difference[]): number {
  return new Set(
    differences.map(({ kind, of }) => JSON.stringify('figure' in of ? [kind, of] : [kind, of.customer, of.day])),
  ).size;
}

/** Customers by their number. Names, addresses and comments are not in a difference. */
function differenceWords({ kind, of, kept, counted }: Difference, locale: Locale): string {
  const text = words(locale);
  const where =
    'figure' in of
      ? [of.figure, of.segment === '' ? [] : [of.segment], isoFromDay(of.day)].flat().join(' ')
      : [
          text.customer(of.customer),
          of.part ?? text.kinds[kind].toLowerCase(),
          of.day === null ? [] : [isoFromDay(of.day)],
        ]
          .flat()
          .join(', ');
  const value = (one: string) => one || text.nothing;
  if (kept === null) return `${where}: ${counted ? text.missingFor(counted) : text.missing}`;
  return `${where}: ${counted === null ? text.tooMuch(value(kept)) : text.kept(value(kept), value(counted))}`;
}
