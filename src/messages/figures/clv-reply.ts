import { worthOfAPoint, yearlyChurnOf } from '../../loyalty/figures/clv.ts';
import type { Presenter, ReplyOf } from '../kit/presenter.ts';
import { drawFigure } from './figure.ts';
import { figureJson } from './figure-json.ts';

/** How the average lifetime value is told with what a customer costs to win. */
export const clvReply: Presenter<'clv'> = {
  draw: drawFigure,
  json: clvJson,
};

/** Amounts are minor units. */
function clvJson({ report, cost }: ReplyOf<'clv'>): object {
  const { revenueMinor = 0, revenueTimesYears = 0, active = 0, activeBefore = 0, lost = 0 } = report.counts;
  const counts = { revenueMinor, revenueTimesYears, active, activeBefore, lost };
  return {
    ...figureJson(report),
    yearlyChurn: yearlyChurnOf(counts),
    worthOfAPoint: worthOfAPoint(counts),
    acquisitionCost: figureJson(cost),
    simple: report.value === null || cost.value === null ? null : report.value - cost.value,
  };
}
