import type { FileRefusal } from '../facts/refusal.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import { isCurrency, toCurrency } from './currency.ts';
import { utc } from './dates.ts';
import { type FileStart, sniffStart } from './dialect.ts';
import { createTextReader, createUtf8Census, sniffEncoding, toEncoding } from './encoding.ts';
import { settleDates, settleNumbers } from './evidence.ts';
import type { ColumnMap } from './header.ts';
import { numberColumns } from './header-names.ts';
import { joinBytes, type OpenFile, pieceBytes, piecesOf } from './open-file.ts';
import type { ReadPlan } from './read-plan.ts';
import { createRecordReader } from './records.ts';
import { settleSameNumbers } from './same-numbers.ts';
import { settleRates } from './settle-rates.ts';
import { withoutStatus } from './state-or-place.ts';
import { type Seen, surveyColumns } from './survey-columns.ts';
import { surveyNotes } from './survey-notes.ts';
import { type SurveyOptions, saidIn } from './survey-options.ts';
import { unitInTitles, withTitleCurrency, withTitleZone } from './titles.ts';

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

/** A file as it was scanned through. */
interface Scanned extends FileStart, Seen {
  readonly encoding: string;
  /** What all bytes together say. */
  readonly trueEncoding: string;
  readonly damaged: boolean;
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
  const judged = !encoding && !seen.encoding.startsWith('utf-16');
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

async function conclude(open: OpenFile, seen: Scanned, options: SurveyOptions): Promise<FileSurvey> {
  const locale = options.locale ?? null;
  const numberStyle = settleNumbers(seen.numbers.evidence, locale);
  if (typeof numberStyle !== 'string') return refused(numberStyle);
  const dateOrder = settleDates(seen.dates.evidence, locale);
  if (typeof dateOrder !== 'string') return refused(dateOrder);
  const scores = seen.scores.settle(options.scale ?? null, seen.titles);
  if ('code' in scores) return refused(scores);
  const { encoding, damaged, dialect, linesAbove, titles, headerLine, records } = seen;
  const place = seen.state.place();
  const columns = withTitleZone(withTitleCurrency(withoutStatus(seen.columns, place), titles), titles);
  const strange = options.columns ? null : unitInTitles(columns, titles);
  if (strange) return refused(strange);
  const sign = unclearSign(columns, options.currency ?? null);
  if (sign) return refused(sign);
  const plan: ReadPlan = {
    ...saidIn(options),
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
    spellings: seen.ids.spellings(),
    others: options.others ?? null,
    lineAmounts: null,
    wholeNumbers: seen.ids.wholeNumbers(),
    cutNumbers: seen.ids.cutNumbers(),
    unixTimes: seen.unixTimes.found(),
    numbered: seen.ids.isNumbered(),
    invoiced: seen.invoices.found(),
    notes: [
      ...surveyNotes(columns, { lines: linesAbove, titles }, place, seen.remembered?.columns ?? null),
      ...scores.notes,
    ],
  };
  const decimals = plan.decimals === null ? seen.decimals.settle(plan) : null;
  if (decimals) return refused(decimals);
  const doubt = plan.kind === 'rates' && (await settleRates(open, plan, options.zone ?? utc, options.knownRates ?? []));
  if (doubt) return refused(doubt);
  if (!seen.orderNumbers.isRepeated()) return { outcome: 'ready', plan, records };
  const settled = await settleSameNumbers(open, plan, options.zone ?? utc);
  if ('code' in settled) return refused(settled);
  const { lineAmounts, notes } = settled;
  return { outcome: 'ready', plan: { ...plan, lineAmounts, notes: [...plan.notes, ...notes] }, records };
}

/** A sign that is several currencies', where no row says which. */
function unclearSign({ kind, at, header, currency }: ColumnMap, expected: string | null): FileRefusal | null {
  if (currency === null || at.currency !== undefined) return null;
  const reading = toCurrency(currency, expected);
  if (!('code' in reading) || reading.code !== 'currency-unclear') return null;
  const column = numberColumns[kind].find((name) => at[name] !== undefined);
  return { code: 'unclear-currency', header: (header[at[column ?? ''] ?? -1] ?? '').trim(), sign: currency };
}

function refused(refusal: FileRefusal): FileSurvey {
  return { outcome: 'refused', refusal };
}
