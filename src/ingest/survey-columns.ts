import type { FileRefusal } from '../facts/refusal.ts';
import { bareCell } from './bare-cell.ts';
import { type ColumnSurvey, surveyDates, surveyNumbers } from './evidence.ts';
import { isFigure } from './find-header.ts';
import { readColumns } from './first-line.ts';
import { type ColumnMap, type ColumnPlace, dateOrderIn, headerFit, placesOf } from './header.ts';
import { dateColumns, idColumns, numberColumns } from './header-names.ts';
import { type IdSurvey, surveyIds } from './id-survey.ts';
import { type InvoiceWatch, watchInvoices } from './invoiced.ts';
import { exportOf } from './known-header.ts';
import { type DecimalsWatch, watchDecimals } from './many-decimals.ts';
import { type OrderNumberSurvey, surveyOrderNumbers } from './order-number.ts';
import { cellsIn, isBlank, isHeaderAgain, shapeFault } from './record-shape.ts';
import type { FileRecord } from './records.ts';
import type { RememberedColumns } from './remembered-columns.ts';
import { type ScoreSurvey, surveyScores } from './scores.ts';
import { type StateWatch, watchState } from './state-or-place.ts';
import { columnSuggester } from './suggest-columns.ts';
import type { SurveyOptions } from './survey-options.ts';
import { isTitle, titleOf } from './titles.ts';
import { withUnitRow, withUnitsAbove } from './unit-row.ts';
import { surveyUnixTimes, type UnixTimeSurvey } from './unix-times.ts';

/** What the rows of a file say of how it is to be read. */
export interface Seen {
  /** What stands above the header, the first few lines. */
  readonly titles: readonly string[];
  readonly columns: ColumnMap;
  readonly headerLine: number | null;
  readonly numbers: ColumnSurvey;
  readonly numberPlaces: readonly ColumnPlace[];
  readonly dates: ColumnSurvey;
  readonly datePlaces: readonly ColumnPlace[];
  readonly state: StateWatch;
  readonly invoices: InvoiceWatch;
  readonly orderNumbers: OrderNumberSurvey;
  readonly ids: IdSurvey;
  readonly unixTimes: UnixTimeSurvey;
  readonly scores: ScoreSurvey;
  readonly decimals: DecimalsWatch;
  /** What was remembered for the header; null: nothing. */
  readonly remembered: RememberedColumns | null;
  /** The line of a second header, which belongs to the first. */
  readonly second: number | null;
  readonly records: number;
}

const mostTitles = 20;

