import type { FileRefusal } from '../facts/refusal.ts';
import { bareCell } from './bare-cell.ts';
import { type ColumnSurvey, surveyDates, surveyNumbers } from './evidence.ts';
import { readColumns } from './first-line.ts';
import { type ColumnMap, type ColumnPlace, dateOrderIn, placesOf } from './header.ts';
import { dateColumns, idColumns, numberColumns } from './header-names.ts';
import { type IdSurvey, surveyIds } from './id-survey.ts';
import { type OrderNumberSurvey, surveyOrderNumbers } from './order-number.ts';
import { cellsIn, isBlank, shapeFault } from './record-shape.ts';
import type { FileRecord } from './records.ts';
import type { RememberedColumns } from './remembered-columns.ts';
import { type ScoreSurvey, surveyScores } from './scores.ts';
import { type StateWatch, watchState } from './state-or-place.ts';
import { columnSuggester } from './suggest-columns.ts';
import type { SurveyOptions } from './survey-options.ts';
import { isTitle, titleOf } from './titles.ts';

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
  readonly orderNumbers: OrderNumberSurvey;
  readonly ids: IdSurvey;
  readonly scores: ScoreSurvey;
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
