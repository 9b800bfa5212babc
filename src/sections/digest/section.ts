import type { DigestFacts } from '../../facts/report.ts';
import type { DrawContext } from '../../messages/kit/draw-context.ts';
import type { MessagePart } from '../../messages/kit/message.ts';
import type { Locale } from '../../text/define-text.ts';

/** One part of the digest: its blocks, none when there is nothing to tell; and what it comes to in a few words. */
export interface SectionDrawing {
  readonly blocks: readonly MessagePart[];
  readonly summary: string | null;
}

export type DrawSection = (
  digest: DigestFacts,
  locale: Locale,
  context: Pick<DrawContext, 'docsUrl'>,
) => SectionDrawing;

export const nothingToTell: SectionDrawing = { blocks: [], summary: null };
