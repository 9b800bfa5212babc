import type { Clock } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { LostRecommendation, NewRecommendation, WonRecommendation } from '../../loyalty/facts/recommendation.ts';
import type { Customer } from '../../store/facts/customers.ts';
import type { StoredLoss } from '../../store/facts/lost-recommendations.ts';
import type { HeldRules, WorkspaceStore } from '../../store/store.ts';
import { customerFinder } from '../customers/find-customers.ts';
import type { Concern } from '../upkeep/settle-standings.ts';
import { type Impossible, type NotTaken, whyUnknown } from './impossible-row.ts';
import {
  byKey,
  isSame,
  newsAmong,
  nothingRecorded,
  type Recorder,
  renewKeys,
  settleConcerns,
  type Tally,
} from './recorder.ts';

/**
 * Takes recommendations. One that won somebody makes its customer the recommender of that one, whose only one it stays.
 * One that won nobody is kept as a row; it goes when the same id comes back as won.
 */
export function recommendationRecorder(
  clock: Clock,
  tx: WorkspaceStore,
  rules: HeldRules,
  makeCustomers: boolean,
): Recorder<NewRecommendation> {
  const finder = customerFinder(clock, tx, makeCustomers);
  const counts = { ...nothingRecorded };
  const concerns = new Map<number, Concern>();

  return {
    async take(rows) {
      await renewKeys(tx, 'lost_recommendations', rows, ({ recommendationId }) => recommendationId);
      const ids = await finder.find(
        rows.flatMap(({ recommender, customer }) => [{ customer: recommender }, { customer }]),
      );
      const notTaken: NotTaken[] = [];
      const won: Placed<WonRecommendation>[] = [];
      const lost: StoredLoss[] = [];
      for (const [position, row] of rows.entries()) {
        const recommenderId = ids.get(row.recommender);
        const customerId = row.customer === null ? null : ids.get(row.customer);
        if (recommenderId === undefined)
          notTaken.push({ position, ...whyUnknown(finder, row.recommender, 'unknown-recommender') });
        else if (customerId === undefined)
          notTaken.push({ position, ...whyUnknown(finder, row.customer, 'unknown-recommended') });
        else if (row.outcome === 'lost') lost.push(toLoss(row, recommenderId));
        else if (customerId !== null) won.push({ row, position, recommenderId, customerId });
      }
      notTaken.push(...(await takeWon(tx, won, concerns, counts)));
      await takeLost(tx, lost, counts);
      return notTaken;
    },
    async settle() {
      return { ...counts, customersMade: await settleConcerns(tx, rules, { finder, concerns, sheet: countSheet() }) };
    },
  };
}

async function takeWon(
  tx: WorkspaceStore,
  rows: readonly Placed<WonRecommendation>[],
  concerns: Map<number, Concern>,
  tally: Tally,
): Promise<NotTaken[]> {
  const notTaken: NotTaken[] = [];
  const settled: string[] = [];
  const ids = rows.map(({ customerId }) => customerId);
  const known = new Map((await tx.customers.hold(ids)).map((customer) => [customer.id, customer]));
  const changed = new Map<number, Customer>();
  for (const { row, position, customerId, recommenderId } of rows) {
    const customer = known.get(customerId);
    if (!customer) continue;
    const why = whyNot(customer, recommenderId);
    if (why) {
      notTaken.push({ position, why });
      continue;
    }
    settled.push(row.recommendationId);
    const next = withRecommender(customer, recommenderId, row);
    const same = customer.recommendedById !== null && isSame(customer, next);
    tally[customer.recommendedById === null ? 'imported' : same ? 'unchanged' : 'updated'] += 1;
    if (same) continue;
    known.set(customerId, next);
    changed.set(customerId, next);
    concerns.set(customerId, 'read-anew');
    concerns.set(recommenderId, 'read-anew');
  }
  await tx.customers.update([...changed.values()]);
  await tx.lostRecommendations.remove(settled);
  return notTaken;
}

function whyNot({ id, recommendedById }: Customer, recommenderId: number): Impossible | null {
  if (recommenderId === id) return 'self-recommendation';
  return recommendedById === null || recommendedById === recommenderId ? null : 'other-recommender';
}

async function takeLost(tx: WorkspaceStore, losses: readonly StoredLoss[], tally: Tally): Promise<void> {
  const keyOf = ({ recommendationId }: StoredLoss) => recommendationId;
  const known = byKey(await tx.lostRecommendations.findByExternalId(losses.map(keyOf)), keyOf);
  await tx.lostRecommendations.upsert(newsAmong(losses, known, tally));
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

function toLoss(row: LostRecommendation, recommenderId: number): StoredLoss {
  const { recommendationId, day, valueMinor, valueCurrency, note } = row;
  return { recommendationId, recommenderId, day, valueMinor, currency: valueCurrency, note };
}