/** Takes in a file record by record: what stands above its header, the header, and what the rows below say. */
export function surveyColumns(options: SurveyOptions, linesAbove: number) {
  let seen: Seen | FileRefusal = { code: 'empty' };
  let started = false;
  let suggester: ReturnType<typeof columnSuggester> | null = null;
  const titles: string[] = [];
  let above: readonly string[] = [];
  let second: number | null = null;
  let headerRows = 1;
  let records = 0;
  function take(batch: readonly FileRecord[]): FileRefusal | null {
    for (const record of batch) {
      if (isBlank(record)) continue;
      if (record.line <= linesAbove) {
        if (titles.length < mostTitles) titles.push(titleOf(record));
        above = record.cells;
        continue;
      }
      if (!started) {
        started = true;
        seen = start(record, { titles, above }, options);
        if ('code' in seen && seen.code === 'columns') suggester = columnSuggester(seen);
        if ('code' in seen || seen.headerLine !== null) continue;
      }
      if ('code' in seen) {
        if (suggester && !suggester.see(record)) continue;
        return refusal(seen);
      }
      const further = furtherHeader(record, seen);
      if (further) {
        seen = further;
        second = record.line;
        headerRows++;
        continue;
      }
      if (seen.headerLine !== null && isHeaderAgain(record, seen.columns.header)) continue;
      if (isAnotherHeader(record, seen.columns)) {
        seen = { code: 'another-header', line: record.line, found: record.cells.map((cell) => cell.trim()) };
        return seen;
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

  /** What is known with a record right below the header that belongs to it; null: it is a row. */
  function furtherHeader({ cells, line }: FileRecord, known: Seen): Seen | FileRefusal | null {
    const { columns, headerLine } = known;
    if (records > 0 || headerRows >= mostHeaderRows || headerLine === null) return null;
    const units = withUnitRow(columns, cells, line);
    if (units && 'code' in units) return units;
    if (units) return { ...known, ...watch(units, headerLine, options) };
    if (headerRows > 1 || cells[columns.at.date ?? -1]?.trim()) return null;
    return exportOf(columns.kind, columns.header)?.hasSecondHeader ? known : null;
  }
}

/** Other column names amid the rows, as of another file that was put below. Only a row without a day in its place is looked at so. */
function isAnotherHeader({ cells }: FileRecord, { kind, at }: ColumnMap): boolean {
  const [date] = dateColumns[kind];
  const cell = date === undefined || kind === 'customers' ? '' : (cells[at[date] ?? -1] ?? '');
  if (cell === '' || /\d/.test(cell) || cells.some(isFigure)) return false;
  return headerFit(kind, cells).complete;
}

/** A survey tool writes its questions below the names of its columns, and what kind of thing they are below these. */
const mostHeaderRows = 3;

function start(
  record: FileRecord,
  { titles, above }: { readonly titles: readonly string[]; readonly above: readonly string[] },
  options: SurveyOptions,
): Seen | FileRefusal {
  const found = readColumns(record.cells, options);
  if ('code' in found) return found;
  const headerLine = found.isHeader ? record.line : null;
  const columns = found.isHeader ? withUnitsAbove(found.columns, above) : found.columns;
  return {
    ...watch(columns, record.line, options),
    titles: titles.filter(isTitle),
    headerLine,
    remembered: found.remembered ?? null,
    second: null,
    records: 0,
  };
}

/** What watches the rows for how these columns are to be read. */
function watch(
  columns: ColumnMap,
  line: number,
  options: SurveyOptions,
): Omit<Seen, 'titles' | 'headerLine' | 'remembered' | 'second' | 'records'> {
  const { kind } = columns;
  const dates = surveyDates();
  const numberPlaces = placesOf(columns, numberColumns[kind]);
  const datePlaces = placesOf(columns, dateColumns[kind]);
  const written = dateOrderIn(columns);
  if (written) {
    const { column, order } = written;
    const value = columns.header[columns.at[column] ?? -1] ?? '';
    dates.evidence[order === 'day-first' ? 'provesA' : 'provesB'] = { line, column, value };
  }
  return {
    columns,
    numbers: surveyNumbers(),
    numberPlaces,
    decimals: watchDecimals(columns, numberPlaces, options.currency ?? null),
    dates,
    state: watchState(columns),
    invoices: watchInvoices(columns),
    datePlaces,
    unixTimes: surveyUnixTimes([...datePlaces, ...placesOf(columns, ['cancelled'])]),
    orderNumbers: surveyOrderNumbers(columns),
    ids: surveyIds(placesOf(columns, idColumns[kind])),
    scores: surveyScores(columns, options.feedbackKind ?? null),
  };
}

function see(record: FileRecord, seen: Seen): void {
  const { columns, numbers, numberPlaces, dates, datePlaces, ids, scores, state } = seen;
  const cells = cellsIn(record, columns);
  state.see(cells);
  seen.invoices.see(cells);
  ids.see(cells);
  seen.unixTimes.see(cells);
  scores.see(record.line, cells);
  seen.decimals.see(record.line, cells);
  for (const { column, at } of numberPlaces) {
    const number = cells[at];
    if (number) numbers.see(record.line, column, bareCell(number));
  }
  for (const { column, at } of datePlaces) {
    const date = cells[at];
    if (date) dates.see(record.line, column, date);
  }
}
