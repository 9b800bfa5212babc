import type { FileRow, ImportRows } from '../../src/facts/import.ts';
import type { ImportNote } from '../../src/facts/import-note.ts';
import type { FileRefusal, RefusedRow } from '../../src/facts/refusal.ts';
import type { TimeZone } from '../../src/ingest/dates.ts';
import type { OpenFile } from '../../src/ingest/open-file.ts';
import type { ReadPlan } from '../../src/ingest/read-plan.ts';
import { readRows } from '../../src/ingest/read-rows.ts';
import { surveyFile } from '../../src/ingest/survey.ts';
import type { SurveyOptions } from '../../src/ingest/survey-options.ts';
import type { ImportKind } from '../../src/loyalty/facts/import-kind.ts';

/** A zone without summer time keeps the tests' sums simple; time zones proper are tested where they are made. */
export const utc: TimeZone = {
  dayOf: (at) => Math.floor(at / 86_400_000),
  instantOf: (day, timeMs) => day * 86_400_000 + timeMs,
};

/** A file in memory, handed out in pieces of the given size. */
export function fileOf(content: string | Uint8Array, pieceBytes = 1 << 16): OpenFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return async function* () {
    for (let i = 0; i < bytes.length; i += pieceBytes) yield bytes.subarray(i, i + pieceBytes);
  };
}

export interface Imported<R> {
  readonly plan: ReadPlan;
  readonly records: number;
  readonly rows: readonly R[];
  readonly fileRows: readonly FileRow<R>[];
  readonly refused: readonly RefusedRow[];
  /** What was noted in rows, in short: "3 left-out country unknown-country". */
  readonly told: readonly string[];
}

/** The whole path: survey, then rows. A refused file is the refusal. */
export async function importFile<K extends ImportKind>(
  kind: K,
  content: string | Uint8Array | OpenFile,
  options: Omit<SurveyOptions, 'kind'> = {},
): Promise<Imported<ImportRows[K]> | FileRefusal> {
  const open = typeof content === 'function' ? content : fileOf(content);
  const survey = await surveyFile(open, { zone: utc, ...options, kind });
  if (survey.outcome === 'refused') return survey.refusal;
  const fileRows: FileRow<ImportRows[K]>[] = [];
  const refused: RefusedRow[] = [];
  for await (const batch of readRows(open, { ...survey.plan, kind }, utc)) {
    fileRows.push(...batch.rows);
    refused.push(...batch.refused);
  }
  const told = fileRows.flatMap(({ notes = [] }) => notes.flatMap(inShort));
  return { plan: survey.plan, records: survey.records, rows: fileRows.map(({ row }) => row), fileRows, refused, told };
}

function inShort(note: ImportNote): string[] {
  return 'count' in note ? [`${note.first.line} ${note.code} ${note.column} ${note.first.reason.code}`] : [];
}

/** The same for a file that must not be refused. */
export async function importGood<K extends ImportKind>(
  kind: K,
  content: string | Uint8Array | OpenFile,
  options: Omit<SurveyOptions, 'kind'> = {},
): Promise<Imported<ImportRows[K]>> {
  const result = await importFile(kind, content, options);
  if ('code' in result) throw new Error(`The file was refused: ${JSON.stringify(result)}`);
  return result;
}
