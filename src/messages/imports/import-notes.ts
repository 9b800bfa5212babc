import type { KnownBlock } from '@slack/types';
import type { ImportNote, OrderWorth } from '../../facts/import-note.ts';
import { isSameScale, ownScales } from '../../loyalty/facts/scale.ts';
import { brief, briefInQuotes } from '../../text/brief.ts';
import { formatDay } from '../../text/date.ts';
import type { Locale } from '../../text/define-text.ts';
import { formatSome } from '../../text/list.ts';
import { formatNumber } from '../../text/number.ts';
import { sentence, sentences } from '../../text/sentence.ts';
import { shortened } from '../../text/shorten.ts';
import { answerKindTerms, capital } from '../../text/terms.ts';
import { oneLine } from '../../text/typed.ts';
import { meaningOf, scaleName } from '../figures/scale-words.ts';
import { context } from '../kit/blocks.ts';
import { amountWords } from '../words/money-words.ts';
import { columnWords } from './column-words.ts';
import { fileWords } from './file-refusal-words.ts';
import type { HandedOver } from './how-to-say.ts';
import { noteTexts } from './import-note-words.ts';
import { rowRefusalWords } from './row-refusal.ts';

const mostListed = 12;
const mostScores = 25;
const mostNotes = 20;

/** What is told of an import beside its counts, a line each. */
export function noteBlocks(
  notes: readonly ImportNote[],
  locale: Locale,
  handedOver: HandedOver = 'form',
): KnownBlock[] {
  return notes.slice(0, mostNotes).map((note) => context(noteWords(note, locale, handedOver)));
}

/** Whether a note tells of something that whoever imported may want to put right. */
export function asksForAct({ code }: ImportNote): boolean {
  return acts.includes(code);
}

const acts: readonly ImportNote['code'][] = ['changed-orders', 'changed-people', 'already-there', 'left-out'];

const tellings = { 'left-out': 'leftOut', mended: 'mended', folded: 'folded', ahead: 'ahead' } as const;

/** A note in words. Not escaped: it quotes the file. */
function noteWords(note: ImportNote, locale: Locale, handedOver: HandedOver): string {
  const text = noteTexts(locale);
  const quoted = (header: string) => briefInQuotes(locale, header);
  switch (note.code) {
    case 'not-read':
      return text.notRead(formatSome(locale, note.headers.map(brief), mostListed));
    case 'above-header': {
      const titles = note.titles.map(quoted);
      return text.above(formatNumber(locale, note.lines), titles.join(', '));
    }
    case 'scores': {
      const times = note.scores
        .slice(0, mostScores)
        .map(([score, count]) => `${score} × ${formatNumber(locale, count)}`);
      const own = note.kind === 'remark' ? null : ownScales[note.kind];
      const told = text.scores(capital(answerKindTerms(locale)[note.kind]), scaleName(note.scale), times.join(' · '));
      return own && isSameScale(own, note.scale) ? told : sentences(sentence(told), meaningOf(locale, note.scale));
    }
    case 'remembered':
      return text.remembered(shortened(oneLine(note.columns.join(',')), 500));
    case 'known-export':
      return text.knownExport(note.system, fileWords(locale).kinds[note.kind]);
    case 'settled': {
      const instead = formatSome(locale, note.instead.map(quoted), mostListed);
      return text.settled(capital(columnWords(note.column, locale)), quoted(note.header), instead);
    }
    case 'header-says':
      return headerWords(note, locale);
    case 'place':
      return text.place(quoted(note.header));
    case 'order-lines': {
      const { orders, rows, alike, first, amounts } = note;
      const number = (count: number) => formatNumber(locale, count);
      return sentences(
        text.orderLines(number(orders), number(rows), briefInQuotes(locale, first)),
        text.lineAmounts[amounts],
        ...(alike > 0 ? [text.alike(number(alike))] : []),
      );
    }
    case 'changed-orders': {
      const { number, before, after } = note.first;
      const worth = (one: OrderWorth) =>
        [
          ...(before.amountMinor === after.amountMinor && before.currency === after.currency
            ? []
            : [amountWords(locale, one)]),
          ...(before.day === after.day ? [] : [formatDay(locale, one.day)]),
        ].join(', ');
      return text.changedOrders(formatNumber(locale, note.orders), brief(number), worth(before), worth(after));
    }
    case 'changed-people':
      return text.changedPeople(formatNumber(locale, note.customers), brief(note.first));
    case 'already-there': {
      const { rows, fileName, day } = note;
      const isKnown = fileName !== null && day !== null;
      const from = isKnown ? text.from(quoted(fileName), formatDay(locale, day)) : text.fromBefore;
      const said = text.alreadyThere(formatNumber(locale, rows), from);
      // The preview in Slack has a choice that says it in these words.
      return handedOver === 'shell' ? said : said.replace(' (--others)', '');
    }
    case 'left-out':
    case 'mended':
    case 'folded':
    case 'ahead': {
      const { column, count, first } = note;
      const why = rowRefusalWords({ column, value: first.value, reason: first.reason }, locale, handedOver);
      const line = formatNumber(locale, first.line);
      return text[tellings[note.code]](
        capital(brief(columnWords(column, locale))),
        formatNumber(locale, count),
        line,
        why,
      );
    }
  }
}

function headerWords(note: Extract<ImportNote, { code: 'header-says' }>, locale: Locale): string {
  const text = noteTexts(locale);
  const header = briefInQuotes(locale, note.header);
  const { unit, vat, zone } = note;
  return [
    ...(unit === null
      ? []
      : [unit === 'minor' ? text.minor(header) : unit === 3 ? text.thousands(header) : text.millions(header)]),
    ...(vat === null ? [] : [vat === 'with' ? text.withVat(header) : text.withoutVat(header)]),
    ...(zone === null ? [] : [text.zone(header, zone === '+00:00' ? 'UTC' : zone.replace('_', ' '))]),
  ].join(' · ');
}
