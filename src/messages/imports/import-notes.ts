import type { KnownBlock } from '@slack/types';
import type { ImportNote } from '../../facts/import-note.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatSome } from '../../text/list.ts';
import { formatNumber } from '../../text/number.ts';
import { inQuotes } from '../../text/quotes.ts';
import { sentences } from '../../text/sentence.ts';
import { shortened } from '../../text/shorten.ts';
import { capital } from '../../text/terms.ts';
import { oneLine } from '../../text/typed.ts';
import { context } from '../kit/blocks.ts';
import { columnWords } from './column-words.ts';
import { rowRefusalWords } from './refusals.ts';

const words = defineText({
  en: {
    notRead: (headers: string) => `Not read: ${headers}`,
    above: (lines: string, titles: string) =>
      `Not read, as above the column names: the first ${lines} lines (${titles})`,
    orderLines: (orders: string, rows: string, first: string) =>
      `Orders with several rows: ${orders}, of ${rows} rows in all, the first is ${first}`,
    lineAmounts: {
      added: 'Their amounts add up',
      repeated: 'Their amount counts once',
      corrected: 'The last row of each counts',
    },
    alike: (count: string) => `Rows exactly like another, which count once: ${count}`,
    leftOut: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} left out, the first in line ${line}. ${why} The rows came in without it.`,
    mended: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} mended, the first in line ${line}. ${why} What could be read is kept.`,
    folded: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} kept in another spelling, the first in line ${line}. ${why}`,
  },
  da: {
    notRead: (headers: string) => `Læses ikke: ${headers}`,
    above: (lines: string, titles: string) =>
      `Læses ikke, da de står over kolonnenavnene: de første ${lines} linjer (${titles})`,
    orderLines: (orders: string, rows: string, first: string) =>
      `Ordrer med flere rækker: ${orders}, med ${rows} rækker i alt, den første er ${first}`,
    lineAmounts: {
      added: 'Deres beløb lægges sammen',
      repeated: 'Deres beløb tæller én gang',
      corrected: 'Den sidste række i hver gælder',
    },
    alike: (count: string) => `Rækker, der er helt ens med en anden og kun tæller én gang: ${count}`,
    leftOut: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} udeladt, den første i linje ${line}. ${why} Rækkerne kommer ind uden.`,
    mended: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} rettet til, den første i linje ${line}. ${why} Det, der kunne læses, er gemt.`,
    folded: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} gemmes med en anden skrivemåde, den første i linje ${line}. ${why}`,
  },
  nb: {
    notRead: (headers: string) => `Leses ikke: ${headers}`,
    above: (lines: string, titles: string) =>
      `Leses ikke, fordi de står over kolonnenavnene: de første ${lines} linjene (${titles})`,
    orderLines: (orders: string, rows: string, first: string) =>
      `Ordrer med flere rader: ${orders}, med ${rows} rader i alt, den første er ${first}`,
    lineAmounts: {
      added: 'Beløpene deres legges sammen',
      repeated: 'Beløpet deres teller én gang',
      corrected: 'Den siste raden i hver gjelder',
    },
    alike: (count: string) => `Rader som er helt lik en annen, og som bare teller én gang: ${count}`,
    leftOut: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} utelatt, den første i linje ${line}. ${why} Radene kommer inn uten.`,
    mended: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} rettet på, den første i linje ${line}. ${why} Det som kunne leses, er lagret.`,
    folded: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} lagres med en annen skrivemåte, den første i linje ${line}. ${why}`,
  },
});

const mostListed = 12;
const mostNotes = 20;

/** What is told of an import beside its counts, a line each. */
export function noteBlocks(notes: readonly ImportNote[], locale: Locale): KnownBlock[] {
  return notes.slice(0, mostNotes).map((note) => context(noteWords(note, locale)));
}

const tellings = { 'left-out': 'leftOut', mended: 'mended', folded: 'folded' } as const;

/** A note in words. Not escaped: it quotes the file. */
function noteWords(note: ImportNote, locale: Locale): string {
  const text = words(locale);
  switch (note.code) {
    case 'not-read':
      return text.notRead(formatSome(locale, note.headers.map(short), mostListed));
    case 'above-header': {
      const titles = note.titles.map((title) => inQuotes(locale, short(title)));
      return text.above(formatNumber(locale, note.lines), titles.join(', '));
    }
    case 'order-lines': {
      const { orders, rows, alike, first, amounts } = note;
      const number = (count: number) => formatNumber(locale, count);
      return sentences(
        text.orderLines(number(orders), number(rows), inQuotes(locale, short(first))),
        text.lineAmounts[amounts],
        ...(alike > 0 ? [text.alike(number(alike))] : []),
      );
    }
    case 'left-out':
    case 'mended':
    case 'folded': {
      const { column, count, first } = note;
      const why = rowRefusalWords({ column, value: first.value, reason: first.reason }, locale);
      const line = formatNumber(locale, first.line);
      return text[tellings[note.code]](
        capital(short(columnWords(column, locale))),
        formatNumber(locale, count),
        line,
        why,
      );
    }
  }
}

function short(typed: string): string {
  return shortened(oneLine(typed), 60);
}
