/**
 * How a risk is put right before it is told: as what came of the back-test bears out. Which way is best is decided by the
 * Brier score on customers who had no part in it.
 */
export type Calibration = { readonly tried: Tried } & Correction;

export type Correction =
  | { readonly method: 'none' }
  /** Platt: the logarithm of the odds is stretched and moved. */
  | { readonly method: 'platt'; readonly intercept: number; readonly slope: number }
  /** The nearest shares that never fall where the model's risk rises, with straight lines between. */
  | { readonly method: 'isotonic'; readonly points: readonly Point[] };

/** The Brier score of each way on the customers who were put aside, and how many these were. */
export interface Tried {
  readonly customers: number;
  readonly none: number;
  readonly platt: number;
  readonly isotonic: number;
}

/** Below so many customers who stayed away, or who came, what came says too little to put a number right by it. */
const fewestOfEither = 20;
/** Fewer customers than these make no point. */
const fewestInPoint = 25;

/** @returns null: what came says too little, so no number is to be told */
export function calibrate(risks: Float64Array, cameTrue: Uint8Array): Calibration | null {
  const positive = cameTrue.reduce((sum, one) => sum + one, 0);
  if (Math.min(positive, cameTrue.length - positive) < fewestOfEither) return null;
  const isHeldOut = (i: number) => i % 3 === 0;
  const [seen, unseen] = [tally(risks, cameTrue, (i) => !isHeldOut(i)), tally(risks, cameTrue, isHeldOut)];
  const tried: Tried = {
    customers: unseen.reduce((sum, { customers }) => sum + customers, 0),
    none: brierOf(unseen, { method: 'none' }),
    platt: brierOf(unseen, fitPlatt(seen)),
    isotonic: brierOf(unseen, fitIsotonic(seen)),
  };
  return {
    ...chosen(
      tried,
      tally(risks, cameTrue, () => true),
    ),
    tried,
  };
}

/** The simplest of those that did best, fitted on everybody. */
function chosen({ none, platt, isotonic }: Tried, all: readonly Bucket[]): Correction {
  if (none <= Math.min(platt, isotonic)) return { method: 'none' };
  return platt <= isotonic ? fitPlatt(all) : fitIsotonic(all);
}

/** A model's risk as it is told. */
export function corrected(correction: Correction, risk: number): number {
  switch (correction.method) {
    case 'none':
      return risk;
    case 'platt':
      return logistic(correction.intercept + correction.slope * logOdds(risk));
    case 'isotonic':
      return between(correction.points, risk);
  }
}

function between(points: readonly Point[], risk: number): number {
  const all = [surelyNot, ...points, surely];
  const next = Math.max(
    1,
    all.findIndex(([at]) => at >= risk),
  );
  const [[from, low], [to, high]] = [all[next - 1] ?? surelyNot, all[next] ?? surely];
  return to > from ? low + ((high - low) * (risk - from)) / (to - from) : high;
}

/**
 * The highest risk that is told as a number, of what a model says and what came. Above it there were too few to tell them
 * apart, so that it is "more than" this.
 */
export function highestTold(correction: Correction): number {
  const borne = correction.method === 'isotonic' ? correction.points.at(-1)?.[1] : undefined;
  return Math.min(0.99, borne ?? 0.99);
}

type Point = readonly [risk: number, share: number];
/** What is certain stays so: beyond the outermost points customers are still told apart by the model. */
const [surelyNot, surely]: readonly [Point, Point] = [
  [0, 0],
  [1, 1],
];

/** Customers of about the same risk: a million of them come to some hundred. */
interface Bucket {
  readonly customers: number;
  readonly meanRisk: number;
  readonly cameTrue: number;
}

const furthest = 14;
const perUnit = 50;

