import { twoSidedP } from './normal.ts';
import { shareChange, type TestedChange } from './share-change.ts';
import { wilsonInterval } from './wilson.ts';

/** Customers of one variant of a campaign: one customer counts once. */
export interface VariantCounts {
  /** Empty: the campaign has no variants. */
  readonly variant: string;
  readonly contacted: number;
  /** Of those: whom it reached. They are the base of the rate. */
  readonly delivered: number;
  readonly responded: number;
}

export interface VariantReport extends VariantCounts {
  /** Responded ÷ delivered, 0 to 1: 18 of 240 → .075. Null where it reached nobody. */
  readonly value: number | null;
  /** 95 %, Wilson. */
  readonly interval: readonly [number, number] | null;
  /** Against the first variant; null for the first, and where one of the two has no base. */
  readonly comparison: VariantComparison | null;
}

export interface VariantComparison extends TestedChange {
  readonly to: string;
  /** 200 of 1000 against 250 of 1000 → .25. Null where the first variant's rate is 0. */
  readonly relative: number | null;
}

export interface CampaignReport {
  /** In the order of their names. */
  readonly variants: readonly VariantReport[];
  /** From all customers of the campaign, never a mean of rates. */
  readonly total: Omit<VariantReport, 'variant' | 'comparison'>;
  /** Whether the variants were given as many customers each; null with fewer than two variants. */
  readonly balance: { readonly p: number; readonly alarm: boolean } | null;
}

/**
 * The response rate of a campaign and of each variant. Each variant is compared with the first: z test, or Fisher's exact
 * test in small cells (see share-change.ts). With several comparisons each has to be as much clearer (Bonferroni).
 *
 * That the variants were split evenly is checked by χ² over the customers contacted; below p = .001 something in the
 * dealing is likely broken, and the comparison not to be trusted (Fabijan et al. 2019, "sample ratio mismatch").
 */
export function campaignReport(counts: readonly VariantCounts[]): CampaignReport {
  const sorted = counts.toSorted((a, b) => (a.variant < b.variant ? -1 : 1));
  const first = sorted[0];
  const comparisons = Math.max(1, sorted.length - 1);
  const variants = sorted.map((variant) => ({
    ...variant,
    ...rateOf(variant),
    comparison: first && variant !== first ? compared(variant, first, comparisons) : null,
  }));
  const sum = (key: 'contacted' | 'delivered' | 'responded') => sorted.reduce((total, one) => total + one[key], 0);
  const total = { contacted: sum('contacted'), delivered: sum('delivered'), responded: sum('responded') };
  return { variants, total: { ...total, ...rateOf(total) }, balance: balanceOf(sorted) };
}

function rateOf({ delivered, responded }: Omit<VariantCounts, 'variant'>) {
  return {
    value: delivered === 0 ? null : responded / delivered,
    interval: wilsonInterval(responded, delivered),
  };
}

function compared(now: VariantCounts, first: VariantCounts, comparisons: number): VariantComparison | null {
  const change = shareChange(toShare(now), toShare(first));
  if (!change) return null;
  return {
    ...change,
    proven: change.p < 0.05 / comparisons,
    to: first.variant,
    relative: first.responded === 0 ? null : (now.responded * first.delivered) / (now.delivered * first.responded) - 1,
  };
}

function toShare({ delivered, responded }: VariantCounts) {
  return { hits: responded, base: delivered };
}

const alarmBelow = 0.001;

function balanceOf(variants: readonly VariantCounts[]): CampaignReport['balance'] {
  const all = variants.reduce((total, { contacted }) => total + contacted, 0);
  if (variants.length < 2 || all === 0) return null;
  const expected = all / variants.length;
  const chi2 = variants.reduce((sum, { contacted }) => sum + (contacted - expected) ** 2 / expected, 0);
  const p = chiSquareP(chi2, variants.length - 1);
  return { p, alarm: p < alarmBelow };
}

/**
 * The chance that a χ² value of so many degrees of freedom is at least as large: Q(k) = Q(k−2) + (x/2)^(k/2−1) e^(−x/2) / Γ(k/2),
 * from Q(1) = two-sided p of √x and Q(2) = e^(−x/2) (Abramowitz and Stegun 26.4.8).
 */
export function chiSquareP(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const odd = degrees % 2 === 1;
  let p = odd ? twoSidedP(Math.sqrt(x)) : Math.exp(-x / 2);
  // (x/2)^(k/2−1) e^(−x/2) / Γ(k/2) for k = 3 or 4, then from one to the next.
  let term = odd ? Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2) : (x / 2) * Math.exp(-x / 2);
  for (let k = odd ? 3 : 4; k <= degrees; k += 2) {
    p += term;
    term *= x / k;
  }
  return Math.min(1, p);
}
