import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { type FollowUpChoice, followUpChoices } from '../../facts/import.ts';
import type { ImportNote } from '../../facts/import-note.ts';
import type { RefusedRow } from '../../facts/refusal.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import { brief } from '../../text/brief.ts';
import type { Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { shortened } from '../../text/shorten.ts';
import { capital } from '../../text/terms.ts';
import { oneLine } from '../../text/typed.ts';
import { columnWords } from '../imports/column-words.ts';
import { noteBlocks } from '../imports/import-notes.ts';
import { importWords } from '../imports/import-words.ts';
import { previewWords } from '../imports/preview-words.ts';
import { rowRefusalWords } from '../imports/row-refusal.ts';
import { bullets, context, lines } from '../kit/blocks.ts';
import { boxes, choice, field, formKind, menu } from './form.ts';
import { allChosenIn, chosenIn, type StateValues } from './state.ts';

/** Starts an import that was looked at. */
export const importPreviewForm = formKind('import.start', z.object({ importId: z.int().positive() }));

/** What an import would make of a file. */
export interface ImportPreview {
  readonly importId: number;
  readonly fileName: string;
  readonly kind: ImportKind;
  /** Rows of the file, without the header. */
  readonly rows: number;
  /** Our columns and the file's header for each (empty: it has none), in our order. */
  readonly columns: readonly { readonly column: string; readonly header: string }[];
  /** What is to be known before the import is started. */
  readonly notes: readonly ImportNote[];
  /** Cells of the first rows, under `columns`. */
  readonly firstRows: readonly (readonly string[])[];
  /** How many rows would be refused, and the first of them. */
  readonly refused: { readonly count: number; readonly first: readonly RefusedRow[] };
  readonly encoding: string;
  /** One character, or `blanks`. */
  readonly delimiter: string;
  /** Null: no column holds amounts. */
  readonly numberStyle: 'comma' | 'point' | null;
  /** Null: no column holds dates. */
  readonly dateOrder: 'day-first' | 'month-first' | null;
  /** Customers whom the file alone names; null where such a file names none of whom no more is known. */
  readonly newCustomers: number | null;
  /** Alerts that would be posted; null for files without feedback. */
  readonly alerts: { readonly recent: number; readonly all: number } | null;
}

export interface ImportStart {
  readonly followUps: FollowUpChoice;
  readonly makeCustomers: boolean;
  /** Rows that are alike with known ones are others than these. */
  readonly others: boolean;
}

/** What the file holds, how it is read and what will happen; nothing is stored before it is sent. */
export function importPreviewView(preview: ImportPreview, locale: Locale): ModalView {
  const text = previewWords(locale);
  const name = shortened(oneLine(preview.fileName), 120) || '?';
  const count = counted(locale, preview.rows, text.rows);
  const blocks: KnownBlock[] = [
    lines([{ bold: `${importWords(locale).kinds[preview.kind]}: ${count}` }], [name]),
    ...refusedBlocks(preview, locale),
    context(styleLine(preview, locale)),
    lines([{ bold: text.mapping }]),
    ...mappingBlocks(preview, locale),
    ...tableBlocks(preview, locale),
    ...(preview.kind === 'customers' && preview.columns.some(({ column }) => column === 'segments')
      ? [context(text.segments)]
      : []),
    ...(preview.newCustomers ? [context(text.newCustomers(formatNumber(locale, preview.newCustomers)))] : []),
    ...startFields(preview, locale),
  ];
  const look = { title: text.preview, submit: text.start, blocks };
  return importPreviewForm.view(look, { importId: preview.importId }, locale);
}

/** What will not come in stands before all else: here it can still be mended. */
function refusedBlocks({ refused, rows }: ImportPreview, locale: Locale): KnownBlock[] {
  const text = previewWords(locale);
  if (refused.count === 0) return [];
  const title = text.refused(formatNumber(locale, refused.count), formatNumber(locale, rows));
  const told = refused.first.map((row) => {
    const place = text.line(formatNumber(locale, row.line));
    const column = row.column === null ? '' : `, ${columnName(locale, row.column)}`;
    return [{ bold: `${place}${column}: ` }, shortened(oneLine(rowRefusalWords(row, locale)), 300)];
  });
  return [lines([{ bold: title }]), bullets(told)];
}

export function readImportStart(values: StateValues): ImportStart {
  const chosen = chosenIn(values, 'follow-ups');
  return {
    followUps: followUpChoices.find((one) => one === chosen) ?? 'recent',
    makeCustomers: !('make-customers' in values) || allChosenIn(values, 'make-customers').includes('make'),
    others: chosenIn(values, 'alike') === 'others',
  };
}

function styleLine({ encoding, delimiter, numberStyle, dateOrder }: ImportPreview, locale: Locale): string {
  const text = previewWords(locale);
  const names: Readonly<Record<string, string>> = text.delimiters;
  const between = names[delimiter] ?? shortened(oneLine(delimiter), 10);
  return [
    text.readAs(shortened(oneLine(encoding), 40), between),
    ...(numberStyle ? [text[numberStyle]] : []),
    ...(dateOrder ? [text[dateOrder]] : []),
  ].join(' · ');
}

function mappingBlocks({ columns, notes }: ImportPreview, locale: Locale): KnownBlock[] {
  const rows = columns.map(({ column, header }) => {
    const from = brief(header);
    return [{ bold: capital(columnName(locale, column)) }, from === '' ? '' : ` ← ${from}`];
  });
  return [...(rows.length > 0 ? [bullets(rows)] : []), ...noteBlocks(notes, locale)];
}

function columnName(locale: Locale, column: string): string {
  return brief(columnWords(column, locale));
}

const most = { rows: 5, columns: 6, letters: 18 };

/** A table in letters of one width: Slack draws tables in messages alone. */
function tableBlocks({ columns, firstRows }: ImportPreview, locale: Locale): KnownBlock[] {
  if (firstRows.length === 0 || columns.length === 0) return [];
  const heads = columns.map(({ column }) => columnName(locale, column));
  const cells = [heads, ...firstRows.slice(0, most.rows)].map((row) =>
    heads.slice(0, most.columns).map((_, i) => shortened(oneLine(row[i] ?? ''), most.letters)),
  );
  const widths = heads.map((_, i) => Math.max(...cells.map((row) => lettersOf(row[i] ?? ''))));
  const text = cells
    .map((row) => row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - lettersOf(cell))).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
  return [
    lines([{ bold: previewWords(locale).first }]),
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: text || ' ' }] }],
    },
  ];
}