function tally(risks: Float64Array, cameTrue: Uint8Array, isCounted: (i: number) => boolean): Bucket[] {
  const size = 2 * furthest * perUnit + 1;
  const [customers, sums, came] = [new Int32Array(size), new Float64Array(size), new Int32Array(size)];
  for (let i = 0; i < risks.length; i += 1) {
    if (!isCounted(i)) continue;
    const place = Math.round((logOdds(risks[i] ?? 0) + furthest) * perUnit);
    customers[place] = (customers[place] ?? 0) + 1;
    sums[place] = (sums[place] ?? 0) + (risks[i] ?? 0);
    came[place] = (came[place] ?? 0) + (cameTrue[i] ?? 0);
  }
  const buckets: Bucket[] = [];
  customers.forEach((count, i) => {
    if (count > 0) buckets.push({ customers: count, meanRisk: (sums[i] ?? 0) / count, cameTrue: came[i] ?? 0 });
  });
  return buckets;
}

function brierOf(buckets: readonly Bucket[], correction: Correction): number {
  let [squares, all] = [0, 0];
  for (const { customers, meanRisk, cameTrue } of buckets) {
    const told = corrected(correction, meanRisk);
    squares += cameTrue * (1 - told) ** 2 + (customers - cameTrue) * told ** 2;
    all += customers;
  }
  return squares / all;
}

/** Logistic regression on the logarithm of the odds, by Newton's steps, held lightly to "as it is" so that there is a maximum. */
function fitPlatt(buckets: readonly Bucket[]): Extract<Correction, { method: 'platt' }> {
  let [intercept, slope] = [0, 1];
  for (let step = 0; step < 25; step += 1) {
    let [g0, g1, h00, h01, h11] = [-intercept, 1 - slope, 1, 0, 1];
    for (const { customers, meanRisk, cameTrue } of buckets) {
      const odds = logOdds(meanRisk);
      const told = logistic(intercept + slope * odds);
      const [miss, weight] = [cameTrue - customers * told, customers * told * (1 - told)];
      g0 += miss;
      g1 += miss * odds;
      h00 += weight;
      h01 += weight * odds;
      h11 += weight * odds * odds;
    }
    const size = h00 * h11 - h01 * h01;
    const [moved, stretched] = [(h11 * g0 - h01 * g1) / size, (h00 * g1 - h01 * g0) / size];
    [intercept, slope] = [intercept + moved, Math.max(0, slope + stretched)];
    if (Math.abs(moved) + Math.abs(stretched) < 1e-10) break;
  }
  return { method: 'platt', intercept, slope };
}

/** Neighbours that fall are joined until none does (pool adjacent violators), and before that until each has enough customers. */
function fitIsotonic(buckets: readonly Bucket[]): Extract<Correction, { method: 'isotonic' }> {
  const joined = joinFew(buckets, fewestInPoint);
  const rising: Bucket[] = [];
  for (const next of joined) {
    rising.push(next);
    for (;;) {
      const [before, last] = rising.slice(-2);
      if (!before || !last || shareOf(before) < shareOf(last)) break;
      rising.splice(-2, 2, join(before, last));
    }
  }
  return { method: 'isotonic', points: rising.map((bucket) => [bucket.meanRisk, shareOf(bucket)] as const) };
}

function joinFew(buckets: readonly Bucket[], fewest: number): Bucket[] {
  const joined: Bucket[] = [];
  for (const next of buckets) {
    const last = joined.at(-1);
    if (last && last.customers < fewest) joined.splice(-1, 1, join(last, next));
    else joined.push(next);
  }
  const [before, last] = joined.slice(-2);
  if (before && last && last.customers < fewest) joined.splice(-2, 2, join(before, last));
  return joined;
}

function join(one: Bucket, other: Bucket): Bucket {
  const customers = one.customers + other.customers;
  const meanRisk = (one.meanRisk * one.customers + other.meanRisk * other.customers) / customers;
  return { customers, meanRisk, cameTrue: one.cameTrue + other.cameTrue };
}

/** Half a customer is added to either side: 25 of 25 do not make it certain. */
const shareOf = ({ customers, cameTrue }: Bucket) => (cameTrue + 0.5) / (customers + 1);

function logOdds(risk: number): number {
  return Math.min(furthest, Math.max(-furthest, Math.log(risk / (1 - risk))));
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
