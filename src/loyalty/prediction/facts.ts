import type { PredictionFacts } from './predict.ts';

/** What is kept of a run. */
export interface StoredFacts extends PredictionFacts {
  /** Orders whose amount is left out, as no rate of their currency is known. The orders themselves count. */
  readonly amountsLeftOut: number;
}