function lettersOf(text: string): number {
  return [...text].length;
}

function startFields(preview: ImportPreview, locale: Locale): KnownBlock[] {
  const { newCustomers, alerts } = preview;
  const text = previewWords(locale);
  const alike = [choice('same', text.alike.same), choice('others', text.alike.others)];
  const make = boxes('import.make-customers', [choice('make', text.make)], ['make']);
  const choices = alerts && [
    choice('recent', text.choices.recent(formatNumber(locale, alerts.recent))),
    choice('all', text.choices.all(formatNumber(locale, alerts.all))),
    choice('none', text.choices.none),
  ];
  return [
    ...(mayBeOthers(preview)
      ? [field('alike', text.alike.label, menu('import.alike', alike, 'same'), { hint: text.alike.hint })]
      : []),
    ...(newCustomers === null ? [] : [field('make-customers', text.makeCustomers, make, { optional: true })]),
    ...(choices ? [field('follow-ups', text.followUps, menu('import.follow-ups', choices, 'recent'))] : []),
  ];
}

/** Rows that are taken for known ones by what they say, or by a number that every survey counts for itself. */
function mayBeOthers({ notes, columns }: ImportPreview): boolean {
  return notes.some(({ code }) => code === 'already-there') || columns.some(({ column }) => column === 'response_id');
}
