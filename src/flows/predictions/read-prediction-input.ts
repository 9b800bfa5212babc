import { heldOutDays } from '../../loyalty/prediction/back-test.ts';
import { type PredictionInput, type PredictionTerms, predictionTerms } from '../../loyalty/prediction/predict.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { HistorySlice, SpendingSlice } from '../../store/desk/predictions.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** What a prediction is made from, and whom each place in its columns stands for. */
export interface ReadInput {
  readonly ids: Int32Array;
  readonly input: PredictionInput;
  /** Orders whose amount has no rate to the reporting currency. */
  readonly amountsLeftOut: number;
}

/** What a prediction is of. */
export interface PredictionOf {
  readonly asOf: Day;
  readonly currency: string;
  /** Who has not ordered for so many days has left; see PredictionTerms. */
  readonly activeDays: number;
}

/** Small enough that taking apart an answer holds up nobody else's for long. */
export const slice = 5000;

/**
 * Reads all orders before a day, slice by slice.
 *
 * @param onSlice told after each slice how many customers are read; what it throws ends the reading
 */
export async function readPredictionInput(
  store: WorkspaceStore,
  { asOf, currency, activeDays }: PredictionOf,
  onSlice: (customers: number) => Promise<void>,
): Promise<ReadInput> {
  const { customers, firstOrderDay } = await store.predictions.extent();
  const heldDays = heldOutDays(firstOrderDay, asOf, predictionTerms.riskDays);
  const book = orderBook(customers, asOf, heldDays, { ...predictionTerms, activeDays });
  let after = 0;
  for (;;) {
    const last = await store.predictions.endOfSlice(after, slice);
    if (last === null) break;
    const [histories, spending] = await Promise.all([
      store.predictions.readHistories(after, last, asOf, asOf - heldDays),
      store.predictions.readSpending(after, last, asOf, currency),
    ]);
    book.add(histories, spending);
    after = last;
    await onSlice(book.customers());
  }
  return book.close();
}

/** Columns that are filled slice by slice. */
function orderBook(size: number, asOf: Day, heldDays: number, terms: PredictionTerms) {
  const ids = growing(new Int32Array(size));
  const [bought, held] = [historyColumns(size), historyColumns(size)];
  const heldOrders = growing(new Int32Array(size));
  const counts = growing(new Int32Array(size));
  const sums = growing(new Float64Array(size));
  let amountsLeftOut = 0;

  return {
    customers: () => ids.length(),

    add(histories: HistorySlice, spending: SpendingSlice): void {
      const { orderDays, firstDays, lastDays, heldOrderDays, heldLastDays } = histories;
      const at = (values: readonly (number | null)[], i: number) => values[i] ?? 0;
      ids.add(histories.ids);
      bought.add([...histories.ids.keys()], (i) => [at(orderDays, i), at(firstDays, i), at(lastDays, i)], asOf);
      const known = [...histories.ids.keys()].filter((i) => at(heldOrderDays, i) > 0);
      held.add(known, (i) => [at(heldOrderDays, i), at(firstDays, i), at(heldLastDays, i)], asOf - heldDays);
      heldOrders.add(known.map((i) => at(orderDays, i) - at(heldOrderDays, i)));
      const places = placesOf(spending.ids, histories.ids);
      counts.add(places.map((place) => at(spending.counts, place)));
      sums.add(places.map((place) => at(spending.sums, place)));
      amountsLeftOut += spending.leftOut;
    },

    close(): ReadInput {
      const spending = { counts: counts.close(), sums: sums.close() };
      const heldOut = { days: heldDays, histories: held.close(), orders: heldOrders.close() };
      return { ids: ids.close(), amountsLeftOut, input: { terms, histories: bought.close(), spending, heldOut } };
    },
  };
}

/** When customers bought before a day. */
function historyColumns(size: number) {
  const column = () => growing(new Int32Array(size));
  const [repeats, recencyDays, ageDays] = [column(), column(), column()];
  return {
    /** @param at the order days of the one in a place, the first and the last of them */
    add(
      places: readonly number[],
      at: (place: number) => [orders: number, first: number, last: number],
      asOf: Day,
    ): void {
      const known = places.map(at);
      repeats.add(known.map(([orders]) => orders - 1));
      recencyDays.add(known.map(([, first, last]) => last - first));
      ageDays.add(known.map(([, first]) => asOf - 1 - first));
    },
    close: () => ({ repeats: repeats.close(), recencyDays: recencyDays.close(), ageDays: ageDays.close() }),
  };
}

/** Where each of `wanted` stands in `known`, both ascending; −1 where it does not. */
function placesOf(known: readonly number[], wanted: readonly number[]): number[] {
  let place = 0;
  return wanted.map((id) => {
    while ((known[place] ?? Number.POSITIVE_INFINITY) < id) place += 1;
    return known[place] === id ? place : -1;
  });
}

/** A column with room for all, as copying a million places at once would hold up others; and for a few who came meanwhile. */
function growing<Column extends Int32Array | Float64Array>(room: Column) {
  let column = room;
  let length = 0;
  return {
    length: () => length,
    add(values: readonly number[]): void {
      if (length + values.length > column.length) {
        const larger = new (column.constructor as new (size: number) => Column)(2 * (length + values.length));
        larger.set(column);
        column = larger;
      }
      column.set(values, length);
      length += values.length;
    },
    close: () => column.subarray(0, length) as Column,
  };
}
