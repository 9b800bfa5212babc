import type { BackTest } from './back-test.ts';
import { corrected, highestTold } from './calibration.ts';

/** A churn risk as people are told it. */
export interface ToldRisk {
  readonly share: number;
  /** It is more than the share: too few were told as much to say how much more. */
  readonly isMore: boolean;
}

/** @returns null: the back-test bears out no number, so it is "high" at most */
export function tellRisk(test: BackTest, churnRisk: number): ToldRisk | null {
  if (test.kind !== 'tested' || !test.correction) return null;
  const [share, most] = [corrected(test.correction, churnRisk), highestTold(test.correction)];
  return share > most ? { share: most, isMore: true } : { share, isMore: false };
}

/** Of the customers who were told to be at risk then, how many stayed away. Null: nobody was, or nothing was tested. */
export function highRisksThen(
  test: BackTest,
  atRiskFrom: number,
): { readonly customers: number; readonly stayedAway: number } | null {
  if (test.kind !== 'tested') return null;
  const high = test.calibration.filter(({ from }) => from >= atRiskFrom);
  const customers = high.reduce((sum, band) => sum + band.customers, 0);
  const stayedAway = high.reduce((sum, band) => sum + band.customers * band.share, 0);
  return customers > 0 ? { customers, stayedAway: Math.round(stayedAway) } : null;
}
