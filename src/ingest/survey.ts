import type { RateReading, SameNumber } from '../facts/import.ts';
import type { FileRefusal } from '../facts/refusal.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import type { CurrencyRate } from '../loyalty/facts/rates.ts';
import type { Scale } from '../loyalty/facts/scale.ts';
import type { Locale } from '../text/define-text.ts';
import { bareCell } from './bare-cell.ts';
import { isCurrency } from './currency.ts';
import { type TimeZone, utc } from './dates.ts';
import { type FileStart, sniffStart } from './dialect.ts';
import { createTextReader, createUtf8Census, sniffEncoding, toEncoding } from './encoding.ts';
import { type ColumnSurvey, settleDates, settleNumbers, surveyDates, surveyNumbers } from './evidence.ts';
import { readColumns } from './first-line.ts';
import { type ColumnMap, type ColumnPlace, dateOrderIn, placesOf } from './header.ts';
import { dateColumns, idColumns, numberColumns } from './header-names.ts';
import { type IdSurvey, surveyIds } from './id-survey.ts';
import { joinBytes, type OpenFile, pieceBytes, piecesOf } from './open-file.ts';
import { type OrderNumberSurvey, surveyOrderNumbers } from './order-number.ts';
import type { ReadPlan } from './read-plan.ts';
import { cellsIn, isBlank, shapeFault } from './record-shape.ts';
import { createRecordReader, type FileRecord } from './records.ts';
import type { RememberedColumns } from './remembered-columns.ts';
import { settleSameNumbers } from './same-numbers.ts';
import { type ScoreSurvey, surveyScores } from './scores.ts';
import { settleRates } from './settle-rates.ts';
import { type StateWatch, watchState, withoutStatus } from './state-or-place.ts';
import { columnSuggester } from './suggest-columns.ts';
import { surveyNotes } from './survey-notes.ts';
import { isTitle, titleOf, unitInTitles, withTitleCurrency } from './titles.ts';

export interface SurveyOptions {
  /** What the file holds; null lets the header tell. */
  readonly kind: ImportKind | null;
  /** Column names for a file without a header line, '' for one to skip. */
  readonly columns?: readonly string[] | undefined;
  /** Settles numbers and dates that could be read two ways. */
  readonly locale?: Locale | undefined;
  /** What rows are with an order number that came before, where the file leaves it open. */
  readonly sameNumber?: SameNumber | undefined;
  /** Whose numbers orders have that name no shop. */
  readonly shop?: string | undefined;
  /** Makes days of times. */
  readonly zone?: TimeZone | undefined;
  /** What amounts are in that say nothing of a currency. */
  readonly currency?: string | undefined;
  /** What the answers are where no column and no header says it. */
  readonly feedbackKind?: AnswerKind | undefined;
  /** Columns that were named before, which hold for a header that is the same. */
  readonly remembered?: readonly RememberedColumns[] | undefined;
  /** Overrides what the bytes say; any name that iconv-lite knows. */
  readonly encoding?: string | undefined;
  /** Overrides what the text says: one character or `blanks`. */
  readonly delimiter?: string | undefined;
  /** How rates are told, where that is in doubt. */
  readonly rates?: RateReading | undefined;
  /** Rates that new ones are held against. */
  readonly knownRates?: readonly CurrencyRate[] | undefined;
  /** The scale on which scores were given, where it is not that of their kind. */
  readonly scale?: Scale | undefined;
  /** Lines above the header or the first row; undefined: the header is looked for. */
  readonly skip?: number | undefined;
}

export type FileSurvey =
  | {
      readonly outcome: 'ready';
      readonly plan: ReadPlan;
      /** Records that are not empty, without the header. */
      readonly records: number;
    }
  | { readonly outcome: 'refused'; readonly refusal: FileRefusal };

/**
 * Looks through a whole file once (twice in the rare case that its first bytes mislead about the encoding) and says
 * how to read it, or why it cannot be read: before the first row is stored. Memory stays flat.
 */
export async function surveyFile(open: OpenFile, options: SurveyOptions): Promise<FileSurvey> {
  const given = options.encoding === undefined ? null : toEncoding(options.encoding);
  if (options.encoding !== undefined && given === null) {
    return refused({ code: 'unknown-encoding', encoding: options.encoding });
  }
  if (options.currency !== undefined && !isCurrency(options.currency)) {
    return refused({ code: 'unknown-currency', value: options.currency });
  }
  const first = await scan(open, options, given);
  if ('code' in first) return refused(first);
  if (first.encoding === first.trueEncoding) return conclude(open, first, options);
  const second = await scan(open, options, first.trueEncoding);
  return 'code' in second ? refused(second) : conclude(open, { ...second, damaged: first.damaged }, options);
}

