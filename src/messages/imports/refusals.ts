import type { FileCell, FileRefusal, NumberClash, RefusedRow, RowReason } from '../../facts/refusal.ts';
import { formatDay } from '../../text/date.ts';
import type { Locale } from '../../text/define-text.ts';
import { formatSome } from '../../text/list.ts';
import { inQuotes } from '../../text/quotes.ts';
import { sentence, sentences } from '../../text/sentence.ts';
import { shortened } from '../../text/shorten.ts';
import { capital } from '../../text/terms.ts';
import { oneLine } from '../../text/typed.ts';
import { aheadRefusalWords } from './ahead-refusal.ts';
import { bracketSentence, columnsSentence, unitPriceSentence } from './column-refusals.ts';
import { columnWords } from './column-words.ts';
import { decimalsRefusalWords } from './decimals-refusal.ts';
import { fileWords } from './file-refusal-words.ts';
import { importWords } from './import-words.ts';
import { ratesRefusalWords } from './rates-refusal.ts';
import { rowWords } from './row-refusal-words.ts';
import { scaleRefusalWords } from './scale-refusal.ts';

/** A refused row as far as its words need it. */
export type RefusedCell = Pick<RefusedRow, 'column' | 'value' | 'reason'>;

/** Why a row was refused, as a sentence without line and column. Not escaped: it quotes the file. */
export function rowRefusalWords(cell: RefusedCell, locale: Locale): string {
  return sentence(rowSentence(cell, locale));
}

function rowSentence({ value, reason }: RefusedCell, locale: Locale): string {
  const text = rowWords(locale);
  if (isPlain(reason)) {
    const said = text[reason.code];
    return typeof said === 'string' ? said : said(quoted(value, locale));
  }
  switch (reason.code) {
    case 'far-ahead':
      return text.farAhead(quoted(value, locale), reason.days);
    case 'read-as':
      return text.readAs(quoted(value, locale), inQuotes(locale, short(reason.text)));
    case 'other-status': {
      const [header, other] = [reason.header, reason.text].map((one) => inQuotes(locale, short(one)));
      return text.statusDiffers(header ?? '', other ?? '', value ? quoted(value, locale) : null);
    }
    case 'cell-count':
      return text.cells(reason.found, reason.expected);
    case 'record-too-long':
      return text.rowTooLong(reason.limit);
    case 'too-long':
      return text.tooLong(reason.limit);
    case 'year-out-of-range':
      return text.years(reason.from, reason.to);
    case 'too-many-decimals':
      return text.decimals(reason.currency, reason.digits);
    case 'currency-differs':
      return text.differs(short(reason.written), short(reason.expected));
    case 'currency-of-header':
      return text.ofHeader(short(reason.written), short(reason.expected));
    case 'not-a-score':
      return text.score(reason.min, reason.max);
    case 'not-for-kind':
      return text.kind(reason.kind);
    case 'segment-too-long':
      return text.segmentTooLong(reason.limit);
    case 'too-many-segments':
      return text.tooManySegments(reason.limit);
    case 'not-years':
      return text.yearsOf(reason.max);
    case 'not-a-rate':
      return text.rate(reason.digits);
    case 'shared-address':
      return text.sharedAddress(quoted(value, locale), listed(reason.customers, locale));
    case 'same-number':
      return text.sameNumber[reason.clash](reason.line);
    case 'incomplete-order':
      return text.incomplete(reason.line);
    case 'known-number':
      return text.knownNumber(short(reason.number), short(reason.customer), formatDay(locale, reason.day));
    case 'known-response':
      return text.knownResponse(short(reason.response), formatDay(locale, reason.day));
  }
}

/** The same with the column in front, for the last cell of the file of refused rows. */
export function refusedCellWords(cell: RefusedCell, locale: Locale): string {
  const why = rowRefusalWords(cell, locale);
  return cell.column === null ? why : `${short(columnWords(cell.column, locale))}: ${why}`;
}

/** Where a file is handed over: what settles how it is read is called otherwise there. */
type HandedOver = 'shell' | 'form';

/** Why a whole file was refused and what to do about it, in sentences. Not escaped: they quote the file. */
export function fileRefusalWords(refusal: FileRefusal, locale: Locale, handedOver: HandedOver): string {
  return sentence(capital(fileSentence(refusal, locale, handedOver)));
}

interface Remedies {
  readonly numbers: string;
  readonly dates: string;
  readonly another: string;
  readonly columns: string;
  readonly skip: string;
  chosen(language: Locale): string;
  sameNumber(clash: NumberClash): readonly string[];
}

function remedies(locale: Locale, handedOver: HandedOver): Remedies {
  const { shell, form, sameNumberShell } = fileWords(locale);
  if (handedOver === 'shell') {
    const chosen = (language: Locale) => `--locale ${language}`;
    return { ...shell, chosen, sameNumber: (clash) => waysOut(clash).map((way) => sameNumberShell[way]) };
  }
  const fields = importWords(locale);
  const choose = form.choose(inQuotes(locale, fields.locale));
  return {
    numbers: choose,
    dates: choose,
    another: choose,
    columns: form.columns(inQuotes(locale, fields.columns)),
    skip: form.columns(inQuotes(locale, fields.skip)),
    chosen: (language) => inQuotes(locale, fields.locales[language]),
    sameNumber: (clash) => [
      form.choose(inQuotes(locale, fields.sameNumber)),
      ...(clash === 'customer' ? [sameNumberShell.shop] : []),
    ],
  };
}

