import type { FileRefusal, LinesWorth } from '../../facts/refusal.ts';
import { briefInQuotes } from '../../text/brief.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { inQuotes } from '../../text/quotes.ts';
import { sentences } from '../../text/sentence.ts';
import { amountWords } from '../words/money-words.ts';
import { type HandedOver, howToSay } from './how-to-say.ts';
import { importWords } from './import-words.ts';

const words = defineText({
  en: {
    similar: {
      customer: (line: string, number: string, known: string) =>
        `Line ${line}: nobody has the customer number ${number} yet, but ${known} is known.`,
      order: (line: string, number: string, known: string) =>
        `Line ${line}: the order number ${number} is new, but the customer has an order ${known} of the same day.`,
    },
    within: {
      customer: (lines: readonly [string, string], first: string, second: string) =>
        `Lines ${lines[0]} and ${lines[1]}: the customer numbers ${first} and ${second} look alike.`,
      order: (lines: readonly [string, string], first: string, second: string) =>
        `Lines ${lines[0]} and ${lines[1]}: the order numbers ${first} and ${second} look alike, and so do the orders.`,
    },
    numbers: (count: string) => `Numbers like this in the file: ${count}.`,
    rows: {
      number: (rows: string, of: string, from: string, line: string) =>
        `${rows} of ${of} rows repeat without a number what is already known with one, ${from}. The first is line ${line}.`,
      'known-number': (rows: string, of: string, from: string, line: string) =>
        `${rows} of ${of} rows repeat with a number what is already known without one, ${from}. The first is line ${line}.`,
      source: (rows: string, of: string, from: string, line: string) =>
        `${rows} of ${of} rows repeat what is already known, ${from}; only the source is missing there or here. The first is line ${line}.`,
      time: (rows: string, of: string, from: string, line: string) =>
        `${rows} of ${of} rows repeat what is already known, ${from}; only the time of day is missing there or here. The first is line ${line}.`,
    },
    from: (file: string, day: string) => `from ${file} of ${day}`,
    before: 'from before',
    orders: (count: string) => `Known orders that have other lines in this file, and a smaller amount: ${count}.`,
    order: (line: string, number: string, before: string, after: string) =>
      `The first is ${number} in line ${line}: ${before} → ${after}.`,
    lines: { one: '1 line', many: (count: string) => `${count} lines` },
    same: (how: string) => `If they are the same: ${how}.`,
    others: (how: string) => `If they are different: ${how}.`,
    correct: (how: string) => `If the file has the whole orders: ${how}.`,
    keep: (how: string) => `If it has a part of their lines, so that they stay as they are: ${how}.`,
  },
  da: {
    similar: {
      customer: (line: string, number: string, known: string) =>
        `Linje ${line}: Ingen har kundenummeret ${number} endnu, men ${known} er kendt.`,
      order: (line: string, number: string, known: string) =>
        `Linje ${line}: Ordrenummeret ${number} er nyt, men kunden har en ordre ${known} fra samme dag.`,
    },
    within: {
      customer: (lines: readonly [string, string], first: string, second: string) =>
        `Linje ${lines[0]} og ${lines[1]}: Kundenumrene ${first} og ${second} ligner hinanden.`,
      order: (lines: readonly [string, string], first: string, second: string) =>
        `Linje ${lines[0]} og ${lines[1]}: Ordrenumrene ${first} og ${second} ligner hinanden, og det gør ordrerne også.`,
    },
    numbers: (count: string) => `Det gælder ${count} numre i filen.`,
    rows: {
      number: (rows: string, of: string, from: string, line: string) =>
        `${rows} af ${of} rækker har intet nummer, men ligner noget, der allerede findes med nummer, ${from}. Den første er linje ${line}.`,
      'known-number': (rows: string, of: string, from: string, line: string) =>
        `${rows} af ${of} rækker har et nummer, men ligner noget, der allerede findes uden nummer, ${from}. Den første er linje ${line}.`,
      source: (rows: string, of: string, from: string, line: string) =>
        `${rows} af ${of} rækker ligner noget, der allerede findes, ${from}; kun kilden mangler det ene sted. Den første er linje ${line}.`,
      time: (rows: string, of: string, from: string, line: string) =>
        `${rows} af ${of} rækker ligner noget, der allerede findes, ${from}; kun klokkeslættet mangler det ene sted. Den første er linje ${line}.`,
    },
    from: (file: string, day: string) => `fra ${file} den ${day}`,
    before: 'fra tidligere',
    orders: (count: string) => `Kendte ordrer, som i filen har andre linjer og et mindre beløb: ${count}.`,
    order: (line: string, number: string, before: string, after: string) =>
      `Den første er ${number} i linje ${line}: ${before} → ${after}.`,
    lines: { one: '1 linje', many: (count: string) => `${count} linjer` },
    same: (how: string) => `Er det de samme, så ${how}.`,
    others: (how: string) => `Er det andre, så ${how}.`,
    correct: (how: string) => `Har filen hele ordrerne, så ${how}.`,
    keep: (how: string) => `Har den kun en del af linjerne, og skal ordrerne stå uændret, så ${how}.`,
  },
  nb: {
    similar: {
      customer: (line: string, number: string, known: string) =>
        `Linje ${line}: Ingen har kundenummeret ${number} ennå, men ${known} er kjent.`,
      order: (line: string, number: string, known: string) =>
        `Linje ${line}: Ordrenummeret ${number} er nytt, men kunden har en ordre ${known} fra samme dag.`,
    },
    within: {
      customer: (lines: readonly [string, string], first: string, second: string) =>
        `Linje ${lines[0]} og ${lines[1]}: Kundenumrene ${first} og ${second} ligner på hverandre.`,
      order: (lines: readonly [string, string], first: string, second: string) =>
        `Linje ${lines[0]} og ${lines[1]}: Ordrenumrene ${first} og ${second} ligner på hverandre, og det gjør ordrene også.`,
    },
    numbers: (count: string) => `Det gjelder ${count} numre i filen.`,
    rows: {
      number: (rows: string, of: string, from: string, line: string) =>
        `${rows} av ${of} rader har ikke noe nummer, men ligner på noe som allerede finnes med nummer, ${from}. Den første er linje ${line}.`,
      'known-number': (rows: string, of: string, from: string, line: string) =>
        `${rows} av ${of} rader har et nummer, men ligner på noe som allerede finnes uten nummer, ${from}. Den første er linje ${line}.`,
      source: (rows: string, of: string, from: string, line: string) =>
        `${rows} av ${of} rader ligner på noe som allerede finnes, ${from}; bare kilden mangler det ene stedet. Den første er linje ${line}.`,
      time: (rows: string, of: string, from: string, line: string) =>
        `${rows} av ${of} rader ligner på noe som allerede finnes, ${from}; bare klokkeslettet mangler det ene stedet. Den første er linje ${line}.`,
    },
    from: (file: string, day: string) => `fra ${file} den ${day}`,
    before: 'fra før',
    orders: (count: string) => `Kjente ordrer som i filen har andre linjer og et mindre beløp: ${count}.`,
    order: (line: string, number: string, before: string, after: string) =>
      `Den første er ${number} i linje ${line}: ${before} → ${after}.`,
    lines: { one: '1 linje', many: (count: string) => `${count} linjer` },
    same: (how: string) => `Er det de samme, så ${how}.`,
    others: (how: string) => `Er det andre, så ${how}.`,
    correct: (how: string) => `Har filen hele ordrene, så ${how}.`,
    keep: (how: string) => `Har den bare en del av linjene, og skal ordrene stå uendret, så ${how}.`,
  },
});