interface Scanned extends FileStart {
  readonly encoding: string;
  /** What all bytes together say. */
  readonly trueEncoding: string;
  readonly damaged: boolean;
  /** What stands above the header, the first few lines. */
  readonly titles: readonly string[];
  readonly columns: ColumnMap;
  readonly headerLine: number | null;
  readonly numbers: ColumnSurvey;
  readonly numberPlaces: readonly ColumnPlace[];
  readonly dates: ColumnSurvey;
  readonly datePlaces: readonly ColumnPlace[];
  readonly state: StateWatch;
  readonly orderNumbers: OrderNumberSurvey;
  readonly ids: IdSurvey;
  readonly scores: ScoreSurvey;
  /** What was remembered for the header; null: nothing. */
  readonly remembered: RememberedColumns | null;
  /** The line of a second header, which belongs to the first. */
  readonly second: number | null;
  readonly records: number;
}

async function scan(open: OpenFile, options: SurveyOptions, encoding: string | null): Promise<Scanned | FileRefusal> {
  const census = createUtf8Census();
  let head: Uint8Array = new Uint8Array(0);
  let running: Scan | FileRefusal | null = null;
  for await (const chunk of open()) {
    for (const piece of piecesOf(chunk)) {
      if (!encoding || encoding === 'utf-8') census.push(piece);
      if (running) {
        const refusal = running.see(piece);
        if (refusal) return refusal;
      } else {
        head = joinBytes(head, piece);
        if (head.length < pieceBytes) continue;
        running = startScan(head, options, encoding);
      }
      if ('code' in running) return running;
    }
  }
  running ??= startScan(head, options, encoding);
  if ('code' in running) return running;
  const seen = running.end();
  if ('code' in seen) return seen;
  const judged = !encoding && (seen.encoding === 'utf-8' || seen.encoding === 'windows-1252');
  const trueEncoding = judged ? census.encoding(true) : seen.encoding;
  // Only for UTF-8 can a replacement character be somebody's own; elsewhere it is taken for damage.
  const damaged = trueEncoding !== 'utf-8' || census.damage() > 0;
  return { ...seen, trueEncoding, damaged };
}

interface Scan {
  /** Not null: why the file is refused, with no need to look further. */
  see(piece: Uint8Array): FileRefusal | null;
  end(): Omit<Scanned, 'trueEncoding' | 'damaged'> | FileRefusal;
}

/** Settles encoding and delimiter by the first bytes and takes in the rest record by record. */
function startScan(head: Uint8Array, options: SurveyOptions, encoding: string | null): Scan | FileRefusal {
  const guess = encoding ? { encoding } : sniffEncoding(head);
  if ('looksLike' in guess) return { code: 'not-text', looksLike: guess.looksLike };
  const text = createTextReader(guess.encoding);
  const start = text.write(head);
  const began = sniffStart(start, options);
  const reader = createRecordReader(began.dialect);
  const columns = surveyColumns(options, began.linesAbove);
  columns.take(reader.push(start));
  return {
    see: (piece) => columns.take(reader.push(text.write(piece))),
    end() {
      columns.take(reader.push(text.end()));
      columns.take(reader.end());
      const seen = columns.seen();
      return 'code' in seen ? seen : { ...seen, ...began, encoding: guess.encoding };
    },
  };
}

type Seen = Omit<Scanned, keyof FileStart | 'trueEncoding' | 'damaged' | 'encoding'>;

const mostTitles = 20;

function surveyColumns(options: SurveyOptions, linesAbove: number) {
  let seen: Seen | FileRefusal = { code: 'empty' };
  let started = false;
  let suggester: ReturnType<typeof columnSuggester> | null = null;
  const titles: string[] = [];
  let second: number | null = null;
  let records = 0;
  function take(batch: readonly FileRecord[]): FileRefusal | null {
    for (const record of batch) {
      if (isBlank(record)) continue;
      if (record.line <= linesAbove) {
        if (titles.length < mostTitles) titles.push(titleOf(record));
        continue;
      }
      if (!started) {
        started = true;
        seen = start(record, titles, options);
        if ('code' in seen && seen.code === 'columns') suggester = columnSuggester(seen);
        if ('code' in seen || seen.headerLine !== null) continue;
      }
      if ('code' in seen) {
        if (suggester && !suggester.see(record)) continue;
        return refusal(seen);
      }
      if (isSecondHeader(record, seen)) {
        second = record.line;
        continue;
      }
      records++;
      seen.orderNumbers.see(cellsIn(record, seen.columns));
      if (!shapeFault(record, seen.columns)) see(record, seen);
    }
    return null;
  }
  // What columns may be that are not known is told by some rows below them.
  const refusal = (why: FileRefusal): FileRefusal => suggester?.refusal() ?? why;
  return { take, seen: (): Seen | FileRefusal => ('code' in seen ? refusal(seen) : { ...seen, records, second }) };

  /** The record right below a header that has two lines, without a date of its own. */
  function isSecondHeader({ cells }: FileRecord, { columns: { known, at } }: Seen): boolean {
    return records === 0 && second === null && known?.hasSecondHeader === true && !cells[at.date ?? -1]?.trim();
  }
}