/** What helps: lines of one order have one customer and currency. */
function waysOut(clash: NumberClash): readonly ('lines' | 'order' | 'correct' | 'shop' | 'refuse')[] {
  switch (clash) {
    case 'customer':
      return ['shop', 'correct', 'refuse'];
    case 'currency':
      return ['correct', 'refuse'];
    case 'amount':
      return ['lines', 'order', 'refuse'];
    case 'day':
    case 'total':
      return ['lines', 'correct', 'refuse'];
  }
}

function fileSentence(refusal: FileRefusal, locale: Locale, handedOver: HandedOver): string {
  const text = fileWords(locale);
  const remedy = remedies(locale, handedOver);
  switch (refusal.code) {
    case 'empty':
      return text.empty;
    case 'not-text':
      return text.notText(looks(refusal.looksLike, locale));
    case 'unknown-encoding':
      return text.unknownEncoding(short(refusal.encoding));
    case 'no-header':
      return text.noHeader(listed(refusal.first, locale), remedy.columns, remedy.skip);
    case 'columns':
      return columnsSentence(refusal, locale, handedOver);
    case 'unknown-bracket':
      return bracketSentence(refusal, locale, handedOver);
    case 'unit-price':
      return unitPriceSentence(refusal, locale, handedOver);
    case 'unknown-kind':
      return text.unknownKind(listed(refusal.found, locale));
    case 'unknown-column':
      return text.unknownColumn(short(refusal.column), listed(refusal.known, locale));
    case 'too-many-columns':
      return text.tooManyColumns(refusal.found, refusal.limit);
    case 'column-count':
      return text.columnCount(refusal.given, refusal.found);
    case 'unknown-currency':
      return text.unknownCurrency(short(refusal.value));
    case 'same-number':
      return sameNumberSentence(refusal, locale, remedy);
    case 'similar-spelling':
    case 'known-rows':
    case 'known-orders':
      return aheadRefusalWords(refusal, locale, handedOver);
    case 'too-many-decimals':
      return decimalsRefusalWords(refusal, locale, handedOver);
    case 'two-rates': {
      const values = listed(refusal.values, locale);
      return text.twoRates(refusal.lines, refusal.currency, formatDay(locale, refusal.day), values);
    }
    case 'rates-doubtful':
      return ratesRefusalWords(refusal, locale, handedOver);
    case 'other-scale':
    case 'scale-not-for-kind':
      return scaleRefusalWords(refusal, locale, handedOver);
    case 'ambiguous-numbers':
    case 'ambiguous-dates':
    case 'mixed-numbers':
    case 'mixed-dates':
    case 'locale-differs':
      return clashSentence(refusal, locale, remedy);
  }
}

function sameNumberSentence(
  { clash, lines, number, values, numbers }: Extract<FileRefusal, { readonly code: 'same-number' }>,
  locale: Locale,
  remedy: Remedies,
): string {
  const text = fileWords(locale);
  const said = listed([...new Set(values)], locale);
  return sentences(
    `${text.sameNumber(lines, inQuotes(locale, short(number)))}, ${text.clash[clash](said)}`,
    ...(numbers > 1 ? [text.sameNumbers(numbers)] : []),
    ...remedy.sameNumber(clash),
  );
}

type Clash = Extract<FileRefusal, { readonly code: `${string}-numbers` | `${string}-dates` | 'locale-differs' }>;

/** Of values that can be read in more than one way, or that only different ways can read. */
function clashSentence(clash: Clash, locale: Locale, remedy: Remedies): string {
  const text = fileWords(locale);
  const place = ({ line, column, value }: FileCell) => text.place(line, short(column), short(value));
  switch (clash.code) {
    case 'ambiguous-numbers':
      return sentences(text.ambiguous(place(clash.place), ...shortPair(clash.readings)), remedy.numbers);
    case 'ambiguous-dates':
      return sentences(text.ambiguous(place(clash.place), ...shortPair(clash.readings)), remedy.dates);
    case 'mixed-numbers':
      return text.mixedNumbers(place(clash.first), place(clash.second));
    case 'mixed-dates':
      return text.mixedDates(place(clash.first), place(clash.second));
    case 'locale-differs':
      return sentences(
        text.localeDiffers(remedy.chosen(clash.locale), place(clash.proof), place(clash.place)),
        remedy.another,
      );
  }
}

const mostListed = 12;

function looks(like: string, locale: Locale): string {
  const { looks: known } = fileWords(locale);
  return Object.hasOwn(known, like) ? known[like as keyof typeof known] : known.other;
}

function listed(names: readonly string[], locale: Locale): string {
  if (names.length === 0) return fileWords(locale).none;
  const quoted = names.map((name) => inQuotes(locale, short(name)));
  return formatSome(locale, quoted, mostListed);
}

function shortPair([a, b]: readonly [string, string]): [string, string] {
  return [short(a), short(b)];
}

function short(typed: string): string {
  return shortened(oneLine(typed), 60);
}

/** Words that need no more than the value stand under the code itself. */
function isPlain(
  reason: RowReason,
): reason is Extract<RowReason, { readonly code: keyof ReturnType<typeof rowWords> }> {
  return Object.hasOwn(rowWords('en'), reason.code);
}

function quoted(value: string | null, locale: Locale): string {
  const shown = value === null ? '' : short(value);
  return shown === '' ? rowWords(locale).nothing : inQuotes(locale, shown);
}
