import type { FurtherTargets, TargetFacts } from '../../facts/report.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import type { Settings } from '../../loyalty/settings.ts';
import { distanceTo, spanWindow, type Target } from '../../loyalty/target.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { type FigureContext, readFigure } from '../figures/read-figure.ts';

/** Every target and how far it is, for facts before `asOf`, on a day that may be later. */
export async function readTargets(context: FigureContext, asOf: Day, today: Day): Promise<TargetFacts[]> {
  return measureAll(context, await context.store.targets.list(), asOf, today);
}

/** As many are measured whenever somebody looks at them beside other things. */
const mostMeasured = 10;

/** The first targets and how far they are; the others as they stood when figures were last checked, however many there are. */
export async function readFirstTargets(
  context: FigureContext,
  asOf: Day,
  today: Day,
): Promise<{ readonly targets: TargetFacts[]; readonly furtherTargets: FurtherTargets }> {
  const all = await context.store.targets.list();
  const further = all.slice(mostMeasured);
  return {
    targets: await measureAll(context, all.slice(0, mostMeasured), asOf, today),
    furtherTargets: { count: further.length, met: further.filter(({ state }) => state === 'met').length },
  };
}

function measureAll(context: FigureContext, targets: readonly Target[], asOf: Day, today: Day): Promise<TargetFacts[]> {
  return Promise.all(
    targets.map(async (target) => {
      const parts = target.part ? [target.part] : [];
      const report = await readFigure(context, target.figure, spanWindow(target.span, asOf), parts);
      return toTargetFacts(target, report, context.settings, today);
    }),
  );
}

export function toTargetFacts(
  { id, figure, part, comparison, value, untilDay, span, state, createdBy }: Target,
  report: FigureReport,
  { currency }: Pick<Settings, 'currency'>,
  today: Day,
): TargetFacts {
  const distance = report.value === null ? null : distanceTo({ comparison, value }, report.value);
  const daysLeft = untilDay - today;
  return {
    id,
    figure,
    part,
    comparison,
    value,
    untilDay,
    span,
    state,
    createdBy,
    currency,
    report,
    distance,
    daysLeft,
  };
}
