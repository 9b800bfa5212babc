import { leastBase } from './figure.ts';
import type { FigureReport } from './report.ts';

interface PartOf {
  readonly report: FigureReport;
}

/**
 * Parts with those first that have something to tell: which changed beyond chance, then which differ from the total by more
 * than their own margin of error. The rest keeps its order.
 */
export function tellingFirst<Of extends PartOf>(parts: readonly Of[], total: FigureReport): Of[] {
  const rank = ({ report }: PartOf) => (isChanged(report) ? 0 : isApart(report, total) ? 1 : 2);
  return parts.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a part changed beyond chance. */
export function isChanged({ change, base, previous }: FigureReport): boolean {
  return change?.proven === true && base >= leastBase && previous.base >= leastBase;
}

/** Whether the total lies outside of the interval of a part. */
export function isApart({ value, base, interval }: FigureReport, total: FigureReport): boolean {
  if (value === null || total.value === null || !interval || base < leastBase) return false;
  return total.value < interval[0] || total.value > interval[1];
}
