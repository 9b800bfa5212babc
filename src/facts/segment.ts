import type { SegmentRule } from '../loyalty/segment-rule.ts';

/** A segment that keeps itself, and who is in it now; where the count is not exact, there are at least so many. */
export interface SegmentFacts extends SegmentRule {
  readonly count: number;
  readonly isExact: boolean;
}

/** Why a segment cannot be called that, or be kept. */
export type SegmentRefusal =
  /** No name, a name of several segments, or too long a one. */
  | { readonly kind: 'bad-name' }
  /** A segment by rule or a tag of customers is called the same. */
  | { readonly kind: 'name-taken'; readonly name: string; readonly by: 'rule' | 'tag' }
  | { readonly kind: 'too-many' }
  /** The rule would build on another segment by rule, or say nothing. */
  | { readonly kind: 'of-a-rule'; readonly name: string }
  | { readonly kind: 'everybody' }
  /** Who looks after a customer, or whom a campaign contacted: no standing knows. */
  | { readonly kind: 'of-an-owner' | 'of-a-campaign' };