type AskedAhead = Extract<FileRefusal, { readonly code: 'similar-spelling' | 'known-rows' | 'known-orders' }>;

/** What rows of a file may be beside what is known, and how to say which. */
export function aheadRefusalWords(refusal: AskedAhead, locale: Locale, handedOver: HandedOver): string {
  const text = words(locale);
  const fields = importWords(locale);
  const how = (option: string, choice: string, field: string) =>
    howToSay(locale, handedOver, { option, choice: inQuotes(locale, choice), field });
  switch (refusal.code) {
    case 'similar-spelling': {
      const { similarNumbers: field, similar } = fields;
      return sentences(
        similarWords(refusal, locale),
        ...(refusal.numbers > 1 ? [text.numbers(formatNumber(locale, refusal.numbers))] : []),
        text.same(how('--similar-numbers same', similar.same, field)),
        text.others(how('--similar-numbers others', similar.others, field)),
      );
    }
    case 'known-rows': {
      const { rows, of, line, fileName, day } = refusal;
      const isKnown = fileName !== null && day !== null;
      const from = isKnown ? text.from(briefInQuotes(locale, fileName), formatDay(locale, day)) : text.before;
      const [count, all, first] = [rows, of, line].map((value) => formatNumber(locale, value));
      return sentences(
        text.rows[refusal.lacks](count ?? '', all ?? '', from, first ?? ''),
        text.same(how('--known-rows same', fields.known.same, fields.knownRows)),
        text.others(how('--known-rows others', fields.known.others, fields.knownRows)),
      );
    }
    case 'known-orders': {
      const { orders, number, line, before, after } = refusal;
      const worth = (one: LinesWorth) => `${amountWords(locale, one)} (${linesWords(one.lines, locale)})`;
      return sentences(
        text.orders(formatNumber(locale, orders)),
        text.order(formatNumber(locale, line), briefInQuotes(locale, number), worth(before), worth(after)),
        text.correct(how('--known-orders correct', fields.knownOrder.correct, fields.knownOrders)),
        text.keep(how('--known-orders keep', fields.knownOrder.keep, fields.knownOrders)),
      );
    }
  }
}

function similarWords(
  { column, line, written, other, otherLine }: Extract<AskedAhead, { readonly code: 'similar-spelling' }>,
  locale: Locale,
): string {
  const text = words(locale);
  const place = formatNumber(locale, line);
  const [number, known] = [briefInQuotes(locale, written), briefInQuotes(locale, other)];
  if (otherLine === null) return text.similar[column](place, number, known);
  return text.within[column]([formatNumber(locale, otherLine), place], known, number);
}

function linesWords(count: number, locale: Locale): string {
  const { lines } = words(locale);
  return count === 1 ? lines.one : lines.many(formatNumber(locale, count));
}
