import type { ReadContext } from '../../context.ts';
import type { ReviewFacts, TargetFacts } from '../../facts/report.ts';
import type { FigureReport } from '../../loyalty/figures/figure.ts';
import { type FigureName, figureNames } from '../../loyalty/figures/index.ts';
import type { Settings } from '../../loyalty/settings.ts';
import { previousWindow } from '../../loyalty/time/calendar.ts';
import { localDay, startOfDay, type Window } from '../../loyalty/time/period.ts';
import { readFigure } from '../figures/read-figure.ts';
import { readLadder } from '../figures/read-ladder.ts';
import { toTargetFacts } from '../targets/read-targets.ts';

const shownMovers = 5;

/** Everything that a quarter is looked back on by. @param window a quarter, or the first days of the running one */
export async function gatherReview(
  context: ReadContext,
  window: Window,
  now: Date,
): Promise<Omit<ReviewFacts, 'late'>> {
  const figures = [];
  for (const name of figureNames) figures.push(await readFigure(context, name, window));
  return {
    window,
    figures,
    targets: await targetsIn(context, window, figures, now),
    ladder: await readLadder(context, window, shownMovers),
    causes: await readCauses(context, window),
    worth: worthOf(figures, context.settings),
  };
}

/** Targets that held in the quarter, each against the quarter's own value. */
async function targetsIn(
  context: ReadContext,
  window: Window,
  figures: readonly FigureReport[],
  now: Date,
): Promise<TargetFacts[]> {
  const { store, settings } = context;
  const facts = [];
  for (const target of (await store.targets.list()).filter(({ untilDay }) => untilDay >= window.from)) {
    const { figure, part } = target;
    const whole = part === null ? figures.find((report) => report.figure === figure) : undefined;
    const report = whole ?? (await readFigure(context, figure, window, part));
    facts.push(toTargetFacts(target, report, settings, localDay(now, settings.timeZone)));
  }
  return facts;
}

/** Where the faults were found whose follow-ups were closed. */
async function readCauses(
  { store, settings: { timeZone } }: ReadContext,
  window: Window,
): Promise<ReviewFacts['causes']> {
  const closedIn = ({ from, to }: Window) =>
    store.followUps.closedByCause(startOfDay(from, timeZone), startOfDay(to, timeZone));
  const byCause = await closedIn(window);
  const before = await closedIn(previousWindow(window));
  const sum = (counts: typeof byCause) => counts.reduce((total, { count }) => total + count, 0);
  return { closed: sum(byCause), closedBefore: sum(before), byCause };
}

const lifetimeValue: FigureName | 'clv' = 'clv';

/** Active customers × 0.01 × average lifetime value, a year; null where that value is not known. */
function worthOf(figures: readonly FigureReport[], { currency }: Settings): ReviewFacts['worth'] {
  const clv = figures.find(({ figure }) => figure === lifetimeValue);
  if (!clv || clv.value === null) return null;
  return { active: clv.base, averageMinor: clv.value, worthMinor: clv.base * 0.01 * clv.value, currency };
}
