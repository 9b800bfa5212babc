/** How well probabilities told what came. */
export interface Scores {
  /**
   * The probability that of two customers, one who stayed away and one who did not, the first had the higher risk: .5 is a
   * coin. Null where all did the same.
   */
  readonly auc: number | null;
  /** The mean squared distance between risk and outcome: 0 is perfect, .25 is "50 %" for everybody. */
  readonly brier: number;
  readonly calibration: readonly CalibrationBand[];
}

/** Customers whose risk lay within `[from, to)`. */
export interface CalibrationBand {
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  readonly meanRisk: number;
  /** The share of them who stayed away. */
  readonly share: number;
}

const bands = 10;

/** @param cameTrue 1 where what the risk is of came true, else 0 */
export function scoreRisks(risks: Float64Array, cameTrue: Uint8Array): Scores {
  const sums = Array.from({ length: bands }, () => ({ customers: 0, risk: 0, cameTrue: 0 }));
  let squares = 0;
  for (let i = 0; i < risks.length; i += 1) {
    const [risk = 0, outcome = 0] = [risks[i], cameTrue[i]];
    squares += (risk - outcome) ** 2;
    const band = sums[Math.min(bands - 1, Math.floor(risk * bands))];
    if (!band) continue;
    band.customers += 1;
    band.risk += risk;
    band.cameTrue += outcome;
  }
  return {
    auc: areaUnderCurve(risks, cameTrue),
    brier: squares / risks.length,
    calibration: sums.flatMap((band, i) =>
      band.customers === 0
        ? []
        : [
            {
              from: i / bands,
              to: (i + 1) / bands,
              customers: band.customers,
              meanRisk: band.risk / band.customers,
              share: band.cameTrue / band.customers,
            },
          ],
    ),
  };
}

/** The Mann-Whitney statistic: ties count half. */
export function areaUnderCurve(scores: Float64Array, cameTrue: Uint8Array): number | null {
  const positive = scores.filter((_, i) => cameTrue[i] === 1).sort();
  const negative = scores.filter((_, i) => cameTrue[i] !== 1).sort();
  if (positive.length === 0 || negative.length === 0) return null;
  let pairs = 0;
  let [below, upTo] = [0, 0];
  for (const score of positive) {
    while (below < negative.length && (negative[below] ?? 0) < score) below += 1;
    upTo = Math.max(upTo, below);
    while (upTo < negative.length && negative[upTo] === score) upTo += 1;
    pairs += below + (upTo - below) / 2;
  }
  return pairs / (positive.length * negative.length);
}

/** Fewer customers than these say too little of a band. */
const fewestInBand = 25;

/** Bands with few customers joined with the one below, so that no share is told of a handful; the highest come last. */
export function joinBands(bands: readonly CalibrationBand[]): CalibrationBand[] {
  const joined: CalibrationBand[] = [];
  for (const band of bands.toReversed()) {
    const above = joined[0];
    if (above && above.customers < fewestInBand) joined[0] = joinTwo(band, above);
    else joined.unshift(band);
  }
  const [lowest, next] = joined;
  return lowest && next && lowest.customers < fewestInBand ? [joinTwo(lowest, next), ...joined.slice(2)] : joined;
}

function joinTwo(lower: CalibrationBand, upper: CalibrationBand): CalibrationBand {
  const customers = lower.customers + upper.customers;
  const mean = (of: 'meanRisk' | 'share') => (lower[of] * lower.customers + upper[of] * upper.customers) / customers;
  return { from: lower.from, to: upper.to, customers, meanRisk: mean('meanRisk'), share: mean('share') };
}
