import type { Gatherer } from '../context.ts';
import type { DrawContext } from '../messages/kit/draw-context.ts';
import type { MessagePart } from '../messages/kit/message.ts';
import type { Locale } from '../text/define-text.ts';

/** A section of what is posted by the clock: what it is called, how its facts are read, and how they look. */
export interface Section<Parts> extends Gatherer<Parts> {
  draw(facts: Parts, locale: Locale, context: Pick<DrawContext, 'docsUrl'>): SectionDrawing;
}

/** One that is also written into a canvas, in paragraphs of Markdown; none where there is nothing to tell. */
export interface WrittenSection<Parts> extends Section<Parts> {
  write(facts: Parts, locale: Locale): readonly string[];
}

/** Its blocks, none when there is nothing to tell; and what it comes to in a few words. */
export interface SectionDrawing {
  readonly blocks: readonly MessagePart[];
  readonly summary: string | null;
  /** Its part of the finding that stands above everything, for the middle of a sentence; left out: it has none. */
  readonly headline?: string | null;
  /** Small print under the headline; left out: none. */
  readonly aside?: string | null;
  /** What belongs in the thread; left out: nothing. */
  readonly details?: readonly MessagePart[];
}

export const nothingToTell: SectionDrawing = { blocks: [], summary: null };
