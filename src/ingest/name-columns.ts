import type { AnswerKind } from '../loyalty/facts/answer.ts';
import { foldHeader } from './fold-header.ts';
import type { FilePreview } from './preview.ts';
import type { ReadPlan } from './read-plan.ts';
import { headerKeyOf, type RememberedColumns } from './remembered-columns.ts';
import type { FileSurvey } from './survey.ts';

/** Typed in place of names: what was remembered for this header is forgotten, and it is read by its own names. */
const byHeader = 'header';

/** Names that a person gave, and the header that they asked to be read by its own. */
export function givenColumns(typed: readonly string[] | null): {
  readonly columns: readonly string[] | undefined;
  readonly forgets: boolean;
} {
  const forgets = typed?.length === 1 && foldHeader(typed[0] ?? '') === byHeader;
  return { columns: forgets ? undefined : (typed ?? undefined), forgets };
}

/** The header of a file, as far as a look through it found one. */
export function headerIn(survey: FileSurvey | FilePreview): readonly string[] | null {
  if (survey.outcome === 'ready') return survey.plan.headerLine === null ? null : survey.plan.columns.header;
  return survey.refusal.code === 'columns' ? survey.refusal.found : null;
}

/** What is to be remembered of a plan for which a person named the columns; null where the file has no header. */
export function toRemember(
  { columns, headerLine, kind }: ReadPlan,
  given: readonly string[],
  answers: AnswerKind | null,
): RememberedColumns | null {
  if (headerLine === null || columns.mended) return null;
  return { headerKey: headerKeyOf(columns.header), kind, columns: given, answers };
}