function start(record: FileRecord, titles: readonly string[], options: SurveyOptions): Seen | FileRefusal {
  const found = readColumns(record.cells, options);
  if ('code' in found) return found;
  const { kind } = found.columns;
  const dates = surveyDates();
  const written = dateOrderIn(found.columns);
  if (written) {
    const { column, order } = written;
    const value = found.columns.header[found.columns.at[column] ?? -1] ?? '';
    dates.evidence[order === 'day-first' ? 'provesA' : 'provesB'] = { line: record.line, column, value };
  }
  return {
    titles: titles.filter(isTitle),
    columns: found.columns,
    headerLine: found.isHeader ? record.line : null,
    numbers: surveyNumbers(),
    numberPlaces: placesOf(found.columns, numberColumns[kind]),
    dates,
    state: watchState(found.columns),
    datePlaces: placesOf(found.columns, dateColumns[kind]),
    orderNumbers: surveyOrderNumbers(found.columns),
    ids: surveyIds(placesOf(found.columns, idColumns[kind])),
    scores: surveyScores(found.columns, options.feedbackKind ?? null),
    remembered: found.remembered ?? null,
    second: null,
    records: 0,
  };
}

function see(record: FileRecord, seen: Seen): void {
  const { columns, numbers, numberPlaces, dates, datePlaces, ids, scores, state } = seen;
  const cells = cellsIn(record, columns);
  state.see(cells);
  ids.see(cells);
  scores.see(record.line, cells);
  for (const { column, at } of numberPlaces) {
    const number = cells[at];
    if (number) numbers.see(record.line, column, bareCell(number));
  }
  for (const { column, at } of datePlaces) {
    const date = cells[at];
    if (date) dates.see(record.line, column, date);
  }
}

async function conclude(open: OpenFile, seen: Scanned, options: SurveyOptions): Promise<FileSurvey> {
  const locale = options.locale ?? null;
  const numberStyle = settleNumbers(seen.numbers.evidence, locale);
  if (typeof numberStyle !== 'string') return refused(numberStyle);
  const dateOrder = settleDates(seen.dates.evidence, locale);
  if (typeof dateOrder !== 'string') return refused(dateOrder);
  const scores = seen.scores.settle(options.scale ?? null);
  if ('code' in scores) return refused(scores);
  const { encoding, damaged, dialect, linesAbove, titles, headerLine, records } = seen;
  const place = seen.state.place();
  const columns = withTitleCurrency(withoutStatus(seen.columns, place), titles);
  const strange = options.columns ? null : unitInTitles(columns, titles);
  if (strange) return refused(strange);
  const plan: ReadPlan = {
    kind: columns.kind,
    encoding,
    damaged,
    dialect,
    linesAbove: seen.second ?? linesAbove,
    columns,
    headerLine,
    numberStyle,
    dateOrder,
    defaultCurrency: options.currency ?? null,
    defaultFeedbackKind: options.feedbackKind ?? (seen.remembered?.answers as AnswerKind | null) ?? null,
    scale: options.scale ?? null,
    rates: options.rates ?? null,
    shop: options.shop ?? null,
    sameNumber: options.sameNumber ?? null,
    lineAmounts: null,
    wholeNumbers: seen.ids.wholeNumbers(),
    numbered: seen.ids.isNumbered(),
    notes: [
      ...surveyNotes(columns, { lines: linesAbove, titles }, place, seen.remembered?.columns ?? null),
      ...scores.notes,
    ],
  };
  const doubt = plan.kind === 'rates' && (await settleRates(open, plan, options.zone ?? utc, options.knownRates ?? []));
  if (doubt) return refused(doubt);
  if (!seen.orderNumbers.isRepeated()) return { outcome: 'ready', plan, records };
  const settled = await settleSameNumbers(open, plan, options.zone ?? utc);
  if ('code' in settled) return refused(settled);
  const { lineAmounts, notes } = settled;
  return { outcome: 'ready', plan: { ...plan, lineAmounts, notes: [...plan.notes, ...notes] }, records };
}

function refused(refusal: FileRefusal): FileSurvey {
  return { outcome: 'refused', refusal };
}
