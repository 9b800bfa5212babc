import type { Day } from '../../loyalty/time/period.ts';
import type { Said } from './share-button.ts';

/** What a drawing needs besides the facts. */
export interface DrawContext {
  /** Today in the workspace's time zone. */
  readonly today: Day;
  readonly timeZone: string;
  /** What "Share to channel" repeats; null draws no such button. */
  readonly said: Said | null;
  /** Who reads it: what they may press depends on it. Null for the shell and for what is posted to all. */
  readonly memberId: string | null;
  /** Where the project's `docs` folder can be read; left out, places in it are named and not linked. */
  readonly docsUrl?: string | null | undefined;
  /** Where a review stands as a canvas; left out: nowhere. */
  readonly canvasUrl?: string | undefined;
  /** Nothing can be pressed: what elsewhere stands behind a press is told at once. */
  readonly inTerminal?: true;
}
