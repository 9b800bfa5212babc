import type { NewAnswer } from '../../loyalty/facts/answer.ts';
import type { NewContact } from '../../loyalty/facts/campaign.ts';
import type { NewCustomer } from '../../loyalty/facts/customer.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { NewOrder } from '../../loyalty/facts/order.ts';
import type { CurrencyRate } from '../../loyalty/facts/rates.ts';
import type { NewRecommendation } from '../../loyalty/facts/recommendation.ts';
import type { NewSpend } from '../../loyalty/facts/spend.ts';

/** What each kind of file brings. */
export interface ImportRows extends Readonly<Record<ImportKind, object>> {
  readonly customers: NewCustomer;
  readonly orders: NewOrder;
  readonly feedback: NewAnswer;
  readonly recommendations: NewRecommendation;
  readonly spend: NewSpend;
  readonly rates: CurrencyRate;
  readonly campaign: NewContact;
}

/** What only shows beside what is known: whose row it is, and what day it is today. */
export type Impossible =
  | 'unknown-customer'
  | 'unknown-recommender'
  | 'unknown-recommended'
  | 'self-recommendation'
  | 'other-recommender'
  | 'other-variant'
  | 'in-future'
  | 'contact-in-future'
  | 'response-in-future';

/** A row that was not taken: where it stands among those that were to be, and why. */
export interface NotTaken {
  readonly position: number;
  readonly why: Impossible;
}
