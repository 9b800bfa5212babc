/** What people write about. */
export type Theme = 'coffee' | 'delivery' | 'service' | 'price' | 'assortment';

/** Who buys the coffee: a café speaks of its guests, an office of its staff, a home of its breakfast. */
export type Segment = 'cafe' | 'office' | 'home';

export type Tone = 'positive' | 'mixed' | 'negative';

/** Whole sentences, each of which can stand alone and beside any other of the same tone, in any month. */
export type TonePhrases = Readonly<Record<Theme | Segment | 'openers' | 'closers', readonly string[]>>;

/** The sentences of one language. */
export interface Phrases extends Readonly<Record<Tone, TonePhrases>> {
  /** From those who have tasted, but not ordered yet. */
  readonly prospect: readonly string[];
}
