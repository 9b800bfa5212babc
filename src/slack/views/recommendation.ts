import { mayManage } from '../../commands/may-manage.ts';
import { noteRecommendation } from '../../flows/customers/note-recommendation.ts';
import { toName } from '../../flows/customers/read-names.ts';
import type { NewRecommendation } from '../../loyalty/facts/recommendation.ts';
import { rowRefusalWords } from '../../messages/imports/row-refusal.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import {
  type RecommendationEntry,
  readRecommendation,
  recommendationForm,
} from '../../messages/modals/recommendation-form.ts';
import type { Customer } from '../../store/facts/customers.ts';
import { onSubmit } from './form.ts';
import { amountReader } from './typed-amounts.ts';

export const recommendation = onSubmit(
  recommendationForm,
  (values, incoming) => readRecommendation(values, incoming.locale, incoming.today, amountReader(incoming)),
  async (incoming, entry, { customerId }, key) => {
    mayManage(incoming);
    const { memberId, store, locale } = incoming;
    const [recommender] = await store.customers.find([customerId]);
    const [won] = entry.wonId === null ? [] : await store.customers.find([entry.wonId]);
    if (!recommender || (entry.outcome === 'won' && !won)) return { kind: 'close' };
    const row = toRow(entry, recommender, won ?? null, `slack:${key}`);
    const refused = await noteRecommendation(incoming, row, memberId);
    if (refused) {
      const isKnown = refused === 'self-recommendation' || refused === 'other-recommender';
      const code = isKnown ? refused : ('unknown-customer' as const);
      const why = { column: null, value: recommender.name ?? recommender.externalId, reason: { code } };
      return { kind: 'errors', errors: { customer: rowRefusalWords(why, locale) } };
    }
    const customer = toName(recommender, 'full');
    return {
      kind: 'show',
      view: noteView({ kind: 'recommendation-noted', customer, outcome: entry.outcome }, locale),
    };
  },
);

function toRow(
  { day, reward, value, note }: RecommendationEntry,
  { externalId }: Customer,
  won: Customer | null,
  recommendationId: string,
): NewRecommendation {
  const row = { recommendationId, recommender: externalId, day };
  if (won) {
    const paid = { rewardMinor: reward?.amountMinor ?? null, rewardCurrency: reward?.currency ?? null };
    return { ...row, outcome: 'won', customer: won.externalId, ...paid };
  }
  const worth = { valueMinor: value?.amountMinor ?? null, valueCurrency: value?.currency ?? null };
  return { ...row, outcome: 'lost', customer: null, ...worth, note };
}
