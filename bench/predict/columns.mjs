// A made-up company in columns: customers buy as BG/NBD and Gamma-Gamma say. The same numbers make the same company.

const days = 3 * 365;
export const heldDays = 180;
const habits = { r: 0.8, alpha: 6, a: 0.8, b: 2.4 };

/** Fresh columns each time they are asked for, as a prediction takes them away. */
export function makeColumns(size) {
  const random = mulberry32(11);
  const ints = () => new Int32Array(size);
  const [x, recency, age, heldX, heldRecency, heldAge, heldOrders, counts] = Array.from({ length: 8 }, ints);
  const sums = new Float64Array(size);
  let held = 0;
  let orders = size;
  for (let i = 0; i < size; i += 1) {
    const first = Math.floor(random() * days * 0.9);
    const found = shop(random, first);
    [x[i], recency[i], age[i]] = [found.repeats, found.last - first, days - 1 - first];
    [counts[i], sums[i]] = [found.repeats, found.amount];
    orders += found.repeats;
    if (first >= days - heldDays) continue;
    [heldX[held], heldRecency[held]] = [found.heldRepeats, found.heldLast - first];
    [heldAge[held], heldOrders[held]] = [days - heldDays - 1 - first, found.repeats - found.heldRepeats];
    held += 1;
  }
  const input = (terms) => ({
    histories: { repeats: x.slice(), recencyDays: recency.slice(), ageDays: age.slice() },
    spending: { counts: counts.slice(), sums: sums.slice() },
    heldOut: {
      days: heldDays,
      histories: {
        repeats: heldX.slice(0, held),
        recencyDays: heldRecency.slice(0, held),
        ageDays: heldAge.slice(0, held),
      },
      orders: heldOrders.slice(0, held),
    },
    terms,
  });
  return { input, orders };
}

function shop(random, first) {
  const perDay = gamma(random, habits.r) / habits.alpha / 7;
  const [leaves, returns] = [gamma(random, habits.a), gamma(random, habits.b)];
  const dropOut = leaves / (leaves + returns);
  const scale = 6000 / gamma(random, 3);
  const found = { repeats: 0, last: first, heldRepeats: 0, heldLast: first, amount: 0 };
  let at = first;
  for (;;) {
    at -= Math.log(random()) / perDay;
    if (at >= days) return found;
    const day = Math.floor(at);
    if (day > found.last) {
      found.repeats += 1;
      found.last = day;
      found.amount += Math.ceil((scale * gamma(random, 5)) / 5);
      if (day < days - heldDays) [found.heldRepeats, found.heldLast] = [found.repeats, day];
    }
    if (random() < dropOut) return found;
  }
}

/** Marsaglia and Tsang. */
function gamma(random, shape) {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(random()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}
