import type { NewAnswer } from '../loyalty/facts/answer.ts';
import type { NewContact } from '../loyalty/facts/campaign.ts';
import type { NewCustomer } from '../loyalty/facts/customer.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import type { NewOrder } from '../loyalty/facts/order.ts';
import type { CurrencyRate } from '../loyalty/facts/rates.ts';
import type { NewRecommendation } from '../loyalty/facts/recommendation.ts';
import type { NewSpend } from '../loyalty/facts/spend.ts';

/**
 * What the rows of each kind of file say. An empty cell is null. Where a file gives no id, it is a key made of the
 * content and its count in the file (see content-key.ts).
 */
export interface RowOf extends Readonly<Record<ImportKind, object>> {
  readonly customers: NewCustomer;
  readonly orders: NewOrder;
  readonly feedback: NewAnswer;
  readonly recommendations: NewRecommendation;
  readonly spend: NewSpend;
  readonly rates: CurrencyRate;
  readonly campaign: NewContact;
}
