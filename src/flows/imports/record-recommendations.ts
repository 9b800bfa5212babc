import type { Clock } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { LostRecommendation, NewRecommendation, WonRecommendation } from '../../loyalty/facts/recommendation.ts';
import type { LadderRules } from '../../loyalty/ladder/ladder.ts';
import type { Customer } from '../../store/facts/customers.ts';
import type { StoredLoss } from '../../store/facts/lost-recommendations.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { customerFinder } from '../customers/find-customers.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';
import type { NotTaken } from './impossible-row.ts';
import type { RecordCounts } from './record-orders.ts';

/** Takes recommendations into one transaction, batch by batch, and settles the customers concerned at its end. */
export interface RecommendationRecorder {
  take(rows: readonly NewRecommendation[]): Promise<NotTaken[]>;
  settle(): Promise<RecordCounts>;
}

/**
 * A recommendation that won somebody makes its customer the recommender of that one, whose only one it stays. One that
 * won nobody is kept as a row; it goes when the same id comes back as won.
 */
export function recommendationRecorder(
  clock: Clock,
  tx: WorkspaceStore,
  rules: LadderRules,
  makeCustomers: boolean,
): RecommendationRecorder {
  const finder = customerFinder(clock, tx, makeCustomers);
  const counts: RecordCounts = { imported: 0, updated: 0, unchanged: 0, customersMade: 0 };
  const concerns = new Map<number, Concern>();

  async function takeWon(rows: readonly Placed<WonRecommendation>[]): Promise<NotTaken[]> {
    const notTaken: NotTaken[] = [];
    const ids = rows.map(({ customerId }) => customerId);
    const known = new Map((await tx.customers.hold(ids)).map((customer) => [customer.id, customer]));
    const changed = new Map<number, Customer>();
    for (const { row, position, customerId, recommenderId } of rows) {
      const customer = known.get(customerId);
      if (!customer) continue;
      if (recommenderId === customerId) {
        notTaken.push({ position, why: 'self-recommendation' });
      } else if (customer.recommendedById !== null && customer.recommendedById !== recommenderId) {
        notTaken.push({ position, why: 'other-recommender' });
      } else {
        const next = withRecommender(customer, recommenderId, row);
        if (customer.recommendedById === null) counts.imported += 1;
        else if (isSameReward(customer, next)) counts.unchanged += 1;
        else counts.updated += 1;
        if (customer.recommendedById !== null && isSameReward(customer, next)) continue;
        known.set(customerId, next);
        changed.set(customerId, next);
        concerns.set(customerId, 'read-anew');
        concerns.set(recommenderId, 'read-anew');
      }
    }
    await tx.customers.update([...changed.values()]);
    const refused = new Set(notTaken.map(({ position }) => position));
    const settled = rows.filter(({ position }) => !refused.has(position));
    await tx.lostRecommendations.remove(settled.map(({ row }) => row.recommendationId));
    return notTaken;
  }

  async function takeLost(rows: readonly Placed<LostRecommendation>[]): Promise<void> {
    const stored = await tx.lostRecommendations.findByExternalId(rows.map(({ row }) => row.recommendationId));
    const known = new Map(stored.map((loss) => [loss.recommendationId, loss]));
    const changed = new Map<string, StoredLoss>();
    for (const { row, recommenderId } of rows) {
      const next = toLoss(row, recommenderId);
      const before = known.get(next.recommendationId);
      if (before && isSameLoss(before, next)) {
        counts.unchanged += 1;
        continue;
      }
      if (before) counts.updated += 1;
      else counts.imported += 1;
      known.set(next.recommendationId, next);
      changed.set(next.recommendationId, next);
    }
    await tx.lostRecommendations.upsert([...changed.values()]);
  }

  return {
    async take(rows) {
      const ids = await finder.find(
        rows.flatMap(({ recommender, customer }) => (customer === null ? [recommender] : [recommender, customer])),
      );
      const notTaken: NotTaken[] = [];
      const won: Placed<WonRecommendation>[] = [];
      const lost: Placed<LostRecommendation>[] = [];
      for (const [position, row] of rows.entries()) {
        const recommenderId = ids.get(row.recommender);
        const customerId = row.customer === null ? null : ids.get(row.customer);
        if (recommenderId === undefined) notTaken.push({ position, why: 'unknown-recommender' });
        else if (customerId === undefined) notTaken.push({ position, why: 'unknown-recommended' });
        else if (row.outcome === 'lost') lost.push({ row, position, recommenderId, customerId: 0 });
        else if (customerId !== null) won.push({ row, position, recommenderId, customerId });
      }
      notTaken.push(...(await takeWon(won)));
      await takeLost(lost);
      return notTaken;
    },
    async settle() {
      for (const id of finder.madeIds()) if (!concerns.has(id)) concerns.set(id, 'read-anew');
      await settleStandings(tx, rules, concerns, countSheet());
      return { ...counts, customersMade: finder.madeIds().length };
    },
  };
}

interface Placed<Row> {
  readonly row: Row;
  readonly position: number;
  readonly recommenderId: number;
  /** Of the customer who was won. */
  readonly customerId: number;
}

function withRecommender(customer: Customer, recommendedById: number, row: WonRecommendation): Customer {
  const { rewardMinor, rewardCurrency } = row.rewardMinor === null ? customer : row;
  return { ...customer, recommendedById, rewardMinor, rewardCurrency };
}

function isSameReward(a: Customer, b: Customer): boolean {
  return a.rewardMinor === b.rewardMinor && a.rewardCurrency === b.rewardCurrency;
}

function toLoss(row: LostRecommendation, recommenderId: number): StoredLoss {
  const { recommendationId, day, valueMinor, valueCurrency, note } = row;
  return { recommendationId, recommenderId, day, valueMinor, currency: valueCurrency, note };
}

function isSameLoss(a: StoredLoss, b: StoredLoss): boolean {
  return (Object.keys(a) as (keyof StoredLoss)[]).every((key) => a[key] === b[key]);
}
