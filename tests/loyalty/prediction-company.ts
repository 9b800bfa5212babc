import { type PredictionInput, predictionTerms } from '../../src/loyalty/prediction/predict.ts';

/** How the customers of a made-up company buy; weeks and cents. */
const habits = { r: 0.8, alpha: 6, a: 0.8, b: 2.4, meanCents: 3000 };

/**
 * A company whose customers buy as BG/NBD and Gamma-Gamma say, over three years, the last 180 days of which are put
 * aside as well.
 *
 * @param stays nobody drops out
 */
export function company(seed: number, customers: number, { stays = false } = {}) {
  const random = randoms(seed);
  const [days, heldDays] = [3 * 365, 180];
  const rows = Array.from({ length: customers }, () => {
    const first = Math.floor(random() * days * 0.9);
    const perDay = gamma(random, habits.r) / habits.alpha / 7;
    const [leaves, returns] = [gamma(random, habits.a), gamma(random, habits.b)];
    const dropOut = stays ? 0 : leaves / (leaves + returns);
    const scale = (habits.meanCents * 2) / gamma(random, 3);
    const orders: { day: number; cents: number }[] = [];
    const wait = () => -Math.log(random()) / perDay;
    for (let at = first + wait(); at < days; at += wait()) {
      const day = Math.floor(at);
      if (day !== (orders.at(-1)?.day ?? first)) orders.push({ day, cents: Math.ceil((scale * gamma(random, 5)) / 5) });
      if (random() < dropOut) break;
    }
    return { first, orders };
  });
  const before = (row: (typeof rows)[number], day: number) => row.orders.filter((order) => order.day < day);
  const historiesAt = (some: typeof rows, day: number) => ({
    repeats: Int32Array.from(some, (row) => before(row, day).length),
    recencyDays: Int32Array.from(some, (row) => (before(row, day).at(-1)?.day ?? row.first) - row.first),
    ageDays: Int32Array.from(some, (row) => day - 1 - row.first),
  });
  const known = rows.filter(({ first }) => first < days - heldDays);
  const input: PredictionInput = {
    histories: historiesAt(rows, days),
    spending: {
      counts: Int32Array.from(rows, ({ orders }) => orders.length),
      sums: Float64Array.from(rows, ({ orders }) => orders.reduce((sum, { cents }) => sum + cents, 0)),
    },
    heldOut: {
      days: heldDays,
      histories: historiesAt(known, days - heldDays),
      orders: Int32Array.from(known, (row) => row.orders.length - before(row, days - heldDays).length),
    },
    terms: { ...predictionTerms, activeDays: 365 },
  };
  return { input, habits };
}

/** Numbers above 0 and below 1, the same for a seed each time. */
export function randoms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

/** Marsaglia and Tsang. */
function gamma(random: () => number, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(random()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
