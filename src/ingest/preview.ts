import type { FileRow, ImportRows } from '../facts/import.ts';
import type { FileRefusal, RefusedRow } from '../facts/refusal.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import type { TimeZone } from './dates.ts';
import type { OpenFile } from './open-file.ts';
import type { ReadPlan } from './read-plan.ts';
import { readRows } from './read-rows.ts';
import { surveyFile } from './survey.ts';
import type { SurveyOptions } from './survey-options.ts';

export type FilePreview =
  | {
      readonly outcome: 'ready';
      /** Holds the columns found, those ignored, the encoding, the delimiter and the styles. */
      readonly plan: ReadPlan;
      /** Records in the whole file that are not empty, without the header. */
      readonly records: number;
      /** The first rows, good and refused, `count` of them in all. */
      readonly rows: readonly FileRow<ImportRows[ImportKind]>[];
      readonly refused: readonly RefusedRow[];
    }
  | { readonly outcome: 'refused'; readonly refusal: FileRefusal };

/** Looks through the whole file and reads its first rows, to show what an import would make of it. */
export async function previewFile(
  open: OpenFile,
  options: SurveyOptions,
  zone: TimeZone,
  count = 5,
): Promise<FilePreview> {
  const survey = await surveyFile(open, { ...options, zone });
  if (survey.outcome === 'refused') return survey;
  const { plan, records } = survey;
  for await (const { rows, refused } of readRows(open, plan, zone, { batchSize: count })) {
    return { outcome: 'ready', plan, records, rows, refused };
  }
  return { outcome: 'ready', plan, records, rows: [], refused: [] };
}
